"""The refusals that neither our rules nor the error pages raise: tokens, database limits, and what FAB or a library answers by itself."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, jsonify, make_response, request, session
from sqlalchemy.exc import DataError, IntegrityError

from app.errors import SENTENCES, BelumMasuk
from app.extensions import db

log = logging.getLogger(__name__)

PREFIX = "/api/"
TOKEN = "Token tidak dapat dipakai: sudah berakhir, dicabut, atau rusak. Masuk lagi untuk mendapat token baru."  # noqa: S105
SALAH_MASUK = "Nama pengguna atau kata sandi tidak cocok. Periksa ejaannya, lalu coba lagi."
MELANGGAR = (
    "Isian bertentangan dengan aturan data: sudah ada yang sama, urutannya terbalik, atau masih dipakai data lain."
)
_JSON = "application/json"


def told(status: int, kode: str, message: str, **more: Any) -> Response:
    """One refusal as JSON."""
    return make_response(jsonify({"message": message, "kode": kode, **more}), status)


def init_errors(app: Flask) -> None:
    """Hang them on the app."""
    _tokens(app.extensions["flask-jwt-extended"])
    app.register_error_handler(IntegrityError, _integrity)
    app.register_error_handler(DataError, _integrity)
    app.after_request(_in_words)
    app.after_request(_no_cookie)


def _tokens(manager: Any) -> None:
    """Every token that cannot be used is a 401 in our words."""

    def bad(*_: Any) -> Response:
        return told(401, BelumMasuk.kode, TOKEN)

    def missing(_reason: str) -> Response:
        return told(401, BelumMasuk.kode, BelumMasuk.pesan)

    manager.unauthorized_loader(missing)
    for hook in ("expired_token", "invalid_token", "revoked_token", "needs_fresh_token", "user_lookup_error"):
        getattr(manager, f"{hook}_loader")(bad)
    manager.token_verification_failed_loader(bad)


def _integrity(error: Exception) -> Response:
    """A rule of the database that no form knows; its text stays in the log."""
    log.warning("database refused: %s", type(error).__name__)
    db.session.rollback()
    return told(422, "melanggar_aturan", MELANGGAR, kekurangan=[])


def _no_cookie(response: Response) -> Response:
    """A program keeps a token; the panel's session (its language) is no concern of an answer here."""
    if request.path.startswith(PREFIX):
        session.modified = False
    return response


def _in_words(response: Response) -> Response:
    """Whatever else answers a program with a refusal speaks from the one table, as JSON."""
    if response.status_code < 400 or not request.path.startswith(PREFIX):
        return response
    body = response.get_json(silent=True) if response.mimetype == _JSON else None
    if isinstance(body, dict) and {"message", "kode"} <= set(body):
        return response
    if response.status_code == 401 and request.path.endswith("/security/login"):
        words = jsonify({"message": SALAH_MASUK, "kode": "gagal_masuk"})
        response.set_data(words.get_data())
        return response
    kode, sentence = SENTENCES.get(response.status_code, SENTENCES[400 if response.status_code < 500 else 500])
    words = jsonify({"message": sentence, "kode": kode})
    response.set_data(words.get_data())
    response.mimetype = _JSON
    return response
