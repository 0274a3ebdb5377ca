"""Reading uploaded sheets: values, formulas, errors, dates, control signs, lies about the size."""

import datetime as dt
import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from app.errors import IsianSalah, JenisSalah
from app.files.sheets import Sel, baca, nama_sel
from tests.files import uploads


def book(*rows: list[Any], title: str = "Satu") -> bytes:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def first(*rows: list[Any]) -> tuple[Sel, ...]:
    return baca("a.xlsx", book(*rows))[0].baris[0].sel


def changed(content: bytes, part: str, pattern: str, new: str) -> bytes:
    """The workbook with one part rewritten."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == part:
                data = re.sub(pattern, new, data.decode()).encode()
            made.writestr(entry, data)
    return out.getvalue()


def test_cells_keep_their_name_value_and_kind() -> None:
    row = first(["teks", 5, 2.5, True, dt.date(2030, 1, 2), dt.datetime(2030, 1, 2, 13, 0), None, "  "])  # noqa: DTZ001
    assert [sel.nama for sel in row] == ["A1", "B1", "C1", "D1", "E1", "F1", "G1", "H1"]
    assert [sel.teks for sel in row] == ["teks", "5", "2.5", "True", "02-01-2030", "02-01-2030", "", ""]
    assert [sel.kosong for sel in row] == [False] * 6 + [True] * 2
    assert Sel("A1", 5.0).teks == "5"


def test_a_formula_is_told_from_its_text() -> None:
    row = first(["=1+1", "'=1+1", "#REF!"])
    assert (row[0].rumus, row[0].nilai, row[0].kosong) == (True, None, False)
    assert not row[1].rumus


def test_an_error_is_told() -> None:
    content = changed(
        book(["x", 1]), "xl/worksheets/sheet1.xml", r'<c r="B1" t="n"><v>1</v>', '<c r="B1" t="e"><v>#REF!</v>'
    )
    sel = baca("a.xlsx", content)[0].baris[0].sel[1]
    assert (sel.galat, sel.teks) == (True, "#REF!")


def test_escaped_control_signs_become_what_they_are() -> None:
    assert first(["a_x0007_b _x005F_ _xyz_"])[0].nilai == "a\x07b _ _xyz_"


def test_empty_rows_are_left_out_and_numbers_kept() -> None:
    sheet = baca("a.xlsx", book(["a"], [], [None, " "], ["b"], title="Dua"))[0]
    assert (sheet.nama, [line.nomor for line in sheet.baris]) == ("Dua", [1, 4])


def test_a_sheet_that_lies_about_its_size_is_read_whole() -> None:
    content = changed(
        book(["a", "b"], ["c", "d"]), "xl/worksheets/sheet1.xml", r'<dimension ref="[^"]*"', '<dimension ref="A1"'
    )
    assert [[sel.nilai for sel in line.sel] for line in baca("a.xlsx", content)[0].baris] == [["a", "b"], ["c", "d"]]


def test_too_many_rows_or_a_row_too_far_down_are_refused() -> None:
    content = book(*[["x"] for _ in range(11)])
    assert len(baca("a.xlsx", content, baris_terbanyak=11)[0].baris) == 11
    with pytest.raises(IsianSalah) as refused:
        baca("a.xlsx", content, baris_terbanyak=10)
    assert "lebih dari 10 baris" in refused.value.pesan
    far = changed(book(["x"], ["y"]), "xl/worksheets/sheet1.xml", r'r="2"', 'r="1048576"')
    with pytest.raises(IsianSalah):
        baca("a.xlsx", changed(far, "xl/worksheets/sheet1.xml", r'r="A2"', 'r="A1048576"'))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_broken_part_is_refused_with_a_sentence(part: str) -> None:
    with pytest.raises(JenisSalah) as refused:
        baca("a.xlsx", changed(book(["x"]), part, r"(?s).*", "<kosong/>"))
    assert refused.value.pesan.endswith(".")


def test_places_have_names() -> None:
    assert (nama_sel(1, 1), nama_sel(27, 10)) == ("A1", "AA10")


def test_a_workbook_whose_styles_point_nowhere_is_refused() -> None:
    book = uploads.xlsx()
    styles = uploads.part(book, "xl/styles.xml")
    assert b'borderId="0"' in styles
    bad = uploads.repacked(book, {"xl/styles.xml": styles.replace(b'borderId="0"', b'borderId="99"')})
    with pytest.raises(JenisSalah, match="tidak dapat dibaca"):
        baca("usulan.xlsx", bad)
