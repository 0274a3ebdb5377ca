"""The link by which somebody sets his own password: given by an administrator, shown once as a sheet, used once."""

from __future__ import annotations

from typing import Any

import segno
from flask import current_app, flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_appbuilder.security.decorators import has_access, no_cache

from app.errors import TidakDitemukan
from app.extensions import db
from app.models import Pengguna
from app.models.base import sekarang
from app.security import accounts
from app.security.manager import current_officer
from app.security.officer import officer_of
from app.steps.acting import acting
from app.views.account_acts import account
from app.views.accounts import FormSandi
from app.views.proof import fresh, proof_field

HABIS = "Tautan ini sudah dipakai, dicabut, atau lewat 72 jam. Mintalah tautan baru kepada administrator SIDIK di kantor Anda."


def hand_over(orang: Pengguna, address: str) -> bool:
    """Send a link to its person by the office's mail; False when it must be handed over by hand.

    The one place where such a link leaves SIDIK: whoever brings mail brings it here.
    """
    return False


class TautanSandi(BaseView):
    """An administrator makes a link; the answer to the POST is the only page that ever shows it."""

    route_base = "/tautan-sandi"
    class_permission_name = "Pengguna"
    method_permission_name = {"buat": "edit"}

    @expose("/<pk>", methods=["GET", "POST"])
    @has_access
    @no_cache
    def buat(self, pk: str) -> Any:
        user = account(pk)
        form_class: Any = type("FormTautan", (DynamicForm,), {} if fresh() else proof_field())
        form, status = form_class(), 200
        if request.method == "POST":
            if form.validate():
                return self._sheet(user)
            status = 422
        return self.render_template("tautan_buat.html", title="Tautan kata sandi", orang=user, form=form), status

    def _sheet(self, user: Any) -> Any:
        with acting(current_officer()) as work:
            token = accounts.buat_tautan(work, user)
        address = current_app.config["SIDIK_PUBLIC_URL"] + url_for("TerimaTautan.pasang", token=token)
        return self.render_template(
            "tautan_lembar.html",
            title="Tautan kata sandi",
            orang=user,
            alamat=address,
            terkirim=hand_over(user, address),
            sampai=sekarang() + accounts.UMUR_TAUTAN,
            qr=segno.make(address, error="m").svg_data_uri(scale=4, border=4, light="#fff"),
        )


class TerimaTautan(BaseView):
    """Open to whoever holds a link that is not over."""

    route_base = "/undangan"

    @expose("/<token>", methods=["GET", "POST"])
    @no_cache
    def pasang(self, token: str) -> Any:
        found = accounts.tautan(db.session, token)
        if found is None:
            raise TidakDitemukan(HABIS)
        form = FormSandi()
        form.username = found.pengguna.username
        if request.method == "POST" and form.validate():
            with acting(officer_of(db.session, found.pengguna)) as work:
                done = accounts.terima(work, token, form.password.data)
            if done is None:
                raise TidakDitemukan(HABIS)
            flash(f"Kata sandi terpasang. Masuklah dengan nama pengguna {form.username}.", "success")
            return redirect(url_for("Masuk.login"))
        page = self.render_template(
            "tautan_terima.html", title="Pasang kata sandi Anda", orang=found.pengguna, form=form
        )
        return page, 422 if request.method == "POST" else 200
