"""One page for the consequence tests of all butir of a berkas; each part is kept by the owner in app.steps.uji."""

from __future__ import annotations

from datetime import date
from typing import Any

import sqlalchemy as sa
from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from wtforms import BooleanField, TextAreaField
from wtforms.validators import Length, Optional

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import Bentrok, IsianSalah, OrangSama, Terkunci
from app.extensions import db
from app.law import settings
from app.law.guidance import UMUM, panduan
from app.law.meter import kelengkapan
from app.law.rule import Kasus
from app.law.term_dates import tanggal_jangka
from app.models.base import TEKS
from app.models.butir import uji_kini
from app.sop import choices
from app.sop.words import StatusButir
from app.steps.cases import butir_berkas
from app.steps.kajian import temuan_kajian
from app.steps.uji import ISIAN, simpan_beberapa
from app.steps.versi_publik import ditutup_sebagian
from app.views.autosave import otomatis, tersimpan
from app.views.butir import Pasal18Field
from app.views.butir_words import dasar_kata, jangka
from app.views.fields import ChoiceField, Menyusul
from app.views.labels import HINT, LABEL
from app.views.pages import CasePage

POKOK = ("konsekuensi_dibuka", "konsekuensi_ditutup", "kepentingan_publik")
YA_TIDAK = {"ya": "Ya", "tidak": "Tidak"}


def _paragraph(name: str) -> TextAreaField:
    presence = Menyusul() if name in POKOK else Optional()
    return TextAreaField(LABEL[name], [presence, Length(max=TEKS)], description=HINT.get(name, ""))


class FormUji(DynamicForm):
    """The test of one butir; its fields carry the id of the butir as a prefix."""

    konsekuensi_dibuka = _paragraph("konsekuensi_dibuka")
    konsekuensi_ditutup = _paragraph("konsekuensi_ditutup")
    kepentingan_publik = _paragraph("kepentingan_publik")
    kepatutan = _paragraph("kepatutan")
    kesusilaan = _paragraph("kesusilaan")
    mitigasi = _paragraph("mitigasi")
    alternatif = _paragraph("alternatif")
    pasal18_nihil = BooleanField("Tidak satu pun dari tujuh jenis")
    cek_pasal18 = Pasal18Field("Pasal 18 UU 14/2008: termasuk jenis berikut?")
    persetujuan_tertulis = ChoiceField(LABEL["persetujuan_tertulis"], [Menyusul()], words=YA_TIDAK)
    terkait_jabatan_publik = ChoiceField(LABEL["terkait_jabatan_publik"], [Menyusul()], words=YA_TIDAK)
    kesimpulan = ChoiceField(LABEL["kesimpulan"], [Menyusul()], words=choices.KESIMPULAN)
    alasan_peringatan = _paragraph("alasan_peringatan")


class UjiSehalaman(CasePage):
    """All butir of the berkas on one page, save half-filled at any time."""

    route_base = "/uji-berkas"
    izin = ("can_kaji", "Berkas")  # all agencies' butir stand here: a Petugas tests his own on /konsekuensi

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        rows = butir_berkas(db.session, berkas.id, StatusButir.DIHIMPUN)
        forms = {row.id: form_of(row) for row in rows}
        if request.method == "POST":
            done = self._save(officer, {row.id: forms[row.id] for row in rows if changed(row, forms[row.id])})
            if done is not None and otomatis():
                return tersimpan()
            if done is not None:
                flash(
                    f"Uji konsekuensi untuk {done} butir sudah disimpan." if done else "Tidak ada yang berubah.",
                    "success",
                )
                return redirect(url_for("UjiSehalaman.index", pk=berkas.id))
            berkas = self.opened(pk)[1]
            rows = butir_berkas(db.session, berkas.id, StatusButir.DIHIMPUN)
        h = m.HariLibur
        libur = {row.tanggal: row.pasti for row in db.session.execute(sa.select(h.tanggal, h.pasti))}
        page = self.render_template(
            "uji_sehalaman.html",
            umum=UMUM,
            title="Uji konsekuensi",
            berkas=berkas,
            baris=[_shown(r, forms[r.id], libur) for r in rows],
            temuan=_findings(berkas, rows),
            galat=[e for f in forms.values() for e in f.form_errors],
            fungsi=LABEL,
        )
        return page, 422 if request.method == "POST" else 200

    def _save(self, officer: Any, filled: dict[int, FormUji]) -> int | None:
        """Keep what was written; None after telling the refusal on the form. Untouched butir get no tester."""
        if False in [form.validate() for form in filled.values()]:
            return None
        try:
            return len(simpan_beberapa(officer, {ident: values(form) for ident, form in filled.items()}))
        except (IsianSalah, OrangSama, Terkunci, Bentrok) as refusal:
            first = next(iter(filled.values()))
            lacking = getattr(refusal, "kekurangan", [])
            first.form_errors.extend([k.pesan for k in lacking] or [refusal.pesan])
            return None


