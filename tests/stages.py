"""A case in any status, at once: driven there through the door one time in a run, then copied for each test.

A test says where it begins: `@at("pertimbangan")`, and asks for `office` and `case`.
"""

import copy
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.extensions import begin_mode, db
from tests.cases import Case, Office
from tests.conftest import _dispose, _point, untouched
from tests.databases import DIALECTS, INSTALLED, Databases
from tests.people import hire

SQLITE = pytest.mark.parametrize("dialect", ["sqlite"])


def at(stage: str, *, both: bool = False) -> pytest.MarkDecorator:
    """Begin where this stage ends; on SQLite, or on both kinds of database."""
    assert stage in STAGES, stage
    kinds = DIALECTS if both else ("sqlite",)
    return pytest.mark.parametrize(("stage", "dialect"), [(stage, kind) for kind in kinds])


def _kantor(_office: Office, _case: Case) -> None:
    """Everybody is hired, nothing has happened."""


def _dihimpun(office: Office, case: Case) -> None:
    """Two agencies have handed in, everything is gathered."""
    office.submit(case, "dinkes", 2)
    office.submit(case, "bkd", 1)
    for usulan in list(case.usulan.values()):
        office.gather(case, usulan)


def _pengkajian(office: Office, case: Case) -> None:
    office.move("verifikator", case, "kaji")


def _teruji(office: Office, case: Case) -> None:
    """Every butir is concluded, excluded in part."""
    office.test(case)


def _pertimbangan(office: Office, case: Case) -> None:
    office.move("utama", case, "sampaikan")


def _berpendapat(office: Office, case: Case) -> None:
    """Three members agree on everything."""
    office.opine(case)


def _penetapan(office: Office, case: Case) -> None:
    office.move("ketua", case, "pertimbangkan")


def _siap_tetapkan(office: Office, case: Case) -> None:
    """Papers signed and approved."""
    office.sign(case, "verifikator", "matriks_uji_konsekuensi", "berita_acara_klasifikasi", "nota_dinas")
    office.sign(case, "ketua", "hasil_pertimbangan")
    office.move("pimpinan", case, "setujui")


def _pengunggahan(office: Office, case: Case) -> None:
    office.move("utama", case, "tetapkan")


def _siap_unggah(office: Office, case: Case) -> None:
    """The decree is signed, published, archived."""
    office.sign(case, "utama", "surat_keputusan", "lampiran_terbatas")
    office.publish(case)
    office.archive(case)


def _selesai(office: Office, case: Case) -> None:
    office.move("data", case, "unggah")


STAGES: dict[str, Callable[[Office, Case], None]] = {
    "kantor": _kantor,
    "dihimpun": _dihimpun,
    "pengkajian": _pengkajian,
    "teruji": _teruji,
    "pertimbangan": _pertimbangan,
    "berpendapat": _berpendapat,
    "penetapan": _penetapan,
    "siap_tetapkan": _siap_tetapkan,
    "pengunggahan": _pengunggahan,
    "siap_unggah": _siap_unggah,
    "selesai": _selesai,
}


class Stages:
    """The office at each stage, driven there by whichever worker asks first."""

    def __init__(self, app: Flask, databases: Databases) -> None:
        self.app, self.databases = app, databases
        self.cases: dict[tuple[str, str], dict[str, Any]] = {}

    def address(self, dialect: str, stage: str) -> str:
        """The database of a stage, in its first state."""
        if (dialect, stage) not in self.cases:
            self._make(dialect, stage)
        return self.databases.kept(dialect, f"stage_{stage}")

    def case(self, dialect: str, stage: str) -> Case:
        return Case(**copy.deepcopy(self.cases[dialect, stage]))

    def files(self, dialect: str, stage: str) -> Path:
        """What is kept on disk at the end of a stage; nobody writes there any more."""
        return self.databases.folder / f"files_{dialect}_{stage}"

    def _make(self, dialect: str, stage: str) -> None:
        place = list(STAGES).index(stage)
        before = list(STAGES)[place - 1] if place else None
        if before is None:
            self.databases.fresh(dialect)
        elif (dialect, before) not in self.cases:
            self._make(dialect, before)

        def go_on() -> dict[str, Any]:
            return self._go_on(dialect, stage, before)

        of = f"stage_{before}" if before else INSTALLED
        self.cases[dialect, stage] = self.databases.make(dialect, f"stage_{stage}", of, go_on)

    def _go_on(self, dialect: str, stage: str, before: str | None) -> dict[str, Any]:
        """From the end of one stage to the end of the next, on the database that the context is open on."""
        files = self.files(dialect, stage)
        files.mkdir(exist_ok=True)
        self.app.config["SIDIK_FILES_URL"] = files.as_uri()
        if before is None:
            hire(db.session)
            case = Case()
        else:
            shutil.copytree(self.files(dialect, before), files, dirs_exist_ok=True)
            case = self.case(dialect, before)
        STAGES[stage](Office(), case)
        return asdict(case)


@pytest.fixture(scope="session")
def stages(one_app: Flask, databases: Databases) -> Stages:
    return Stages(one_app, databases)


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> str:
    """Each test runs on both kinds of database, unless it is marked SQLITE."""
    name: str = request.param
    return name


@pytest.fixture
def office(
    one_app: Flask, stages: Stages, dialect: str, stage: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """The office at the stage that the test named, with files of its own; an application context is open."""
    url = stages.address(dialect, stage)
    _point(one_app, url)
    own = tmp_path_factory.mktemp("office")
    shutil.copytree(stages.files(dialect, stage), own, dirs_exist_ok=True)  # no test meets what another did to a file
    begin_mode("IMMEDIATE")  # an earlier test may have read over the web in this thread
    with untouched(one_app), one_app.app_context():
        one_app.config["SIDIK_FILES_URL"] = own.as_uri()
        yield Office()
        db.session.rollback()
    _dispose(one_app)
    shutil.rmtree(own)


@pytest.fixture
def case(office: Office, stages: Stages, dialect: str, stage: str) -> Case:
    """The case that stands at that stage."""
    return stages.case(dialect, stage)
