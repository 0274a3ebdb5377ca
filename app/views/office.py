"""Master data of the office: agencies, officials, the Tim, holidays, settings."""

from __future__ import annotations

from typing import Any

from wtforms.validators import Regexp

from app import models as m
from app.law import settings
from app.sop import choices
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian

AKTIF = {"1": "Aktif", "0": "Tidak aktif"}
NIP = Regexp(r"^[0-9]{18}$", message="NIP terdiri atas 18 angka tanpa spasi.")


class PerangkatDaerahView(SafeModelView):
    datamodel = ScopedInterface(m.PerangkatDaerah)
    route_base = "/perangkat-daerah"
    class_permission_name = "PerangkatDaerah"
    list_title, add_title, edit_title = "Perangkat daerah", "Tambah perangkat daerah", "Ubah perangkat daerah"
    list_columns = ["nama", "singkatan", "website", "situs_wajib_unggah", "aktif"]
    order_columns = ["nama", "singkatan"]
    base_order = ("nama", "asc")
    show_columns = [
        "kode",
        "nama",
        "singkatan",
        "alamat",
        "telepon",
        "surel",
        "website",
        "situs_wajib_unggah",
        "kode_unit_naskah",
        "pola_nomor",
        "aktif",
    ]
    add_columns = edit_columns = show_columns
    show_template = "perangkat.html"
    pencarian = Pencarian(("nama", "singkatan", "kode"), {"aktif": ("Aktif", AKTIF)})


class PejabatView(SafeModelView):
    datamodel = ScopedInterface(m.Pejabat)
    route_base = "/pejabat"
    class_permission_name = "Pejabat"
    list_title, add_title, edit_title = "Pejabat", "Tambah pejabat", "Ubah pejabat"
    list_columns = ["nama", "jabatan", "kapasitas", "fungsi", "perangkat_daerah", "mulai", "selesai"]
    order_columns = ["nama", "mulai", "selesai"]
    show_columns = [
        "nama",
        "gelar",
        "nip",
        "pangkat",
        "jabatan",
        "kapasitas",
        "atas_nama",
        "untuk_beliau",
        "fungsi",
        "perangkat_daerah",
        "pengguna",
        "mulai",
        "selesai",
        "dasar_penunjukan",
    ]
    add_columns = edit_columns = show_columns
    words = {"kapasitas": choices.KAPASITAS, "fungsi": choices.FUNGSI}
    validators_columns = {"nip": [NIP]}
    pencarian = Pencarian(
        ("nama", "jabatan", "nip", "perangkat_daerah.singkatan"), {"fungsi": ("Fungsi", choices.FUNGSI)}
    )


class AnggotaTimView(SafeModelView):
    datamodel = ScopedInterface(m.AnggotaTim)
    route_base = "/anggota-tim"
    class_permission_name = "AnggotaTim"
    list_title, add_title, edit_title = "Anggota Tim Pertimbangan", "Tambah anggota Tim", "Ubah anggota Tim"
    list_columns = ["pengguna", "kedudukan", "pejabat", "mulai", "selesai"]
    order_columns = ["kedudukan", "mulai"]
    show_columns = ["pengguna", "pejabat", "kedudukan", "dasar", "mulai", "selesai"]
    add_columns = edit_columns = show_columns
    words = {"kedudukan": choices.KEDUDUKAN}
    pencarian = Pencarian(("pengguna.username", "pengguna.first_name", "pengguna.last_name"))

    def record_title(self, item: Any) -> str:
        return str(item.pengguna)


class HariLiburView(SafeModelView):
    datamodel = ScopedInterface(m.HariLibur)
    route_base = "/hari-libur"
    class_permission_name = "HariLibur"
    list_title, add_title, edit_title = "Hari libur", "Tambah hari libur", "Ubah hari libur"
    intro = "Hari libur dan cuti bersama dipakai untuk menghitung hari kerja."
    list_columns = ["tanggal", "nama", "jenis", "pasti"]
    order_columns = ["tanggal", "nama"]
    base_order = ("tanggal", "desc")
    title_column = "nama"
    show_columns = ["tanggal", "nama", "jenis", "pasti", "sumber"]
    add_columns = edit_columns = show_columns
    words = {"jenis": choices.JENIS_LIBUR}
    pencarian = Pencarian(("nama",), {"jenis": ("Jenis", choices.JENIS_LIBUR)})

    def record_title(self, item: Any) -> str:
        return str(item.nama)


class PengaturanView(SafeModelView):
    datamodel = ScopedInterface(m.Pengaturan)
    route_base = "/pengaturan"
    class_permission_name = "Pengaturan"
    list_title, add_title, edit_title = "Pengaturan kantor", "Tambah pengaturan", "Ubah pengaturan"
    intro = "Pilihan kantor. Bila tidak diisi, yang berlaku adalah nilai bawaan."
    words = {"kunci": {kunci: f"{kunci} – {pilihan.penjelasan}" for kunci, pilihan in settings.DAFTAR.items()}}
    list_columns = ["kunci", "nilai", "penjelasan"]
    order_columns = ["kunci"]
    base_order = ("kunci", "asc")
    show_columns = ["kunci", "nilai", "penjelasan"]
    add_columns = ["kunci", "nilai", "penjelasan"]
    edit_columns = ["nilai", "penjelasan"]
    formatters_columns = {"kunci": str}
    description_columns = {"nilai": "Nilai yang diperbolehkan disebutkan bila isian ini ditolak."}
    pencarian = Pencarian(("kunci", "penjelasan"))

    def record_title(self, item: Any) -> str:
        return f"Pengaturan {item.kunci}"
