"""The office's own trust roots on the panel: upload, check the fingerprint, let it count by a second person, end it."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField
from wtforms.validators import InputRequired, Length

from app import models as m
from app.errors import SidikError, TidakBerwenang
from app.models.base import TEKS
from app.security.manager import current_officer
from app.steps import akar
from app.views.attachments import content_of
from app.views.base import SafeModelView
from app.views.fields import ParagraphField
from app.views.interface import ScopedInterface
from app.views.repair import clean_id
from app.views.search import Pencarian
from app.views.writing import told


class FormAkar(DynamicForm):
    unggahan = FileField(
        "Sertifikat induk (.cer, .crt, .pem)",
        description="Ambil dari situs resmi penyelenggara sertifikat, lalu cocokkan sidik SHA-256-nya.",
    )
    alasan = ParagraphField(
        "Asal dan alasan",
        [InputRequired("Tuliskan dari mana sertifikat ini dan mengapa dipercaya."), Length(max=TEKS)],
        description="Dibaca oleh orang kedua sebelum mengaktifkan.",
    )


class FormAlasan(DynamicForm):
    alasan = ParagraphField("Alasan", [InputRequired("Tuliskan alasannya."), Length(max=TEKS)])


class AkarView(SafeModelView):
    datamodel = ScopedInterface(m.AkarTerpercaya)
    route_base = "/akar-terpercaya"
    class_permission_name = "AkarTerpercaya"
    base_permissions = ["can_list", "can_show", "can_add", "can_aktifkan"]
    exclude_route_methods = {"download", "add", "edit", "delete"}
    list_title = "Sertifikat terpercaya"
    intro = (
        "Tanda tangan elektronik disebut dipercaya bila rantai sertifikatnya berujung pada salah satu sertifikat yang "
        "aktif di sini. Tanpa sertifikat aktif, keutuhan dan keabsahannya tetap diperiksa."
    )
    list_template = "akar_daftar.html"
    show_template = "akar.html"
    list_columns = ["nama", "berlaku_mulai", "berlaku_sampai", "aktif"]
    order_columns = ["nama", "berlaku_sampai"]
    show_columns = ["nama", "sidik", "berlaku_mulai", "berlaku_sampai", "aktif", "alasan", "dibuat_pada"]
    label_columns = {"sidik": "Sidik SHA-256", "aktif": "Aktif", "alasan": "Asal dan alasan"}
    pencarian = Pencarian(("nama", "sidik"))
    empty = "Belum ada sertifikat terpercaya."

    def boleh_unggah(self) -> bool:
        return akar.boleh(current_officer(), akar.UNGGAH)

    def show_context(self, item: Any) -> dict[str, Any]:
        officer = current_officer()
        own = item.dibuat_oleh_id == officer.id
        may = akar.boleh(officer, akar.AKTIFKAN)
        return {"form": FormAlasan(), "boleh": may and (item.aktif or not own), "sendiri": own and not item.aktif}

    @expose("/unggah", methods=["GET", "POST"])
    def unggah(self) -> Any:
        officer = current_officer()
        if not akar.boleh(officer, akar.UNGGAH):
            raise TidakBerwenang()
        form = FormAkar()
        if request.method == "POST" and form.validate():
            try:
                content, name = content_of(form.unggahan.data)
                ident = akar.unggah_akar(officer, content=content, nama=name, alasan=form.alasan.data or "")
                flash("Sertifikat disimpan. Orang kedua mencocokkan sidiknya lalu mengaktifkan.", "success")
                return redirect(url_for("AkarView.show", pk=ident))
            except SidikError as refusal:
                if refusal.status in (403, 404) or refusal.status >= 500:
                    raise
                told(form, refusal)
        page = self.render_template("akar_unggah.html", title="Unggah sertifikat terpercaya", form=form)
        return page, 422 if form.errors else 200

    @expose("/<pk>/tetapkan", methods=["POST"])
    def tetapkan(self, pk: str) -> Any:
        """Let it count, or end that: `aktif` of the form is 1 or 0."""
        on = request.form.get("aktif") == "1"
        akar.tetapkan_akar(current_officer(), clean_id(pk), aktif=on, alasan=request.form.get("alasan", ""))
        flash("Sertifikat diaktifkan." if on else "Sertifikat tidak dipercaya lagi.", "success")
        return redirect(url_for("AkarView.show", pk=pk))
