"""What can be done with issued papers: download, pair the signed copy, publish, archive; one page each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField, FileRequired
from wtforms.fields import BooleanField, DateField, IntegerField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.errors import Bentrok, IsianSalah, SidikError, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.models.base import ALAMAT, JUDUL, NAMA
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import find, visible
from app.sop import choices
from app.sop.words import LABEL_NASKAH, SKKAAD_NASKAH, StatusNaskah
from app.sop.words import Naskah as N
from app.steps.arsip import boleh_mengarsip, simpan_arsip
from app.steps.penomoran import LUAR
from app.steps.salinan import TIDAK_TERLIHAT
from app.steps.tandatangani import boleh_memasang, pasangkan
from app.views.attachments import content_of
from app.views.case import paper_row
from app.views.fields import ChoiceField, Menyusul, TextField
from app.views.labels import HINT, LABEL
from app.views.pages import CasePage
from app.views.repair import clean_id
from app.views.writing import told


def papers(berkas: m.Berkas, officer: Officer, *more: Any) -> list[m.Naskah]:
    """The papers of a berkas and of its usulan within the officer's rows, withdrawn ones left out."""
    n, u = m.Naskah, m.Usulan
    mine = (n.berkas_id == berkas.id) | n.usulan_id.in_(sa.select(u.id).where(u.berkas_id == berkas.id))
    query = sa.select(n).where(mine, n.status != StatusNaskah.DICABUT, visible(n, officer), *more)
    return list(db.session.scalars(query.order_by(n.id)))


def _disebut(naskah: m.Naskah) -> str:
    """A paper in the list of those that wait for their copy; without a number its agency and date tell it apart."""
    label, agency = LABEL_NASKAH[N(naskah.jenis)], naskah.perangkat_daerah
    if naskah.nomor:
        return f"{label} {naskah.nomor}"
    more = [agency.singkatan if agency is not None else "", tanggal_panjang(naskah.tanggal)]
    more.append("nomor dari buku agenda" if naskah.sumber_nomor == LUAR else "")
    return f"{label} ({', '.join(part for part in more if part)})"


def _naskah(pk: str, officer: Officer) -> m.Naskah:
    found: m.Naskah | None = find(db.session, m.Naskah, clean_id(pk), officer)
    if found is None:
        raise TidakDitemukan()
    return found


class FormPasang(DynamicForm):
    naskah = ChoiceField("Naskah", [InputRequired("Pilih naskah yang salinannya diunggah.")], words={})
    unggahan = FileField(
        "File salinan bertanda tangan",
        [FileRequired("Pilih file yang akan diunggah.")],
        description="Pindaian PDF, JPG, atau PNG; atau PDF bertanda tangan elektronik. Paling besar 25 MB.",
    )
    tanggal_ttd = DateField(
        LABEL["tanggal_ttd"], [InputRequired("Isi tanggal tanda tangan.")], description=HINT["tanggal_ttd"]
    )
    metode = ChoiceField(
        LABEL["metode"], [DataRequired("Pilih cara tanda tangan.")], words=choices.METODE_TTD, default="basah"
    )
    nomor = TextField(
        "Nomor dari buku agenda",
        [Optional(), Length(max=NAMA)],
        description="Hanya untuk naskah yang nomornya ditulis dari buku agenda di luar aplikasi.",
    )
    kode = TextField(
        "Kode verifikasi pada salinan",
        [Optional(), Length(max=60)],
        description="Hanya bila kode pada kaki halaman tidak terbaca sendiri oleh SIDIK.",
    )
    kode_tak_terlihat = BooleanField("Kode tidak terlihat pada salinan; nomor dan tanggalnya sudah saya cocokkan")


class Pasangkan(CasePage):
    """Pair signed copies with the papers of a berkas, or with one paper that is of none."""

    route_base = "/pasangkan"
    izin = ("can_tandatangani", "Naskah")

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        back = {"url": url_for("BerkasView.show", pk=berkas.id), "label": berkas.judul}
        return self._page(officer, back, lambda: papers(self.opened(pk)[1], officer))

    @expose("/naskah/<pk>", methods=["GET", "POST"])
    def satu(self, pk: str) -> Any:
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        label = LABEL_NASKAH[N(_naskah(pk, officer).jenis)]
        back = {"url": url_for("NaskahView.show", pk=clean_id(pk)), "label": label}
        return self._page(officer, back, lambda: [_naskah(pk, officer)])

    def _page(self, officer: Officer, back: dict[str, str], rows: Callable[[], list[m.Naskah]]) -> Any:
        waiting = [n for n in rows() if n.status == StatusNaskah.TERBIT and boleh_memasang(officer, n)]
        form = FormPasang(data={"naskah": request.args.get("naskah"), "metode": "basah", "tanggal_ttd": hari_ini_wib()})
        form.naskah.choices = [
            ("", "Pilih …"),
            *((str(n.id), _disebut(n)) for n in waiting),
        ]
        if request.method == "POST" and form.validate():
            done = self._pair(officer, form)
            if done:
                flash("Salinan bertanda tangan sudah dipasangkan.", "success")
                return redirect(request.path)
        page = self.render_template(
            "pasangkan.html",
            title="Pasangkan salinan bertanda tangan",
            kembali=back,
            form=form,
            naskah=[paper_row(n) for n in rows()],
            menunggu=len(form.naskah.choices) - 1,
        )
        return page, 422 if request.method == "POST" else 200

    def _pair(self, officer: Officer, form: FormPasang) -> bool:
        try:
            content, name = content_of(form.unggahan.data)
            ident = pasangkan(
                officer,
                int(form.naskah.data),
                content=content,
                nama=name,
                tanggal_ttd=form.tanggal_ttd.data,
                metode=form.metode.data or "",
                nomor=form.nomor.data,
                kode=TIDAK_TERLIHAT if form.kode_tak_terlihat.data else form.kode.data or "",
            )
        except SidikError as refusal:
            if refusal.status in (403, 404) or refusal.status >= 500:
                raise
            told(form, refusal)
            return False
        for doubt in (db.session.get_one(m.SalinanTtd, ident).hasil_validasi or {}).get("peringatan", []):
            flash(doubt, "warning")
        return True


