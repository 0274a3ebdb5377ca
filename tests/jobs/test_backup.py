"""A backup that is taken while four processes write: the copy is a whole office of one moment."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask, current_app
from sqlalchemy import func, select

from app import models as m
from app.extensions import db
from app.jobs.backup.run import cadangkan
from tests.cases import Office
from tests.conftest import _point
from tests.databases import Databases
from tests.jobs.killed import ROOT, waited
from tests.scale import FULL, scale
from tests.stages import at

PROCESSES, BEFORE = 4, scale(3, full=50)


@contextlib.contextmanager
def writers(office: Office, folder: Path) -> Iterator[None]:
    """Four processes at work while the block lasts; each has written BEFORE times when it begins."""
    (folder / "mulai").mkdir(parents=True)
    office.session.rollback()
    url = office.session.get_bind().url.render_as_string(hide_password=False)
    work = {"database": url, "files": current_app.config["SIDIK_FILES_URL"], "folder": str(folder)}
    command = [sys.executable, "-m", "tests.jobs.writers", json.dumps(work | {"processes": PROCESSES})]
    running = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    marks = [folder / "mulai" / str(number) for number in range(PROCESSES)]
    try:
        waited(lambda: all(mark.exists() and int(mark.read_text() or 0) >= BEFORE for mark in marks), "no writing", 300)
        yield
    finally:
        (folder / "selesai").touch()
        assert running.wait(60) == 0


@pytest.mark.proof
@at("kantor", both=FULL)
def test_a_backup_under_four_writers_comes_back_whole(
    office: Office, one_app: Flask, databases: Databases, dialect: str, tmp_path: Path
) -> None:
    with writers(office, tmp_path / "kerja"):
        told = cadangkan(one_app, tmp_path / "kantor.sidik")
    assert told["hilang"] == []
    after = office.session.scalar(select(func.count()).select_from(m.Unggahan))
    office.session.rollback()
    _point(one_app, databases.empty(dialect))
    one_app.config["SIDIK_FILES_URL"] = (tmp_path / "kosong").as_uri()
    runner = one_app.test_cli_runner()
    restored = runner.invoke(args=["restore", str(tmp_path / "kantor.sidik")])
    assert restored.exit_code == 0, restored.output
    verified = runner.invoke(args=["verifikasi"])
    assert verified.exit_code == 0, verified.output
    files = db.session.scalar(select(func.count()).select_from(m.Unggahan))
    written = select(func.count()).select_from(m.Peristiwa).where(m.Peristiwa.verb == "uji")
    assert files == db.session.scalar(written), "each file of the copy has its event, each event its file"
    assert PROCESSES * BEFORE <= files < after, "it was taken while they wrote"
    db.session.rollback()
