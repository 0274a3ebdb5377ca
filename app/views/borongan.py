"""Many papers at once: a streamed zip with its manifest, and one PDF for printing that is made a few papers at a time."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import Response, abort, redirect, request, stream_with_context, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app import models as m
from app.documents.pdf import pengubah
from app.errors import IsianSalah, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.files.names import nama_unduhan
from app.files.zipped import mulai_dari
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import find, visible
from app.sop.words import LABEL_NASKAH, LABEL_STATUS, StatusNaskah
from app.steps.borongan import BAHAN_RAPAT, ISI, Saringan, kemajuan, lembar, pdf_gabungan, siapkan, zip_naskah
from app.views.repair import clean_id
from app.views.search import LONGEST

JENIS = {
    BAHAN_RAPAT: "Bahan rapat: undangan, draft daftar, uji, berita acara, nota dinas, lembar pendapat",
    **{jenis.value: label for jenis, label in LABEL_NASKAH.items()},
}
SARINGAN = ("berkas", "jenis", "status", "cari")
STATUS = {status.value: LABEL_STATUS[status] for status in StatusNaskah}


class NaskahBorongan(BaseView):
    """All papers of a berkas, or of a filter."""

    route_base = "/naskah-borongan"
    default_view = "index"
    izin = ("can_show", "Naskah")

    def asked(self) -> tuple[Officer, Saringan, m.Berkas | None]:
        """Who asks, for which papers, and of which berkas if of one."""
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        given = request.args
        berkas = find(db.session, m.Berkas, clean_id(given["berkas"]), officer) if given.get("berkas") else None
        if given.get("berkas") and berkas is None:
            raise TidakDitemukan()
        jenis, status = given.get("jenis", ""), given.get("status", "")
        if (jenis and jenis not in JENIS) or (status and status not in STATUS):
            abort(400)
        words = given.get("cari", "").strip()[:LONGEST]
        return officer, Saringan(berkas.id if berkas is not None else None, jenis, status, words), berkas

    @expose("/")
    def index(self) -> Any:
        current_officer()
        officer, wanted, berkas = self.asked()
        try:
            files, told = lembar(officer, wanted), ""
        except IsianSalah as refusal:
            files, told = [], " ".join(k.pesan for k in refusal.kekurangan)
        done, total = kemajuan(officer, wanted)
        again = {name: request.args[name] for name in SARINGAN if name in request.args}
        b = m.Berkas
        choices = db.session.execute(sa.select(b.id, b.nomor, b.judul).where(visible(b, officer)).order_by(b.id.desc()))
        return self.render_template(
            "borongan.html",
            title="Bahan rapat" if wanted.jenis == BAHAN_RAPAT else "Unduh banyak naskah",
            berkas=berkas,
            pilihan_berkas=[(row.id, f"{row.nomor} {row.judul}") for row in choices.fetchmany(200)],
            jenis=JENIS,
            status=STATUS,
            isi=ISI,
            dipilih=again,
            banyak=len(files),
            besar=sum(file.ukuran for file in files),
            tolak=told,
            siap=done,
            jumlah=total,
            ada_pengubah=pengubah() is not None,
            lanjut=request.args.get("lanjut") == "1",
        )

    @expose("/zip")
    def zip(self) -> Response:
        """The zip: of known length, and taken up again where a download broke off."""
        current_officer()
        officer, wanted, berkas = self.asked()
        bundle = zip_naskah(officer, lembar(officer, wanted, request.args.get("isi", "semua")))
        start = _mulai(bundle.ukuran, bundle.tanda)
        response = Response(stream_with_context(mulai_dari(bundle.potongan, start)), mimetype="application/zip")
        response.content_length = bundle.ukuran - start
        response.headers["Accept-Ranges"] = "bytes"
        response.set_etag(bundle.tanda)
        if start:
            response.status_code = 206
            response.headers["Content-Range"] = f"bytes {start}-{bundle.ukuran - 1}/{bundle.ukuran}"
        return _bernama(response, berkas, "zip")

    @expose("/siapkan", methods=["POST"])
    def siapkan(self) -> Any:
        """Make the next few PDFs; the page comes back with how far it is, and goes on by itself."""
        current_officer()
        officer, wanted, _ = self.asked()
        done, total = siapkan(officer, wanted)
        again: dict[str, Any] = {name: request.args[name] for name in SARINGAN if name in request.args}
        if done < total:
            again["lanjut"] = "1"
        return redirect(url_for("NaskahBorongan.index", _anchor="pdf", **again))

    @expose("/pdf")
    def pdf(self) -> Response:
        """One PDF with a bookmark for each paper."""
        current_officer()
        officer, wanted, berkas = self.asked()
        _, pieces = pdf_gabungan(officer, wanted)
        return _bernama(Response(stream_with_context(pieces), mimetype="application/pdf"), berkas, "pdf")


def _mulai(size: int, mark: str) -> int:
    """Where the client wants to go on, or 0 for the whole. Only "from here to the end" is served in part."""
    wanted = request.range
    if wanted is None or len(wanted.ranges) != 1:
        return 0
    start, end = wanted.ranges[0]
    same = not request.if_range.etag or request.if_range.etag == mark
    if not same or request.if_range.date is not None:
        return 0
    return start if 0 < start < size and (end is None or end >= size) else 0


def _bernama(response: Response, berkas: m.Berkas | None, ext: str) -> Response:
    what = "Bahan-Rapat" if request.args.get("jenis") == BAHAN_RAPAT else "Naskah"
    name = nama_unduhan(what, berkas.nomor if berkas is not None else "pilihan", ext=ext)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Cache-Control"] = "no-store, private"
    return response
