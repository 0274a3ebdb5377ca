"""The import page: choose the sheet, see what every row becomes, then keep it. Nothing is kept while a row is refused."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField

from app import models as m
from app.errors import IsianSalah, SidikError, TidakBerwenang
from app.extensions import db
from app.files.names import nama_asli
from app.security.manager import current_officer
from app.steps.impor import impor_usulan
from app.steps.impor_koreksi import koreksi_xlsx
from app.steps.impor_templat import templat_xlsx
from app.views.attachments import content_of
from app.views.writing import told

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FormImpor(DynamicForm):
    unggahan = FileField("File Excel (.xlsx)", description="Lembar usulan dengan judul kolom pada baris pertama.")


class HalamanImpor(BaseView):
    """For the Petugas of one agency."""

    route_base = "/impor"
    default_view = "index"

    @expose("/", methods=["GET", "POST"])
    def index(self) -> Any:
        officer = current_officer()
        if not officer.may("can_impor", "Usulan"):
            raise TidakBerwenang()
        agency = db.session.get(m.PerangkatDaerah, officer.perangkat_daerah_id or 0)
        form, answer = FormImpor(), None
        if request.method == "POST" and agency is not None:
            keep = request.form.get("langkah") == "simpan"
            try:
                content, name = content_of(form.unggahan.data)
                answer = impor_usulan(content, name, perangkat_daerah_kode=agency.kode, officer=officer, simpan=keep)
            except SidikError as refusal:
                if not isinstance(refusal, IsianSalah) and refusal.status in (403, 404):
                    raise
                told(form, refusal)
            if answer is not None and answer.usulan_id:
                flash("Usulan sudah diimpor sebagai draf. Periksa lalu sampaikan.", "success")
                return redirect(url_for("UsulanView.show", pk=answer.usulan_id))
        if answer is not None and request.form.get("langkah") == "koreksi":
            return _xlsx(koreksi_xlsx(content, name, answer.baris), f"Koreksi {name}")
        page = self.render_template("impor.html", title="Impor usulan", form=form, jawaban=answer, instansi=agency)
        return page, 422 if form.errors else 200

    @expose("/templat")
    def templat(self) -> Any:
        """The spreadsheet to fill in, with today's letters and regulations."""
        if not current_officer().may("can_impor", "Usulan"):
            raise TidakBerwenang()
        return _xlsx(templat_xlsx(db.session), "Templat usulan.xlsx")


def _xlsx(content: bytes, name: str) -> Any:
    return send_file(BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=nama_asli(name))
