"""Role × move × status, every cell, at the door: who gets through to completeness, and by which refusal all others are stopped.

What is expected is worked out from the transcription by hand, never from the tables.
"""

from collections.abc import Callable

import pytest

from app import models as m
from app.errors import SidikError
from app.steps import perform as door
from tests.cases import Case, Office
from tests.people import NEWCOMERS
from tests.sop.transcript import AUDITOR, DATA, PETUGAS, PIMPINAN, STATUSES, TABLE, TIM, UTAMA, VERIFIKATOR, Row
from tests.stages import SQLITE

THROUGH = "through"
Make = Callable[[Office, Case], int]


class Reached(Exception):
    """The door has let the officer through to the completeness of the case."""


def usulan_draf(office: Office, _case: Case) -> int:
    return office.propose("dinkes")[0]


def usulan_diajukan(office: Office, case: Case) -> int:
    return office.submit(case, "dinkes")


def usulan_dikembalikan(office: Office, case: Case) -> int:
    ident = office.submit(case, "dinkes")
    office.act("utama", "usulan", ident, "kembalikan", "Lengkapi.")
    return ident


def usulan_dihimpun(_office: Office, case: Case) -> int:
    return case.usulan["dinkes"]


def berkas(_office: Office, case: Case) -> int:
    return case.berkas


def berkas_dibatalkan(office: Office, case: Case) -> int:
    office.move("utama", case, "batalkan")
    return case.berkas


def butir(_office: Office, case: Case) -> int:
    return case.butir[0]


def butir_draf(office: Office, _case: Case) -> int:
    return office.propose("dinkes")[1][0]


def butir_diajukan(office: Office, case: Case) -> int:
    office.submit(case, "dinkes")
    return case.butir[-1]


def butir_moved(verb: str) -> Make:
    """The first butir after one move of its own."""

    def make(office: Office, case: Case) -> int:
        more = {"ke": case.butir[1]} if verb == "gabung" else {}
        office.act("verifikator", "butir", case.butir[0], verb, "Alasan.", **more)
        return case.butir[0]

    return make


def butir_terbuka(office: Office, case: Case) -> int:
    office.test(case, {case.butir[0]: "terbuka"})
    office.move("utama", case, "sampaikan")
    return case.butir[0]


def butir_tidak_disetujui(office: Office, case: Case) -> int:
    chosen = {case.butir[0]: {"keputusan": "tidak_disetujui", "alasan": "Kepentingan umum lebih besar."}}
    office.move("utama", case, "tetapkan", keputusan=chosen)
    return case.butir[0]


# (kind, status) -> the stage at which it can be made, and how.
MADE: dict[tuple[str, str], tuple[str, Make]] = {
    ("usulan", "draf"): ("kantor", usulan_draf),
    ("usulan", "diajukan"): ("kantor", usulan_diajukan),
    ("usulan", "dihimpun"): ("pengkajian", usulan_dihimpun),
    ("usulan", "dikembalikan"): ("kantor", usulan_dikembalikan),
    ("berkas", "penghimpunan"): ("dihimpun", berkas),
    ("berkas", "pengkajian"): ("pengkajian", berkas),
    ("berkas", "pertimbangan"): ("pertimbangan", berkas),
    ("berkas", "penetapan"): ("penetapan", berkas),
    ("berkas", "pengunggahan"): ("pengunggahan", berkas),
    ("berkas", "selesai"): ("selesai", berkas),
    ("berkas", "dibatalkan"): ("pengkajian", berkas_dibatalkan),
    ("butir", "draf"): ("kantor", butir_draf),
    ("butir", "diajukan"): ("kantor", butir_diajukan),
    ("butir", "dihimpun"): ("pengkajian", butir),
    ("butir", "perbaikan"): ("pengkajian", butir_moved("minta_perbaikan")),
    ("butir", "diuji"): ("pertimbangan", butir),
    ("butir", "dipertimbangkan"): ("penetapan", butir),
    ("butir", "ditetapkan"): ("pengunggahan", butir),
    ("butir", "terbuka"): ("pengkajian", butir_terbuka),
    ("butir", "tidak_disetujui"): ("siap_tetapkan", butir_tidak_disetujui),
    ("butir", "digabung"): ("pengkajian", butir_moved("gabung")),
    ("butir", "ditunda"): ("pengkajian", butir_moved("tunda")),
}
# A berkas is seen from this status on: Tim, Pimpinan, Petugas Data. The cancelled one never came that far.
SEEN_FROM = {
    TIM: ("pertimbangan", "penetapan", "pengunggahan", "selesai"),
    PIMPINAN: ("penetapan", "pengunggahan", "selesai"),
    DATA: ("pengunggahan", "selesai"),
}