def form_of(butir: m.ButirInformasi, *, sent: bool = True) -> FormUji:
    """The form of one butir, filled with its present test."""
    test = uji_kini(butir)
    data: dict[str, Any] = {}
    if test is not None:
        data = {name: getattr(test, name) for name in ISIAN}
        data |= {"kesimpulan": test.kesimpulan, "cek_pasal18": test.cek_pasal18}
        data |= {name: _word(getattr(test, name)) for name in ("persetujuan_tertulis", "terkait_jabatan_publik")}
        data["pasal18_nihil"] = test.cek_pasal18 is not None and not any(test.cek_pasal18)
    more = {} if sent else {"formdata": None}
    return FormUji(prefix=f"b{butir.id}-", data=data, **more)


def values(form: FormUji) -> dict[str, Any]:
    """What the owner of the test takes."""
    kept: dict[str, Any] = {name: form[name].data or None for name in ISIAN}
    for name in ("persetujuan_tertulis", "terkait_jabatan_publik"):
        kept[name] = {"ya": True, "tidak": False}.get(form[name].data or "")
    answered = form.pasal18_nihil.data or any(form.cek_pasal18.answers)
    kept["cek_pasal18"] = form.cek_pasal18.answers if answered else None
    kept["kesimpulan"] = form.kesimpulan.data
    return kept


def changed(butir: m.ButirInformasi, form: FormUji) -> bool:
    """Whether the officer wrote anything on this butir."""
    return form.konsekuensi_dibuka.name in request.form and values(form) != values(form_of(butir, sent=False))


def _word(value: bool | None) -> str | None:
    return None if value is None else "ya" if value else "tidak"


def _shown(row: m.ButirInformasi, form: FormUji, libur: dict[date, bool]) -> dict[str, Any]:
    test, case = uji_kini(row), Kasus(row, hari_ini_wib())
    meter, dates = kelengkapan(case), tanggal_jangka(case, libur)
    letters = sorted({basis.pasal17.huruf for basis in row.dasar if basis.pasal17 is not None})
    return {
        "butir": row,
        "form": form,
        "dasar": dasar_kata(row),
        "jangka": jangka(row),
        "meter": meter,
        "kurang": [LABEL.get(name, "Dasar Pasal 17") for name in meter.kurang],
        "tanggal": dates,
        "pengusul": (test.isian_pengusul or {}) if test else {},
        "kesimpulan": test.kesimpulan if test else None,
        "pribadi": bool({"g", "h"} & set(letters)),
        "sebagian": ditutup_sebagian(row),
        "panduan": [panduan(letter) for letter in letters],
    }


def _findings(berkas: m.Berkas, rows: list[m.ButirInformasi]) -> dict[int, list[Any]]:
    """The law's findings per butir, as live hints."""
    found: dict[int, list[Any]] = {}
    for finding in temuan_kajian(db.session, berkas.id, rows, hari_ini_wib(), settings.semua(db.session)):
        if finding.butir is not None:
            found.setdefault(finding.butir, []).append(finding)
    return found
