"""The selects that many lists share: which agency, which year."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa
from flask import current_app

from app import models as m
from app.calendar.words import WIB, hari_ini_wib
from app.extensions import db
from app.security.manager import current_officer
from app.security.roles import BARIS
from app.security.scope import BARIS_PETUGAS, RESOURCE
from app.views.search import Saringan

TAHUN_PERTAMA = 2023  # of the SOP
SEMENIT = 60.0  # seconds
LUAS = tuple(set(BARIS.values()) - {BARIS_PETUGAS})
_KEY = "sidik_agensi"


def tahun(kolom: Callable[[Any], Any]) -> Saringan:
    """Rows whose column (a year, a day or a moment) lies in the chosen year, in WIB."""

    return Saringan("Tahun", tahun_tersedia, lambda model, value: dalam_tahun(kolom(model), int(value)), deret=True)


def dalam_tahun(column: Any, year: int) -> Any:
    """The condition that a year, a day or a moment lies in this year."""
    if isinstance(column.type, sa.Integer):
        return column == year
    first, after = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
    if isinstance(column.type, sa.Date):
        return sa.and_(column >= first, column < after)
    return sa.and_(column >= _midnight(first), column < _midnight(after))


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), WIB)


def tahun_tersedia() -> Mapping[str, str]:
    """The years that a list can be narrowed to, the present one first."""
    return {str(year): str(year) for year in range(hari_ini_wib().year, TAHUN_PERTAMA - 1, -1)}


def perangkat_daerah(syarat: Callable[[Any, int], Any]) -> Saringan:
    """Rows of the chosen agency; offered to those who see more than their own."""
    return Saringan("Perangkat daerah", _agencies, lambda model, value: syarat(model, int(value)))


def _agencies() -> Mapping[str, str]:
    """Active agencies by short name; none for an agency's own people. Remembered a minute: a list asks no statement for it."""
    officer = current_officer()
    if not any(officer.may(lingkup, RESOURCE) for lingkup in LUAS):
        return {}
    kept: tuple[float, Mapping[str, str]] | None = current_app.extensions.get(_KEY)
    if kept is None or kept[0] < time.monotonic():
        a = m.PerangkatDaerah
        rows = db.session.execute(sa.select(a.id, a.singkatan).where(a.aktif).order_by(a.singkatan))
        kept = (time.monotonic() + SEMENIT, {str(ident): short for ident, short in rows})
        current_app.extensions[_KEY] = kept
    return kept[1]
