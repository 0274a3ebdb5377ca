"""The memory of the cases, to read only: events and changes of fields."""

from __future__ import annotations

from typing import Any

from app import models as m
from app.views.base import SafeModelView
from app.views.event_words import TINDAKAN
from app.views.interface import ScopedInterface
from app.views.saringan import tahun
from app.views.search import Pencarian

OBJEK = {
    "usulan": "Usulan",
    "berkas": "Berkas",
    "butir": "Butir",
    "naskah": "Naskah",
    "publikasi": "Publikasi",
    "arsip": "Arsip",
    "pendapat": "Pendapat",
    "uji": "Uji konsekuensi",
    "pengguna": "Pengguna",
    "impor": "Impor",
    "register": "Daftar yang ditetapkan",
    "perangkat_daerah": "Perangkat daerah",
}


class PeristiwaView(SafeModelView):
    datamodel = ScopedInterface(m.Peristiwa)
    route_base = "/peristiwa"
    class_permission_name = "Peristiwa"
    base_permissions = ["can_list", "can_show"]
    list_title = "Riwayat peristiwa"
    intro = "Catatan yang hanya bertambah dan terkunci berantai; tidak dapat diubah."
    list_columns = ["waktu", "pelaku_nama", "peran", "verb", "objek_jenis", "objek_id", "dari", "ke", "catatan"]
    order_columns = ["waktu", "pelaku_nama", "verb"]
    show_columns = [
        "urut",
        "waktu",
        "pelaku_nama",
        "pelaku_jabatan",
        "peran",
        "atas_nama",
        "verb",
        "objek_jenis",
        "objek_id",
        "berkas_id",
        "dari",
        "ke",
        "catatan",
        "di_luar_jam_kerja",
        "ringkasan",
        "operasi",
        "sha_sebelumnya",
        "sha",
    ]
    label_columns = {
        "berkas_id": "Nomor berkas",
        "ringkasan": "Ringkasan",
        "operasi": "Nomor operasi",
        "sha": "Sidik",
        "sha_sebelumnya": "Sidik sebelumnya",
        "urut": "Urutan",
    }
    words = {"objek_jenis": OBJEK, "verb": TINDAKAN}
    pencarian = Pencarian(
        ("pelaku_nama", "catatan", "verb"),
        {"objek_jenis": ("Objek", OBJEK)},
        lagi={"tahun": tahun(lambda model: model.waktu)},
    )

    def record_title(self, item: Any) -> str:
        return f"Peristiwa {item.urut}"


class PerubahanDataView(SafeModelView):
    datamodel = ScopedInterface(m.PerubahanData)
    route_base = "/perubahan-data"
    class_permission_name = "PerubahanData"
    base_permissions = ["can_list", "can_show"]
    list_title = "Riwayat isian"
    list_columns = ["waktu", "pelaku", "objek_jenis", "objek_id", "medan", "lama", "baru"]
    order_columns = ["waktu", "medan"]
    show_columns = list_columns
    pencarian = Pencarian(("objek_jenis", "medan"))

    def record_title(self, item: Any) -> str:
        return f"Perubahan {item.medan}"
