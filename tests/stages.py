"""A case in any status, at once: driven there through the door one time for each worker, then put back for each test.

A test says where it begins: `@at("pertimbangan")`, and asks for `office` and `case`.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.extensions import begin_mode
from tests.cases import Case, Office
from tests.conftest import _dispose, _point
from tests.databases import DIALECTS, Databases
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
    """This worker's databases at each stage, made when the first test asks."""

    def __init__(self, app: Flask, databases: Databases, files: Path) -> None:
        self.app, self.databases, self.files = app, databases, files
        self.cases: dict[tuple[str, str], str] = {}

    def address(self, dialect: str, stage: str) -> str:
        """The database of a stage, in its first state."""
        if (dialect, stage) not in self.cases:
            self._make(dialect, stage)
        return self.databases.kept(dialect, stage)

    def case(self, dialect: str, stage: str) -> Case:
        return Case(**json.loads(self.cases[dialect, stage]))

    def _make(self, dialect: str, stage: str) -> None:
        names = list(STAGES)
        before = names.index(stage)
        while before and (dialect, names[before - 1]) not in self.cases:
            before -= 1
        for place in range(before, names.index(stage) + 1):
            self._step(dialect, names[place], names[place - 1] if place else None)

    def _step(self, dialect: str, stage: str, before: str | None) -> None:
        url = self.databases.kept(dialect, before) if before else self.databases.fresh(dialect)
        _point(self.app, url)
        self.app.config["SIDIK_FILES_URL"] = self.files.as_uri()
        with self.app.app_context():
            from app.extensions import db

            if before is None:
                hire(db.session)
            case = self.case(dialect, before) if before else Case()
            STAGES[stage](Office(), case)
        _dispose(self.app)
        self.databases.keep(dialect, stage, before)
        self.cases[dialect, stage] = case.dump()


_MADE: list[Stages] = []


@pytest.fixture(scope="session")
def stages(one_app: Flask, databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    """One for the whole process: each folder that imports this fixture would have its own, over the same databases."""
    if not _MADE:
        _MADE.append(Stages(one_app, databases, tmp_path_factory.mktemp("stages")))
    return _MADE[0]


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
    shutil.copytree(stages.files, own, dirs_exist_ok=True)  # no test meets what another did to a file
    one_app.config["SIDIK_FILES_URL"] = own.as_uri()
    begin_mode("IMMEDIATE")  # an earlier test may have read over the web in this thread
    with one_app.app_context():
        from app.extensions import db

        yield Office()
        db.session.rollback()
    _dispose(one_app)
    shutil.rmtree(own)


@pytest.fixture
def case(office: Office, stages: Stages, dialect: str, stage: str) -> Case:
    """The case that stands at that stage."""
    return stages.case(dialect, stage)
