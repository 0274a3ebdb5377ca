"""The own fields of a verb on its confirmation page, and how they become the door's `data`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from flask import request
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField
from wtforms import HiddenField, TextAreaField
from wtforms.fields import DateField, Field
from wtforms.validators import InputRequired, Length, Optional

from app import models as m
from app.extensions import db
from app.models.base import JUDUL, TEKS
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import choices
from app.sop.moves import Langkah
from app.sop.words import StatusBerkas, StatusButir
from app.steps.decisions import bawaan
from app.views.fields import ChecksField, ChoiceField, TextField
from app.views.proof import field_for

BERKAS_BARU = "baru"
HIMPUN_KE, PILIH_BERKAS = "Dihimpun ke berkas", InputRequired("Pilih berkas dari daftar.")
KEPUTUSAN = "keputusan_"
ALASAN_BEDA = "alasan_"


def form_for(row: Langkah, case: Any, officer: Officer, kind: str) -> type[DynamicForm]:
    """The form class of one confirmation page: version, operation, the verb's own fields, the note."""
    fields: dict[str, Field] = {"versi": HiddenField(), "operasi": HiddenField()}
    fields |= FIELDS.get((kind, row.verb), _none)(case, officer)
    fields |= field_for(row.verb)
    label = "Alasan" if row.perlu_catatan else "Catatan"
    hint = "Akan dibaca oleh penerima dan tercatat dalam riwayat."
    fields["catatan"] = TextAreaField(label, [Optional(), Length(max=TEKS)], description=hint)
    return type("FormTindakan", (DynamicForm,), fields)


def data_of(form: Any, row: Langkah, kind: str) -> dict[str, Any]:
    """The door's `data` from a filled form."""
    return DATA.get((kind, row.verb), lambda _form: {})(form)


def _none(_case: Any, _officer: Officer) -> dict[str, Field]:
    return {}


# --- himpun ------------------------------------------------------------------------------------------
def open_berkas(officer: Officer, *, new: bool = True) -> dict[str, str]:
    """The berkas that still take proposals, and a new one."""
    query = (
        sa.select(m.Berkas)
        .where(m.Berkas.status.in_((StatusBerkas.PENGHIMPUNAN, StatusBerkas.PENGKAJIAN)), visible(m.Berkas, officer))
        .order_by(m.Berkas.id.desc())
        .limit(100)
    )
    words = {str(b.id): str(b) for b in db.session.scalars(query)}
    return {BERKAS_BARU: "Buka berkas klasifikasi baru", **words} if new else words


def _himpun(_case: Any, officer: Officer) -> dict[str, Field]:
    return {
        "berkas": ChoiceField(HIMPUN_KE, [PILIH_BERKAS], words=open_berkas(officer), default=BERKAS_BARU),
        "judul": TextField(
            "Judul berkas baru",
            [Optional(), Length(max=JUDUL)],
            description="Hanya untuk berkas baru. Bila kosong: Klasifikasi informasi yang dikecualikan tahun ini.",
        ),
    }


def _himpun_data(form: Any) -> dict[str, Any]:
    chosen = form.berkas.data
    data: dict[str, Any] = {"berkas": int(chosen) if chosen and chosen != BERKAS_BARU else None}
    if "judul" in form and form.judul.data:
        data["judul"] = form.judul.data
    return data


def _himpun_kembali(_case: Any, officer: Officer) -> dict[str, Field]:
    return {"berkas": ChoiceField(HIMPUN_KE, [PILIH_BERKAS], words=open_berkas(officer, new=False))}


# --- butir -------------------------------------------------------------------------------------------
def _gabung(case: Any, officer: Officer) -> dict[str, Field]:
    b = m.ButirInformasi
    query = sa.select(b).where(
        b.berkas_id == case.berkas_id, b.status == StatusButir.DIHIMPUN, b.id != case.id, visible(b, officer)
    )
    words = {str(row.id): str(row)[:120] for row in db.session.scalars(query.order_by(b.id)).unique()}
    chosen = request.args.get("ke")  # from the page that compares two butir
    return {"ke": ChoiceField("Digabung ke butir", [InputRequired()], words=words, default=chosen)}


def _kaji_ulang(case: Any, _officer: Officer) -> dict[str, Field]:
    rows = db.session.scalars(sa.select(m.ButirInformasi).where(m.ButirInformasi.berkas_id == case.id)).unique()
    words = [(str(row.id), str(row)[:120]) for row in rows]
    return {
        "butir": ChecksField(
            "Butir yang perlu dikaji ulang",
            [Optional()],
            choices=words,
            description="Bila tidak ada yang dicentang, seluruh berkas dikaji ulang.",
        )
    }


