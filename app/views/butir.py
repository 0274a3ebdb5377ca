"""Butir and their consequence tests."""

from __future__ import annotations

from typing import Any

from flask import url_for
from wtforms.fields import Field

from app import models as m
from app.extensions import db, writing
from app.models.butir import PERTIMBANGAN
from app.models.history import PELAKU
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import BARIS_TIM, BARIS_UTAMA, RESOURCE, find
from app.security.writing import sebagai_petugas
from app.sop import choices
from app.sop.words import LABEL_STATUS, StatusButir, StatusUsulan
from app.steps import butir_baru
from app.steps.serupa import gabungan, kembaran, preseden
from app.steps.sunting import hapus
from app.steps.versi_publik import ditutup_sebagian
from app.views.base import SafeModelView
from app.views.case import CaseView
from app.views.fields import ChecksField, Menyusul
from app.views.interface import ScopedInterface
from app.views.milik_butir import BagianView, DasarView
from app.views.saringan import perangkat_daerah, tahun
from app.views.search import Pencarian
from app.views.writing import ids

STATUS = {status.value: LABEL_STATUS[status] for status in StatusButir}
DIISI = (StatusUsulan.DRAF, StatusUsulan.DIKEMBALIKAN)
TERKUNCI = "Butir tidak dapat diubah pada tahap sekarang."


class Pasal18Field(ChecksField):
    """Seven questions of Pasal 18: a tick means that the information is of that never-exempt kind."""

    def __init__(self, label: str = "", **kwargs: Any) -> None:
        kwargs["choices"] = [(str(n), text) for n, text in enumerate(choices.PASAL_18)]
        super().__init__(label, **kwargs)

    def process_data(self, value: Any) -> None:
        self.data = [str(n) for n, yes in enumerate(value or []) if yes]

    @property
    def answers(self) -> list[bool]:
        ticked = set(self.data or [])
        return [str(n) in ticked for n in range(len(choices.PASAL_18))]


def pasal18_field() -> Field:
    return Pasal18Field(
        "Pasal 18: termasuk salah satu jenis berikut?",
        description="Centang hanya bila benar. Tidak ada yang dicentang berarti: tidak satu pun dari tujuh jenis.",
    )


class UjiView(SafeModelView):
    """Tests to read one by one; written on the page of the berkas (app.views.uji) or by the proposing agency."""

    datamodel = ScopedInterface(m.UjiKonsekuensi)
    route_base = "/uji"
    class_permission_name = "UjiKonsekuensi"
    base_permissions = ["can_list", "can_show", "can_add", "can_edit"]
    exclude_route_methods = {"download", "add", "edit", "delete"}
    list_title = "Uji konsekuensi"
    sop = 2
    list_columns = ["butir", "kesimpulan", "putaran", "penguji", "tanggal"]
    order_columns = ["tanggal", "putaran"]
    show_columns = ["butir", "putaran", *PERTIMBANGAN, "kesimpulan", "alasan_peringatan", "penguji", "tanggal"]
    words = {"kesimpulan": choices.KESIMPULAN}
    parent = "butir"
    pencarian = Pencarian(("butir.kode", "butir.uraian"), {"kesimpulan": ("Kesimpulan", choices.KESIMPULAN)})
    empty = "Belum ada uji konsekuensi."


