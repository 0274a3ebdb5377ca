"""The register of what was decreed, and what happens to its entries later."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import url_for

from app import models as m
from app.calendar.sengketa import LANGKAH, tenggat
from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.register.bukti.susun import IZIN
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import find
from app.sop import choices
from app.sop.words import LABEL_STATUS, StatusRegister
from app.sop.words import Naskah as Jenis
from app.steps.pendukung import boleh_membuat
from app.steps.penyimpanan import konfirmasi
from app.steps.perubahan import catat_perubahan, selesaikan_tindak_lanjut
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.saringan import perangkat_daerah, tahun
from app.views.search import Pencarian
from app.views.writing import ids

HARI_SENGKETA = tuple(dict.fromkeys(name for step in LANGKAH for name in (step.sejak, step.selesai)))
STATUS = {status.value: LABEL_STATUS[status] for status in StatusRegister}


class PenyimpananView(SafeModelView):
    datamodel = ScopedInterface(m.PenyimpananDokumen)
    route_base = "/penyimpanan-dokumen"
    class_permission_name = "PenyimpananDokumen"
    list_title, add_title = "Penyimpanan dokumen", "Catat penyimpanan dokumen"
    edit_title = "Konfirmasi penyimpanan dokumen"
    intro = "SOP 4: perangkat daerah mengelola dan menyimpan sendiri dokumen yang dikecualikan."
    sop = 4
    parent = "butir_ditetapkan"
    list_columns = [
        "penanggung_jawab",
        "butir_ditetapkan",
        "perangkat_daerah",
        "lokasi_softcopy",
        "lokasi_hardcopy",
        "dikonfirmasi_pada",
    ]
    order_columns = ["penanggung_jawab", "dikonfirmasi_pada"]
    show_columns = list_columns
    add_columns = ["butir_ditetapkan", "lokasi_softcopy", "lokasi_hardcopy", "penanggung_jawab"]
    edit_columns = ["lokasi_softcopy", "lokasi_hardcopy", "penanggung_jawab"]
    empty = "Belum ada penyimpanan yang dicatat. Buka satu butir pada Daftar dikecualikan untuk mencatatnya."
    berasal = "DaftarView.list"
    pencarian = Pencarian(("penanggung_jawab", "lokasi_softcopy", "lokasi_hardcopy"))

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        """The agency is that of the entry, never of the form."""
        agency = values["butir_ditetapkan"].perangkat_daerah_id
        return super().create(officer, {**values, "perangkat_daerah_id": agency})

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        konfirmasi(officer, item.id, ids(values))


class PerubahanKlasifikasiView(SafeModelView):
    """What a person recorded about an entry: kept as it was recorded, never edited."""

    datamodel = ScopedInterface(m.PerubahanKlasifikasi)
    route_base = "/perubahan-klasifikasi"
    class_permission_name = "PerubahanKlasifikasi"
    base_permissions = ["can_list", "can_show", "can_add"]
    list_title, add_title = "Perubahan klasifikasi", "Catat perubahan klasifikasi"
    intro = "Perpanjangan dan perubahan hanya dengan uji konsekuensi baru: pilih berkasnya."
    parent = "butir_ditetapkan"
    list_columns = ["dasar", "jenis", "butir_ditetapkan", "tanggal"]
    order_columns = ["tanggal", "jenis"]
    show_columns = ["butir_ditetapkan", "jenis", "dasar", "tanggal", "berkas", "naskah"]
    show_template = "perubahan_klasifikasi.html"
    add_columns = ["butir_ditetapkan", "jenis", "dasar", "tanggal", "berkas"]
    description_columns = {
        "dasar": "Keputusan, putusan, peristiwa, atau persetujuan yang menjadi dasarnya, dengan nomor dan tanggal.",
        "berkas": "Untuk perpanjangan dan perubahan: berkas dengan uji konsekuensi baru yang SK-nya sudah berlaku.",
    }
    words = {"jenis": choices.JENIS_PERUBAHAN}
    empty = "Belum ada perubahan. Buka satu butir pada Daftar dikecualikan untuk mencatatnya."
    berasal = "DaftarView.list"
    pencarian = Pencarian(("dasar",), {"jenis": ("Jenis", choices.JENIS_PERUBAHAN)})

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        return catat_perubahan(officer, ids(values))

    def show_context(self, item: Any) -> dict[str, Any]:
        """Its decree when there is one within the officer's rows, else the way to make it."""
        officer, paper = current_officer(), item.naskah
        seen = paper is not None and find(db.session, m.Naskah, paper.id, officer) is not None
        able = boleh_membuat(officer, Jenis.KEPUTUSAN_PERUBAHAN) and (paper is None or paper.status == "dicabut")
        return {
            "keputusan": url_for("NaskahView.show", pk=paper.id) if seen else "",
            "buat": url_for("NaskahPendukung.perubahan", pk=item.id) if able else "",
        }


class PengingatView(SafeModelView):
    """Reminders that the daily work noted."""

    datamodel = ScopedInterface(m.PengingatRegister)
    route_base = "/pengingat-register"
    class_permission_name = "PengingatRegister"
    base_permissions = ["can_list", "can_show"]
    list_title = "Pengingat jangka waktu"
    intro = "Dicatat oleh pekerjaan harian 90, 60, dan 30 hari kerja sebelum jangka waktu berakhir."
    parent = "butir_ditetapkan"
    list_columns = ["jenis", "butir_ditetapkan", "acuan", "dicatat_pada"]
    order_columns = ["jenis", "acuan"]
    show_columns = list_columns
    label_columns = {"acuan": "Tanggal yang diingatkan", "dicatat_pada": "Dicatat"}
    words = {"jenis": choices.JENIS_PENGINGAT}
    empty = "Belum ada pengingat."
    berasal = "DaftarView.list"
    pencarian = Pencarian(
        ("butir_ditetapkan.kode", "butir_ditetapkan.uraian_publik"), {"jenis": ("Jenis", choices.JENIS_PENGINGAT)}
    )


