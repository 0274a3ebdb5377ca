"""The life of a template on the panel: download, edit in Word, upload, see what is wrong, preview, activate by a second person."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField, FileRequired
from wtforms.validators import InputRequired, Length

from app import models as m
from app.documents.contract import kontrak
from app.documents.differ import beda
from app.documents.keeping import DOCX, baca
from app.documents.pdf import ke_pdf, pengubah
from app.documents.render import render
from app.documents.vocabulary import VOCABULARY, daftar_nama, sample
from app.errors import SidikError, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.models.base import TEKS
from app.security.manager import current_officer
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import LABEL_NASKAH
from app.steps import templat
from app.steps.papers_cetak import bawaan
from app.steps.papers_cetak import templat as berlaku
from app.steps.templat_uji import uji_semua
from app.views import values
from app.views.attachments import content_of
from app.views.base import SafeModelView
from app.views.fields import ParagraphField
from app.views.interface import ScopedInterface
from app.views.repair import clean_id
from app.views.search import Pencarian
from app.views.writing import told

JENIS_TEMPLAT = {
    **{jenis.value: label for jenis, label in LABEL_NASKAH.items()},
    "lembar_kendali_sop": "Lembar kendali SOP",
}
BENTUK = ("templat", "contoh", "contoh_pdf")


class FormUnggah(DynamicForm):
    unggahan = FileField(
        "Templat hasil suntingan (.docx)",
        [FileRequired("Pilih file yang akan diunggah.")],
        description="Simpan dari Word sebagai .docx tanpa makro.",
    )
    catatan = ParagraphField(
        "Apa yang diubah",
        [InputRequired("Tuliskan apa yang diubah."), Length(max=TEKS)],
        description="Dibaca oleh orang kedua sebelum mengaktifkan.",
    )


class FormAlasan(DynamicForm):
    alasan = ParagraphField("Alasan", [InputRequired("Tuliskan alasannya."), Length(max=TEKS)])


class TemplatView(SafeModelView):
    datamodel = ScopedInterface(m.TemplatNaskah)
    route_base = "/templat"
    class_permission_name = "TemplatNaskah"
    base_permissions = ["can_list", "can_show", "can_add", "can_edit", "can_unggah", "can_aktifkan"]
    exclude_route_methods = {"download", "add", "edit", "delete"}
    list_title = "Templat naskah"
    intro = (
        "Unduh templat yang berlaku, sunting dengan Word, lalu unggah. Templat baru dipakai setelah orang kedua "
        "mengaktifkannya. Naskah lama tetap seperti saat diterbitkan."
    )
    list_template = "templat_daftar.html"
    show_template = "templat.html"
    list_columns = ["jenis", "nomor_versi", "status", "catatan", "alasan", "dibuat_pada"]
    order_columns = ["jenis", "nomor_versi", "dibuat_pada"]
    show_columns = ["jenis", "nomor_versi", "status", "catatan", "alasan", "diaktifkan_pada", "sha256", "dibuat_pada"]
    label_columns = {"catatan": "Apa yang diubah", "alasan": "Alasan diaktifkan", "diaktifkan_pada": "Diaktifkan pada"}
    words = {"jenis": JENIS_TEMPLAT}
    formatters_columns = {"status": lambda code: values.status(code, choices.STATUS_TEMPLAT.get(code))}
    pencarian = Pencarian(
        ("catatan", "alasan"),
        {"jenis": ("Jenis", JENIS_TEMPLAT), "status": ("Status", choices.STATUS_TEMPLAT)},
    )
    empty = "Belum ada templat kantor; templat bawaan yang dipakai."

    def record_title(self, item: Any) -> str:
        return f"{JENIS_TEMPLAT.get(item.jenis, item.jenis)} versi {item.nomor_versi}"

    def berlaku_kini(self) -> list[dict[str, Any]]:
        """Kind by kind: which template prints today."""
        own = templat.aktif(db.session)
        return [
            {"jenis": jenis, "label": JENIS_TEMPLAT.get(jenis, jenis), "own": own.get(jenis)} for jenis in VOCABULARY
        ]

    def boleh_unggah(self) -> bool:
        return templat.boleh(current_officer(), templat.UNGGAH)

    def show_context(self, item: Any) -> dict[str, Any]:
        officer, content = current_officer(), baca(item.unggahan)
        may = templat.boleh(officer, templat.AKTIFKAN)
        before = berlaku(db.session, item.jenis)[0] if item.status == templat.KONSEP else bawaan(item.jenis)
        return {
            "kontrak": kontrak(content, item.jenis, bawaan(item.jenis)),
            "beda": beda(before, content),
            "pembanding": "templat yang berlaku" if item.status == templat.KONSEP else "templat bawaan",
            "dapat_pdf": pengubah() is not None,
            "form": FormAlasan(),
            "boleh_aktif": may and item.status == templat.KONSEP and item.dibuat_oleh_id != officer.id,
            "pengunggah": may and item.status == templat.KONSEP and item.dibuat_oleh_id == officer.id,
            "boleh_pensiun": may and item.status in (templat.KONSEP, templat.AKTIF),
        }

    @expose("/berlaku/<jenis>")
    def berlaku(self, jenis: str) -> Any:
        """The template in force, or with ?bawaan=1 the shipped one."""
        _reader(current_officer())
        _known(jenis)
        content = bawaan(jenis) if request.args.get("bawaan") else berlaku(db.session, jenis)[0]
        return _sent(content, f"Templat-{jenis}.docx")

    @expose("/penanda/<jenis>")
    def penanda(self, jenis: str) -> Any:
        """Every name that a template of this kind may print, with its meaning."""
        _reader(current_officer())
        _known(jenis)
        title = f"Penanda: {JENIS_TEMPLAT.get(jenis, jenis)}"
        return self.render_template("templat_penanda.html", title=title, nama=daftar_nama(jenis))

    @expose("/unggah/<jenis>", methods=["GET", "POST"])
    def unggah(self, jenis: str) -> Any:
        officer = current_officer()
        if not templat.boleh(officer, templat.UNGGAH):
            raise TidakBerwenang()
        _known(jenis)
        form, answer = FormUnggah(), None
        if request.method == "POST" and form.validate():
            answer = _uploaded(officer, jenis, form)
            if answer is not None and answer.id is not None:
                flash("Templat disimpan sebagai konsep. Periksa contohnya; orang kedua mengaktifkannya.", "success")
                return redirect(url_for("TemplatView.show", pk=answer.id))
        page = self.render_template(
            "templat_unggah.html",
            title=f"Unggah templat: {JENIS_TEMPLAT.get(jenis, jenis)}",
            form=form,
            hasil=answer,
            jenis=jenis,
        )
        return page, 422 if form.errors or answer is not None else 200

    @expose("/<pk>/unduh")
    def unduh(self, pk: str) -> Any:
        """The template, or the paper that it prints of the sample data, as Word or PDF."""
        _reader(current_officer())
        item = templat.satu(current_officer(), clean_id(pk))
        kind = request.args.get("bentuk", BENTUK[0])
        if kind not in BENTUK:
            raise TidakDitemukan()
        content, name = baca(item.unggahan), f"Templat-{item.jenis}-versi-{item.nomor_versi}"
        if kind == BENTUK[0]:
            return _sent(content, f"{name}.docx")
        printed = render(content, sample(item.jenis), jenis=item.jenis, title="Contoh")
        if kind == "contoh":
            return _sent(printed, f"Contoh-{name}.docx")
        db.session.rollback()
        return send_file(BytesIO(ke_pdf(printed)), mimetype="application/pdf", download_name=f"Contoh-{name}.pdf")

    @expose("/<pk>/aktifkan", methods=["POST"])
    def aktifkan(self, pk: str) -> Any:
        count = templat.aktifkan(current_officer(), clean_id(pk), alasan=request.form.get("alasan", ""))
        flash(f"Templat diaktifkan. {_stale(count)}", "success")
        return redirect(url_for("TemplatView.show", pk=pk))

    @expose("/<pk>/pensiunkan", methods=["POST"])
    def pensiunkan(self, pk: str) -> Any:
        count = templat.pensiunkan(current_officer(), clean_id(pk), alasan=request.form.get("alasan", ""))
        flash(f"Templat tidak digunakan lagi. {_stale(count)}", "success")
        return redirect(url_for("TemplatView.show", pk=pk))

    @expose("/uji", methods=["POST"])
    def uji(self) -> Any:
        """Every template in force against every paper that was ever made of its kind."""
        if not templat.boleh(current_officer(), templat.UNGGAH):
            raise TidakBerwenang()
        found = uji_semua(db.session)
        return self.render_template("templat_uji.html", title="Uji semua templat", hasil=found, label=JENIS_TEMPLAT)


def _reader(officer: Officer) -> None:
    if not templat.boleh(officer, "can_show"):
        raise TidakBerwenang()


def _known(jenis: str) -> None:
    if jenis not in VOCABULARY:
        raise TidakDitemukan()


def _sent(content: bytes, name: str) -> Any:
    return send_file(BytesIO(content), mimetype=DOCX, as_attachment=True, download_name=name)


def _stale(count: int) -> str:
    return f"{count} naskah yang belum ditandatangani ditandai perlu dibuat ulang." if count else ""


def _uploaded(officer: Officer, jenis: str, form: FormUnggah) -> templat.Hasil | None:
    try:
        content, name = content_of(form.unggahan.data)
        return templat.unggah_templat(officer, jenis, content=content, nama=name, catatan=form.catatan.data or "")
    except SidikError as refusal:
        if refusal.status in (403, 404) or refusal.status >= 500:
            raise
        told(form, refusal)
        return None
