"""Master data of the office: agencies, officials, the Tim, holidays, settings."""

from __future__ import annotations

from typing import Any

from wtforms.validators import InputRequired, Regexp

from app import models as m
from app.law import settings
from app.law.pilihan import Pilihan
from app.sop import choices
from app.views.base import SafeModelView
from app.views.fields import ChoiceField
from app.views.interface import ScopedInterface
from app.views.search import Pencarian

AKTIF = {"1": "Aktif", "0": "Tidak aktif"}
NAMA = {kunci: pilihan.nama for kunci, pilihan in settings.DAFTAR.items()}
NILAI = {isi: isi.replace("_", " ") for pilihan in settings.DAFTAR.values() for isi in pilihan.nilai}
NIP = Regexp(r"^[0-9]{18}$", message="NIP terdiri atas 18 angka tanpa spasi.")


def boleh(pilihan: Pilihan) -> str:
    """Which values a choice may hold and which it has by default, in words."""
    bawaan = f"“{NILAI.get(pilihan.bawaan, pilihan.bawaan)}”" if pilihan.bawaan else "kosong"
    petunjuk = pilihan.petunjuk.replace("_", " ") if pilihan.nilai else pilihan.petunjuk
    return " ".join((petunjuk, f"Nilai bawaan: {bawaan}."))


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
    """The office's choices, each by its name; the key stands on the record."""

    datamodel = ScopedInterface(m.Pengaturan)
    route_base = "/pengaturan"
    class_permission_name = "Pengaturan"
    list_title, add_title, edit_title = "Pengaturan kantor", "Tambah pengaturan", "Ubah pengaturan"
    intro = "Pilihan kantor. Bila tidak diisi, yang berlaku adalah nilai bawaan."
    words = {"kunci": {kunci: f"{p.nama} – {p.penjelasan} {p.petunjuk}" for kunci, p in settings.DAFTAR.items()}}
    list_columns = ["kunci", "nilai", "penjelasan"]
    order_columns = ["kunci"]
    base_order = ("kunci", "asc")
    show_columns = ["nilai", "penjelasan"]
    show_template = "pengaturan.html"
    add_columns = ["kunci", "nilai", "penjelasan"]
    edit_columns = ["nilai", "penjelasan"]
    formatters_columns = {"kunci": lambda kunci: NAMA.get(kunci, kunci), "nilai": lambda nilai: NILAI.get(nilai, nilai)}
    description_columns = {"nilai": "Nilai yang diperbolehkan disebutkan pada pengaturan yang dipilih di atas."}
    pencarian = Pencarian(("kunci", "penjelasan"), sebutan={"kunci": NAMA})

    def record_title(self, item: Any) -> str:
        return NAMA.get(item.kunci, item.kunci)

    def show_context(self, item: Any) -> dict[str, Any]:
        pilihan = settings.DAFTAR.get(item.kunci)
        return {"boleh": boleh(pilihan) if pilihan else ""}

    def _opened(self, form_class: Any, **values: Any) -> Any:
        """The form that changes a known choice tells what it may hold: a closed list is chosen from."""
        pilihan = settings.DAFTAR.get(values["obj"].kunci) if "obj" in values else None
        if pilihan is None:
            return super()._opened(form_class, **values)
        if pilihan.nilai:
            chosen = ChoiceField("Nilai", [InputRequired()], words={isi: NILAI[isi] for isi in pilihan.nilai})
            form_class = type(form_class.__name__, (form_class,), {"nilai": chosen})
        form = super()._opened(form_class, **values)
        form.nilai.description = boleh(pilihan)
        form.nilai.flags.required = not pilihan.menerima("")
        return form
