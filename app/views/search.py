"""The search line of every list: one field for words, a few selects for code words; plain GET, works without scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import sqlalchemy as sa
from flask import abort, request
from flask_appbuilder.models.filters import BaseFilter, Filters

CARI = "cari"
LONGEST = 100


@dataclass(frozen=True)
class Pencarian:
    """`teks`: columns that the words are sought in ("relation.column" too); `saring`: column -> (label, its code words)."""

    teks: tuple[str, ...] = ()
    saring: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    petunjuk: str = ""

    def state(self, view: Any) -> dict[str, Any]:
        """What the template shows: the words typed, each select with its choice."""
        chosen = {name: request.args.get(name, "") for name in self.saring}
        words = request.args.get(CARI, "")
        return {"words": words, "chosen": chosen, "active": bool(words or any(chosen.values())), "spec": self}


class WordsFilter(BaseFilter):
    """Every typed word must stand in one of the columns, whatever its capitals."""

    name = CARI
    columns: tuple[
        str, ...
    ] = ()  # FAB makes filters anew from their class, so the columns hang on a class of their own

    def apply(self, query: Any, value: str) -> Any:
        for word in value.split()[:8]:
            query = query.filter(sa.or_(*(self._matches(column, word) for column in self.columns)))
        return query

    def _matches(self, column: str, word: str) -> Any:
        relation, _, leaf = column.rpartition(".")
        if relation:
            attribute = getattr(self.model, relation)
            return attribute.has(getattr(attribute.property.mapper.class_, leaf).icontains(word, autoescape=True))
        return getattr(self.model, column).icontains(word, autoescape=True)


@cache
def words_filter(columns: tuple[str, ...]) -> type[WordsFilter]:
    """The filter class of one list."""
    return type("WordsFilter", (WordsFilter,), {"columns": columns})


class CodeFilter(BaseFilter):
    """Rows whose column holds exactly this code word."""

    name = "sama dengan"

    def apply(self, query: Any, value: str) -> Any:
        column = getattr(self.model, self.column_name)
        if isinstance(column.type, sa.Boolean):
            return query.filter(column.is_(value == "1"))
        return query.filter(column == (int(value) if isinstance(column.type, sa.Integer) else value))


def apply_search(view: Any, filters: Filters) -> Filters:
    """The view's filters together with those of the search line; a value that no select offers is a bad request."""
    spec: Pencarian = view.pencarian
    joined = filters.copy()
    joined._search_filters = filters.get_search_filters()
    words = request.args.get(CARI, "").strip()
    if words and spec.teks:
        joined.add_filter("", words_filter(spec.teks), words[:LONGEST])
    for name, (_, known) in spec.saring.items():
        value = request.args.get(name, "")
        if value and value not in known:
            abort(400)
        if value:
            joined.add_filter(name, CodeFilter, value)
    return joined
