"""The corrections file: the agency's own sheet back, with the findings beside each row and their cells marked."""

from io import BytesIO
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from app.errors import Kekurangan
from app.files.sheets import Lembar, Sel, baca
from app.law.rule import BLOK
from app.steps.impor import BarisImpor

JUDUL = "(temuan)"
_MERAH, _KUNING = PatternFill("solid", fgColor="F8CBAD"), PatternFill("solid", fgColor="FFF2CC")
_SEBUTAN = {BLOK: "Wajib diperbaiki", "peringatan": "Perlu penjelasan"}


def koreksi_xlsx(content: bytes, nama: str, baris: list[BarisImpor]) -> bytes:
    """The sheet that was uploaded, cell by cell as text, with one more column that says what to mend.

    It can be mended and uploaded again: the column of findings is none of the import's columns.
    """
    found = {row.baris: row.temuan for row in baris}
    sheets = baca(nama, content)
    sheet = next((s for s in sheets if {line.nomor for line in s.baris} >= set(found)), sheets[0])
    book = Workbook()
    out = book.active
    assert isinstance(out, Worksheet)  # noqa: S101 - a new workbook has one
    out.title = sheet.nama[:31]
    _salin(out, sheet, found)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _salin(out: Worksheet, sheet: Lembar, found: dict[int, list[Kekurangan]]) -> None:
    last = max((place for line in sheet.baris for place, sel in enumerate(line.sel, 1) if not sel.kosong), default=0)
    first = min(found, default=1)
    heads = [line.nomor for line in sheet.baris if line.nomor < first]
    for line in sheet.baris:
        findings = found.get(line.nomor, [])
        marked = {t.sel: t.tingkat for t in sorted(findings, key=lambda t: t.tingkat == BLOK)}
        for place, sel in enumerate(line.sel[:last], 1):
            cell = _sel(out, line.nomor, place)
            _isi(cell, sel)
            if sel.nama in marked:
                cell.fill = _MERAH if marked[sel.nama] == BLOK else _KUNING
        told = _sel(out, line.nomor, last + 1)
        told.alignment = Alignment(wrap_text=True, vertical="top")
        if findings:
            _teks(told, "\n".join(f"{_SEBUTAN[t.tingkat]} ({t.sel}): {t.pesan}" for t in findings))
    if heads:
        _teks(_sel(out, max(heads), last + 1), JUDUL)
    out.column_dimensions[get_column_letter(last + 1)].width = 80


def _sel(out: Worksheet, row: int, column: int) -> Cell:
    return cast(Cell, out.cell(row, column))  # nothing is merged in a new sheet


def _isi(cell: Cell, sel: Sel) -> None:
    """Numbers stay numbers; all else is text, so that no cell can become a formula."""
    if isinstance(sel.nilai, int | float) and not isinstance(sel.nilai, bool):
        cell.value = sel.nilai
    elif not sel.kosong and not sel.rumus:
        _teks(cell, sel.teks)


def _teks(cell: Cell, text: str) -> None:
    cell.value = "".join(sign for sign in text if sign >= " " or sign == "\n")[:32_000]
    cell.data_type = "s"
