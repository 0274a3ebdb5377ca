"""Refusals and failures as pages (and as JSON under /api): one table of sentences, no traceback, SQL or path ever."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from flask import Flask, Response, g, jsonify, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from app.errors import SENTENCES, BelumMasuk, SidikError, TidakTersedia, VersiBasi
from app.extensions import db

log = logging.getLogger(__name__)

JUDUL = {
    401: "Silakan masuk",
    403: "Tidak berwenang",
    404: "Tidak ditemukan",
    405: "Tidak dapat dibuka dengan cara ini",
    409: "Data sudah berubah",
    413: "File terlalu besar",
    422: "Belum lengkap",
    429: "Terlalu sering",
    500: "Terjadi gangguan",
    503: "Sedang tidak tersedia",
}
KEDALUWARSA = "Formulir ini sudah kedaluwarsa, mungkin karena sesi Anda berakhir. Kembali, muat ulang, lalu kirim lagi."


def wants_json() -> bool:
    """Programs speak under /api; people everywhere else."""
    return request.path.startswith("/api/")


def answer(status: int, body: dict[str, Any]) -> Response:
    """One refusal in the language of whoever asked."""
    response = make_response(jsonify(body) if wants_json() else _page(status, body), status)
    if status in (429, 503):
        response.headers["Retry-After"] = "10" if status == 503 else "900"
    return response


def _page(status: int, body: dict[str, Any]) -> str:
    """The page; without navigation when even that cannot be read from the database."""
    title = JUDUL.get(status, "Tidak dapat dilanjutkan")
    try:
        return render_template("galat.html", title=title, pesan=body["message"], kekurangan=body.get("kekurangan", []))
    except DBAPIError:
        db.session.rollback()
        g.user = None
        return render_template("galat.html", title=title, pesan=body["message"], kekurangan=[])


def refused(error: SidikError) -> Any:
    db.session.rollback()
    if isinstance(error, BelumMasuk) and not wants_json() and request.method == "GET":
        return redirect(url_for("Masuk.login", next=request.full_path.rstrip("?")))
    return answer(error.status, error.as_dict())


def http(error: HTTPException) -> Any:
    status = error.code or 500
    if status < 400:
        return error
    kode, sentence = SENTENCES.get(status, SENTENCES[400 if status < 500 else 500])
    response = answer(status, {"message": sentence, "kode": kode})
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def csrf(_error: CSRFError) -> Response:
    return answer(400, {"message": KEDALUWARSA, "kode": "formulir_kedaluwarsa"})


def database_down(error: Exception) -> Any:
    log.error("database unavailable: %s", type(error).__name__)
    db.session.rollback()
    return answer(503, TidakTersedia().as_dict())


def stale(_error: StaleDataError) -> Any:
    return refused(VersiBasi())


def unexpected(error: Exception) -> Any:
    mark = secrets.token_hex(4)
    log.exception("unexpected failure %s", mark)
    db.session.rollback()
    kode, sentence = SENTENCES[500]
    return answer(500, {"message": f"{sentence} (kode {mark})", "kode": kode})


def init_error_pages(app: Flask) -> None:
    """Hang the table on the app."""
    app.register_error_handler(SidikError, refused)
    app.register_error_handler(CSRFError, csrf)
    app.register_error_handler(HTTPException, http)
    app.register_error_handler(OperationalError, database_down)
    app.register_error_handler(InterfaceError, database_down)
    app.register_error_handler(StaleDataError, stale)
    app.register_error_handler(Exception, unexpected)
