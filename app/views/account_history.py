"""Who gave which role or permission to whom, and what was done to accounts: to read, to filter, to download."""

from __future__ import annotations

from typing import Any

from app import models as m
from app.sop import choices
from app.views.base import SafeModelView
from app.views.grants import izin_kata
from app.views.interface import OpenInterface
from app.views.search import Pencarian


class RiwayatAkunView(SafeModelView):
    """Only grows, so there is nothing to add, change or delete."""

    datamodel = OpenInterface(m.RiwayatAkun)
    route_base = "/riwayat-akun"
    class_permission_name = "RiwayatAkun"
    base_permissions = ["can_list", "can_show"]
    list_title = "Riwayat akun dan izin"
    intro = "Siapa memberi peran atau izin apa kepada siapa, dan apa yang dilakukan pada akun. Hanya bertambah."
    list_columns = ["waktu", "pelaku_nama", "tindakan", "objek_nama", "isi"]
    order_columns = ["waktu", "pelaku_nama", "tindakan", "objek_nama"]
    show_columns = ["waktu", "pelaku_nama", "tindakan", "objek_jenis", "objek_nama", "isi"]
    label_columns = {
        "pelaku_nama": "Dilakukan oleh",
        "tindakan": "Tindakan",
        "objek_jenis": "Jenis",
        "objek_nama": "Terhadap",
        "isi": "Isi",
    }
    words = {"tindakan": choices.TINDAKAN_AKUN, "objek_jenis": choices.OBJEK_AKUN}
    pencarian = Pencarian(
        ("pelaku_nama", "objek_nama", "isi"),
        {"tindakan": ("Tindakan", choices.TINDAKAN_AKUN), "objek_jenis": ("Jenis", choices.OBJEK_AKUN)},
        "nama orang, peran, atau izin",
    )

    def _formatters(self) -> dict[str, Any]:
        return {**super()._formatters(), "isi": grant_words}

    def record_title(self, item: Any) -> str:
        return str(item)


def grant_words(text: str) -> str:
    """A grant as it is kept ("can_tetapkan Berkas") in the words of the matrix; anything else as it stands."""
    permission, _, resource = str(text).partition(" ")
    known = resource and " " not in resource and (permission.startswith("can_") or permission == "menu_access")
    return izin_kata(permission, resource) if known else str(text)
