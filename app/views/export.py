"""What a list shows, as Excel, Word or CSV: the same rows, filter, columns and words; no cell can be a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from flask import abort, request, send_file
from flask_appbuilder import expose
from flask_appbuilder.security.decorators import has_access, permission_name
from flask_appbuilder.urltools import get_filter_args, get_order_args
from markupsafe import Markup
from openpyxl import Workbook

from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.files.names import nama_unduhan
from app.files.sel import tanda_teks
from app.views.repair import clean_args
from app.views.search import apply_search
from app.views.values import angka

PALING_BANYAK = 10_000
PALING_BANYAK_WORD = 1_000  # a Word table of more rows opens too slowly on an old laptop
WORD = "application/vnd.openxmlformats-officedocument"
SISA = "Hanya {angka} baris pertama yang dimuat. Saring daftarnya, lalu unduh sisanya."
Baris = Iterable[Sequence[Any]]


def xlsx(title: str, heads: Sequence[str], rows: Baris) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.append(heads)
    for row in rows:
        sheet.append([tanda_teks(value) for value in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def csv_(_title: str, heads: Sequence[str], rows: Baris) -> bytes:
    """With semicolons and a byte-order mark, as an Indonesian Excel opens it by itself."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(heads)
    writer.writerows([tanda_teks(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def docx(title: str, heads: Sequence[str], rows: Baris) -> bytes:
    """A landscape A4 table whose head row is repeated on each page."""
    paper = Document()
    page = paper.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Arial", Pt(9)
    paper.add_heading(title, 1)
    paper.add_paragraph(f"Dicetak {tanggal_panjang(hari_ini_wib())}")
    table = paper.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = tanggal_panjang(value) if isinstance(value, date) else str(value)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


# The choice in the address -> (how it is written, media type, most rows).
BENTUK: dict[str, tuple[Callable[[str, Sequence[str], Baris], bytes], str, int]] = {
    "xlsx": (xlsx, f"{WORD}.spreadsheetml.sheet", PALING_BANYAK),
    "docx": (docx, f"{WORD}.wordprocessingml.document", PALING_BANYAK_WORD),
    "csv": (csv_, "text/csv; charset=utf-8", PALING_BANYAK),
}


class ExportPage:
    """Mixed into SafeModelView."""

    @expose("/ekspor")
    @has_access
    @permission_name("list")
    def ekspor(self: Any) -> Any:
        """The filtered list, `?sebagai=` xlsx (the default), docx or csv."""
        clean_args(self)
        kind = request.args.get("sebagai", "xlsx")
        write, media, most = BENTUK.get(kind) or abort(400)
        get_filter_args(self._filters)
        order = get_order_args().get(type(self).__name__) or self.base_order or ("", "")
        filters = apply_search(self, self._filters).get_joined_filters(self._base_filters)
        query = self.datamodel.session.query(self.datamodel.obj)
        rows = self.datamodel.apply_all(query, filters, *order, 0, most + 1).all()
        columns, title = self.kolom_dipilih(), str(self.list_title)
        heads = [str(self.label_columns.get(name, name)) for name in columns]
        cells = [[self._cell(row, name) for name in columns] for row in rows[:most]]
        if len(rows) > most:
            cells.append([SISA.format(angka=angka(most)), *[""] * (len(columns) - 1)])
        made = write(title, heads, cells)
        name = nama_unduhan(title, None, hari_ini_wib().isoformat(), ext=kind)
        return send_file(BytesIO(made), mimetype=media, as_attachment=True, download_name=name)

    def _cell(self: Any, row: Any, name: str) -> Any:
        """A value as the screen shows it, days and numbers as such."""
        raw = getattr(row, name, None)
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return raw
        if isinstance(raw, date) and not isinstance(raw, datetime):
            return raw
        shown = self.datamodel._get_attr_value(row, name)
        formatter = self.formatters_columns.get(name)
        shown = formatter(shown) if formatter else shown
        return shown.striptags() if isinstance(shown, Markup) else str(shown)
