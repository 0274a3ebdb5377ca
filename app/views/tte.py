"""Sign a paper through the e-sign service: the signer types NIK and passphrase here, and neither is kept."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from app import models as m
from app.errors import IsianSalah, TidakTersedia
from app.steps.tte import tandatangani_tte, tersedia
from app.views.pages import CasePage
from app.views.writing import told


class FormTte(DynamicForm):
    nik = StringField(
        "NIK penanda tangan",
        [InputRequired("Isi NIK."), Length(min=16, max=16, message="NIK terdiri atas 16 angka.")],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    passphrase = PasswordField(
        "Passphrase",
        [InputRequired("Isi passphrase."), Length(max=200)],
        description="Diketik oleh pemilik sertifikat sendiri. Hanya diteruskan ke layanan tanda tangan; tidak disimpan.",
        render_kw={"autocomplete": "off"},
    )


class TandaTanganElektronik(CasePage):
    """One paper on its way through the service."""

    route_base = "/tte"
    izin = ("can_tandatangani", "Naskah")
    model = m.Naskah

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, naskah = self.opened(pk)
        if not tersedia():
            raise TidakTersedia("Layanan tanda tangan elektronik belum dipasang di kantor ini.")
        form, ident, title = FormTte(), naskah.id, str(naskah)
        if request.method == "POST" and form.validate():
            try:
                tandatangani_tte(officer, ident, nik=form.nik.data or "", passphrase=form.passphrase.data or "")
                flash("Naskah sudah ditandatangani secara elektronik dan salinannya dipasangkan.", "success")
                return redirect(url_for("NaskahView.show", pk=ident))
            except (IsianSalah, TidakTersedia) as refusal:
                told(form, refusal)
        page = self.render_template(
            "tte.html", title="Tandatangani secara elektronik", naskah=title, pk=ident, form=form
        )
        return page, 422 if form.errors else 200