class TindakLanjutView(SafeModelView):
    """What a person does with the file of an opened entry."""

    datamodel = ScopedInterface(m.TindakLanjut)
    route_base = "/tindak-lanjut"
    class_permission_name = "TindakLanjut"
    base_permissions = ["can_list", "can_show", "can_edit"]
    list_title, edit_title = "Tindak lanjut pembukaan", "Selesaikan tindak lanjut"
    intro = "Jangka waktu berakhir dengan sendirinya menurut hukum; dokumennya hanya dilepas oleh petugas."
    parent = "butir_ditetapkan"
    list_columns = ["jenis", "butir_ditetapkan", "sejak", "hasil", "selesai_pada"]
    order_columns = ["jenis", "sejak"]
    show_columns = [*list_columns, "keterangan"]
    edit_columns = ["hasil", "keterangan"]
    label_columns = {"sejak": "Terbuka sejak", "hasil": "Hasil", "selesai_pada": "Diselesaikan"}
    words = {"jenis": choices.JENIS_TINDAK_LANJUT, "hasil": choices.HASIL_TINDAK_LANJUT}
    empty = "Belum ada tindak lanjut."
    berasal = "DaftarView.list"
    pencarian = Pencarian(
        ("butir_ditetapkan.kode", "butir_ditetapkan.uraian_publik"),
        {"jenis": ("Jenis", choices.JENIS_TINDAK_LANJUT), "hasil": ("Hasil", choices.HASIL_TINDAK_LANJUT)},
    )

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        selesaikan_tindak_lanjut(officer, item.id, ids(values))


class SengketaView(SafeModelView):
    datamodel = ScopedInterface(m.Sengketa)
    route_base = "/sengketa"
    class_permission_name = "Sengketa"
    list_title, add_title, edit_title = "Sengketa informasi", "Catat sengketa", "Ubah sengketa"
    parent = "butir_ditetapkan"
    list_columns = ["nomor_register_ki", "butir_ditetapkan", "pemohon", "tahap", "tanggal_putusan"]
    order_columns = ["nomor_register_ki", "tanggal_putusan"]
    show_columns = ["nomor_register_ki", "butir_ditetapkan", "pemohon", "tahap", *HARI_SENGKETA, "putusan"]
    add_columns = show_columns
    edit_columns = [name for name in show_columns if name != "butir_ditetapkan"]
    empty = "Belum ada sengketa. Buka satu butir pada Daftar dikecualikan untuk mencatatnya."
    berasal = "DaftarView.list"
    pencarian = Pencarian(("nomor_register_ki", "pemohon"))
    show_template = "sengketa.html"

    def show_context(self, item: Any) -> dict[str, Any]:
        holidays = set(db.session.scalars(sa.select(m.HariLibur.tanggal)))
        running = tenggat({name: getattr(item, name) for name in HARI_SENGKETA}, hari_ini_wib(), holidays)
        return {"boleh_bukti": current_officer().may(*IZIN), "tenggat": running}


class DaftarView(SafeModelView):
    """The register, to read; its rows are made and changed by decrees only."""

    datamodel = ScopedInterface(m.ButirDitetapkan)
    route_base = "/daftar"
    class_permission_name = "ButirDitetapkan"
    base_permissions = ["can_list", "can_show"]
    list_title = "Daftar informasi yang dikecualikan"
    intro = "Butir yang sudah ditetapkan dengan surat keputusan."
    sop = 4
    list_columns = ["uraian_publik", "kode", "perangkat_daerah", "dasar_hukum", "jangka", "akhir", "status"]
    order_columns = ["kode", "akhir", "status"]
    show_fieldsets = [
        ("Isi", {"fields": ["kode", "uraian_publik", "klasifikasi", "cakupan", "perangkat_daerah", "status"]}),
        ("Dasar dan alasan", {"fields": ["dasar_hukum", "alasan_ringkas"]}),
        ("Jangka waktu", {"fields": ["jangka", "mulai", "akhir", "peristiwa", "batas_buka", "tanggal_tinjau"]}),
        ("Keputusan", {"fields": ["sk", "menggantikan"]}),
    ]
    words = {"cakupan": choices.CAKUPAN}
    related_views = [PenyimpananView, PerubahanKlasifikasiView, PengingatView, TindakLanjutView, SengketaView]
    pencarian = Pencarian(
        ("uraian_publik", "kode", "dasar_hukum", "perangkat_daerah.singkatan"),
        {"status": ("Status", STATUS)},
        lagi={
            "perangkat_daerah": perangkat_daerah(lambda model, agency: model.perangkat_daerah_id == agency),
            "tahun": tahun(lambda model: model.mulai),
        },
    )
    kolom_tambahan = ("cakupan", "mulai", "tanggal_tinjau", "batas_buka", "sk")
    empty = "Belum ada butir yang ditetapkan. Butir masuk ke sini setelah surat keputusan ditetapkan."
    berasal = "BerkasView.list"

    def record_title(self, item: Any) -> str:
        return str(item.uraian_publik)
