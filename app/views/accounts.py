"""Login, logout, one's own account and password, and a new password given by an administrator."""

from __future__ import annotations

import time
from typing import Any

from flask import flash, g, redirect, request, session, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.forms import DynamicForm
from flask_appbuilder.security.decorators import no_cache
from flask_appbuilder.security.views import AuthDBView
from flask_appbuilder.utils.base import get_safe_redirect
from flask_login import logout_user
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired, EqualTo, InputRequired, Length, ValidationError

from app.errors import SENTENCES, BelumMasuk, TidakDitemukan
from app.extensions import db
from app.security import accounts, factor, passwords
from app.security.manager import current_officer, stamp
from app.steps.acting import acting
from app.views.device_words import devices
from app.views.proof import BUKTI, done, enter, fresh, password_fault, proof_field, stay
from app.views.repair import clean_id

SALAH_MASUK = "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar-kecilnya lalu coba lagi."
DIBERIKAN = (
    "Kata sandi {} sudah diganti dan sesinya diakhiri. Sampaikan secara langsung; saat masuk ia harus menggantinya."
)
FEW_CODES = 3
SISA_KODE = "Kode pemulihan Anda tinggal {}. Buatlah yang baru di Akun saya › Verifikasi dua langkah."
SETENGAH, SEMENTARA = "_setengah", 300  # a right password that still lacks its code, and for how many seconds
BERGANTI = "Kata sandi sudah diganti. Sesi di perangkat lain sudah diakhiri."


class FormMasuk(DynamicForm):
    username = StringField("Nama pengguna", [DataRequired(), Length(max=128)])
    password = PasswordField("Kata sandi", [DataRequired(), Length(max=passwords.LONGEST)])


class FormKode(DynamicForm):
    kode = StringField("Kode verifikasi", [DataRequired(), Length(max=40)])


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
        if factor.aktif(db.session, user.id):
            session[SETENGAH] = [user.id, stamp(user), time.time()]
            return redirect(url_for("Masuk.kode", next=request.args.get("next")))
        enter(user)
        return redirect(target)

    @expose("/login/kode", methods=["GET", "POST"])
    @no_cache
    def kode(self) -> Any:
        """The second step, within five minutes of a right password: a code of the phone, or a recovery code."""
        user = self._half()
        if user is None:
            flash("Waktu untuk memasukkan kode sudah habis. Ketik lagi nama pengguna dan kata sandi.", "warning")
            return redirect(url_for("Masuk.login", next=request.args.get("next")))
        form, failure, status = FormKode(), "", 200
        if request.method == "POST":
            failure = factor.salah(user.id, form.kode.data or "") if form.validate() else "Ketik kode verifikasi Anda."
            if not failure:
                enter(user)
                if (left := factor.sisa_kode(db.session, user.id)) < FEW_CODES:
                    flash(SISA_KODE.format(left), "warning")
                return redirect(get_safe_redirect(request.args.get("next", "") or self.appbuilder.get_url_for_index))
            status = 429 if failure == factor.TERLALU_SERING else 401
        page = self.render_template("masuk_kode.html", title="Verifikasi dua langkah", form=form, gagal=failure)
        return page, status

    def _half(self) -> Any:
        """Whose right password came a moment ago in this browser, or None."""
        ident, mark, moment = session.get(SETENGAH) or ("", "", 0)
        user = self.appbuilder.sm.load_user(ident) if time.time() - moment < SEMENTARA else None
        return user if user is not None and stamp(user) == mark else None

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
            return _emptied(redirect(url_for("Masuk.login")))
        return self.render_template("keluar.html", title="Keluar")


def _emptied(response: Response) -> Response:
    """Tell the browser to forget the pages and the typed words of whoever leaves."""
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


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
        return self.render_template(
            "akun.html",
            title="Akun saya",
            orang=user,
            peran=roles,
            faktor=factor.aktif(db.session, user.id),
            sisa=factor.sisa_kode(db.session, user.id),
            perangkat=devices(user),
            ini=session.get("_perangkat"),
        )

    @expose("/keluar-semua", methods=["POST"])
    def keluar_semua(self) -> Any:
        """End every session and token of one's own, this one too."""
        user = logged_in()
        with acting(current_officer()) as work:
            accounts.akhiri_sesi(work, user)
        logout_user()
        session.clear()
        flash("Anda sudah keluar dari semua perangkat. Masuklah lagi di perangkat ini.", "success")
        return _emptied(redirect(url_for("Masuk.login")))

    @expose("/sandi", methods=["GET", "POST"])
    def sandi(self) -> Any:
        user = logged_in()
        form = FormSandiSaya()
        form.username = user.username
        if request.method == "POST" and form.validate() and self._right(user, form):
            with acting(current_officer()) as work:
                accounts.pasang_sandi(work, user, form.password.data)
            stay(user)
            done("sandi")
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
        """The present password, behind a throttle like that of the login; the new one must be another."""
        sentence = password_fault(user, form.sekarang.data)
        if not sentence and form.password.data == form.sekarang.data:
            form.password.errors = ["Kata sandi baru harus berbeda dari yang sekarang."]
            return False
        form.sekarang.errors = [sentence] if sentence else []
        return not sentence


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
        form: Any = type("FormSandiBaru", (FormSandi,), {} if fresh() else proof_field())()
        form.username = user.username
        target = url_for("PenggunaView.show", pk=user.id)
        if request.method == "POST" and form.validate():
            with acting(current_officer()) as work:
                accounts.beri_sandi(work, user, form.password.data)
            flash(DIBERIKAN.format(user.nama), "success")
            return redirect(target)
        page = self.render_template(
            "sandi.html",
            title=f"Kata sandi baru untuk {user.nama}",
            form=form,
            names=("password", "conf_password", *((BUKTI,) if BUKTI in form else ())),
            kembali=target,
        )
        return page, 422 if request.method == "POST" else 200
