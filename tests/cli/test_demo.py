"""`flask demo`: refuses production and a filled database; a reset empties everything, the log included."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.extensions import db
from app.jobs.demo import cases
from app.models import Berkas, Pengguna, PerangkatDaerah, Peristiwa, triggers
from app.security.officer import Officer
from app.steps.events import catat


def count(app: Flask, model: Any) -> int:
    with app.app_context():
        return int(db.session.scalar(select(func.count()).select_from(model)))


@pytest.mark.parametrize("verb", ["load", "reset"])
def test_production_is_refused_whatever_the_database_holds(
    run: Callable[..., Any], app: Flask, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.setitem(app.config, "SIDIK_PRODUCTION", True)
    result = run("demo", verb)
    assert (result.exit_code, "production" in result.output) == (1, True)
    assert (count(app, Pengguna), count(app, PerangkatDaerah)) == (0, 35)


def test_a_reset_leaves_nothing_of_before_and_a_load_then_refuses(
    run: Callable[..., Any], app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "KASUS", cases.KASUS[-1:])  # the whole world is walked in tests/jobs
    with app.app_context():
        someone = Officer(None, "x", "Contoh Lama", "", frozenset(), frozenset(), None)  # type: ignore[arg-type]
        catat(db.session, officer=someone, objek_jenis="usulan", objek_id=1, verb="ajukan")
        db.session.add(PerangkatDaerah(kode="LAMA", nama="Badan Lama", singkatan="LAMA"))
        db.session.commit()
    result = run("demo", "reset")
    assert result.exit_code == 0, result.output
    assert "kata sandi semuanya" in result.output
    assert (count(app, Pengguna), count(app, PerangkatDaerah)) == (12, 35)
    assert count(app, Berkas) == 1
    with app.app_context():
        assert "Contoh Lama" not in set(db.session.scalars(select(Peristiwa.pelaku_nama)))
        connection = db.session.connection()
        assert triggers.names(connection.dialect.name) <= triggers.present(connection)
    again = run("demo", "load")
    assert (again.exit_code, "demo reset" in again.output) == (1, True)
    assert run("siap").exit_code == 0
    whole = run("verifikasi")
    assert whole.exit_code == 0, whole.output
