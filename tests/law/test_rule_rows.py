"""What a row of a rule makes of its check: the finding with its butir and basis, the days it holds, the name of a set."""

import datetime as dt

import pytest

from app.law.rule import BELUM_DIVERIFIKASI, BLOK, UU_KIP, Aturan, AturanAntar, Kasus, bila, versi
from tests.law.examples import TODAY, butir

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
DAY = dt.timedelta(days=1)


def rule(**changes: object) -> Aturan:
    row: dict[str, object] = {"berlaku_mulai": FIRST, "berlaku_sampai": LAST} | changes
    return Aturan("contoh", "H1", BLOK, "uraian", "Isi {kata}.", "SOP 1", lambda _: bila(True, kata="ini"), **row)  # type: ignore[arg-type]


def test_a_finding_names_its_butir_its_field_and_its_basis() -> None:
    item = butir()
    item.id = 7
    (found,) = rule().temuan(Kasus(item, TODAY))
    assert (found.butir, found.medan, found.pesan, found.dasar) == (7, "uraian", "Isi ini.", "SOP 1")
    (unsure,) = rule(terverifikasi=False).temuan(Kasus(item, TODAY))
    assert unsure.dasar == f"SOP 1{BELUM_DIVERIFIKASI}"
    across = AturanAntar("a", "H1", "uraian", "Isi.", "SOP 1", lambda _: [(0, {})])
    assert [(place, one.butir) for place, one in across.temuan([Kasus(item, TODAY)])] == [(0, 7)]


@pytest.mark.parametrize(("day", "holds"), [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)])
def test_a_rule_holds_from_its_first_to_its_last_day(day: dt.date, holds: bool) -> None:
    assert rule().berlaku(day) is holds
    assert rule(berlaku_sampai=None).berlaku(LAST + DAY)


def test_a_set_of_rules_is_named_by_its_newest_day_and_its_words() -> None:
    assert versi([], TODAY) == "2008-04-30.e3b0c44298fc"
    assert versi([rule(), rule(berlaku_mulai=UU_KIP)], TODAY) == "2026-01-01.05dbd34d503a"
    assert versi([rule(berlaku_mulai=LAST)], TODAY) == versi([], TODAY)
