"""No cell that leaves can be run as a formula, whichever of our writers writes it."""

import csv
import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from app.files.sel import RUMUS, tanda_teks
from app.files.xlsx import tulis
from app.public.words import sel
from app.register.srikandi import _csv as daftar_srikandi
from app.steps.borongan import Lembar, manifes
from app.views import export

JAHAT = [f"{sign}HYPERLINK(1)" for sign in (*RUMUS, " =", "   @")]


@pytest.mark.parametrize("text", JAHAT)
def test_every_writer_marks_it_as_text(text: str) -> None:
    row = Lembar(1, None, False, "n", 1, "s", 1, "j", ("nama", text))
    written = [
        export.csv_("Judul", ["A"], [[text]]).decode("utf-8-sig"),
        daftar_srikandi([[text]]).decode("utf-8-sig"),
        manifes([row])[0][1].decode("utf-8-sig"),
    ]
    cells = [
        cell for one in written for line in csv.reader(io.StringIO(one, newline=""), delimiter=";") for cell in line
    ]
    cells += [cell for line in csv.reader(io.StringIO(written[2], newline="")) for cell in line]
    assert sum("HYPERLINK" in cell for cell in cells) >= 3
    assert [cell for cell in [*cells, sel(text)] if cell.lstrip(" ").startswith(RUMUS)] == []
    out = io.BytesIO()
    tulis(out, "Judul", ["A"], [[text]])
    for content in (export.xlsx("Judul", ["A"], [[text]]), out.getvalue()):
        cell = load_workbook(io.BytesIO(content)).active["A2"]
        assert cell.data_type == "s"
        assert str(cell.value).startswith("'") or cell.quotePrefix


def test_numbers_days_and_plain_words_stay_as_they_are() -> None:
    for value in (5, -5, dt.date(2026, 3, 5), None, "Data 2024 = 10", "10-12", ""):
        assert tanda_teks(value) == value
