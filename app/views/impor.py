"""The import page: choose the sheet, see what every row becomes, then keep it. Nothing is kept while a row is refused."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField
from wtforms.validators import InputRequired

from app import models as m
from app.errors import IsianSalah, Kekurangan, SidikError, TidakBerwenang
from app.extensions import db
from app.files.names import nama_asli
from app.files.sheets import baca
from app.security.manager import current_officer
from app.security.officer import Officer
from app.steps.impor import HasilImpor, impor_usulan
from app.steps.impor_kolom import KOLOM
from app.steps.impor_koreksi import koreksi_xlsx
from app.steps.impor_petakan import TIDAK_DIKENALI, Tawaran, tawarkan
from app.steps.impor_templat import templat_xlsx
from app.views.attachments import content_of
from app.views.writing import told

PALING_BESAR = 1024 * 1024  # a sheet up to this size comes along with its preview and need not be chosen again
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FormImpor(DynamicForm):
    unggahan = FileField(
        "Lembar kerja (.xlsx, .xls, atau .ods)",
        [InputRequired()],
        description="Templat usulan, atau formulir DIK yang biasa dipakai.",
    )


@dataclass
class Layar:
    """What the page shows of a sheet: the file, what became of its rows, and the question about its columns."""

    lembar: tuple[bytes, str] | None = None
    jawaban: HasilImpor | None = None
    tawaran: Tawaran | None = None


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
        form, step, seen = FormImpor(), request.form.get("langkah"), Layar()
        if request.method == "POST" and agency is not None:
            ident = agency.id
            seen = _look(form, officer, agency, step)
            agency = db.session.get(m.PerangkatDaerah, ident)
        answer = seen.jawaban
        if answer is not None and answer.usulan_id:
            flash("Usulan sudah diimpor sebagai draf. Periksa lalu sampaikan.", "success")
            return redirect(url_for("UsulanView.show", pk=answer.usulan_id))
        if answer is not None and seen.lembar is not None and step == "koreksi":
            content, name = seen.lembar
            return _xlsx(koreksi_xlsx(content, name, answer.baris), f"Koreksi {PurePath(name).stem}.xlsx")
        page = self.render_template(
            "impor.html",
            title="Impor usulan",
            form=form,
            jawaban=answer,
            instansi=agency,
            lembar=_carried(seen.lembar),
            tawaran=seen.tawaran,
            dipakai=_pairs(),
            kolom=KOLOM,
        )
        return page, 422 if form.errors else 200

    @expose("/templat")
    def templat(self) -> Any:
        """The spreadsheet to fill in, with today's letters and regulations."""
        if not current_officer().may("can_impor", "Usulan"):
            raise TidakBerwenang()
        return _xlsx(templat_xlsx(db.session), "Templat usulan.xlsx")


def _look(form: FormImpor, officer: Officer, agency: m.PerangkatDaerah, step: str | None) -> Layar:
    """Preview or save the chosen sheet. Headings that nobody knows are asked about; any other refusal stands on the form."""
    seen, ident, refused = Layar(), agency.id, None
    try:
        seen.lembar = content, name = _chosen(form)
        if step != "judul":
            seen.jawaban = impor_usulan(
                content,
                name,
                perangkat_daerah_kode=agency.kode,
                officer=officer,
                simpan=step == "simpan",
                pasangan=_pairs(),
            )
    except SidikError as refusal:
        if refusal.status in (403, 404):
            raise
        refused = refusal
    codes = {found.kode for found in refused.kekurangan} if isinstance(refused, IsianSalah) else set()
    if refused is None or codes & {*TIDAK_DIKENALI, "pasangan_kolom"}:
        seen.tawaran = tawarkan(db.session, officer, ident, baca(name, content), request.form.get("judul"))
    if seen.tawaran is None:
        seen.lembar = seen.lembar if refused is None else None
    if refused is not None and (seen.tawaran is None or not codes & TIDAK_DIKENALI):
        told(form, refused)
    return seen


def _carried(sheet: tuple[bytes, str] | None) -> tuple[str, str] | None:
    """The file as the page carries it along, when it is small enough."""
    return (b64encode(sheet[0]).decode(), sheet[1]) if sheet is not None and len(sheet[0]) <= PALING_BESAR else None


def _chosen(form: FormImpor) -> tuple[bytes, str]:
    """The file just chosen, or the one that was looked at before and came along with the page."""
    sent = request.form.get("isi", "")
    if form.unggahan.data or not sent:
        return content_of(form.unggahan.data)
    try:
        return b64decode(sent, validate=True), request.form.get("nama", "usulan.xlsx")
    except ValueError:
        raise IsianSalah([Kekurangan("unggahan", "Pilih lagi file yang akan diimpor.", "unggahan")]) from None


def _pairs() -> tuple[str, dict[str, int]] | None:
    """The row of headings and the columns that the form tells: fields `judul`, and `kolom_uraian` = place."""
    if request.form.get("langkah") == "judul" or not request.form.get("judul"):
        return None
    given = {kolom.nama: request.form.get(f"kolom_{kolom.nama}", "") for kolom in KOLOM}
    places = {name: int(value) for name, value in given.items() if value.isascii() and value.isdigit()}
    return request.form["judul"], places


def _xlsx(content: bytes, name: str) -> Any:
    return send_file(BytesIO(content), mimetype=XLSX, as_attachment=True, download_name=nama_asli(name))
