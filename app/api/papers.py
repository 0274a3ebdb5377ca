"""Papers over REST: the issued file, its signed copy, and a draft that is never kept."""

from __future__ import annotations

from typing import Any

from flask import Response, make_response, request
from flask_appbuilder.api import expose
from flask_appbuilder.security.decorators import permission_name, protect
from werkzeug.datastructures import FileStorage

from app.api.asking import PertanyaanSalah
from app.api.base import BukanFormulir, nomor
from app.errors import IsianSalah, Kekurangan
from app.security.manager import current_officer
from app.sop.words import Naskah
from app.steps.konsep import konsep
from app.steps.tandatangani import pasangkan
from app.steps.unduh import FORMAT, Unduhan, unduh


class Bernaskah:
    """The routes that only papers have."""

    @expose("/<nomor:pk>/unduh", methods=["GET"])
    @protect()
    @permission_name("get")
    def unduh(self, pk: int) -> Response:
        """The .docx as issued, its PDF, or the signed copy. The reading of an internal paper is logged first."""
        wanted = request.args.get("format", "docx")
        ident = nomor(pk)
        if wanted not in FORMAT:
            raise PertanyaanSalah(f"format hanya boleh: {', '.join(FORMAT)}.")
        return kirim(unduh(current_officer(), ident, wanted))

    @expose("/<nomor:pk>/ttd", methods=["POST"])
    @protect()
    @permission_name("tandatangani")
    def ttd(self, pk: int) -> Response:
        """Pair the signed copy; the answer is the paper as it is now."""
        ident = self.baris(pk).id  # type: ignore[attr-defined]
        upload = unggahan()
        pasangkan(
            current_officer(),
            ident,
            content=upload.read(),
            nama=upload.filename or "unggahan",
            tanggal_ttd=request.form.get("tanggal_ttd", ""),
            metode=request.form.get("metode", "basah"),
            kode=request.form.get("kode") or None,
            nomor=request.form.get("nomor"),
        )
        return self.catatan(ident, 200)  # type: ignore[attr-defined]

    @expose("/konsep", methods=["GET"])
    @protect()
    @permission_name("get")
    def konsep(self) -> Response:
        """A draft: watermarked, without number, not kept."""
        return kirim(_konsep())


def _konsep() -> Unduhan:
    jenis = request.args.get("jenis", "")
    if jenis not in set(Naskah):
        raise PertanyaanSalah(f"jenis wajib salah satu dari: {', '.join(Naskah)}.")
    named = {name: request.args[name] for name in ("berkas", "usulan") if name in request.args}
    if len(named) != 1:
        raise PertanyaanSalah("Sebutkan tepat satu: berkas=<id> atau usulan=<id>.")
    kind, ident = next(iter(named.items()))
    return konsep(current_officer(), kind, nomor(ident), jenis)


def kirim(found: Unduhan) -> Response:
    """A file with its speaking name; its ETag is the SHA-256 of its bytes."""
    response = make_response(found.isi)
    response.mimetype = found.mime
    response.headers.set("Content-Disposition", "attachment", filename=found.nama)
    response.set_etag(found.sha256)
    return response


def unggahan() -> FileStorage:
    """The uploaded file of this form: 415 for another kind of body, 422 when there is none."""
    if request.mimetype != "multipart/form-data":
        raise BukanFormulir()
    upload: Any = request.files.get("unggahan")
    if upload is None or not upload.filename:
        raise IsianSalah([Kekurangan("wajib", "Isian unggahan wajib berupa file.", "unggahan")])
    found: FileStorage = upload
    return found
