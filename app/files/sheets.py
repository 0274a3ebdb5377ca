"""Reads the sheets of an uploaded .xlsx, .xls or .ods as plain cells: place, value, and formulas told apart. Writes nothing."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from app.errors import IsianSalah, JenisSalah, Kekurangan, SidikError
from app.files import ods, sniff, xls

BARIS_TERBANYAK = 5_000
KOLOM_TERBANYAK = 60
AKHIRAN = ("xlsx", "xls", "ods")
BARIS_TERJAUH = 100_000  # beyond it a sheet holds only formatting, or somebody's trick
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
RUSAK = "File Excel ini tidak dapat dibaca. Buka dan simpan ulang di aplikasi perkantoran, lalu unggah lagi."

Nilai = str | int | float | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell: its name ("C4"), its value, and whether it holds a formula or an error instead of a value."""

    nama: str
    nilai: Nilai = None
    rumus: bool = False
    galat: bool = False

    @property
    def kosong(self) -> bool:
        """Nothing that a person would see."""
        return not self.rumus and (self.nilai is None or (isinstance(self.nilai, str) and not self.nilai.strip()))

    @property
    def teks(self) -> str:
        """The value as a person reads it in the cell."""
        value = self.nilai
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, dt.date):
            return f"{value:%d-%m-%Y}"
        return "" if value is None else str(value).strip()


@dataclass(frozen=True, slots=True)
class Baris:
    """One row that is not empty, with its number in the sheet."""

    nomor: int
    sel: tuple[Sel, ...]


@dataclass(frozen=True)
class Lembar:
    """One sheet of a workbook."""

    nama: str
    baris: tuple[Baris, ...]


def nama_sel(kolom: int, baris: int) -> str:
    """Name of a cell from its place, both counted from 1: (3, 4) -> "C4"."""
    return f"{get_column_letter(kolom)}{baris}"


def baca(nama: str, isi: bytes, *, baris_terbanyak: int = BARIS_TERBANYAK) -> list[Lembar]:
    """All sheets of an .xlsx, .xls or .ods. JenisSalah, TerlaluBesar, IsianSalah with a sentence for what cannot be read."""
    akhiran = nama.lower().rpartition(".")[2]
    if akhiran not in AKHIRAN:
        raise JenisSalah(
            f"Jenis file .{akhiran[:10]} tidak diterima di sini. Unggah lembar kerja .xlsx, .xls, atau .ods."
        )
    if akhiran == "ods":
        read = ods.lembar_ods(isi, KOLOM_TERBANYAK)
        return [Lembar(name, tuple(_terisi(name, rows, baris_terbanyak))) for name, rows in read]
    if akhiran == "xls":
        return [_baca_xls(sheet, baris_terbanyak) for sheet in xls.lembar_xls(isi, KOLOM_TERBANYAK)]
    sniff.periksa(nama, isi, ("xlsx",))
    try:
        book = load_workbook(BytesIO(isi), read_only=True, data_only=False, keep_links=False)
    except Exception as fault:  # whatever a hostile workbook makes the reader raise: it is no good file
        raise JenisSalah(RUSAK) from fault
    try:
        return [Lembar(sheet.title, tuple(_rows(sheet, baris_terbanyak))) for sheet in book.worksheets]
    except SidikError:
        raise
    except Exception as fault:
        raise JenisSalah(RUSAK) from fault
    finally:
        book.close()


def _baca_xls(sheet: xls.Lembar, most: int) -> Lembar:
    if sheet.jumlah > most:  # known before a cell of it is read
        raise terlalu_banyak(sheet.nama, most)
    return Lembar(sheet.nama, tuple(_terisi(sheet.nama, sheet.baris, most)))


def _terisi(title: str, lines: Iterable[tuple[int, Sequence[Any]]], most: int) -> Iterator[Baris]:
    """The rows that hold something; a cell comes as (value, made by a formula, an error)."""
    found = 0
    for number, cells in lines:
        row = tuple(Sel(nama_sel(n, number), *cell) for n, cell in enumerate(cells, 1))
        if number <= BARIS_TERJAUH and all(cell.kosong for cell in row):
            continue
        found += 1
        if found > most or number > BARIS_TERJAUH:
            raise terlalu_banyak(title, most)
        yield Baris(number, row)


def _rows(sheet: Any, most: int) -> Iterator[Baris]:
    """The rows that are not empty; a sheet may lie about its size, so what it holds is counted."""
    sheet.reset_dimensions()
    found = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=KOLOM_TERBANYAK), 1):
        if number > BARIS_TERJAUH:
            raise terlalu_banyak(sheet.title, most)
        width = next((n for n in range(len(cells), 0, -1) if cells[n - 1].value is not None), 0)
        row = tuple(_cell(cell, column, number) for column, cell in enumerate(cells[:width], 1))
        if all(cell.kosong for cell in row):
            continue
        found += 1
        if found > most:
            raise terlalu_banyak(sheet.title, most)
        yield Baris(number, row)


def terlalu_banyak(lembar: str, most: int) -> IsianSalah:
    """The refusal of a sheet that is too long."""
    wanted = f"{most:,}".replace(",", ".")
    pesan = (
        f"Lembar “{lembar}” berisi lebih dari {wanted} baris. Pecah menjadi beberapa file, lalu unggah satu per satu."
    )
    return IsianSalah([Kekurangan("baris_terlalu_banyak", pesan, dasar="")], pesan)


def _cell(cell: Any, column: int, row: int) -> Sel:
    name, value, kind = nama_sel(column, row), cell.value, getattr(cell, "data_type", "n")
    if kind == "f":
        return Sel(name, None, rumus=True)
    if kind == "e":
        return Sel(name, str(value), galat=True)
    if isinstance(value, str):
        return Sel(name, _unescape(value))
    if isinstance(value, dt.datetime):
        return Sel(name, value.date())
    if value is None or isinstance(value, int | float | dt.date):
        return Sel(name, value)
    return Sel(name, str(value))


def _unescape(text: str) -> str:
    """Signs that XML cannot hold stand in a workbook as _x0007_."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text) if "_x" in text else text
