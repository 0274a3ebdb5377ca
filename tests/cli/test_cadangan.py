"""Backup and restore: everything comes back, into an empty place only; what was touched on the way is refused."""

import datetime as dt
import hashlib
import random
import zipfile
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, inspect, select

from app import models as m
from app.extensions import db
from tests.cases import Case, Office
from tests.conftest import _point
from tests.databases import Databases
from tests.stages import at
from tests.stages import case as case
from tests.stages import dialect as dialect
from tests.stages import office as office
from tests.stages import stages as stages


def run(app: Flask, *args: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=[*args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result.exit_code, result.output


@pytest.fixture
def saved(office: Office, one_app: Flask, tmp_path: Path) -> Path:
    file = tmp_path / "kantor.sidik"
    code, told = run(one_app, "backup", str(file))
    assert code == 0, told
    assert hashlib.sha256(file.read_bytes()[:-64]).hexdigest() in told
    return file


def elsewhere(app: Flask, databases: Databases, dialect: str, tmp_path: Path) -> None:
    """An empty database and an empty store."""
    _point(app, databases.empty(dialect))
    app.config["SIDIK_FILES_URL"] = (tmp_path / "kosong").as_uri()


def picture() -> dict[str, object]:
    """All rows of all tables, as text."""
    found: dict[str, object] = {}
    for name, table in db.metadata.tables.items():
        rows = db.session.execute(select(table)).all()
        found[name] = sorted(repr(tuple(row)) for row in rows)
    db.session.rollback()
    return found


@at("selesai", both=True)
def test_everything_comes_back_into_an_empty_place(
    office: Office, case: Case, one_app: Flask, databases: Databases, dialect: str, tmp_path: Path, saved: Path
) -> None:
    before = picture()
    assert run(one_app, "restore", str(saved))[0] == 1, "never over an office that works"
    elsewhere(one_app, databases, dialect, tmp_path)
    code, told = run(one_app, "restore", str(saved))
    assert code == 0, told
    assert "Rantai peristiwa utuh" in told
    assert picture() == before
    assert run(one_app, "verifikasi")[0] == 0
    code, told = run(one_app, "restore", str(saved))
    assert (code, "tidak kosong" in told) == (1, True)
    highest = db.session.scalar(select(func.max(m.HariLibur.id)))
    row = m.HariLibur(tanggal=dt.date(2031, 1, 2), nama="Uji", jenis="daerah", pasti=True)
    db.session.add(row)
    db.session.commit()
    assert row.id == highest + 1, "the counters go on where they stood"


@at("kantor")
def test_a_flipped_bit_and_a_cut_end_are_refused(
    office: Office, one_app: Flask, databases: Databases, tmp_path: Path, saved: Path
) -> None:
    good, chance = saved.read_bytes(), random.Random(6)
    elsewhere(one_app, databases, "sqlite", tmp_path)
    places = [0, len(good) - 1, len(good) - 70, *(chance.randrange(len(good)) for _ in range(20))]
    for place in places:
        bad = bytearray(good)
        bad[place] ^= 1 << chance.randrange(8)
        saved.write_bytes(bad)
        code, told = run(one_app, "restore", str(saved))
        assert code == 1, place
        assert "Pakai salinan lain" in told
    for length in (0, 50, len(good) // 2, len(good) - 1):
        saved.write_bytes(good[:length])
        assert run(one_app, "restore", str(saved))[0] == 1
    assert not db.metadata.tables.keys() & set(inspect(db.engine).get_table_names())


@at("kantor")
def test_an_older_backup_is_never_overwritten(office: Office, one_app: Flask, saved: Path) -> None:
    before = saved.read_bytes()
    code, told = run(one_app, "backup", str(saved))
    assert (code, "sudah ada" in told) == (1, True)
    assert saved.read_bytes() == before
    assert [file.name for file in saved.parent.iterdir() if file.name.startswith(".")] == []
    assert saved.stat().st_mode & 0o077 == 0


@at("selesai")
def test_a_lost_file_is_told_and_the_rest_is_kept(office: Office, case: Case, one_app: Flask, tmp_path: Path) -> None:
    one_app.config["SIDIK_FILES_URL"] = (tmp_path / "hilang").as_uri()
    code, told = run(one_app, "backup", str(tmp_path / "sebagian.sidik"))
    assert (code, "hilang atau rusak" in told) == (1, True)
    assert zipfile.ZipFile(tmp_path / "sebagian.sidik").testzip() is None
