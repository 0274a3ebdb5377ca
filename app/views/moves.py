"""The confirmation page of every move, for one case and for several: what will happen, what is missing, the note; then the door."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import sqlalchemy as sa
from flask import abort, redirect, request, send_file, url_for
from flask_appbuilder import expose
from werkzeug.datastructures import FileStorage

from app import models as m
from app.errors import Bentrok, IsianSalah, Kekurangan, OrangSama, SidikError, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.security.manager import current_officer
from app.security.officer import Officer
from app.sop import reading
from app.sop.moves import Langkah
from app.sop.words import LABEL_NASKAH, LABEL_PELAKSANA
from app.steps.available import periksa
from app.steps.konsep import konsep
from app.steps.perform import perform
from app.views.attachments import kept_upload
from app.views.proof import settle
from app.views.repair import MOST_ROWS, clean_id
from app.views.verb_fields import OWN, data_of, form_for

BASI = "Data ini sudah diubah orang lain sejak halaman dibuka. Tulisan Anda masih ada; periksa lagi lalu kirim ulang."


@dataclass
class Pemeriksaan:
    """What the door would say now, without moving anything."""

    alasan: str = ""  # why not at all: status, person
    kekurangan: list[Kekurangan] = field(default_factory=list)

    isian: frozenset[str] = frozenset()  # fields that the confirmation page itself asks for

    @property
    def tetap(self) -> list[Kekurangan]:
        """What the page itself cannot mend."""
        return [k for k in self.kekurangan if k.medan not in self.isian]

    @property
    def blok(self) -> bool:
        return bool(self.alasan) or any(k.tingkat == "blok" for k in self.tetap)

    @property
    def per_butir(self) -> list[tuple[str, int | None, list[Kekurangan]]]:
        """(name of the butir or "", its id, what it lacks), for the checklist."""
        ids = list(dict.fromkeys(k.butir for k in self.kekurangan))
        b = m.ButirInformasi
        found = db.session.execute(sa.select(b.id, b.kode, b.uraian).where(b.id.in_([i for i in ids if i])))
        names = {row.id: f"{row.kode} {row.uraian or ''}".strip() for row in found}
        return [(names.get(i, ""), i, [k for k in self.kekurangan if k.butir == i]) for i in ids]


def look(kind: str, case: Any, row: Langkah, officer: Officer, data: dict[str, Any]) -> Pemeriksaan:
    """Ask the door's own checks; a missing note is no fault before the page was sent."""
    own = OWN.get((kind, row.verb), frozenset())
    try:
        lacking = periksa(kind, case, row.verb, officer, data)
    except SidikError as refusal:
        return Pemeriksaan(refusal.pesan, isian=own)
    finally:
        for touched in list(db.session.dirty):  # a check of a site writes its time; looking must not
            db.session.expire(touched)
    return Pemeriksaan("", lacking, own)


def move_row(kind: str, verb: str, officer: Officer) -> Langkah:
    """The row of the table, or 404; 403 when the role never has this verb."""
    row = reading.cari(kind, verb)
    if row is None:
        raise TidakDitemukan()
    if not officer.may(f"can_{verb}", reading.SUMBER_DAYA[kind]):
        raise TidakBerwenang()
    return row