# --- setujui -----------------------------------------------------------------------------------------
def _setujui(_case: Any, _officer: Officer) -> dict[str, Field]:
    return {
        "nomor_surat": TextField(
            "Nomor surat persetujuan",
            [Optional(), Length(max=200)],
            description="Wajib bila persetujuan dicatat dari surat; pimpinan yang menyetujui sendiri boleh mengosongkan.",
        ),
        "tanggal": DateField("Tanggal persetujuan", [Optional()], description="Bila kosong: hari ini."),
        "lingkup": ChoiceField("Lingkup persetujuan", words=choices.LINGKUP_PERSETUJUAN, default="keduanya"),
        "unggahan": FileField(
            "Pindaian surat persetujuan", [Optional()], description="PDF atau JPG, paling besar 25 MB."
        ),
    }


def _setujui_data(form: Any) -> dict[str, Any]:
    data = {name: form[name].data for name in ("nomor_surat", "tanggal", "lingkup")}
    return {name: value for name, value in data.items() if value}


# --- tetapkan ----------------------------------------------------------------------------------------
def considered(case: Any) -> list[m.ButirInformasi]:
    """The butir to be decided."""
    b = m.ButirInformasi
    query = sa.select(b).where(b.berkas_id == case.id, b.status == StatusButir.DIPERTIMBANGKAN).order_by(b.id)
    return list(db.session.scalars(query).unique())


def _tetapkan(case: Any, _officer: Officer) -> dict[str, Field]:
    signers = db.session.scalars(
        sa.select(m.Pejabat).where(m.Pejabat.fungsi == "penetap").order_by(m.Pejabat.id.desc())
    )
    fields: dict[str, Field] = {
        "penandatangan": ChoiceField(
            "Penandatangan SK",
            words={str(p.id): str(p) for p in signers},
            description="Bila kosong: pejabat penetap yang sedang menjabat.",
        ),
        "tanggal": DateField("Tanggal SK", [Optional()], description="Bila kosong: hari ini."),
    }
    for butir in considered(case):
        hasil = choices.HASIL_PERTIMBANGAN.get(butir.hasil_pertimbangan or "", "belum ada")
        fields[f"{KEPUTUSAN}{butir.id}"] = ChoiceField(
            f"Keputusan untuk {butir}"[:200],
            words=choices.KEPUTUSAN,
            default=bawaan(butir),
            description=f"Hasil pertimbangan Tim: {hasil}.",
        )
        fields[f"{ALASAN_BEDA}{butir.id}"] = TextField(
            "Alasan bila berbeda dari hasil Tim", [Optional(), Length(max=TEKS)], description="Ikut tercetak dalam SK."
        )
    return fields


def _tetapkan_data(form: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    if form.penandatangan.data:
        data["penandatangan"] = int(form.penandatangan.data)
    if form.tanggal.data:
        data["tanggal"] = form.tanggal.data
    reasons = {f.name.removeprefix(ALASAN_BEDA): f.data for f in form if f.name.startswith(ALASAN_BEDA)}
    decided = {f.name.removeprefix(KEPUTUSAN): f.data for f in form if f.name.startswith(KEPUTUSAN) and f.data}
    data["keputusan"] = {
        int(ident): {"keputusan": said, "alasan": reasons.get(ident) or ""} for ident, said in decided.items()
    }
    return data


FIELDS: dict[tuple[str, str], Callable[[Any, Officer], dict[str, Field]]] = {
    ("usulan", "himpun"): _himpun,
    ("butir", "himpun"): _himpun_kembali,
    ("butir", "himpun_kembali"): _himpun_kembali,
    ("butir", "gabung"): _gabung,
    ("berkas", "kaji_ulang"): _kaji_ulang,
    ("berkas", "setujui"): _setujui,
    ("berkas", "tetapkan"): _tetapkan,
}
# The names by which the door tells what these fields lack.
OWN: dict[tuple[str, str], frozenset[str]] = {
    ("usulan", "himpun"): frozenset({"berkas", "judul"}),
    ("butir", "himpun"): frozenset({"berkas"}),
    ("butir", "himpun_kembali"): frozenset({"berkas"}),
    ("butir", "gabung"): frozenset({"ke"}),
    ("berkas", "kaji_ulang"): frozenset({"butir"}),
    ("berkas", "setujui"): frozenset({"nomor_surat", "tanggal", "lingkup", "unggahan"}),
    ("berkas", "tetapkan"): frozenset({"penandatangan", "tanggal", "keputusan"}),
}
DATA: dict[tuple[str, str], Callable[[Any], dict[str, Any]]] = {
    ("usulan", "himpun"): _himpun_data,
    ("butir", "himpun"): _himpun_data,
    ("butir", "himpun_kembali"): _himpun_data,
    ("butir", "gabung"): lambda form: {"ke": int(form.ke.data) if form.ke.data else None},
    ("berkas", "kaji_ulang"): lambda form: {"butir": [int(x) for x in form.butir.data or []]},
    ("berkas", "setujui"): _setujui_data,
    ("berkas", "tetapkan"): _tetapkan_data,
}
