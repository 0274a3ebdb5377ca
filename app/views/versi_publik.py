"""The blacked-out version of one butir: what must be black, the upload with its check, and the versions that were kept."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField
from wtforms.validators import InputRequired

from app import models as m
from app.errors import SidikError
from app.extensions import db
from app.security.manager import current_officer
from app.steps.versi_publik import boleh_unggah, ditutup_sebagian, masih_cocok, unduh_versi, unggah_versi, versi
from app.views.attachments import content_of
from app.views.pages import CasePage
from app.views.repair import clean_id
from app.views.writing import told


class FormVersi(DynamicForm):
    unggahan = FileField(
        "PDF yang sudah dihitamkan",
        [InputRequired()],
        description="Diperiksa halaman demi halaman: tidak boleh ada teks atau gambar di bawah bagian yang hitam.",
    )


class VersiPublik(CasePage):
    """For everyone who sees the butir; uploads by its agency and by PPID Utama."""

    route_base = "/versi-publik"
    izin = ("can_show", "ButirInformasi")
    model = m.ButirInformasi

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, butir = self.opened(pk)
        form = FormVersi()
        if request.method == "POST":
            try:
                content, name = content_of(form.unggahan.data)
                unggah_versi(officer, butir.id, content=content, nama=name)
                flash("Versi publik sudah diperiksa dan disimpan. Belum diumumkan kepada siapa pun.", "success")
                return redirect(url_for("VersiPublik.index", pk=pk))
            except SidikError as refusal:
                if refusal.status in (403, 404):
                    raise
                told(form, refusal)
            butir = self.opened(pk)[1]
        page = self.render_template(
            "versi_publik.html",
            title="Versi publik (dihitamkan)",
            butir=butir,
            form=form,
            sebagian=ditutup_sebagian(butir),
            boleh=boleh_unggah(officer, butir),
            versi=[(row, masih_cocok(row, butir)) for row in versi(db.session, officer, butir.id)],
        )
        return page, 422 if form.errors else 200

    @expose("/unduh/<pk>")
    def unduh(self, pk: str) -> Any:
        """One version as it was uploaded."""
        found = unduh_versi(current_officer(), clean_id(pk))
        answer = send_file(BytesIO(found.isi), mimetype=found.mime, as_attachment=True, download_name=found.nama)
        answer.set_etag(found.sha256)
        return answer
