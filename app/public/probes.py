"""/healthz and /readyz: does the process live, and is what it needs there. The reason is a sentence, never an address or a secret."""

from __future__ import annotations

import logging
from collections.abc import Callable

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Blueprint, Response, current_app, jsonify, make_response
from sqlalchemy import text

from app.documents.keeping import gudang
from app.extensions import db

log = logging.getLogger(__name__)
blueprint = Blueprint("periksa", __name__)


@blueprint.get("/healthz")
def hidup() -> Response:
    """The process answers."""
    return _jawab(200, status="hidup")


@blueprint.get("/readyz")
def siap() -> Response:
    """Database, migrations and file store are ready."""
    for check in (_basis_data, _migrasi, _penyimpanan):
        reason = _alasan(check)
        if reason:
            response = _jawab(503, status="belum siap", alasan=reason)
            response.headers["Retry-After"] = "10"
            return response
    return _jawab(200, status="siap")


def _alasan(check: Callable[[], str]) -> str:
    try:
        return check()
    except Exception as fault:
        db.session.rollback()
        log.warning("readiness: %s failed: %s", check.__name__, type(fault).__name__)
        return {"_basis_data": "Basis data tidak dapat dihubungi."}.get(
            check.__name__, "Tempat penyimpanan file tidak siap."
        )


def _basis_data() -> str:
    db.session.execute(text("SELECT 1"))
    return ""


def _migrasi() -> str:
    """The database stands at the newest migration."""
    config = current_app.extensions["migrate"].migrate.get_config()
    heads = set(ScriptDirectory.from_config(config).get_heads())
    present = set(MigrationContext.configure(db.session.connection()).get_current_heads())
    return "" if present == heads else "Basis data belum dimigrasikan ke versi program ini. Jalankan: flask db upgrade."


def _penyimpanan() -> str:
    return "" if gudang().ready() else "Tempat penyimpanan file tidak siap."


def _jawab(code: int, **body: str) -> Response:
    response = make_response(jsonify(body), code)
    response.headers["Cache-Control"] = "no-store"
    return response