class MovePages:
    """Routes of the moves, mixed into the screens of usulan, berkas and butir."""

    kind: str

    @expose("/<pk>/tindakan/<verb>", methods=["GET", "POST"])
    def tindakan(self: Any, pk: str, verb: str) -> Any:
        officer = current_officer()
        row = move_row(self.kind, verb, officer)
        case = self.row(pk)
        form_class = form_for(row, case, officer, self.kind)
        if request.method == "GET":
            form = form_class(formdata=None, data={"versi": case.versi, "operasi": str(uuid.uuid4())})
            return self._confirm(case, row, form, officer)
        form = form_class()
        return self._perform(case, row, form, officer)

    def _perform(self: Any, case: Any, row: Langkah, form: Any, officer: Officer) -> Any:
        if not form.validate():
            return self._confirm(case, row, form, officer, status=422)
        ident, data = case.id, data_of(form, row, self.kind)
        try:
            scan = form.unggahan.data if "unggahan" in form else None
            if isinstance(scan, FileStorage) and scan.filename:
                data["unggahan"] = kept_upload(scan, officer)
            perform(
                self.kind,
                ident,
                row.verb,
                officer=officer,
                version=_int(form.versi.data),
                note=form.catatan.data or "",
                operation=form.operasi.data or None,
                data=data,
            )
        except (Bentrok, IsianSalah, OrangSama) as refusal:
            case = self.row(ident)
            form.versi.data = str(case.versi)
            return self._confirm(case, row, form, officer, refusal=refusal, status=refusal.status)
        return redirect(url_for(f"{self.endpoint}.show", pk=ident, hasil=form.operasi.data))

    def _confirm(
        self: Any,
        case: Any,
        row: Langkah,
        form: Any,
        officer: Officer,
        *,
        refusal: SidikError | None = None,
        status: int = 200,
    ) -> Any:
        settle(form)
        checked = look(self.kind, case, row, officer, data_of(form, row, self.kind))
        page = self.render_template(
            "tindakan.html",
            title=row.label,
            item=case,
            view=self,
            langkah=row,
            form=form,
            periksa=checked,
            tolak=refusal.pesan if refusal is not None and not isinstance(refusal, IsianSalah) else "",
            naskah=[(LABEL_NASKAH[paper], paper.value) for paper in row.naskah],
            berikut=row.lanjutan,
            pelaksana=[LABEL_PELAKSANA[role] for role in row.pelaksana],
        )
        return page, status

    @expose("/<pk>/konsep/<jenis>")
    def konsep(self: Any, pk: str, jenis: str) -> Any:
        """The draft of a paper before it is issued: marked KONSEP, numberless, kept nowhere."""
        officer = current_officer()
        found = konsep(officer, self.kind, self.row(pk).id, jenis)
        return send_file(BytesIO(found.isi), mimetype=found.mime, as_attachment=True, download_name=found.nama)

    # --- several at once ---------------------------------------------------------------------------
    @expose("/tindakan/<verb>", methods=["GET", "POST"])
    def tindakan_banyak(self: Any, verb: str) -> Any:
        officer = current_officer()
        row = move_row(self.kind, verb, officer)
        keys = list(dict.fromkeys(request.values.getlist("id")))
        if not 0 < len(keys) <= MOST_ROWS:
            abort(400)
        cases = [self.row(clean_id(key)) for key in keys]
        form_class = form_for(row, cases[0], officer, self.kind)
        form = form_class() if request.method == "POST" else form_class(formdata=None)
        if request.method == "POST" and form.validate():
            return self._perform_many([case.id for case in cases], row, form, officer)
        form.operasi.data = form.operasi.data or str(uuid.uuid4())
        settle(form)
        looks = [(case, look(self.kind, case, row, officer, {})) for case in cases]
        page = self.render_template(
            "tindakan_banyak.html",
            title=row.label,
            view=self,
            langkah=row,
            form=form,
            baris=looks,
            naskah=[LABEL_NASKAH[paper] for paper in row.naskah],
        )
        return page, 422 if request.method == "POST" else 200

    def _perform_many(self: Any, ids: list[int], row: Langkah, form: Any, officer: Officer) -> Any:
        """One door call per case; what one refuses stops no other."""
        data, results = data_of(form, row, self.kind), []
        for ident in ids:
            operation = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{form.operasi.data}:{ident}"))
            try:
                outcome = perform(
                    self.kind,
                    ident,
                    row.verb,
                    officer=officer,
                    note=form.catatan.data or "",
                    operation=operation,
                    data=data,
                )
                if row.verb == "himpun":
                    data = {"berkas": outcome.extra["berkas"]}
                results.append((ident, "", []))
            except SidikError as refusal:
                results.append((ident, refusal.pesan, getattr(refusal, "kekurangan", [])))
        rows = [(self.row(ident), refused, lacking) for ident, refused, lacking in results]
        return self.render_template(
            "tindakan_hasil.html",
            title=f"Hasil: {row.label}",
            view=self,
            langkah=row,
            baris=rows,
            berhasil=sum(1 for _, refused, _ in results if not refused),
        )


def _int(raw: Any) -> int | None:
    text = str(raw or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
