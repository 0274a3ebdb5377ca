"""One page to make the papers around the SOP: invitation, minutes, letters, extracts, box labels, the decree of a change."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from wtforms.fields import DateField
from wtforms.validators import InputRequired, Length, Optional

from app import models as m
from app.calendar.words import tanggal_panjang
from app.errors import SidikError, TidakBerwenang
from app.extensions import db
from app.models.base import TEKS
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import one, visible
from app.sop import choices
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_NASKAH, PENDUKUNG, Naskah
from app.steps.pendukung import boleh_membuat, buat, yang_dapat
from app.views.case import papers_of
from app.views.fields import ChoiceField, ParagraphField
from app.views.pages import CasePage
from app.views.repair import clean_id
from app.views.writing import told


class FormBuat(DynamicForm):
    jenis = ChoiceField("Naskah", [InputRequired("Pilih naskah yang akan dibuat.")], words={})
    rapat = ChoiceField("Rapat", words={}, description="Untuk undangan, daftar hadir, dan notulen.")
    perangkat_daerah = ChoiceField(
        "Perangkat daerah",
        words={},
        description="Untuk petikan surat keputusan: isinya hanya butir perangkat daerah itu.",
    )
    catatan = ParagraphField(
        "Catatan", [Optional(), Length(max=TEKS)], description="Dicetak pada undangan, misalnya yang perlu dibawa."
    )


class FormPermintaan(DynamicForm):
    batas = DateField("Batas penyampaian usulan", [Optional()])
    catatan = ParagraphField("Catatan", [Optional(), Length(max=TEKS)])


class NaskahPendukung(CasePage):
    """What an officer may make for a berkas; and, without a berkas, the letter that opens the year."""

    route_base = "/naskah-pendukung"
    izin = ("can_show", "Berkas")

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        form = FormBuat(data={"jenis": request.args.get("jenis"), "rapat": request.args.get("rapat")})
        kinds = yang_dapat(officer, berkas)
        form.jenis.choices = [("", "Pilih …"), *((kind.value, LABEL_NASKAH[kind]) for kind in kinds)]
        form.rapat.choices = [("", "Tanpa rapat"), *_meetings(berkas, officer)]
        form.perangkat_daerah.choices = [("", "Semua yang belum mempunyai petikan"), *_agencies(berkas, officer)]
        if request.method == "POST" and form.validate():
            chosen = {"rapat_id": form.rapat.data, "perangkat_id": form.perangkat_daerah.data}
            about = {name: int(ident) for name, ident in chosen.items() if ident}
            made = _made(form, officer, form.jenis.data, berkas_id=berkas.id, catatan=form.catatan.data, **about)
            if made:
                return redirect(url_for("NaskahView.show", pk=made))
        officer, berkas = self.opened(pk)
        n = m.Naskah
        page = self.render_template(
            "pendukung.html",
            title="Naskah pendukung",
            berkas=berkas,
            form=form,
            dapat=bool(kinds),
            naskah=papers_of((n.berkas_id == berkas.id) & n.jenis.in_(PENDUKUNG), officer),
        )
        return page, 422 if form.errors else 200

    @expose("/permintaan", methods=["GET", "POST"])
    def permintaan(self) -> Any:
        """The letter by which PPID Utama asks the agencies for their proposals."""
        officer = current_officer()
        if not boleh_membuat(officer, Naskah.SURAT_PERMINTAAN):
            raise TidakBerwenang()
        form = FormPermintaan()
        if request.method == "POST" and form.validate():
            kind = Naskah.SURAT_PERMINTAAN.value
            made = _made(form, officer, kind, catatan=form.catatan.data, batas=form.batas.data)
            if made:
                return redirect(url_for("NaskahView.show", pk=made))
        page = self.render_template(
            "buat_naskah.html",
            title="Surat permintaan usulan",
            pengantar="PPID Utama meminta perangkat daerah menyampaikan usulan, atau pernyataan nihil.",
            medan_isian=(form.batas, form.catatan),
            form=form,
            naskah=papers_of(m.Naskah.jenis == Naskah.SURAT_PERMINTAAN, officer),
        )
        return page, 422 if form.errors else 200

    @expose("/perubahan/<pk>", methods=["GET", "POST"])
    def perubahan(self, pk: str) -> Any:
        """The decree of a change that is recorded for an entry of the register."""
        officer = current_officer()
        if not boleh_membuat(officer, Naskah.KEPUTUSAN_PERUBAHAN):
            raise TidakBerwenang()
        ident, form = clean_id(pk), DynamicForm()
        change = one(db.session, m.PerubahanKlasifikasi, ident, officer)
        told_of = f"{change}: {change.butir_ditetapkan}. Dasar: {change.dasar}"
        back = url_for("PerubahanKlasifikasiView.show", pk=ident)
        if request.method == "POST" and form.validate():
            made = _made(form, officer, Naskah.KEPUTUSAN_PERUBAHAN.value, perubahan_id=ident)
            if made:
                return redirect(url_for("NaskahView.show", pk=made))
        change = one(db.session, m.PerubahanKlasifikasi, ident, officer)  # read anew: another officer may have made it
        page = self.render_template(
            "buat_naskah.html",
            title="Buat keputusan perubahan klasifikasi",
            pengantar=told_of,
            kembali=back,
            medan_isian=(),
            form=form,
            naskah=papers_of(m.Naskah.id == change.naskah_id, officer),
        )
        return page, 422 if form.errors or form.form_errors else 200


def _made(form: Any, officer: Officer, jenis: str, **given: Any) -> int:
    """The id of the new paper, or 0 with the refusal on the form."""
    try:
        made = buat(officer, jenis, **{**given, "catatan": given.get("catatan") or ""})
    except SidikError as refusal:
        if refusal.status in (403, 404) or refusal.status >= 500:
            raise
        told(form, refusal)
        return 0
    signed = KETENTUAN[Naskah(jenis)].pemasang
    next_ = "Unduh, tandatangani, lalu pasangkan salinannya." if signed else "Unduh, lalu cetak."
    flash(f"Naskah sudah dibuat. {next_}", "success")
    return made


def _agencies(berkas: m.Berkas, officer: Officer) -> list[tuple[str, str]]:
    u, a = m.Usulan, m.PerangkatDaerah
    mine = sa.select(u.perangkat_daerah_id).where(u.berkas_id == berkas.id, visible(u, officer))
    rows = db.session.execute(sa.select(a.id, a.nama).where(a.id.in_(mine)).order_by(a.nama))
    return [(str(ident), name) for ident, name in rows]


def _meetings(berkas: m.Berkas, officer: Officer) -> list[tuple[str, str]]:
    r = m.Rapat
    rows = db.session.scalars(sa.select(r).where(r.berkas_id == berkas.id, visible(r, officer)).order_by(r.tanggal))
    return [(str(x.id), f"{choices.JENIS_RAPAT[x.jenis]}, {tanggal_panjang(x.tanggal)}, {x.tempat}") for x in rows]
