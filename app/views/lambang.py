"""The emblem of an agency: seen by staff, changed by those who may change agencies."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import flash, redirect, request, send_file, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField

from app.errors import SidikError, TidakBerwenang, TidakDitemukan
from app.security.manager import current_officer
from app.steps.lambang import gambar, pasang_lambang, perangkat
from app.views.attachments import content_of
from app.views.repair import clean_id
from app.views.writing import told


class FormLambang(DynamicForm):
    unggahan = FileField(
        "Gambar lambang (PNG)", description="Latar putih atau tembus, tepi kosong dipotong, 150 sampai 4000 piksel."
    )


class Lambang(BaseView):
    """The picture at the left of the letterhead."""

    route_base = "/lambang"
    default_view = "index"

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer = current_officer()
        if not self.appbuilder.sm.has_access("can_edit", "PerangkatDaerah"):
            raise TidakBerwenang()
        agency, form = perangkat(officer, clean_id(pk)), FormLambang()
        if request.method == "POST":
            try:
                content, name = content_of(form.unggahan.data)
                pasang_lambang(officer, agency.id, content=content, nama=name)
            except SidikError as refusal:
                if refusal.status in (403, 404) or refusal.status >= 500:
                    raise
                told(form, refusal)
            else:
                flash("Lambang dipasang pada kop; naskah berikutnya memakainya.", "success")
                return redirect(url_for("Lambang.index", pk=pk))
        agency = perangkat(officer, clean_id(pk))
        page = self.render_template(
            "lambang.html", title=f"Lambang pada kop: {agency.nama}", form=form, instansi=agency
        )
        return page, 422 if form.errors else 200

    @expose("/<pk>/gambar.png")
    def gambar(self, pk: str) -> Any:
        officer = current_officer()
        if not self.appbuilder.sm.has_access("can_show", "PerangkatDaerah"):
            raise TidakBerwenang()
        content = gambar(officer, clean_id(pk))
        if content is None:
            raise TidakDitemukan()
        return send_file(BytesIO(content), mimetype="image/png")
