"""How much an import costs: two thousand rows that are all but the same, previewed within five seconds of CPU and a bounded memory."""

import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pytest
import xlwt

from app.files.sheets import baca
from app.law.similarity import Pencari
from app.law.terbuka import SERUPA
from app.steps.impor import nilai_lembar
from tests.law.examples import TODAY, acuan
from tests.scale import FULL, scale
from tests.steps.sheets import BARIS, KOLOM, lembar

ROWS = scale(60, full=2000)
SECONDS, MEGABYTES = 5.0, 120  # for two thousand rows
TEXTS = ("uraian", "konsekuensi_dibuka", "konsekuensi_ditutup")


def nearly_equal(changed: int) -> list[dict[str, Any]]:
    """Rows of sixty words per text, of which `changed` differ: below the bound of twins, where every pair must be looked at."""
    drawn = random.Random(5)
    words = [f"kata{number}" for number in range(3000)]
    text = {name: [drawn.choice(words) for _ in range(60)] for name in TEXTS}

    def row() -> dict[str, Any]:
        own = {name: list(text[name]) for name in TEXTS}
        for name in TEXTS:
            for _ in range(changed):
                own[name][drawn.randrange(60)] = drawn.choice(words)
        return BARIS | {name: " ".join(own[name]) for name in TEXTS}

    return [row() for _ in range(ROWS)]


def open_list() -> list[str]:
    """Lines that are like each other and a little too unlike the rows: many must be looked at."""
    return [row["uraian"] for row in nearly_equal(5)]


def as_xls(rows: list[dict[str, Any]]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Usulan")
    for number, row in enumerate([dict(zip(KOLOM, KOLOM, strict=True)), *rows]):
        for place, name in enumerate(KOLOM):
            sheet.write(number, place, row[name])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def as_ods(rows: list[dict[str, Any]]) -> bytes:
    names = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    }
    told = "".join(f' xmlns:{short}="{full}"' for short, full in names.items())
    lines = [[row[name] for name in KOLOM] for row in [dict(zip(KOLOM, KOLOM, strict=True)), *rows]]
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = "".join(
        f"<table:table-row>{''.join(cell.format(escape(str(value))) for value in line)}</table:table-row>"
        for line in lines
    )
    table = f'<table:table table:name="Usulan">{body}</table:table>'
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("META-INF/manifest.xml", "<m/>")
        made.writestr(
            "content.xml",
            f"<office:document-content{told}><office:body><office:spreadsheet>{table}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


WRITERS: dict[str, Callable[[list[dict[str, Any]]], bytes]] = {
    "xlsx": lambda rows: lembar(*rows),
    "xls": as_xls,
    "ods": as_ods,
}


@pytest.mark.proof
@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("changed", [0, 1, 2])
def test_a_preview_of_two_thousand_rows_takes_five_seconds_at_most(
    kind: str, changed: int, record_property: Callable[[str, object], None]
) -> None:
    content, known, lines = WRITERS[kind](nearly_equal(changed)), acuan(), open_list()
    begun = time.process_time()
    seen = nilai_lembar(baca(f"usulan.{kind}", content), acuan=known, hari_ini=TODAY, terbuka=Pencari(lines, SERUPA))
    spent = time.process_time() - begun
    record_property("cpu", round(spent, 2))
    assert len(seen.baris) == ROWS
    assert all(row.diterima for row in seen.baris)
    assert not FULL or spent <= SECONDS, "a small sheet tells nothing of time"


@pytest.mark.proof
@pytest.mark.parametrize("kind", WRITERS)
def test_a_preview_of_two_thousand_rows_is_bounded_in_memory(
    kind: str, record_property: Callable[[str, object], None]
) -> None:
    content, known, lines = WRITERS[kind](nearly_equal(2)), acuan(), open_list()
    tracemalloc.start()
    try:
        nilai_lembar(baca(f"usulan.{kind}", content), acuan=known, hari_ini=TODAY, terbuka=Pencari(lines, SERUPA))
        peak = tracemalloc.get_traced_memory()[1] / 2**20
    finally:
        tracemalloc.stop()
    record_property("megabytes", round(peak))
    assert peak <= (MEGABYTES if FULL else 20)
