"""The list of a screen: search, tabs by status with their counts, the columns a person chose, his kept lists; three statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import urlencode

import sqlalchemy as sa
from flask import abort, g, redirect, request
from flask_appbuilder import expose
from flask_appbuilder.security.decorators import has_access
from flask_appbuilder.urltools import get_filter_args, get_order_args, get_page_args, get_page_size_args
from flask_appbuilder.widgets import ListWidget

from app.steps import tampilan
from app.views import values
from app.views.interface import COUNTED
from app.views.repair import clean_args
from app.views.search import Pencarian, apply_search

KOLOM, SEMUA = "kolom", "semua"


class Daftar(ListWidget):
    template = "potongan/daftar.html"


@dataclass(frozen=True)
class Tab:
    """One status of the list. `banyak` None: too many rows to count."""

    label: str
    url: str
    banyak: int | None
    dipilih: bool


class ListPage:
    """Mixed into SafeModelView."""

    pencarian: ClassVar[Pencarian]
    kolom_tambahan: ClassVar[tuple[str, ...]] = ()  # columns that a person may add to the list
    hanya_ya: ClassVar[tuple[str, ...]] = ()  # yes or no, of which the list tells only the yes

    @expose("/list/")
    @has_access
    def list(self: Any) -> Any:
        clean_args(self)
        kept = tampilan.milik(g.user, self.endpoint)
        opens = dict(kept).get("")
        if opens and not request.args:
            return redirect(f"{self.list_url()}?{opens}")
        order = get_order_args().get(type(self).__name__, ("", ""))
        get_filter_args(self._filters)
        widgets = self._get_list_widget(
            filters=self._filters,
            order_column=order[0],
            order_direction=order[1],
            page=get_page_args().get(type(self).__name__, 0),
            page_size=get_page_size_args().get(type(self).__name__),
        )
        search = self.pencarian.state()
        return self.render_template(
            self.list_template, title=self.list_title, widgets=widgets, view=self, search=search, **self._panel(kept)
        )

    def _panel(self: Any, kept: Sequence[Sequence[str]]) -> dict[str, Any]:
        """What the panel "Kolom dan tampilan" shows; `pertahankan`: the arguments that its forms carry on."""
        names = [*self.pencarian.nama, f"_oc_{type(self).__name__}", f"_od_{type(self).__name__}"]
        carried = [(name, request.args[name]) for name in names if request.args.get(name)]
        shown = self.kolom_dipilih()
        chosen = [(KOLOM, name) for name in shown] if request.args.get(KOLOM) else []
        return {
            "kolom": [(name, str(self.label_columns.get(name, name)), name in shown) for name in self.kolom_tersedia()],
            "pertahankan": carried,
            "argumen": urlencode([*carried, *chosen]),
            "tampilan": [(name, f"{self.list_url()}?{kept_as}") for name, kept_as in kept if name],
            "bawaan": any(not name for name, _ in kept),
            "deret": {spec.label: self._row(name) for name, spec in self.pencarian.lagi.items() if spec.deret},
            "semua": f"{self.list_url()}?{SEMUA}=1" if kept else self.list_url(),
        }

    def kolom_tersedia(self: Any) -> Sequence[str]:
        """The columns that the list can show."""
        return [*self.list_columns, *(c for c in self.kolom_tambahan if c not in self.list_columns)]

    def kolom_dipilih(self: Any) -> Sequence[str]:
        """The columns of this request, in the order of the screen; an unknown one is a bad request."""
        asked = set(request.args.getlist(KOLOM))
        if not asked <= set(self.kolom_tersedia()):
            abort(400)
        return [c for c in self.kolom_tersedia() if c in asked] or self.list_columns

    def _get_list_widget(
        self: Any,
        filters: Any,
        actions: Any = None,
        order_column: str = "",
        order_direction: str = "",
        page: int | None = None,
        page_size: int | None = None,
        widgets: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> dict[str, Any]:
        """FAB's list of a page, or of related rows: bounded page numbers, links only where allowed, one count for all tabs."""
        top = request.endpoint == f"{self.endpoint}.list"
        columns = self.kolom_dipilih() if top else self.list_columns
        order = (order_column, order_direction) if order_column else (self.base_order or ("", ""))
        page, page_size = min(page or 0, 100_000), page_size or self.page_size
        asked = apply_search(self, filters) if top else filters
        joined = asked.get_joined_filters(self._base_filters)
        tabs, count = self._tabs(filters) if top and self.pencarian.tab else ([], None)
        query = self.datamodel.session.query(self.datamodel.obj)
        if count is None:
            count = self.datamodel.query_count(query, joined)
        rows = self.datamodel.apply_all(query, joined, *order, page, page_size).all()
        shown = self.list_widget(
            label_columns=self.label_columns,
            include_columns=columns,
            value_columns=[{name: self.sel(row, name) for name in columns} for row in rows],
            order_columns=self.order_columns,
            formatters_columns=self.formatters_columns,
            page=page,
            page_size=page_size,
            count=count,
            pks=self.datamodel.get_keys(rows),
            actions=actions or self.actions,
            filters=asked,
            modelview_name=type(self).__name__,
            view=self,
            tab=tabs,
            **kwargs,
        )
        return {**(widgets or {}), "list": shown}

    def sel(self: Any, row: Any, name: str) -> Any:
        """What stands in a cell of the table: days and agencies short, but for what links to the record."""
        raw = getattr(row, name, None)
        if name in self.hanya_ya:
            return values.status("perbaikan", "Ya") if raw else values.NOTHING
        main = name == (self.title_column or self.list_columns[0])
        short = None if main or name in self.formatters_columns else values.pendek(raw)
        return self.datamodel._get_attr_value(row, name) if short is None else short

    def _tabs(self: Any, filters: Any) -> tuple[Sequence[Tab], int | None]:
        """The tabs, and the rows under the chosen one: one statement for all; None when there are more than COUNTED."""
        name = self.pencarian.tab
        data = self.datamodel
        column = getattr(data.obj, name)
        others = apply_search(self, filters, without=name).get_joined_filters(self._base_filters)
        one = data.session.query(column.label("kode")).select_from(data.obj)
        some = data._apply_inner_all(one, others, aliases_mapping={}).order_by(None).limit(COUNTED + 1).subquery()
        found = dict(data.session.query(some.c.kode, sa.func.count()).group_by(some.c.kode).all())
        whole = sum(found.values()) <= COUNTED
        chosen = request.args.get(name, "")
        words: Mapping[str, str] = self.pencarian.saring[name][1]
        total = {"": sum(found.values()), **{code: found.get(code, 0) for code in words}}
        tabs = [
            Tab(label, self._tab_url(name, code), total[code] if whole else None, code == chosen)
            for code, label in {"": "Semua", **words}.items()
            if total[code] or code in ("", chosen) or not whole
        ]
        return tabs, total[chosen] if whole else None

    def _row(self: Any, name: str) -> Sequence[Tab]:
        """The choices of one narrowing as links; uncounted, so that a list asks no statement for them."""
        words, chosen = {"": "Semua", **self.pencarian.lagi[name].pilihan()}, request.args.get(name, "")
        return [Tab(label, self._tab_url(name, code), None, code == chosen) for code, label in words.items()]

    def _tab_url(self: Any, name: str, code: str) -> str:
        """This list under another tab, from its first page."""
        kept = [(n, v) for n, v in request.args.items(multi=True) if n != name and not n.startswith("page_")]
        return f"{self.list_url()}?{urlencode([*kept, (name, code)] if code else [*kept, (SEMUA, 1)])}"
