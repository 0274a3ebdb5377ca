"""Repairs of FAB for our views and for its own screens alike: filters per request, bounded ids and arguments, safe actions."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable
from typing import Any

import sqlalchemy as sa
from flask import abort, g, has_request_context, redirect, request, url_for
from flask_appbuilder.baseviews import BaseCRUDView, BaseView, expose
from flask_appbuilder.models.sqla import filters as sqla_filters
from flask_appbuilder.views import ModelView
from werkzeug.wrappers import Response

LARGEST_ID = 2**31 - 1
LARGEST_PAGE = 200
MOST_ROWS = 200
# FAB hands every argument of an address on to url_for, which takes these for its own.
WORDS_OF_URL_FOR = frozenset({"endpoint", "_anchor", "_external", "_method", "_scheme"})


class RequestFilters:
    """FAB keeps one mutable Filters per view for all threads; each request gets a copy of its own."""

    def __get__(self, view: Any, owner: Any = None) -> Any:
        if view is None:
            return self
        shared = view.__dict__.get("_filters_shared")
        if shared is None or not has_request_context():
            return shared
        own: dict[int, Any] = g.setdefault("_fab_filters", {})
        if id(view) not in own:
            mine = copy.copy(shared)
            mine.filters, mine.values = list(shared.filters), list(shared.values)
            own[id(view)] = mine
        return own[id(view)]

    def __set__(self, view: Any, value: Any) -> None:
        view.__dict__["_filters_shared"] = value


def clean_id(raw: Any) -> int:
    """The id in an address, or 404; never a number that the database refuses."""
    text = str(raw)
    if not text.isascii() or not text.isdecimal() or len(text) > 10 or not 0 < int(text) <= LARGEST_ID:
        abort(404)
    return int(text)


def clean_args(view: Any) -> None:
    """400 for paging, order or filter arguments that no link of ours makes."""
    for name, value in request.args.items(multi=True):
        if "\x00" in value or len(value) > 500 or name in WORDS_OF_URL_FOR:
            abort(400)
        if name.startswith(("page_", "psize_")):
            _check_paging(name, value)
        order = re.fullmatch(r"_oc_(\w+)", name)
        if order and order[1] == type(view).__name__ and value not in (view.order_columns or []):
            abort(400)
        wanted = re.fullmatch(r"_flt_(\d)_(.*)", name)
        if wanted:
            _check_filter(view, int(wanted[1]), wanted[2], value)


def _check_paging(name: str, value: str) -> None:
    if not re.fullmatch(r"[0-9]{1,6}", value):
        abort(400)
    if name.startswith("psize_") and not 0 < int(value) <= LARGEST_PAGE:
        abort(400)


def _check_filter(view: Any, index: int, column: str, value: str) -> None:
    known = view._filters.get_search_filters().get(column) or []
    if index >= len(known):
        abort(400)
    relation = isinstance(known[index], sqla_filters.FilterRelationOneToManyEqual)
    if relation and not re.fullmatch(r"[0-9]{1,9}", value):
        abort(400)


def run_action(view: Any, name: str, keys: Iterable[str], many: bool) -> Any:
    """Permission first, then the rows through the row filter; a row that is not yours does not exist."""
    act = view.actions.get(name)
    keys = list(keys)
    if act is None or not (act.multiple if many else act.single):
        abort(404)
    if not view.appbuilder.sm.has_access(view.get_action_permission_name(name), view.class_permission_name):
        abort(403)
    if not 0 < len(keys) <= MOST_ROWS:
        abort(400)
    rows = [view.datamodel.get(clean_id(key), view._base_filters) for key in keys]
    if any(row is None for row in rows):
        abort(404)
    return act.func(rows if many else rows[0])


@expose("/action/<string:name>/<pk>", methods=["POST"])
def action(self: Any, name: str, pk: str) -> Any:
    """A FAB action on one record: POST only, permission and row checked."""
    return run_action(self, name, [pk], many=False)


@expose("/action_post", methods=["POST"])
def action_post(self: Any) -> Any:
    """A FAB action on the rows ticked in a list."""
    return run_action(self, request.form.get("action", ""), request.form.getlist("rowid"), many=True)


def _home(self: Any) -> str:
    return str(self.appbuilder.get_url_for_index)


def _related_equals(self: Any, query: Any, value: Any) -> Any:
    """Rows of one parent by its id; FAB would answer an unknown id with the rows that have no parent."""
    column = next(iter(self.datamodel.list_properties[self.column_name].local_columns))
    text = str(value)
    if not text.isascii() or not text.isdecimal() or int(text) > LARGEST_ID:
        return query.filter(sa.false())
    return query.filter(getattr(self.model, column.key) == int(text))


def _to_list(self: Any) -> Response:
    return redirect(url_for(f"{self.endpoint}.list"))


def _cleaned(act: Callable[..., Any], with_id: bool) -> Callable[..., Any]:
    def by_id(self: Any, pk: str) -> Any:
        clean_args(self)
        return act(self, clean_id(pk))

    def plain(self: Any, **kwargs: Any) -> Any:
        clean_args(self)
        return act(self, **kwargs)

    return by_id if with_id else plain


def repair_fab() -> None:
    """Apply the repairs to FAB's classes once per process; call before AppBuilder is initialised."""
    if getattr(ModelView, "_sidik_repaired", False):
        return
    ModelView._sidik_repaired = True
    ModelView._filters = RequestFilters()
    ModelView.exclude_route_methods = {"download"}
    ModelView.action, ModelView.action_post = action, action_post
    ModelView.is_get_mutation_allowed = lambda self: request.method != "GET"
    for name in ("post_add_redirect", "post_edit_redirect", "post_delete_redirect"):
        setattr(ModelView, name, _to_list)
    # No page history: its search words would be readable in the cookie, and browsers drop a cookie over 4 KiB.
    BaseView.update_redirect = lambda self: None
    BaseView.get_redirect = _home
    sqla_filters.FilterRelationOneToManyEqual.apply = _related_equals
    for name, with_id in (("_list", False), ("_add", False), ("_show", True), ("_edit", True), ("_delete", True)):
        setattr(BaseCRUDView, name, _cleaned(getattr(BaseCRUDView, name), with_id))
