"""Requests from e-PPID and the desk: the list with its clock, one request, its acts, and the import."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import sqlalchemy as sa
from flask import Response, flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField
from wtforms import DateField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from app import models as m
from app.calendar.words import hari_ini_wib
from app.calendar.workdays import hitung_hari_kerja
from app.documents.keeping import DOCX
from app.errors import Bentrok, IsianSalah, SidikError, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.files.names import nama_unduhan
from app.models.base import TEKS
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import choices
from app.steps import permohonan
from app.steps.papers_bahan import butir_permohonan
from app.steps.permohonan_impor import impor_permohonan, templat_csv
from app.views.attachments import content_of
from app.views.base import SafeModelView
from app.views.case import papers_of
from app.views.fields import ChoiceField
from app.views.interface import ScopedInterface
from app.views.pages import CasePage
from app.views.search import Pencarian
from app.views.writing import ids, told

PALING_BANYAK = 200


class PermohonanView(SafeModelView):
    datamodel = ScopedInterface(m.Permohonan)
    route_base = "/permohonan"
    class_permission_name = "Permohonan"
    base_permissions = ["can_list", "can_show", "can_add", "can_edit"]
    list_title, add_title, edit_title = "Permohonan informasi", "Catat permohonan", "Betulkan catatan permohonan"
    intro = (
        "Permohonan dari e-PPID dan desk PPID. Jawaban paling lambat 10 hari kerja, dapat diperpanjang 7 hari kerja."
    )
    list_columns = ["nomor", "kanal", "diterima", "rincian", "jawaban", "tanggal_jawaban", "berkas"]
    order_columns = ["nomor", "diterima", "jawaban", "tanggal_jawaban"]
    base_order = ("id", "desc")
    show_columns = [
        "nomor",
        "kanal",
        "diterima",
        "pemohon",
        "alamat_pemohon",
        "rincian",
        "tujuan",
        "berkas",
        "diperpanjang",
        "alasan_perpanjangan",
        "jawaban",
        "tanggal_jawaban",
        "keterangan_jawaban",
    ]
    add_columns = edit_columns = ["kanal", "nomor", "diterima", "pemohon", "alamat_pemohon", "rincian", "tujuan"]
    label_columns = {
        "nomor": "Nomor permohonan",
        "kanal": "Kanal",
        "diterima": "Diterima",
        "pemohon": "Pemohon",
        "alamat_pemohon": "Alamat pemohon",
        "rincian": "Informasi yang diminta",
        "tujuan": "Tujuan penggunaan",
        "diperpanjang": "Diperpanjang pada",
        "alasan_perpanjangan": "Alasan perpanjangan",
        "jawaban": "Jawaban",
        "tanggal_jawaban": "Tanggal jawaban",
        "keterangan_jawaban": "Keterangan jawaban",
    }
    description_columns = {"nomor": "Nomor pada e-PPID atau buku register desk PPID."}
    words = {"kanal": choices.KANAL_PERMOHONAN, "jawaban": choices.JAWABAN_PERMOHONAN}
    pencarian = Pencarian(
        ("nomor", "rincian", "pemohon"),
        {"kanal": ("Kanal", choices.KANAL_PERMOHONAN), "jawaban": ("Jawaban", choices.JAWABAN_PERMOHONAN)},
    )
    list_template, show_template = "permohonan_daftar.html", "permohonan.html"
    empty = "Belum ada permohonan. Catat satu, atau impor file CSV dari e-PPID."

    def create(self, officer: Officer, values: dict[str, Any]) -> int:
        return permohonan.terima(officer, ids(values))

    def change(self, officer: Officer, item: Any, values: dict[str, Any], versi: int | None) -> None:
        permohonan.ubah(officer, item.id, ids(values))

    def refuses_edit(self, item: Any) -> str:
        return "Permohonan ini sudah dijawab." if item.jawaban is not None else ""

    def show_context(self, item: Any) -> dict[str, Any]:
        holidays = set(db.session.scalars(sa.select(m.HariLibur.tanggal)))
        last = permohonan.batas(db.session, item)
        may = current_officer().may("can_edit", "Permohonan") and item.jawaban is None
        return {
            "batas": last,
            "sisa": hitung_hari_kerja(hari_ini_wib(), last, holidays) if item.jawaban is None else None,
            "naskah": papers_of(m.Naskah.permohonan_id == item.id, current_officer()),
            "butir": butir_permohonan(db.session, item.id),
            "tindakan": [(verb, words) for verb, words in JUDUL.items() if not self._done(item, verb)] if may else [],
        }

    @staticmethod
    def _done(item: Any, verb: str) -> bool:
        return (verb == "perpanjang" and item.diperpanjang is not None) or (
            verb == "berkas" and item.berkas_id is not None
        )


class FormPerpanjang(DynamicForm):
    alasan = TextAreaField(
        "Alasan", [InputRequired(), Length(max=TEKS)], description="Diberitahukan tertulis kepada pemohon."
    )


class FormHubungkan(DynamicForm):
    cari = StringField("Cari butir", [Optional(), Length(max=100)], description="Kata dari uraian atau kode butir.")


class FormBerkas(DynamicForm):
    pass


class FormJawab(DynamicForm):
    jawaban = ChoiceField("Jawaban", [InputRequired()], words=choices.JAWABAN_PERMOHONAN)
    tanggal = DateField("Tanggal jawaban", [InputRequired()])
    keterangan = TextAreaField(
        "Keterangan", [Optional(), Length(max=TEKS)], description="Ikut tercetak pada surat penolakan."
    )


FORM: dict[str, Any] = {
    "hubungkan": FormHubungkan,
    "jawab": FormJawab,
    "perpanjang": FormPerpanjang,
    "berkas": FormBerkas,
}
JUDUL = {
    "hubungkan": "Hubungkan butir yang dikecualikan",
    "jawab": "Jawab permohonan",
    "perpanjang": "Perpanjang 7 hari kerja",
    "berkas": "Buka berkas klasifikasi",
}


class TindakanPermohonan(CasePage):
    """The acts on one request."""

    route_base = "/tindakan-permohonan"
    izin = ("can_edit", "Permohonan")
    model = m.Permohonan

    @expose("/<pk>/<any(hubungkan, jawab, perpanjang, berkas):verb>", methods=["GET", "POST"])
    def index(self, pk: str, verb: str) -> Any:
        officer, item = self.opened(pk)
        ident, form = item.id, FORM[verb](data={"tanggal": hari_ini_wib()} if request.method == "GET" else None)
        chosen = {
            int(raw) for raw in request.form.getlist("butir") if raw.isascii() and raw.isdecimal() and len(raw) < 10
        }
        act = request.method == "POST" and request.form.get("langkah") != "cari"
        if act and form.validate():
            try:
                if request.form.get("langkah") == "konsep":
                    return _konsep(officer, ident, form)
                _lakukan(officer, ident, verb, form, sorted(chosen))
                flash("Sudah dicatat.", "success")
                return redirect(url_for("PermohonanView.show", pk=ident))
            except (IsianSalah, Bentrok, TidakDitemukan) as refusal:
                db.session.rollback()
                told(form, refusal)
        item = self.opened(pk)[1]
        if request.method == "GET":
            chosen = {row.id for row in butir_permohonan(db.session, item.id)}
        page = self.render_template(
            "permohonan_tindakan.html",
            title=JUDUL[verb],
            item=item,
            verb=verb,
            form=form,
            pilihan=_butir(officer, form, chosen) if verb == "hubungkan" else [],
            dipilih=chosen,
        )
        return page, 422 if act else 200


def _konsep(officer: Officer, ident: int, form: Any) -> Any:
    """The letter that the answer would issue."""
    draft = permohonan.konsep_surat(officer, ident, {name: form[name].data for name in FIELDS})
    name = nama_unduhan("KONSEP-Surat-Penolakan", hari_ini_wib().isoformat(), ext="docx")
    return send_file(BytesIO(draft), mimetype=DOCX, as_attachment=True, download_name=name)


def _lakukan(officer: Officer, ident: int, verb: str, form: Any, chosen: list[int]) -> None:
    if verb == "hubungkan":
        permohonan.hubungkan(officer, ident, chosen)
    elif verb == "perpanjang":
        permohonan.perpanjang(officer, ident, form.alasan.data)
    elif verb == "berkas":
        permohonan.buka_berkas(officer, ident)
    else:
        permohonan.jawab(officer, ident, {name: form[name].data for name in FIELDS})


FIELDS = ("jawaban", "tanggal", "keterangan")


def _butir(officer: Officer, form: Any, chosen: set[int]) -> list[m.ButirDitetapkan]:
    """Entries in force that have the words, and those that are chosen already."""
    e = m.ButirDitetapkan
    query = sa.select(e).where(visible(e, officer), e.status.in_(("berlaku", "akan_berakhir")))
    for word in (form.cari.data or "").split()[:8]:
        query = query.where(
            sa.or_(e.uraian_publik.icontains(word, autoescape=True), e.kode.icontains(word, autoescape=True))
        )
    found = list(db.session.scalars(query.order_by(e.id.desc()).limit(PALING_BANYAK)))
    seen = {row.id for row in found}
    more = db.session.scalars(sa.select(e).where(e.id.in_(chosen - seen), visible(e, officer)))
    return [*more, *found]


class FormImporPermohonan(DynamicForm):
    unggahan = FileField("File CSV", description="Dari e-PPID, dengan kolom seperti templat.")


class ImporPermohonan(BaseView):
    """Requests by the file."""

    route_base = "/impor-permohonan"
    default_view = "index"

    @expose("/", methods=["GET", "POST"])
    def index(self) -> Any:
        officer = current_officer()
        if not officer.may("can_impor", "Permohonan"):
            raise TidakBerwenang()
        form = FormImporPermohonan()
        if request.method == "POST":
            try:
                content, _ = content_of(form.unggahan.data)
                done = impor_permohonan(officer, content, simpan=True)
                flash(f"{len(done.baru)} permohonan dicatat, {len(done.sudah_ada)} sudah ada sebelumnya.", "success")
                return redirect(url_for("PermohonanView.list"))
            except SidikError as refusal:
                if refusal.status in (403, 404):
                    raise
                told(form, refusal)
        page = self.render_template("permohonan_impor.html", title="Impor permohonan", form=form)
        return page, 422 if request.method == "POST" else 200

    @expose("/templat.csv")
    def templat(self) -> Any:
        """The file to fill in."""
        if not current_officer().may("can_impor", "Permohonan"):
            raise TidakBerwenang()
        head = {"Content-Disposition": "attachment; filename=templat-permohonan.csv"}
        return Response(templat_csv(), mimetype="text/csv", headers=head)