class ButirView(CaseView):
    """One piece of information, from the agency's draft to the decree."""

    otomatis = True
    kind = "butir"
    datamodel = ScopedInterface(m.ButirInformasi)
    route_base = "/butir"
    class_permission_name = "ButirInformasi"
    list_title, add_title, edit_title = "Butir informasi", "Tambah butir informasi", "Ubah butir informasi"
    intro = ""
    sop = 1
    parent = "usulan"
    list_columns = ["uraian", "kode", "usulan", "cakupan", "status"]
    order_columns = ["kode", "status"]
    show_fieldsets = [
        ("Informasi", {"fields": ["kode", "usulan", "uraian", "uraian_publik", "dokumen_induk", "cakupan", "bagian"]}),
        (
            "Penguasaan",
            {
                "fields": [
                    "penguasa",
                    "penanggung_jawab",
                    "waktu_pembuatan",
                    "tempat_pembuatan",
                    "bentuk",
                    "skkaad",
                    "klasifikasi_arsip",
                ]
            },
        ),
        (
            "Jangka waktu",
            {
                "fields": [
                    "jangka_jenis",
                    "jangka_tahun",
                    "jangka_mulai",
                    "jangka_akhir",
                    "jangka_peristiwa",
                    "jangka_alasan",
                    "tanggal_tinjau",
                ]
            },
        ),
        (
            "Hasil",
            {"fields": ["hasil_pertimbangan", "keputusan", "alasan_berbeda", "digabung_ke", "catatan_status"]},
        ),
    ]
    _isian = ["uraian", "uraian_publik", "dokumen_induk", "cakupan", "bagian"]
    _kuasa = [
        "penguasa",
        "penanggung_jawab",
        "waktu_pembuatan",
        "tempat_pembuatan",
        "bentuk",
        "skkaad",
        "klasifikasi_arsip",
    ]
    _jangka = [
        "jangka_jenis",
        "jangka_tahun",
        "jangka_mulai",
        "jangka_akhir",
        "jangka_peristiwa",
        "jangka_alasan",
        "tanggal_tinjau",
    ]
    add_fieldsets = [
        ("Informasi", {"fields": ["usulan", *_isian]}),
        ("Penguasaan", {"fields": _kuasa}),
        ("Jangka waktu", {"fields": _jangka}),
    ]
    edit_fieldsets = [
        ("Informasi", {"fields": _isian}),
        ("Penguasaan", {"fields": _kuasa}),
        ("Jangka waktu", {"fields": _jangka}),
    ]
    words = {
        "cakupan": choices.CAKUPAN,
        "bentuk": choices.BENTUK,
        "skkaad": choices.SKKAAD,
        "jangka_jenis": choices.JANGKA_JENIS,
        "hasil_pertimbangan": choices.HASIL_PERTIMBANGAN,
        "keputusan": choices.KEPUTUSAN,
    }
    validators_columns = {
        name: [Menyusul()]
        for name in ("uraian", "uraian_publik", "dokumen_induk", "penguasa", "cakupan", "jangka_jenis")
    }
    formatters_columns = {"digabung_ke": lambda butir: _tujuan(butir)}
    related_views = [DasarView, BagianView, UjiView]
    pencarian = Pencarian(
        ("uraian", "kode", "penguasa", "usulan.judul"),
        {"status": ("Status", STATUS)},
        "uraian, kode, atau usulan",
        {
            "perangkat_daerah": perangkat_daerah(
                lambda model, agency: model.usulan.has(m.Usulan.perangkat_daerah_id == agency)
            ),
            "tahun": tahun(lambda model: model.dibuat_pada),
        },
    )
    kolom_tambahan = ("penguasa", "cakupan", "uraian_publik", "hasil_pertimbangan", "keputusan", "diubah_pada")
    empty = "Belum ada butir. Butir ditambahkan dari halaman usulan."
    berasal = "UsulanView.list"

    def record_title(self, item: Any) -> str:
        return str(item.uraian or item.kode)

    def may_add_to(self, parent: Any) -> bool:
        return parent.status in DIISI

    def refuses_delete(self, item: Any) -> str:
        return "" if item.usulan.status in DIISI else TERKUNCI

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        with writing() as session:
            session.info[PELAKU] = officer.id
            return int(butir_baru.buat_butir(session, officer, ids(values)).id)

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        ident = item.id
        with writing() as session:
            session.info[PELAKU] = officer.id
            butir_baru.ubah_butir(session, officer, self.row(ident), ids(values), versi=versi)

    def remove(self, officer: Officer, item: Any) -> None:
        hapus(officer, m.ButirInformasi, item.id)

    def after_delete_url(self, item: Any) -> str:
        return url_for("UsulanView.show", pk=item.usulan_id)

    def more(self, item: Any, officer: Officer) -> dict[str, Any]:
        links = []
        if sebagai_petugas(item.usulan, officer) and not self.refuses_edit(item):
            links.append({"url": url_for("DasarView.add", butir=item.id), "label": "Tambah dasar", "utama": True})
            links.append({"url": url_for("Konsekuensi.index", pk=item.id), "label": "Isi konsekuensi", "utama": True})
        if self.granted("add") and item.usulan.status in DIISI:
            links.append(
                {"url": url_for("ButirView.add", usulan=item.usulan_id), "label": "Tambah butir lain", "utama": False}
            )
        if ditutup_sebagian(item):
            links.append(
                {"url": url_for("VersiPublik.index", pk=item.id), "label": "Versi publik (dihitamkan)", "utama": False}
            )
        return {
            "induk": {"url": url_for("UsulanView.show", pk=item.usulan_id), "label": str(item.usulan)},
            "tautan": links,
            "serupa": _alike(item, officer),
        }


def _tujuan(butir: Any) -> str:
    """Where a butir was merged: one of another agency is named by its code, for its words are for other eyes."""
    if not isinstance(butir, m.ButirInformasi):
        return str(butir)
    return str(butir if find(db.session, m.ButirInformasi, butir.id, current_officer()) is not None else butir.kode)


def _alike(item: m.ButirInformasi, officer: Officer) -> list[tuple[str, list[Any]]]:
    """Precedents and twins, for those who examine or consider; never for the proposing agency."""
    if not (officer.may(BARIS_UTAMA, RESOURCE) or officer.may(BARIS_TIM, RESOURCE)):
        return []
    found = [
        ("Pernah diputuskan", preseden(db.session, officer, item)),
        ("Serupa dan sedang berjalan", kembaran(db.session, officer, item)),
        ("Digabung ke butir ini", gabungan(db.session, officer, item)),
    ]
    return [(title, rows) for title, rows in found if rows]
