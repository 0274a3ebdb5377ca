"""Background work in the panel: what waits, runs, ended or failed, and the button that tries failed work again."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect
from flask_appbuilder import expose
from flask_appbuilder.security.decorators import has_access, permission_name

from app import models as m
from app.errors import SidikError
from app.security.manager import current_officer
from app.sop import choices
from app.steps.pekerjaan import boleh_mengulangi, ulangi
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian


class PekerjaanView(SafeModelView):
    datamodel = ScopedInterface(m.Pekerjaan)
    route_base = "/pekerjaan"
    class_permission_name = "Pekerjaan"
    base_permissions = ["can_list", "can_show", "can_ulangi"]
    list_title = "Pekerjaan latar"
    intro = "Pekerjaan yang gagal diulang sendiri sampai lima kali; setelah itu menunggu tombol Ulangi."
    list_columns = ["jenis", "kunci", "status", "kemajuan", "percobaan", "mulai", "selesai", "galat"]
    order_columns = ["jenis", "kunci", "status", "mulai", "selesai"]
    base_order = ("id", "desc")
    show_columns = [*list_columns, "hasil", "coba_lagi_pada", "denyut"]
    label_columns = {
        "kunci": "Untuk",
        "kemajuan": "Kemajuan (%)",
        "percobaan": "Percobaan",
        "mulai": "Mulai",
        "selesai": "Selesai",
        "galat": "Galat",
        "hasil": "Hasil",
        "coba_lagi_pada": "Dikerjakan setelah",
        "denyut": "Tanda hidup terakhir",
    }
    words = {"jenis": choices.JENIS_PEKERJAAN, "status": choices.STATUS_PEKERJAAN}
    pencarian = Pencarian(
        ("kunci", "galat", "hasil"),
        {"status": ("Status", choices.STATUS_PEKERJAAN), "jenis": ("Jenis", choices.JENIS_PEKERJAAN)},
    )
    show_template = "pekerjaan.html"
    empty = "Belum ada pekerjaan. Pekerjaan harian mulai pukul 05.30 WIB."

    def show_context(self, item: Any) -> dict[str, Any]:
        return {"dapat_diulangi": item.status == "gagal" and boleh_mengulangi(current_officer())}

    @expose("/ulangi/<pk>", methods=["POST"])
    @has_access
    @permission_name("ulangi")
    def ulangi(self, pk: str) -> Any:
        item = self.row(pk)
        back = self.record_url(item)
        try:
            ulangi(current_officer(), item.id)
        except SidikError as refusal:
            flash(refusal.pesan, "danger")
            return redirect(back)
        flash("Pekerjaan menunggu giliran lagi.", "success")
        return redirect(back)