def sees(role: str, agency: str | None, kind: str, status: str) -> bool:
    """Whether somebody in this role has the row of Dinas Kesehatan among his rows."""
    if role == PETUGAS:
        return agency == "DINKES"
    if role in (VERIFIKATOR, UTAMA):
        return kind == "berkas" or status != "draf"
    return kind == "berkas" and status in SEEN_FROM.get(role, ())


def expected(row: Row, status: str, person: str) -> str:
    """The answer of the door for one cell."""
    roles, agency = NEWCOMERS[person]
    acting = [str(role) for role in roles if role in row.actors]
    if not acting:
        return "TidakBerwenang"
    if not any(sees(str(role), agency, row.kind, status) for role in roles):
        return "TidakDitemukan"
    return THROUGH if status in row.before else "StatusBerubah"


def answer(office: Office, row: Row, ident: int, person: str) -> str:
    """What the door does say."""
    try:
        office.act(person, row.kind, ident, row.verb, "Alasan.")
    except Reached:
        return THROUGH
    except SidikError as refused:
        return type(refused).__name__
    return "done"


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody further than completeness, so that no cell changes what the next one sees."""

    def stop(*_: object) -> None:
        raise Reached

    monkeypatch.setattr(door, "refuse_incomplete", stop)


def wrong_cells(office: Office, kind: str, status: str, ident: int) -> tuple[int, list[str]]:
    """How many cells were tried, and those that the door answers otherwise."""
    rows = [row for row in TABLE if row.kind == kind]
    wrong = []
    for row in rows:
        for person in NEWCOMERS:
            wanted, given = expected(row, status, person), answer(office, row, ident, person)
            if wanted != given:
                wrong.append(f"{person} {row.verb} {kind} {status}: {given}, not {wanted}")
    return len(rows) * len(NEWCOMERS), wrong


CELLS = [(kind, status, *made) for (kind, status), made in MADE.items()]


@SQLITE
@pytest.mark.parametrize(("kind", "status", "stage", "make"), CELLS, ids=[f"{c[0]}-{c[1]}" for c in CELLS])
def test_every_cell_of_role_move_and_status(
    office: Office, case: Case, kind: str, status: str, make: Make, request: pytest.FixtureRequest
) -> None:
    ident = make(office, case)
    assert office.status(kind, ident) == status
    log = office.session.query(m.Peristiwa).count()
    request.getfixturevalue("stopped")
    tried, wrong = wrong_cells(office, kind, status, ident)
    assert not wrong
    assert tried >= len(NEWCOMERS) * 4
    assert office.status(kind, ident) == status
    assert office.session.query(m.Peristiwa).count() == log


@pytest.mark.parametrize("dialect", ["postgresql"])
@pytest.mark.parametrize("status", ["pertimbangan", "penetapan"])
@pytest.mark.parametrize("stage", ["penetapan"])
def test_the_cells_are_the_same_on_the_other_database(
    office: Office, case: Case, status: str, request: pytest.FixtureRequest
) -> None:
    if status == "pertimbangan":
        office.move("utama", case, "pertimbangkan_ulang")
    request.getfixturevalue("stopped")
    _, wrong = wrong_cells(office, "berkas", status, case.berkas)
    # It came as far as penetapan before, so the Pimpinan still sees it.
    seen = [line for line in wrong if not (status == "pertimbangan" and line.startswith("pimpinan"))]
    assert not seen


def test_every_status_of_the_procedure_has_its_cells() -> None:
    assert set(MADE) == {(kind, status) for kind in ("usulan", "berkas", "butir") for status in STATUSES[kind]}


def test_every_role_is_among_those_who_try() -> None:
    tried = {str(role) for roles, _ in NEWCOMERS.values() for role in roles}
    assert tried >= {actor for row in TABLE for actor in row.actors} | {AUDITOR, "Admin"}
