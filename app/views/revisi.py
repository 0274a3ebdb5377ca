"""The next revision of an unsigned paper, and what differs from the one before."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from wtforms.validators import InputRequired, Length

from app import models as m
from app.errors import SidikError
from app.models.base import TEKS
from app.sop.words import LABEL_NASKAH
from app.sop.words import Naskah as Jenis
from app.steps.terbit_ulang import bandingkan, boleh_terbit_ulang, terbitkan_ulang
from app.views.fields import ParagraphField
from app.views.pages import CasePage
from app.views.repair import clean_id
from app.views.writing import told


class FormTerbit(DynamicForm):
    alasan = ParagraphField(
        "Alasan", [InputRequired("Tuliskan alasannya."), Length(max=TEKS)], description="Dicatat pada riwayat."
    )


class RevisiNaskah(CasePage):
    """Print a paper anew under its number; compare two of its revisions."""

    route_base = "/revisi-naskah"
    izin = ("can_show", "Naskah")
    model = m.Naskah
    default_view = "beda"

    @expose("/<pk>", methods=["GET", "POST"])
    def terbit(self, pk: str) -> Any:
        officer, paper = self.opened(pk)
        form = FormTerbit()
        if request.method == "POST" and form.validate():
            try:
                new = terbitkan_ulang(officer, paper.id, alasan=form.alasan.data or "")
            except SidikError as refusal:
                if refusal.status in (403, 404) or refusal.status >= 500:
                    raise
                told(form, refusal)
            else:
                flash("Naskah diterbitkan ulang. Unduh dan tandatangani yang baru; yang lama dicabut.", "success")
                return redirect(url_for("NaskahView.show", pk=new))
        officer, paper = self.opened(pk)
        page = self.render_template(
            "terbit_ulang.html",
            title="Terbitkan ulang naskah",
            form=form,
            naskah=paper,
            label=LABEL_NASKAH[Jenis(paper.jenis)],
            boleh=paper.status == "terbit" and boleh_terbit_ulang(officer, paper),
        )
        return page, 422 if form.errors else 200

    @expose("/<pk>/beda")
    def beda(self, pk: str) -> Any:
        officer, _ = self.opened(pk)
        paper, before, lines = bandingkan(officer, clean_id(pk))
        title = f"Beda terbitan: {LABEL_NASKAH[Jenis(paper.jenis)]}"
        return self.render_template("beda_naskah.html", title=title, naskah=paper, lama=before, baris=lines)
