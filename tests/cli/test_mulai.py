"""`python run.py`: the first start brings everything, the second finds it done; production gets no invented office."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import create_engine, func, select, text

from app import TidakDijalankan, create_app
from app.cli import layani, siapkan
from app.extensions import db
from app.jobs.demo import cases
from app.jobs.demo.people import AKUN
from app.models import Pengguna, PerangkatDaerah, Peristiwa


@pytest.fixture
def bare(one_app: Flask, empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The application on a database without a single table, with an instance folder of its own."""
    for name, value in {
        "SQLALCHEMY_DATABASE_URI": empty_database_url,
        "SIDIK_INSTANCE": str(tmp_path / "instance"),
        "SIDIK_FILES_URL": (tmp_path / "files").as_uri(),
    }.items():
        monkeypatch.setitem(one_app.config, name, value)
    with one_app.app_context():
        db.engine.dispose()
        engines: Any = db._app_engines[one_app]
        engines[None] = create_engine(empty_database_url, **one_app.config["SQLALCHEMY_ENGINE_OPTIONS"])
    yield one_app
    with one_app.app_context():
        db.session.remove()
        db.engine.dispose()


def count(app: Flask, model: Any) -> int:
    with app.app_context():
        return int(db.session.scalar(select(func.count()).select_from(model)))


def test_a_first_start_brings_everything_and_a_second_changes_nothing(
    bare: Flask, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "KASUS", cases.KASUS[-1:])  # the whole world is walked in tests/jobs
    siapkan(bare)
    first = capsys.readouterr().out
    assert "http://127.0.0.1:8080/" in first
    assert all(akun.username in first for akun in AKUN)
    told = re.search(r"kata sandi semuanya: (\S+)", first)
    assert told is not None
    events = count(bare, Peristiwa)
    started = time.monotonic()
    siapkan(bare)
    assert time.monotonic() - started < 6
    second = capsys.readouterr().out
    assert "Memuat dunia demo" not in second
    assert told.group(0) in second
    assert (count(bare, Peristiwa), count(bare, Pengguna)) == (events, len(AKUN))


def test_production_starts_without_reference_data_and_without_invented_people(
    bare: Flask, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(bare.config, "SIDIK_PRODUCTION", True)
    siapkan(bare)
    assert (count(bare, Pengguna), count(bare, PerangkatDaerah)) == (0, 0)
    assert "Akun demo" not in capsys.readouterr().out


def test_commands_on_a_database_without_tables_say_what_to_do(bare: Flask) -> None:
    result = bare.test_cli_runner().invoke(args=["siap"])
    assert result.exit_code == 1
    assert "db upgrade" in result.output
    assert "Traceback" not in result.output


def test_a_database_of_a_newer_version_is_left_alone(bare: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(bare.config, "SIDIK_PRODUCTION", True)
    siapkan(bare)
    with bare.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.session.commit()
    with pytest.raises(SystemExit, match="versi SIDIK yang lebih baru"):
        siapkan(bare)


def test_an_address_that_is_taken_is_told_in_one_sentence(bare: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_args: Any, **_more: Any) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr("waitress.create_server", taken)  # the real one leaves its socket open when it fails
    with pytest.raises(SystemExit, match="Ubah SIDIK_HOST atau SIDIK_PORT"):
        layani(bare)


@pytest.mark.parametrize(("name", "value"), [("SIDIK_PORT", "abc"), ("SIDIK_ENV", "produksi")])
def test_a_configuration_that_forbids_serving_is_told_before_anything_starts(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(TidakDijalankan, match=name):
        create_app(front=False)