class FormArsip(DynamicForm):
    """One record for all papers of the berkas; per paper only the number of sheets differs."""

    kode_klasifikasi = TextField(
        LABEL["kode_klasifikasi"], [InputRequired(), Length(max=40)], description=HINT["kode_klasifikasi"]
    )
    retensi_aktif = IntegerField(LABEL["retensi_aktif"], [InputRequired(), NumberRange(0, 100)], default=2)
    retensi_inaktif = IntegerField(LABEL["retensi_inaktif"], [InputRequired(), NumberRange(0, 100)], default=3)
    pemicu_retensi = TextField(
        LABEL["pemicu_retensi"], [Optional(), Length(max=ALAMAT)], description=HINT["pemicu_retensi"]
    )
    nasib_akhir = ChoiceField(LABEL["nasib_akhir"], [InputRequired()], words=choices.NASIB_AKHIR, default="permanen")
    tingkat_perkembangan = ChoiceField(
        LABEL["tingkat_perkembangan"], words=choices.TINGKAT_PERKEMBANGAN, default="asli"
    )
    softcopy = TextField(LABEL["softcopy"], [Menyusul(), Length(max=ALAMAT)], description=HINT["softcopy"])
    hardcopy_gedung = TextField("Gedung", [Menyusul(), Length(max=200)])
    hardcopy_ruang = TextField("Ruang", [Menyusul(), Length(max=200)])
    hardcopy_lemari = TextField("Lemari", [Optional(), Length(max=40)])
    hardcopy_rak = TextField("Rak", [Optional(), Length(max=40)])
    hardcopy_boks = TextField("Boks", [Menyusul(), Length(max=40)])
    hardcopy_folder = TextField("Folder", [Optional(), Length(max=40)])
    penanggung_jawab = TextField("Penanggung jawab arsip", [Menyusul(), Length(max=JUDUL)])


SAMA = (
    "kode_klasifikasi",
    "retensi_aktif",
    "retensi_inaktif",
    "pemicu_retensi",
    "nasib_akhir",
    "tingkat_perkembangan",
    "softcopy",
    "hardcopy_gedung",
    "hardcopy_ruang",
    "hardcopy_lemari",
    "hardcopy_rak",
    "hardcopy_boks",
    "hardcopy_folder",
    "penanggung_jawab",
)


class ArsipSehalaman(CasePage):
    """One archive form for all papers of a berkas that the officer archives."""

    route_base = "/arsip-berkas"
    izin = ("can_arsipkan", "Naskah")

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        rows = [n for n in papers(berkas, officer) if boleh_mengarsip(officer, n)]
        kept = _records(rows, officer)
        form = FormArsip(obj=next(iter(kept.values()), None))
        if request.method == "POST" and form.validate() and self._keep(officer, form, rows):
            flash("Catatan arsip sudah disimpan.", "success")
            return redirect(url_for("ArsipSehalaman.index", pk=pk))
        officer, berkas = self.opened(pk)
        rows = [n for n in papers(berkas, officer) if boleh_mengarsip(officer, n)]
        page = self.render_template(
            "arsip_sehalaman.html", title="Catat arsip", berkas=berkas, form=form, naskah=_sheet(rows, officer)
        )
        return page, 422 if request.method == "POST" else 200

    def _keep(self, officer: Officer, form: FormArsip, rows: list[m.Naskah]) -> bool:
        common = {name: form[name].data for name in SAMA}
        wanted = []
        for paper in rows:
            raw = request.form.get(f"lembar-{paper.id}", "").strip()
            if request.form.get(f"pilih-{paper.id}"):
                sheets = int(raw) if raw.isascii() and raw.isdecimal() and len(raw) < 7 else None
                wanted.append(
                    {
                        **common,
                        "naskah": paper.id,
                        "skkaad": SKKAAD_NASKAH[N(paper.jenis)],
                        "hardcopy_jumlah_lembar": sheets,
                    }
                )
        if not wanted:
            form.form_errors.append("Centang sedikitnya satu naskah.")
            return False
        try:
            simpan_arsip(officer, wanted)
        except (IsianSalah, Bentrok) as refusal:
            told(form, refusal)
            return False
        return True


def _records(rows: list[m.Naskah], officer: Officer) -> dict[int, m.Arsip]:
    a = m.Arsip
    query = sa.select(a).where(a.naskah_id.in_([n.id for n in rows]), visible(a, officer))
    return {row.naskah_id: row for row in db.session.scalars(query)}


def _sheet(rows: list[m.Naskah], officer: Officer) -> list[dict[str, Any]]:
    kept = _records(rows, officer)
    return [
        {**paper_row(n), "arsip": kept.get(n.id), "skkaad": choices.SKKAAD[SKKAAD_NASKAH[N(n.jenis)]]} for n in rows
    ]
