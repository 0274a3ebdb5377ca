"""What a list shows, as a spreadsheet: the same rows, the same filter, the same words; no cell can be a formula."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any

from flask import send_file
from flask_appbuilder import expose
from flask_appbuilder.security.decorators import has_access, permission_name
from flask_appbuilder.urltools import get_filter_args, get_order_args
from markupsafe import Markup
from openpyxl import Workbook

from app.calendar.words import hari_ini_wib
from app.files.names import nama_unduhan
from app.views.repair import clean_args
from app.views.search import apply_search

PALING_BANYAK = 10_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
RUMUS = ("=", "+", "-", "@", "\t", "\r")


class ExportPage:
    """Mixed into SafeModelView."""

    @expose("/ekspor")
    @has_access
    @permission_name("list")
    def ekspor(self: Any) -> Any:
        """The filtered list as .xlsx, at most PALING_BANYAK rows."""
        clean_args(self)
        get_filter_args(self._filters)
        order = get_order_args().get(type(self).__name__) or self.base_order or ("", "")
        filters = apply_search(self, self._filters).get_joined_filters(self._base_filters)
        _, rows = self.datamodel.query(filters, *order, page=0, page_size=PALING_BANYAK)
        book = Workbook(write_only=True)
        sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", str(self.list_title))[:31])
        sheet.append([str(self.label_columns[name]) for name in self.list_columns])
        for row in rows:
            sheet.append([self._cell(row, name) for name in self.list_columns])
        out = BytesIO()
        book.save(out)
        out.seek(0)
        name = nama_unduhan(str(self.list_title), None, hari_ini_wib().isoformat(), ext="xlsx")
        return send_file(out, mimetype=XLSX, as_attachment=True, download_name=name)

    def _cell(self: Any, row: Any, name: str) -> Any:
        """A value as the screen shows it, days and numbers as such; text that looks like a formula stays text."""
        raw = getattr(row, name, None)
        if isinstance(raw, int | float) and not isinstance(raw, bool):
            return raw
        if isinstance(raw, date) and not isinstance(raw, datetime):
            return raw
        shown = self.datamodel._get_attr_value(row, name)
        formatter = self.formatters_columns.get(name)
        shown = formatter(shown) if formatter else shown
        text = shown.striptags() if isinstance(shown, Markup) else str(shown)
        return f"'{text}" if text.startswith(RUMUS) else text
