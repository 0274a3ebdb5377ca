"""Reads the sheets of an old .xls (Excel 5 to 2003) as plain cells, like those of an .xlsx. It trusts nothing in the file."""

import datetime as dt
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NamedTuple

import xlrd
from xlrd.compdoc import CompDoc
from xlrd.xldate import xldate_as_datetime

from app.errors import JenisSalah, TerlaluBesar
from app.files.ooxml import BERSANDI, MAKRO
from app.files.sniff import OLE, UKURAN_TERBESAR

RUSAK = "File .xls ini rusak atau bukan Excel. Buka dan simpan ulang sebagai .xlsx, lalu unggah lagi."
KOSONG = "File ini kosong (0 byte). Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
BARU = "Isi file ini bukan Excel lama, tetapi namanya berakhiran .xls. Ganti akhirannya dengan .xlsx atau .ods."
WEB = "Isi file ini halaman web yang dinamai .xls. Buka di Excel, pilih Simpan Sebagai .xlsx, lalu unggah lagi."

# Records of the stream: [MS-XLS] 2.3.
_BOF, _EOF, _FILEPASS, _BOUNDSHEET = 0x0809, 0x000A, 0x002F, 0x0085
_FORMULA = 0x0006
_CELLS = frozenset(
    {_FORMULA, 0x0203, 0x0204, 0x00D6, 0x00FD, 0x027E, 0x0205, 0x00BD}
)  # each begins with row and column
_WORKSHEET, _MACRO_SHEET = 0, 1

Nilai = str | int | float | bool | dt.date | None
# One cell as it is read: value, whether a formula made it, whether it is an error.
Isi = tuple[Nilai, bool, bool]


class Lembar(NamedTuple):
    """One sheet: its name, how many rows hold something, and these rows (number, cells), read when asked for."""

    nama: str
    jumlah: int
    baris: Iterator[tuple[int, list[Isi]]]


def lembar_xls(isi: bytes, kolom_terbanyak: int) -> Iterator[Lembar]:
    """Every sheet in its order. JenisSalah or TerlaluBesar with a sentence when it cannot be read."""
    _periksa(isi)
    with _terbaca(), open(os.devnull, "w", encoding="utf-8") as log:  # xlrd tells its doubts to the console otherwise
        places = _places(isi, log)
        book = xlrd.open_workbook(file_contents=isi, logfile=log, on_demand=True, ragged_rows=True)
        for number, (stream, begin) in enumerate(places):
            filled, formulas = _survey(stream, begin)
            yield Lembar(book.sheet_names()[number], filled, _rows(book, number, formulas, kolom_terbanyak))
            book.unload_sheet(number)


@contextmanager
def _terbaca() -> Iterator[None]:
    """Whatever a broken file makes the reader raise: it is no good file."""
    try:
        yield
    except JenisSalah:
        raise
    except Exception as fault:  # whatever a hostile file makes the reader raise: it is no good file
        raise JenisSalah(RUSAK) from fault


def _periksa(isi: bytes) -> None:
    if not isi:
        raise JenisSalah(KOSONG)
    if len(isi) > UKURAN_TERBESAR:
        raise TerlaluBesar
    if not isi.startswith(OLE):
        start = isi[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
        raise JenisSalah(BARU if start.startswith(b"PK\x03\x04") else WEB if start.startswith(b"<") else RUSAK)


def _places(isi: bytes, log: IO[str]) -> list[tuple[memoryview, int]]:
    """Where each worksheet begins in the stream of the workbook, after the container was looked at."""
    container: Any = CompDoc(isi, logfile=log)
    names = {entry.name for entry in container.dirlist}
    if "EncryptedPackage" in names:
        raise JenisSalah(BERSANDI)
    if "_VBA_PROJECT_CUR" in names:
        raise JenisSalah(MAKRO.format(akhiran="xlsx"))
    if _berputar(container.SSAT):
        raise JenisSalah(RUSAK)
    mem, base, length = next(filter(None, map(_finder(container), ("Workbook", "Book"))), (b"", 0, 0))
    stream = memoryview(mem)[base : base + length]
    found = []
    for kind, place, size in _records(stream, 0):
        if kind == _FILEPASS:
            raise JenisSalah(BERSANDI)
        if kind == _BOUNDSHEET and size >= 6:
            begin, _, sort = struct.unpack_from("<IBB", stream, place)
            if sort == _MACRO_SHEET:
                raise JenisSalah(MAKRO.format(akhiran="xlsx"))
            if sort == _WORKSHEET:
                found.append((stream, begin))
    return found


def _berputar(followers: list[int]) -> bool:
    """Does a chain of short sectors come back to itself? xlrd would follow it for ever."""
    seen: dict[int, int] = {}
    for start in range(len(followers)):
        place = start
        while 0 <= place < len(followers) and place not in seen:
            seen[place] = start
            place = followers[place]
        if seen.get(place) == start:
            return True
    return False


def _finder(container: Any) -> Any:
    """(bytes, offset, length) of a stream by its name, or None."""
    return lambda name: hit if (hit := container.locate_named_stream(name))[0] else None


def _records(stream: memoryview, begin: int) -> Iterator[tuple[int, int, int]]:
    """(kind, place of the body, length of the body) of one substream; what is nested in it (charts) is passed over."""
    depth, place = 0, begin
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 1:
            yield kind, place + 4, size
        elif depth <= 0:
            return
        place += 4 + size


def _survey(stream: memoryview, begin: int) -> tuple[int, set[tuple[int, int]]]:
    """(rows that hold something, places of formulas) of a sheet: xlrd gives a formula's last value without telling."""
    rows, formulas = set(), set()
    for kind, place, size in _records(stream, begin):
        if kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", stream, place)
            rows.add(row)
            if kind == _FORMULA:
                formulas.add((row, column))
    return len(rows), formulas


def _rows(book: Any, number: int, formulas: set[tuple[int, int]], most: int) -> Iterator[tuple[int, list[Isi]]]:
    with _terbaca():
        sheet = book.sheet_by_index(number)
    for row in range(sheet.nrows):
        cells = [
            (None, True, False) if (row, place) in formulas else _value(cell, book.datemode)
            for place, cell in enumerate(sheet.row(row)[:most])
        ]
        while cells and cells[-1] == (None, False, False):
            cells.pop()
        if cells:
            yield row + 1, cells


def _value(cell: Any, datemode: Any) -> Isi:
    kind, value = cell.ctype, cell.value
    if kind == xlrd.XL_CELL_ERROR:
        return xlrd.error_text_from_code.get(value, "#GALAT"), False, True
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value), False, False
    if kind == xlrd.XL_CELL_DATE:
        try:
            return xldate_as_datetime(value, datemode).date(), False, False
        except (ValueError, OverflowError):
            return float(value), False, False
    return (value if value != "" else None), False, False
