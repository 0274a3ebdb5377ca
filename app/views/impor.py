"""The import page: choose the sheet, see what every row becomes, then keep it. Nothing is kept while a row is refused."""

from __future__ import annotations

from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import PurePath
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField

from app import models as m
from app.errors import IsianSalah, Kekurangan, SidikError, TidakBerwenang
from app.extensions import db
from app.files.names import nama_asli
from app.security.manager import current_officer
from app.steps.impor import impor_usulan
from app.steps.impor_koreksi import koreksi_xlsx
from app.steps.impor_templat import templat_xlsx
from app.views.attachments import content_of
from app.views.writing import told

PALING_BESAR = 1024 * 1024  # a sheet up to this size comes along with its preview and need not be chosen again
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FormImpor(DynamicForm):
    unggahan = FileField(
        "Lembar kerja (.xlsx, .xls, atau .ods)", description="Templat usulan, atau formulir DIK yang biasa dipakai."
    )


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
                content, name = _chosen(form)
                answer = impor_usulan(content, name, perangkat_daerah_kode=agency.kode, officer=officer, simpan=keep)
            except SidikError as refusal:
                if not isinstance(refusal, IsianSalah) and refusal.status in (403, 404):
                    raise
                told(form, refusal)
            if answer is not None and answer.usulan_id:
                flash("Usulan sudah diimpor sebagai draf. Periksa lalu sampaikan.", "success")
                return redirect(url_for("UsulanView.show", pk=answer.usulan_id))
        if answer is not None and request.form.get("langkah") == "koreksi":
            return _xlsx(koreksi_xlsx(content, name, answer.baris), f"Koreksi {PurePath(name).stem}.xlsx")
        kept = (b64encode(content).decode(), name) if answer is not None and len(content) <= PALING_BESAR else None
        page = self.render_template(
            "impor.html", title="Impor usulan", form=form, jawaban=answer, instansi=agency, lembar=kept
        )
        return page, 422 if form.errors else 200

    @expose("/templat")
    def templat(self) -> Any:
        """The spreadsheet to fill in, with today's letters and regulations."""
        if not current_officer().may("can_impor", "Usulan"):
            raise TidakBerwenang()
        return _xlsx(templat_xlsx(db.session), "Templat usulan.xlsx")


def _chosen(form: FormImpor) -> tuple[bytes, str]:
    """The file just chosen, or the one that was looked at before and came along with the page."""
    sent = request.form.get("isi", "")
    if form.unggahan.data or not sent:
        return content_of(form.unggahan.data)
    try:
        return b64decode(sent, validate=True), request.form.get("nama", "usulan.xlsx")
    except ValueError:
        raise IsianSalah([Kekurangan("unggahan", "Pilih lagi file yang akan diimpor.", "unggahan")]) from None


def _xlsx(content: bytes, name: str) -> Any:
    return send_file(BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=nama_asli(name))
