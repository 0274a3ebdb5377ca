"""The search line of every list: a field for words, tabs by status, a few selects; plain GET, works without scripts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import sqlalchemy as sa
from flask import abort, request
from flask_appbuilder.models.filters import BaseFilter, Filters

CARI = "cari"
LONGEST = 100


@dataclass(frozen=True)
class Saringan:
    """A select whose choices are found when the list opens, and the rows (model, choice) -> condition that it leaves.
    `deret`: few and short choices stand as a row of links instead, one click each."""

    label: str
    pilihan: Callable[[], Mapping[str, str]]
    syarat: Callable[[Any, str], Any]
    deret: bool = False


@dataclass(frozen=True)
class Pencarian:
    """`teks`: columns that the words are sought in ("relation.column" too); `sebutan`: column -> code word -> the label that
    they are sought in as well; `saring`: column -> (label, its code words); `lagi`: argument -> a select of another kind.
    A status among `saring` becomes the tabs of the list."""

    teks: tuple[str, ...] = ()
    saring: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)
    petunjuk: str = ""
    lagi: Mapping[str, Saringan] = field(default_factory=dict)
    sebutan: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @cached_property
    def kata(self) -> type[WordsFilter]:
        """The filter class of the words. FAB makes filters anew from their class, so what they seek hangs on it."""
        return type("WordsFilter", (WordsFilter,), {"columns": self.teks, "labels": self.sebutan})

    @property
    def tab(self) -> str:
        return "status" if "status" in self.saring else ""

    @property
    def nama(self) -> tuple[str, ...]:
        """Every argument of the address that narrows the list."""
        return (CARI, *self.saring, *self.lagi)

    def pilihan(self) -> dict[str, tuple[str, Mapping[str, str]]]:
        """The selects: argument -> (label, choice -> words). One without a choice is not offered."""
        fixed = {name: spec for name, spec in self.saring.items() if name != self.tab}
        found = {name: (spec.label, spec.pilihan()) for name, spec in self.lagi.items() if not spec.deret}
        return fixed | {name: spec for name, spec in found.items() if spec[1]}

    def state(self) -> dict[str, Any]:
        """What the template shows: the words typed, each select with its choice."""
        chosen = {name: request.args.get(name, "") for name in self.nama}
        return {
            "words": chosen.pop(CARI),
            "chosen": chosen,
            "active": any(request.args.get(name) for name in self.nama),
            "selects": self.pilihan(),
            "spec": self,
        }


class WordsFilter(BaseFilter):
    """Every typed word must stand in one of the columns, whatever its capitals."""

    name = CARI
    columns: tuple[str, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = {}

    def apply(self, query: Any, value: str) -> Any:
        for word in value.split()[:8]:
            query = query.filter(sa.or_(*(self._matches(column, word) for column in self.columns)))
        return query

    def _matches(self, column: str, word: str) -> Any:
        relation, _, leaf = column.rpartition(".")
        if relation:
            attribute = getattr(self.model, relation)
            return attribute.has(getattr(attribute.property.mapper.class_, leaf).icontains(word, autoescape=True))
        own = getattr(self.model, column)
        found = own.icontains(word, autoescape=True)
        called = [code for code, label in self.labels.get(column, {}).items() if word.lower() in label.lower()]
        return sa.or_(found, own.in_(called)) if called else found


class CodeFilter(BaseFilter):
    """Rows whose column holds exactly this code word."""

    name = "sama dengan"

    def apply(self, query: Any, value: str) -> Any:
        column = getattr(self.model, self.column_name)
        if isinstance(column.type, sa.Boolean):
            return query.filter(column.is_(value == "1"))
        return query.filter(column == (int(value) if isinstance(column.type, sa.Integer) else value))


@cache
def kind_filter(spec: Saringan) -> type[BaseFilter]:
    """The filter class of one such select."""

    class KindFilter(BaseFilter):
        name = spec.label

        def apply(self, query: Any, value: str) -> Any:
            return query.filter(spec.syarat(self.model, value))

    return KindFilter


def apply_search(view: Any, filters: Filters, *, without: str = "") -> Filters:
    """The view's filters together with those of the search line; a value that no select offers is a bad request."""
    spec: Pencarian = view.pencarian
    joined = filters.copy()
    joined._search_filters = filters.get_search_filters()
    words = request.args.get(CARI, "").strip()
    if words and spec.teks:
        joined.add_filter("", spec.kata, words[:LONGEST])
    for name, (_, known) in spec.saring.items():
        value = _chosen(name, known)
        if value and name != without:
            joined.add_filter(name, CodeFilter, value)
    for name, more in spec.lagi.items():
        value = request.args.get(name, "")
        if value:
            joined.add_filter("", kind_filter(more), _chosen(name, more.pilihan()))
    return joined


def _chosen(name: str, known: Mapping[str, str]) -> str:
    value = request.args.get(name, "")
    if value and value not in known:
        abort(400)
    return value
