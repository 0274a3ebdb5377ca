"""The registry of regulations and the catalogue of Pasal 17."""

from __future__ import annotations

from typing import Any

from app import models as m
from app.security.manager import current_officer
from app.sop import choices
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian


class HukumView(SafeModelView):
    """A screen of the law: from its record a way leads to what a change of it touches."""

    show_template = "hukum.html"
    jenis_hukum = ""

    def show_context(self, item: Any) -> dict[str, Any]:
        return {"boleh_dampak": current_officer().may("can_list", "Tinjauan"), "jenis_hukum": self.jenis_hukum}


HURUF = {letter: f"Huruf {letter}" for letter in "abcdefghij"}


class PeraturanView(HukumView):
    jenis_hukum = "peraturan"
    datamodel = ScopedInterface(m.Peraturan)
    route_base = "/peraturan"
    class_permission_name = "Peraturan"
    list_title, add_title, edit_title = "Peraturan", "Tambah peraturan", "Ubah peraturan"
    list_columns = ["tentang", "jenis", "nomor", "tahun", "status", "di_sop"]
    order_columns = ["tentang", "jenis", "tahun"]
    show_columns = [
        "jenis",
        "nomor",
        "tahun",
        "tentang",
        "pengundangan",
        "status",
        "dicabut_oleh",
        "tautan",
        "di_sop",
        "catatan",
    ]
    add_columns = edit_columns = show_columns
    words = {"jenis": choices.JENIS_PERATURAN, "status": choices.STATUS_PERATURAN}
    pencarian = Pencarian(
        ("tentang", "nomor"),
        {"jenis": ("Jenis", choices.JENIS_PERATURAN), "status": ("Status", choices.STATUS_PERATURAN)},
    )


class Pasal17View(HukumView):
    jenis_hukum = "pasal17"
    datamodel = ScopedInterface(m.Pasal17)
    route_base = "/pasal17"
    class_permission_name = "Pasal17"
    list_title, add_title, edit_title = "Pasal 17 UU 14/2008", "Tambah huruf Pasal 17", "Ubah huruf Pasal 17"
    intro = "Alasan pengecualian menurut undang-undang. Setiap butir memerlukan sedikitnya satu huruf."
    list_columns = ["label", "huruf", "angka", "maks_tahun", "tanpa_batas", "terverifikasi"]
    order_columns = ["huruf", "angka"]
    base_order = ("id", "asc")
    show_columns = [
        "huruf",
        "angka",
        "label",
        "maks_tahun",
        "tanpa_batas",
        "perlu_uu_lain",
        "terverifikasi",
        "berlaku_mulai",
        "berlaku_sampai",
    ]
    add_columns = edit_columns = show_columns
    words = {"huruf": HURUF, "tanpa_batas": choices.TANPA_BATAS}
    pencarian = Pencarian(("label",), {"huruf": ("Huruf", HURUF)})

    def record_title(self, item: Any) -> str:
        return str(item.sebutan)
