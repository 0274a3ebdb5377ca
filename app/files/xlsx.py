"""Writes a spreadsheet row by row into a file: constant memory, text as text. No cell of it can ever be a formula."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import IO, Any
from xml.sax.saxutils import escape

from app.files.sel import mirip_rumus

SEKALI = 2000  # rows that are joined before they are compressed
PALING_PANJANG = 32_767  # characters in one cell, by the format
PALING_BANYAK = 1_048_575  # rows beneath the heading, by the format
RUSAK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AWAL = dt.date(1899, 12, 30)
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Styles: 0 plain, 1 day, 2 heading, 3 text that begins like a formula (Excel keeps it text even when it is edited).
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PKG}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PKG}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PKG}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_NS}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>'
    '<xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" fontId="1" applyFont="1"/>'
    '<xf xfId="0" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def tulis(out: IO[bytes], judul: str, kolom: Sequence[str], baris: Iterable[Sequence[Any]]) -> int:
    """Write one sheet; -> how many rows. `baris` is read as it is written, never held."""
    rows, count = iter(baris), 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        for name, text in {**_PARTS, "xl/workbook.xml": _workbook(judul)}.items():
            archive.writestr(name, _KEPALA + text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((_KEPALA + _head(kolom)).encode())
            while part := list(islice(rows, min(SEKALI, PALING_BANYAK - count))):
                sheet.write("".join(map(_row, part)).encode())
                count += len(part)
            sheet.write(b"</sheetData></worksheet>")
    return count


def _workbook(title: str) -> str:
    name = escape(re.sub(r"[\[\]:*?/\\]", " ", RUSAK.sub("", title))[:31] or "Lembar", {'"': "&quot;"})
    sheet = f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>'
    return f'<workbook xmlns="{_NS}" xmlns:r="{_REL}">{sheet}</workbook>'


def _head(titles: Sequence[str]) -> str:
    """The heading stays in view while one scrolls."""
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{max(10, min(40, len(title) + 4))}" customWidth="1"/>'
        for n, title in enumerate(titles, 1)
    )
    cells = "".join(f'<c s="2" t="inlineStr"><is><t>{escape(RUSAK.sub("", t))}</t></is></c>' for t in titles)
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    return f'<worksheet xmlns="{_NS}">{view}<cols>{widths}</cols><sheetData><row>{cells}</row>'


def _row(values: Sequence[Any]) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


def _cell(value: Any) -> str:
    if type(value) is str:
        return _text(value)
    if value is None:
        return "<c/>"
    if isinstance(value, bool):
        return _text("Ya" if value else "Tidak")
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime) and value > _AWAL:
        return f'<c s="1"><v>{(value - _AWAL).days}</v></c>'
    return _text(str(value))


def _text(value: str) -> str:
    clean = escape(RUSAK.sub("", value[:PALING_PANJANG]))
    style = ' s="3"' if mirip_rumus(clean) else ""
    return f'<c{style} t="inlineStr"><is><t xml:space="preserve">{clean}</t></is></c>'
