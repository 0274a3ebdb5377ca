"""The open list (DIP): its lines as a screen, and its import from a spreadsheet."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField

from app import models as m
from app.errors import SidikError, TidakBerwenang
from app.security.manager import current_officer
from app.steps.terbuka import impor_terbuka
from app.views.attachments import content_of
from app.views.base import SafeModelView
from app.views.interface import ScopedInterface
from app.views.search import Pencarian
from app.views.writing import told


class InformasiTerbukaView(SafeModelView):
    datamodel = ScopedInterface(m.InformasiTerbuka)
    route_base = "/informasi-terbuka"
    class_permission_name = "InformasiTerbuka"
    list_title, add_title, edit_title = "Daftar informasi publik", "Tambah informasi terbuka", "Ubah informasi terbuka"
    intro = "Informasi yang tercatat terbuka. Usulan yang serupa diberi catatan saat diuji."
    list_columns = ["ringkasan", "penguasa", "berlaku_mulai", "berlaku_sampai"]
    order_columns = ["ringkasan", "penguasa"]
    show_columns = ["ringkasan", "penguasa", "sumber", "berlaku_mulai", "berlaku_sampai"]
    add_columns = edit_columns = show_columns
    list_template = "daftar_terbuka.html"
    empty = "Belum ada. Impor daftar informasi publik, atau tambahkan satu per satu."
    pencarian = Pencarian(("ringkasan", "penguasa"))

    def record_title(self, item: Any) -> str:
        return str(item.ringkasan)

    def boleh_impor(self) -> bool:
        return current_officer().may("can_impor", "InformasiTerbuka")


class FormTerbuka(DynamicForm):
    unggahan = FileField("Lembar kerja (.xlsx, .xls, atau .ods)", description="Daftar informasi publik kantor Anda.")


class ImporTerbuka(BaseView):
    """For PPID Utama."""

    route_base = "/informasi-terbuka-impor"
    default_view = "index"
    izin = ("can_impor", "InformasiTerbuka")

    @expose("/", methods=["GET", "POST"])
    def index(self) -> Any:
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        form = FormTerbuka()
        if request.method == "POST":
            try:
                done = impor_terbuka(officer, *content_of(form.unggahan.data))
                flash(f"{done.ditambah} baris ditambahkan, {done.sudah_ada} sudah ada.", "success")
                return redirect(url_for("InformasiTerbukaView.list"))
            except SidikError as refusal:
                if refusal.status in (403, 404):
                    raise
                told(form, refusal)
        page = self.render_template("impor_terbuka.html", title="Impor daftar informasi publik", form=form)
        return page, 422 if form.errors else 200
