"""Reads the sheets of an .ods (LibreOffice) as plain cells, like those of an .xlsx. It trusts nothing in the package."""

import datetime as dt
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from app.errors import JenisSalah, TerlaluBesar
from app.files.ooxml import BERSANDI, BOM, MAKRO
from app.files.sniff import UKURAN_TERBESAR

MIME = b"application/vnd.oasis.opendocument.spreadsheet"
RUSAK = "File .ods ini tidak dapat dibaca. Buka di LibreOffice, simpan ulang sebagai .xlsx, lalu unggah lagi."
ISI_TERBESAR = 100 * 1024 * 1024
ULANG_TERBANYAK = 1_048_576
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

Nilai = str | int | float | bool | dt.date | None
# One cell as it is read: value, whether a formula made it.
Isi = tuple[Nilai, bool]


def lembar_ods(isi: bytes, kolom_terbanyak: int) -> Iterator[tuple[str, Iterator[tuple[int, list[Isi]]]]]:
    """(name, rows) of every sheet; a row is its number and its cells, empty rows left out. JenisSalah when it is none."""
    content = _content(isi)
    try:
        tables = [(name, list(rows)) for name, rows in _tables(content, kolom_terbanyak)]
    except (ParseError, DefusedXmlException, ValueError, OverflowError) as fault:
        raise JenisSalah(RUSAK) from fault
    for name, rows in tables:
        yield name, iter(rows)


def _content(isi: bytes) -> bytes:
    """The part that holds the cells, after the package was looked at."""
    if len(isi) > UKURAN_TERBESAR:
        raise TerlaluBesar
    try:
        with zipfile.ZipFile(BytesIO(isi)) as package:
            names = package.namelist()
            if any(name.startswith(("Basic/", "Scripts/")) for name in names):
                raise JenisSalah(MAKRO.format(akhiran="ods"))
            if package.read("mimetype").strip() != MIME:
                raise JenisSalah(RUSAK)
            if b"encryption-data" in _bounded(package, "META-INF/manifest.xml"):
                raise JenisSalah(BERSANDI)
            return _bounded(package, "content.xml")
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError) as fault:
        raise JenisSalah(RUSAK) from fault


def _bounded(package: zipfile.ZipFile, name: str) -> bytes:
    """A part, counted while it is unpacked: the promised size is not believed."""
    with package.open(name) as stream:
        content = stream.read(ISI_TERBESAR + 1)
    if len(content) > ISI_TERBESAR:
        raise JenisSalah(BOM)
    return content


def _tables(content: bytes, most: int) -> Iterator[tuple[str, Iterator[tuple[int, list[Isi]]]]]:
    for _, element in iterparse(BytesIO(content), events=("end",), forbid_dtd=True):
        if element.tag == f"{_TABLE}table":
            yield element.get(f"{_TABLE}name") or "", _rows(element, most)


def _rows(table: Element, most: int) -> Iterator[tuple[int, list[Isi]]]:
    """The rows that hold something, with their number in the sheet; repeated rows are told one by one."""
    number = 0
    for row in table.iter(f"{_TABLE}table-row"):
        times = _times(row, "rows")
        cells = list(_cells(row, most))
        while cells and cells[-1] == (None, False):
            cells.pop()
        if cells:
            yield from ((number + n, cells) for n in range(1, times + 1))
        number += times


def _cells(row: Element, most: int) -> Iterator[Isi]:
    left = most
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        times = min(_times(cell, "columns"), left)
        value = (None, True) if cell.get(f"{_TABLE}formula") else (_value(cell), False)
        yield from [value] * times
        left -= times
        if left <= 0:
            return


def _times(element: Element, what: str) -> int:
    times = int(element.get(f"{_TABLE}number-{what}-repeated") or 1)
    return min(max(times, 1), ULANG_TERBANYAK)


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text[:10])


_KINDS: dict[str, tuple[str, Callable[[str], Nilai]]] = {
    "float": ("value", float),
    "percentage": ("value", float),
    "currency": ("value", float),
    "date": ("date-value", _date),
    "boolean": ("boolean-value", lambda text: text == "true"),
}


def _value(cell: Element) -> Nilai:
    kind = _KINDS.get(cell.get(f"{_OFFICE}value-type") or "")
    given = cell.get(f"{_OFFICE}{kind[0]}") if kind is not None else None
    if kind is not None and given is not None:
        return kind[1](given)
    lines = [_line(paragraph) for paragraph in cell.findall(f"{_TEXT}p")]
    return "\n".join(lines) or None


def _line(paragraph: Element) -> str:
    """The text of one paragraph; runs of spaces, tabs and breaks are elements of their own."""
    out = [paragraph.text or ""]
    for part in paragraph:
        if part.tag == f"{_TEXT}s":
            out.append(" " * min(int(part.get(f"{_TEXT}c") or 1), 1000))
        elif part.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            out.append("\t" if part.tag.endswith("tab") else "\n")
        elif part.tag in (f"{_TEXT}span", f"{_TEXT}a"):
            out.append(_line(part))
        out.append(part.tail or "")
    return "".join(out)
