"""Reading .xls: real files of LibreOffice, sheets of the width that agencies send, and files that are no good."""

import contextlib
import datetime as dt
import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import IsianSalah, JenisSalah, SidikError, TerlaluBesar
from app.files import xls
from app.files.sheets import Sel, baca

DATA = Path(__file__).parent.parent / "data"
CELLS = (DATA / "sel.xls").read_bytes()


def book(*rows: list[Any], name: str = "Usulan") -> bytes:
    """A workbook of one sheet."""
    made = xlwt.Workbook()
    sheet = made.add_sheet(name)
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if value is not None:
                sheet.write(number, place, value)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def renamed(content: bytes, stream: str, name: str) -> bytes:
    """The container with one entry of its directory under another name."""
    place = content.index(stream.encode("utf-16-le") + b"\0\0")
    field = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    return content[:place] + field + content[place + 66 :]


def refusal(content: bytes, name: str = "usulan.xls", **more: Any) -> str:
    with pytest.raises((JenisSalah, TerlaluBesar, IsianSalah)) as refused:
        baca(name, content, **more)
    return str(refused.value.pesan)


def test_values_are_read_by_their_kind_and_a_formula_is_told_from_its_last_value() -> None:
    first, other = baca("SEL.XLS", CELLS)
    assert [first.nama, other.nama] == ["Usulan", "Lain"]
    assert [line.nomor for line in first.baris] == [1, 3, 5]
    assert first.baris[1].sel == (
        Sel("A3", "Rekam medis – “pasien”\nrawat inap"),
        Sel("B3", 5.0),
        Sel("C3", dt.date(2030, 1, 1)),
        Sel("D3", rumus=True),
        Sel("E3", rumus=True),  # 1/0
        Sel("F3", 2.5),
        Sel("G3", rumus=True),  # TRUE()
    )
    assert other.baris[0].sel == (Sel("A2"), Sel("B2", "b2"))


@pytest.mark.parametrize("name", ["usulan-cacat", "dik-format-lama-inspektorat"])
def test_an_old_file_reads_as_the_new_one_it_was_made_of(name: str) -> None:
    old, new = (baca(f"{name}.{kind}", (DATA / f"{name}.{kind}").read_bytes()) for kind in ("xls", "xlsx"))
    assert old == new


def test_logic_and_errors_are_told_apart_and_columns_beyond_the_sixtieth_left_out() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("Usulan")
    sheet.write(0, 0, True)
    sheet.row(0).set_cell_error(1, 0x2A)
    sheet.write(0, 70, "jauh")
    out = BytesIO()
    made.save(out)
    (line,) = baca("a.xls", out.getvalue())[0].baris
    assert line.sel == (Sel("A1", True), Sel("B1", "#N/A", galat=True))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04 paket", "akhirannya dengan .xlsx"),
        (b"\xef\xbb\xbf\n<html><table><tr><td>Uraian</td></tr></table></html>", "halaman web"),
        (b"uraian;dasar\n", "rusak atau bukan Excel"),
        (CELLS[:700], "rusak atau bukan Excel"),
        (CELLS[:512] + b"\xff" * (len(CELLS) - 512), "rusak atau bukan Excel"),
        (CELLS[:1556] + b"\0" + CELLS[1557:], "rusak atau bukan Excel"),  # a chain of sectors that comes back to itself
        ((DATA / "bersandi.xls").read_bytes(), "bersandi"),
        (renamed(CELLS, "Workbook", "EncryptedPackage"), "bersandi"),
        (renamed(CELLS, "Workbook", "_VBA_PROJECT_CUR"), "makro"),
        (renamed(CELLS, "Workbook", "WordDocument"), "rusak atau bukan Excel"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(content: bytes, words: str) -> None:
    assert words in refusal(content)


def test_a_macro_sheet_is_refused() -> None:
    place = CELLS.index(struct.pack("<H", 0x0085)) + 4
    assert "makro" in refusal(CELLS[: place + 5] + b"\x01" + CELLS[place + 6 :])


def test_a_larger_file_than_any_upload_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xls, "UKURAN_TERBESAR", 100)
    refusal(CELLS)


def test_too_many_rows_are_refused_before_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    content = book(*([n] for n in range(12)))
    assert len(baca("a.xls", content, baris_terbanyak=12)[0].baris) == 12
    monkeypatch.setattr(xls, "_value", None)
    assert "lebih dari 11 baris" in refusal(content, baris_terbanyak=11)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(CELLS) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_damaged_file_is_read_or_refused_and_never_crashes(changes: list[tuple[int, int]]) -> None:
    content = bytearray(CELLS)
    for place, value in changes:
        content[place] = value
    with contextlib.suppress(SidikError):
        baca("a.xls", bytes(content))
