"""What a change of the law touches, on one page; the reviews that follow from it, as a list."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.security.manager import current_officer
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import LABEL_STATUS
from app.steps.dampak import buka_tinjauan, dampak, sebab_kata, selesaikan_tinjauan
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.repair import clean_id
from app.views.search import Pencarian
from app.views.writing import ids

HUKUM: dict[str, Any] = {"peraturan": m.Peraturan, "pasal17": m.Pasal17}


class Dampak(BaseView):
    """For PPID Utama: which entries and cases rest on a regulation or a rule, also a drafted one; opens their reviews."""

    route_base = "/dampak"
    izin = ("can_list", "Tinjauan")

    @expose("/<jenis>/<pk>", methods=["GET", "POST"])
    def index(self, jenis: str, pk: str) -> Any:
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        law = db.session.get(HUKUM[jenis], clean_id(pk)) if jenis in HUKUM else None
        if law is None:
            raise TidakDitemukan()
        if request.method == "POST":
            opened = buka_tinjauan(officer, jenis, law.id)
            flash(
                f"{opened} tugas tinjauan dibuka." if opened else "Semua tinjauan sudah dibuka sebelumnya.", "success"
            )
            return redirect(url_for("Dampak.index", jenis=jenis, pk=pk))
        touched = dampak(db.session, officer, law)
        return self.render_template(
            "dampak.html",
            title=f"Dampak {law.singkat if jenis == 'peraturan' else law.sebutan}",
            hukum=law,
            kembali=url_for("PeraturanView.show" if jenis == "peraturan" else "Pasal17View.show", pk=law.id),
            sebab=sebab_kata(law, hari_ini_wib()),
            entri=[one for one in touched if one.entri],
            butir=[one for one in touched if not one.entri],
            belum=sum(one.tinjauan is None for one in touched),
            boleh_buka=officer.may("can_add", "Tinjauan"),
            status=LABEL_STATUS,
            hasil=choices.HASIL_TINJAUAN,
        )


class TinjauanView(SafeModelView):
    """Reviews that a change of the law asks for: opened on the page of the law, closed here by a person."""

    datamodel = ScopedInterface(m.Tinjauan)
    route_base = "/tinjauan"
    class_permission_name = "Tinjauan"
    base_permissions = ["can_list", "can_show", "can_edit"]
    list_title, edit_title = "Tinjauan perubahan hukum", "Selesaikan tinjauan"
    intro = "Dibuka dari halaman dampak pada Peraturan atau Pasal 17, diselesaikan di sini dengan hasilnya."
    list_columns = ["sebab", "objek", "dibuka", "hasil", "selesai_pada"]
    order_columns = ["dibuka"]
    show_columns = [
        "sebab",
        "butir_ditetapkan",
        "butir",
        "peraturan",
        "pasal17",
        "dibuka",
        "hasil",
        "keterangan",
        "selesai_pada",
    ]
    edit_columns = ["hasil", "keterangan"]
    label_columns = {
        "butir_ditetapkan": "Butir yang sudah ditetapkan",
        "butir": "Butir yang sedang berjalan",
        "hasil": "Hasil",
        "keterangan": "Keterangan",
        "selesai_pada": "Diselesaikan",
    }
    words = {"hasil": choices.HASIL_TINJAUAN}
    empty = "Belum ada tinjauan. Buka satu peraturan atau satu huruf Pasal 17, lalu pilih Lihat dampak."
    berasal = "PeraturanView.list"
    pencarian = Pencarian(("sebab",), {"hasil": ("Hasil", choices.HASIL_TINJAUAN)})

    def record_title(self, item: Any) -> str:
        return str(item.objek)

    def refuses_edit(self, item: Any) -> str:
        return "Tinjauan ini sudah selesai." if item.hasil else ""

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        selesaikan_tinjauan(officer, item.id, ids(values))
