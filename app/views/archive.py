"""Archive records, publications and reports."""

from __future__ import annotations

from typing import Any

from app import models as m
from app.reports.all import LAPORAN
from app.security.officer import Officer
from app.sop import choices
from app.steps.arsip import simpan_arsip
from app.views.base import SafeModelView
from app.views.custody import PeminjamanView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian
from app.views.writing import ids

JUDUL_LAPORAN = {report.nama: report.judul for report in LAPORAN.values()}
HARDCOPY = [
    "hardcopy_gedung",
    "hardcopy_ruang",
    "hardcopy_lemari",
    "hardcopy_rak",
    "hardcopy_boks",
    "hardcopy_folder",
    "hardcopy_jumlah_lembar",
]
POKOK = [
    "kode_klasifikasi",
    "retensi_aktif",
    "retensi_inaktif",
    "pemicu_retensi",
    "nasib_akhir",
    "skkaad",
    "tingkat_perkembangan",
]


class ArsipView(SafeModelView):
    datamodel = ScopedInterface(m.Arsip)
    route_base = "/arsip"
    class_permission_name = "Arsip"
    list_title, add_title, edit_title = "Arsip", "Catat arsip", "Ubah catatan arsip"
    intro = "Naskah disimpan dalam softcopy dan hardcopy (SOP, Pencatatan dan pendataan)."
    sop = 5
    parent = "naskah"
    list_columns = ["naskah", "kode_klasifikasi", "hardcopy_boks", "nasib_akhir", "penanggung_jawab", "lengkap"]
    order_columns = ["kode_klasifikasi", "lengkap"]
    show_fieldsets = [
        ("Naskah", {"fields": ["naskah", *POKOK, "lengkap"]}),
        ("Softcopy", {"fields": ["softcopy"]}),
        ("Hardcopy", {"fields": [*HARDCOPY, "penanggung_jawab"]}),
    ]
    add_fieldsets = [
        ("", {"fields": ["naskah", *POKOK]}),
        ("Softcopy", {"fields": ["softcopy"]}),
        ("Hardcopy", {"fields": [*HARDCOPY, "penanggung_jawab"]}),
    ]
    edit_fieldsets = [
        ("", {"fields": POKOK}),
        ("Softcopy", {"fields": ["softcopy"]}),
        ("Hardcopy", {"fields": [*HARDCOPY, "penanggung_jawab"]}),
    ]
    words = {
        "nasib_akhir": choices.NASIB_AKHIR,
        "skkaad": choices.SKKAAD,
        "tingkat_perkembangan": choices.TINGKAT_PERKEMBANGAN,
    }
    pencarian = Pencarian(
        ("kode_klasifikasi", "penanggung_jawab", "hardcopy_boks", "naskah.nomor", "naskah.perihal"),
        {"lengkap": ("Lengkap", {"1": "Lengkap", "0": "Belum lengkap"})},
    )
    related_views = [PeminjamanView]
    empty = "Belum ada catatan arsip. Catatan dibuat dari halaman berkas atau naskah."
    berasal = "NaskahView.list"

    def record_title(self, item: Any) -> str:
        return f"Arsip {item.naskah}"

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        return simpan_arsip(officer, [ids(values)])[0]

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        simpan_arsip(officer, [{**ids(values), "naskah": item.naskah_id}])


class PublikasiView(SafeModelView):
    """Publications to read; made from the page of the berkas."""

    datamodel = ScopedInterface(m.Publikasi)
    route_base = "/publikasi"
    class_permission_name = "Publikasi"
    base_permissions = ["can_list", "can_show"]
    list_title = "Publikasi surat keputusan"
    intro = "SOP 5: surat keputusan diunggah di situs resmi perangkat daerah."
    sop = 5
    list_columns = ["judul", "perangkat_daerah", "saluran", "tanggal_unggah", "hasil_cek", "cek_terakhir"]
    order_columns = ["judul", "tanggal_unggah", "cek_terakhir"]
    show_columns = [
        "judul",
        "naskah",
        "perangkat_daerah",
        "saluran",
        "url",
        "tanggal_unggah",
        "sha256",
        "cek_terakhir",
        "hasil_cek",
        "bukti",
        "dicabut_pada",
        "alasan_cabut",
    ]
    words = {"saluran": choices.SALURAN, "hasil_cek": choices.HASIL_CEK}
    pencarian = Pencarian(
        ("judul", "url", "perangkat_daerah.singkatan"),
        {"saluran": ("Saluran", choices.SALURAN), "hasil_cek": ("Hasil pemeriksaan", choices.HASIL_CEK)},
    )
    empty = "Belum ada publikasi. Publikasi dimulai dari halaman berkas setelah SK ditandatangani."
    berasal = "BerkasView.list"

    def record_title(self, item: Any) -> str:
        return str(item.judul)


class LaporanView(SafeModelView):
    """Reports that are kept: papers of decrees, and the office's reports of periods that are over."""

    datamodel = ScopedInterface(m.Laporan)
    route_base = "/laporan"
    class_permission_name = "Laporan"
    base_permissions = ["can_list", "can_show", "can_edit"]
    list_title, edit_title = "Laporan tersimpan", "Ubah lokasi hardcopy laporan"
    intro = "Laporan per SK terbit saat berkas selesai; laporan berkala disimpan setelah bulan, triwulan, atau tahunnya lewat."
    list_columns = ["jenis", "nama", "periode", "berkas", "tanggal", "lokasi_hardcopy"]
    order_columns = ["tanggal", "jenis", "periode", "nama"]
    base_order = ("id", "desc")
    show_columns = ["jenis", "nama", "periode", "berkas", "naskah", "tanggal", "lokasi_hardcopy"]
    edit_columns = ["lokasi_hardcopy"]
    label_columns = {"nama": "Laporan"}
    words = {"jenis": choices.JENIS_LAPORAN, "nama": JUDUL_LAPORAN}
    pencarian = Pencarian(
        ("periode", "berkas.judul"),
        {"jenis": ("Jenis", choices.JENIS_LAPORAN), "nama": ("Laporan", JUDUL_LAPORAN)},
    )
    show_template = "laporan.html"
    empty = "Belum ada laporan. Laporan diterbitkan saat berkas selesai, atau setelah periodenya lewat."
    berasal = "LaporanKantor.index"

    def show_context(self, item: Any) -> dict[str, Any]:
        files = {"xlsx": item.xlsx, "docx": item.docx, "pdf": item.pdf} if item.nama is not None else {}
        return {"file": files}
