"""Proving again who one is: the field of a fresh code (or password) on a form, and what a login must finish first."""

from __future__ import annotations

import time
from typing import Any

from flask import Flask, current_app, g, redirect, request, session, url_for
from flask_login import login_user
from werkzeug.security import check_password_hash
from wtforms import PasswordField, StringField
from wtforms.fields import Field
from wtforms.validators import ValidationError

from app.extensions import db, writing
from app.models import Pengguna
from app.security import accounts, factor, throttle
from app.security.manager import prove, proven_at, restamp
from app.security.policy import Kebijakan, kebijakan

BUKTI = "bukti"
SALAH_SANDI = "Kata sandi tidak cocok. Periksa huruf besar-kecilnya lalu ketik lagi."
# What must be done first after a login -> the pages on which it is done.
DAHULU = {"sandi": ("Akun.sandi",), "faktor": ("FaktorKedua.index", "FaktorKedua.pasang")}
SELALU = ("Masuk.login", "Masuk.kode", "Masuk.logout", "static", "appbuilder.static", "PilihBahasa.pilih")


def field_for(verb: str) -> dict[str, Field]:
    """The field of a proof for a move that asks for one, when the last one is too old; else nothing."""
    rule = kebijakan(db.session)
    return proof_field() if verb in rule.langkah and not fresh(rule) else {}


def fresh(rule: Kebijakan | None = None) -> bool:
    """Whether the last proof is young enough by the office's choice."""
    return time.time() - proven_at() <= (rule or kebijakan(db.session)).umur.total_seconds()


def proof_field() -> dict[str, Field]:
    """The field: a code where a second factor is in force, else the password. Filled rightly it counts at once."""
    if factor.aktif(db.session, g.user.id):
        hint = "Enam angka dari aplikasi di ponsel Anda, atau satu kode pemulihan."
        keys = {"autocomplete": "one-time-code", "spellcheck": "false"}
        return {BUKTI: StringField("Kode verifikasi", [_right_code], description=hint, render_kw=keys)}
    hint = "Diminta lagi karena langkah ini penting dan Anda masuk beberapa waktu yang lalu."
    keys = {"autocomplete": "current-password"}
    return {BUKTI: PasswordField("Kata sandi Anda", [_right_password], description=hint, render_kw=keys)}


def settle(form: Any) -> None:
    """Ask no second time for what was just proven, when a form is shown again for another reason."""
    if BUKTI in form and not form[BUKTI].errors and form[BUKTI].data:
        del form[BUKTI]


def _right_code(_form: Any, field: Field) -> None:
    if not (field.data or "").strip():
        raise ValidationError("Ketik kode verifikasi Anda.")
    sentence = factor.salah(g.user.id, field.data)
    if sentence:
        raise ValidationError(sentence)
    prove()


def _right_password(_form: Any, field: Field) -> None:
    sentence = password_fault(g.user, field.data or "")
    if sentence:
        raise ValidationError(sentence)
    prove()


for _validator in (_right_code, _right_password):
    _validator.field_flags = {"required": True}  # type: ignore[attr-defined]  # WTForms reads it; the page says no "(opsional)"


def password_fault(user: Any, password: str) -> str:
    """What is wrong with somebody's present password, as a sentence; behind a throttle of its own."""
    key, kept = throttle.account(f"sandi:{user.id}"), user.password
    if not throttle.reserve(key):
        return factor.TERLALU_SERING
    if not check_password_hash(kept, password):
        return SALAH_SANDI
    throttle.forget([key])
    return ""


def enter(user: Pengguna) -> None:
    """Begin the session of somebody who has proven all that is asked; note what he must do first, and the device."""
    roles = current_app.appbuilder.sm.standing(user)[0]  # type: ignore[attr-defined]  # FAB hangs itself on the app
    first = ["sandi"] if accounts.wajib_ganti(db.session, user) else []
    if kebijakan(db.session).peran & roles and not factor.aktif(db.session, user.id):
        first.append("faktor")
    login_user(user, remember=False)
    session["_dahulu"] = first
    with writing() as work:
        session["_perangkat"] = accounts.catat_masuk(work, user, "panel", str(request.user_agent))


def stay(user: Pengguna) -> None:
    """Keep this session alive when its owner ended all others by a new password or factor."""
    restamp(user)
    with writing() as work:
        accounts.ikut(work, user, session.get("_perangkat", 0))


def done(what: str) -> None:
    """One of the things that come first is done."""
    session["_dahulu"] = [one for one in session.get("_dahulu", []) if one != what]


def init_first_things(app: Flask) -> None:
    """Until a given password is changed and a required second factor enrolled, every page leads there."""

    @app.before_request
    def first_things() -> Any:
        first = session.get("_dahulu")
        if not first or request.endpoint in (*SELALU, *DAHULU[first[0]]) or request.path.startswith("/api/"):
            return None
        return redirect(url_for(DAHULU[first[0]][0]))
