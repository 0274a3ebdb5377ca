"""Spreadsheets written row by row: what goes in comes out, nothing is a formula, a hundred thousand rows are little work."""

import datetime as dt
import time
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from app.files.xlsx import tulis
from tests.scale import scale

DAY = dt.date(2026, 10, 2)
CHARS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")


def back(titles: list[str], rows: list[tuple[Any, ...]], name: str = "Lembar") -> list[list[Any]]:
    out = BytesIO()
    assert tulis(out, name, titles, rows) == len(rows)
    sheet = load_workbook(out)[load_workbook(out).sheetnames[0]]
    for line in sheet.iter_rows():
        assert all(cell.data_type != "f" for cell in line)
    return [[cell.value for cell in line] for line in sheet.iter_rows()]


def test_each_kind_of_value_comes_back_as_itself() -> None:
    rows = [("teks <&> \"'", 7, 2.5, DAY, None, True, " spasi ")]
    read = back(["a", "b", "c", "d", "e", "f", "g"], rows)
    assert read[0] == ["a", "b", "c", "d", "e", "f", "g"]
    assert read[1] == ["teks <&> \"'", 7, 2.5, dt.datetime.combine(DAY, dt.time()), None, "Ya", " spasi "]


def test_text_that_begins_like_a_formula_stays_text() -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]
    assert back(["k"], [(text,) for text in evil])[1:] == [[text] for text in evil]


def test_what_a_sheet_cannot_hold_is_left_out_and_the_rest_stands() -> None:
    assert back(["k"], [("a\x00b\x0bc\ud800d",)])[1] == ["abcd"]
    assert len(back(["k"], [("x" * 40_000,)])[1][0]) == 32_767
    assert back(["k"], [("x",)], name="a/b:c[d]?*" * 9)[1] == ["x"]


@given(st.lists(st.tuples(st.text(CHARS, min_size=1, max_size=30), st.integers(-(10**9), 10**9)), max_size=8))
def test_any_text_comes_back_word_for_word(rows: list[tuple[str, int]]) -> None:
    assert back(["t", "n"], list(rows))[1:] == [[text, number] for text, number in rows]


def _many(count: int) -> Iterator[tuple[Any, ...]]:
    for n in range(count):
        yield (
            f"B-{n:06d}",
            f"Data perseorangan dalam laporan nomor {n}",
            "Dinas Kesehatan",
            n,
            DAY,
            "Pasal 17 huruf h",
        )


@pytest.mark.proof
def test_many_rows_take_a_fraction_of_openpyxl_and_no_memory() -> None:
    count = scale(10_000, full=100_000)
    began = time.process_time()
    out = BytesIO()
    tulis(out, "Banyak", ["a", "b", "c", "d", "e", "f"], _many(count))
    ours = time.process_time() - began
    began = time.process_time()
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in _many(count):
        sheet.append(row)
    book.save(BytesIO())
    theirs = time.process_time() - began
    assert ours <= 0.15 * theirs, (ours, theirs)
    tracemalloc.start()
    with open("/dev/null", "wb") as hole:
        hole.seekable = lambda: False  # type: ignore[method-assign]  # a stream that only takes
        tulis(hole, "Banyak", ["a"], _many(count))
    assert tracemalloc.get_traced_memory()[1] < 25 * 1024 * 1024
    tracemalloc.stop()
