"""Login, logout, one's own account and password, and a new password given by an administrator."""

from __future__ import annotations

from typing import Any

from flask import flash, g, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_appbuilder.security.decorators import no_cache
from flask_appbuilder.security.views import AuthDBView
from flask_appbuilder.utils.base import get_safe_redirect
from flask_login import login_user, logout_user
from werkzeug.security import check_password_hash
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, InputRequired, Length, ValidationError

from app.errors import SENTENCES, BelumMasuk, TidakDitemukan
from app.security import passwords, throttle
from app.security.manager import restamp
from app.views.repair import clean_id

SALAH_MASUK = "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar-kecilnya lalu coba lagi."
BERGANTI = "Kata sandi sudah diganti. Sesi di perangkat lain sudah diakhiri."


class FormMasuk(DynamicForm):
    username = StringField("Nama pengguna", [DataRequired(), Length(max=128)])
    password = PasswordField("Kata sandi", [DataRequired(), Length(max=passwords.LONGEST)])


class Masuk(AuthDBView):
    """Login and logout."""

    login_template = "masuk.html"

    @expose("/login/", methods=["GET", "POST"])
    @no_cache
    def login(self) -> Any:
        target = get_safe_redirect(request.args.get("next", "") or self.appbuilder.get_url_for_index)
        if g.user is not None and g.user.is_authenticated:
            return redirect(target)
        form = FormMasuk()
        if request.method == "GET":
            return self._page(form, "", 200)
        if not form.validate():
            return self._page(form, "", 422)
        user = self.appbuilder.sm.auth_user_db(form.username.data, form.password.data)
        if user is None:
            locked = g.get("login_locked")
            return self._page(form, SENTENCES[429][1] if locked else SALAH_MASUK, 429 if locked else 401)
        login_user(user, remember=False)
        return redirect(target)

    def _page(self, form: FormMasuk, failure: str, status: int) -> Any:
        return self.render_template(self.login_template, title="Masuk", form=form, gagal=failure), status

    @expose("/logout/", methods=["GET", "POST"])
    def logout(self) -> Any:
        """Only a POST ends the session; a foreign page cannot log anybody out."""
        if request.method == "POST":
            user = self._get_authenticated_user()
            logout_user()
            if user is not None:
                self.appbuilder.sm.on_user_logout(user)
            flash("Anda sudah keluar.", "success")
            return redirect(url_for("Masuk.login"))
        return self.render_template("keluar.html", title="Keluar")


class FormSandi(DynamicForm):
    """A new password; the rules are length and not being a common one."""

    password = PasswordField(
        "Kata sandi baru",
        [InputRequired()],
        description=f"Paling sedikit {passwords.SHORTEST} karakter. Beberapa kata yang Anda ingat sudah cukup.",
    )
    conf_password = PasswordField(
        "Ulangi kata sandi baru", [EqualTo("password", message="Kedua isian kata sandi harus sama.")]
    )
    username = ""

    def validate_password(self, field: PasswordField) -> None:
        sentence = passwords.fault(field.data, self.username)
        if sentence:
            raise ValidationError(sentence)


class FormSandiSaya(FormSandi):
    sekarang = PasswordField("Kata sandi sekarang", [InputRequired()])


def logged_in() -> Any:
    """The person of this request; BelumMasuk when there is none."""
    if g.user is None or not g.user.is_authenticated:
        raise BelumMasuk()
    return g.user


class Akun(BaseView):
    """One's own account: who am I, my roles, my password. Needs a login, no permission."""

    route_base = "/akun"
    default_view = "saya"

    @expose("/")
    def saya(self) -> Any:
        user = logged_in()
        roles = sorted(self.appbuilder.sm.standing(user)[0])
        return self.render_template("akun.html", title="Akun saya", orang=user, peran=roles)

    @expose("/sandi", methods=["GET", "POST"])
    def sandi(self) -> Any:
        user = logged_in()
        form = FormSandiSaya()
        form.username = user.username
        if request.method == "POST" and form.validate() and self._right(user, form):
            self.appbuilder.sm.reset_password(user.id, form.password.data)
            restamp(user)
            flash(BERGANTI, "success")
            return redirect(url_for("Akun.saya"))
        page = self.render_template(
            "sandi.html",
            title="Ganti kata sandi",
            form=form,
            names=("sekarang", "password", "conf_password"),
            kembali=url_for("Akun.saya"),
        )
        return page, 422 if request.method == "POST" else 200

    def _right(self, user: Any, form: FormSandiSaya) -> bool:
        """The present password, behind the same throttle as the login."""
        if not throttle.reserve(throttle.account(f"sandi:{user.id}")):
            form.sekarang.errors = [SENTENCES[429][1]]
            return False
        if not check_password_hash(user.password, form.sekarang.data):
            form.sekarang.errors = ["Kata sandi sekarang tidak cocok."]
            return False
        throttle.forget([throttle.account(f"sandi:{user.id}")])
        return True


class SandiPengguna(BaseView):
    """An administrator gives somebody a new password; every session of that person ends."""

    route_base = "/sandi-pengguna"
    class_permission_name = "Pengguna"
    method_permission_name = {"atur": "edit"}

    @expose("/<pk>", methods=["GET", "POST"])
    def atur(self, pk: str) -> Any:
        logged_in()
        if not self.appbuilder.sm.has_access("can_edit", self.class_permission_name):
            raise TidakDitemukan()
        user = self.appbuilder.sm.get_user_by_id(clean_id(pk))
        if user is None:
            raise TidakDitemukan()
        form = FormSandi()
        form.username = user.username
        target = url_for("PenggunaView.show", pk=user.id)
        if request.method == "POST" and form.validate():
            self.appbuilder.sm.reset_password(user.id, form.password.data)
            flash(f"Kata sandi {user.nama} sudah diganti dan sesinya diakhiri. Sampaikan secara langsung.", "success")
            return redirect(target)
        page = self.render_template(
            "sandi.html",
            title=f"Kata sandi baru untuk {user.nama}",
            form=form,
            names=("password", "conf_password"),
            kembali=target,
        )
        return page, 422 if request.method == "POST" else 200
