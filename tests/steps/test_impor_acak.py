"""Whatever stands in the cells of a sheet, the import answers with rows and sentences, never with a crash."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.errors import SidikError
from app.files.sheets import Baris, Lembar, Sel, baca, nama_sel
from app.steps.impor import nilai_lembar
from app.steps.isian import BUTIR, DASAR, UJI_PENGUSUL, USULAN, bersihkan
from tests.law.examples import TODAY, acuan
from tests.steps.sheets import BARIS, KOLOM, lembar

ACUAN = acuan()
PIECES = [
    "h.2",
    ";",
    "UU 17/2023",
    "Pasal 17",
    "huruf",
    "tahun",
    "31-02-2027",
    "sampai",
    "9" * 5000,
    "-",
    "tanpa_batas",
]
TEXT = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join))
VALUE = st.one_of(st.none(), TEXT, st.integers(), st.floats(), st.booleans(), st.dates(), st.sampled_from(PIECES))
CELL = st.tuples(VALUE, st.booleans(), st.booleans())
HEADS_OLD = ["No", "Informasi", "Dasar Hukum", "Dibuka", "Ditutup", "Jangka Waktu"]


def sheet(heads: list[str], cells: list[tuple[Any, bool, bool]]) -> Lembar:
    head = Baris(1, tuple(Sel(nama_sel(n, 1), name) for n, name in enumerate(heads, 1)))
    under = Baris(2, tuple(Sel(nama_sel(n, 2), n) for n in range(1, len(heads) + 1)))
    row = tuple(Sel(nama_sel(n, 3), value, made, bad) for n, (value, made, bad) in enumerate(cells, 1))
    return Lembar("Usulan" if heads is not HEADS_OLD else "DIK", (head, under, Baris(3, row)))


def answer(act: Callable[[], Any]) -> Any:
    """What an act gives, or its refusal; anything else that it raises is a crash."""
    try:
        return act()
    except SidikError as refused:
        return refused


def judged(one: Lembar) -> None:
    seen = answer(lambda: nilai_lembar([one], acuan=ACUAN, hari_ini=TODAY))
    if isinstance(seen, SidikError):
        assert seen.pesan.endswith(".")
        return
    for row in seen.baris:
        assert row.as_dict()
        assert all(found.pesan.endswith(".") for found in row.temuan)


@settings(max_examples=120, deadline=None)
@given(st.lists(CELL, min_size=len(KOLOM), max_size=len(KOLOM)))
@example([("9" * 5000, False, False)] * len(KOLOM))
def test_no_cell_of_our_sheet_crashes_the_import(cells: list[tuple[Any, bool, bool]]) -> None:
    judged(sheet(KOLOM, cells))


@settings(max_examples=80, deadline=None)
@given(st.lists(CELL, min_size=len(HEADS_OLD), max_size=len(HEADS_OLD)), st.sampled_from([1, "1.a", "b", None]))
def test_no_cell_of_the_old_form_crashes_the_import(cells: list[tuple[Any, bool, bool]], number: Any) -> None:
    judged(sheet(HEADS_OLD, [(number, False, False), *cells[1:]]))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(KOLOM), VALUE)
def test_one_odd_cell_in_a_sound_row_is_taken_or_named(name: str, value: Any) -> None:
    odd = [(value if column == name else BARIS[column], False, False) for column in KOLOM]
    judged(sheet(KOLOM, odd))


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*USULAN, *BUTIR, *DASAR, *UJI_PENGUSUL, "status"]), VALUE, max_size=6))
@example({"jangka_tahun": "9" * 5000})
@example({"jangka_akhir": dt.date.max})
def test_no_value_of_a_client_crashes_the_reading_of_fields(fields: dict[str, Any]) -> None:
    for known in (USULAN, BUTIR, DASAR, UJI_PENGUSUL):
        clean = answer(lambda known=known: bersihkan(fields, known))  # type: ignore[misc]
        assert clean.status == 422 if isinstance(clean, SidikError) else set(clean) <= set(known)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(min_value=0, max_value=4000), st.sampled_from(["u.xlsx", "u.ods", "u.xls"]))
def test_a_damaged_file_is_refused_with_a_sentence(noise: bytes, place: int, name: str) -> None:
    content = bytearray(SOUND)
    content[place : place + len(noise)] = noise
    found = answer(lambda: baca(name, bytes(content)))
    assert isinstance(found, list) or found.pesan.endswith(".")


SOUND = BytesIO(lembar({})).getvalue()
