"""The fields of a resource as a program sees them, read off the model: name, kind, largest length, allowed words, relation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import JSON, Boolean, CheckConstraint, Date, DateTime, Integer, Text, Time, inspect
from sqlalchemy.types import TypeDecorator

MAKS_BILANGAN = 2**31 - 1
MAKS_TEKS_BEBAS = 20_000
_PILIHAN = re.compile(r"^(?:\w+ IS NULL OR )?(\w+) IN \((.*)\)$", re.S)
_RENTANG = re.compile(r"^(?:\w+ IS NULL OR )?(\w+) BETWEEN (\d+) AND (\d+)$")
_MINIMUM = re.compile(r"^(?:\w+ IS NULL OR )?(\w+) (>=?) (\d+)$")
_PANJANG = re.compile(r"^(?:\w+ IS NULL OR )?length\((\w+)\) = (\d+)$")


@dataclass(frozen=True)
class Medan:
    """One field. `jenis`: teks, bilangan, logika, tanggal, waktu, jam, json, relasi, daftar (nested rows), bersarang, hitung.

    `kolom`: the attribute of the model that holds the value; `model`: the class at the other end of a relation.
    """

    nama: str
    kolom: str
    jenis: str
    wajib: bool = False
    kosong: bool = True
    maks: int | None = None
    min: int | None = None
    panjang: int | None = None
    baris: bool = True
    pilihan: tuple[str, ...] = ()
    model: Any = None
    isi: tuple[Medan, ...] = ()


def _jenis(column: Any) -> str:
    kind = column.type.impl if isinstance(column.type, TypeDecorator) else column.type
    for cls, name in ((JSON, "json"), (Boolean, "logika"), (DateTime, "waktu"), (Date, "tanggal"), (Time, "jam")):
        if isinstance(kind, cls):
            return name
    return "bilangan" if isinstance(kind, Integer) else "teks"


@cache
def _rules(model: Any) -> dict[str, dict[str, Any]]:
    """column -> what its CHECK constraints say: the database is the only place where a closed list stands."""
    found: dict[str, dict[str, Any]] = {}
    for rule in model.__table__.constraints:
        if not isinstance(rule, CheckConstraint):
            continue
        text = str(rule.sqltext)
        if match := _PILIHAN.match(text):
            found.setdefault(match[1], {})["pilihan"] = tuple(re.findall(r"'([^']*)'", match[2]))
        elif match := _RENTANG.match(text):
            found.setdefault(match[1], {}).update(min=int(match[2]), maks=int(match[3]))
        elif match := _MINIMUM.match(text):
            found.setdefault(match[1], {})["min"] = int(match[3]) + (match[2] == ">")
        elif match := _PANJANG.match(text):
            found.setdefault(match[1], {})["panjang"] = int(match[2])
    return found


@cache
def medan(model: Any, name: str) -> Medan:
    """The field `name` of `model`; KeyError when the model has no such column or relation."""
    mapper = inspect(model)
    if name in mapper.relationships:
        relation = mapper.relationships[name]
        column = next(iter(relation.local_columns))
        needed = not column.nullable
        return Medan(name, column.key, "relasi", wajib=needed, kosong=not needed, model=relation.mapper.class_)
    if isinstance(getattr(model, name, None), property):  # worked out by the model
        return Medan(name, name, "hitung")
    column = mapper.columns[name]
    kind = _jenis(column)
    needed = not column.nullable and column.default is None and column.server_default is None
    rule = dict(_rules(model).get(name, {}))
    if kind == "teks":
        rule["maks"] = getattr(column.type, "length", None) or MAKS_TEKS_BEBAS
        rule["baris"] = rule["maks"] <= 500 and not isinstance(column.type, Text)
    return Medan(name, name, kind, wajib=needed, kosong=bool(column.nullable), **rule)


def semua(model: Any, names: str | Iterable[str]) -> tuple[Medan, ...]:
    """The fields of a list of names, in order."""
    return tuple(medan(model, name) for name in (names.split() if isinstance(names, str) else names))
