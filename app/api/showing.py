"""Rows as JSON: named fields only, a relation always as {"id","label"}, everything fetched in one statement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app import models as m
from app.api.fields import Medan
from app.calendar.words import wib

# What a label needs beyond its own row.
_LABEL_JUGA: dict[Any, tuple[str, ...]] = {m.AnggotaTim: ("pengguna",)}


def label(row: Any) -> str:
    """What a related row is called. A butir is called by its code: its own words may be for fewer eyes than the label."""
    return str(row.kode) if isinstance(row, m.ButirInformasi) else str(row)


def nilai(row: Any, field: Medan) -> Any:
    """One field of one row as JSON."""
    value = getattr(row, field.nama)
    if value is None:
        return None
    if field.jenis == "relasi":
        return {"id": value.id, "label": label(value)}
    if field.jenis == "daftar":
        return [baris(child, field.isi) for child in value]
    if isinstance(value, dt.datetime):
        return wib(value).isoformat(timespec="seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat(timespec="minutes")
    return value


def baris(row: Any, fields: Iterable[Medan]) -> dict[str, Any]:
    """One row: its id and the named fields."""
    return {"id": row.id, **{field.nama: nilai(row, field) for field in fields if field.nama != "id"}}


@cache
def muat(model: Any, fields: tuple[Medan, ...]) -> tuple[ORMOption, ...]:
    """The loader options that make the number of statements independent of the number of rows."""
    options: list[ORMOption] = []
    for field in fields:
        if field.jenis == "relasi":
            way = joinedload(getattr(model, field.nama))
            options.append(way)
            options += [way.joinedload(getattr(field.model, more)) for more in _LABEL_JUGA.get(field.model, ())]
        elif field.jenis == "daftar":
            options.append(selectinload(getattr(model, field.nama)))
    return tuple(options)
