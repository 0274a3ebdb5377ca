"""The office's own targets: how many working days are left for a step. The sheet of the SOP sets no durations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang, wib
from app.calendar.workdays import hitung_hari_kerja, tambah_hari_kerja
from app.extensions import db
from app.law import settings

SOP_WAKTU = "SOP: pada hari dan jam kerja"


@dataclass(frozen=True)
class Sasaran:
    """The target of one case. `sisa`: working days left, negative when it is over."""

    jatuh: date
    sisa: int

    @property
    def lewat(self) -> bool:
        return self.sisa < 0

    @property
    def kata(self) -> str:
        if self.lewat:
            return f"Lewat sasaran {-self.sisa} hari kerja (sasaran {tanggal_panjang(self.jatuh)}; {SOP_WAKTU})"
        return f"Sasaran kantor: {self.sisa} hari kerja lagi, {tanggal_panjang(self.jatuh)} ({SOP_WAKTU})"


def sasaran(kind: str, verb: str, cases: Iterable[Any]) -> dict[int, Sasaran]:
    """Case id -> its target, where the office set one for this step; three statements however many cases."""
    days = settings.DAFTAR.get(f"sasaran_hari_kerja.{verb}")
    rows = list(cases)
    wanted = settings.nilai(db.session, days.kunci) if days is not None and rows else ""
    if not wanted.isdecimal():
        return {}
    holidays = set(db.session.scalars(sa.select(m.HariLibur.tanggal)))
    since, today = _since(kind, rows), hari_ini_wib()
    due = {row.id: tambah_hari_kerja(since[row.id], int(wanted), holidays) for row in rows}
    return {ident: Sasaran(day, hitung_hari_kerja(today, day, holidays)) for ident, day in due.items()}


def _since(kind: str, rows: list[Any]) -> dict[int, date]:
    """The day on which each case came to where it stands: its last move, else its beginning."""
    p = m.Peristiwa
    query = (
        sa.select(p.objek_id, sa.func.max(p.waktu))
        .where(p.objek_jenis == kind, p.objek_id.in_([row.id for row in rows]), p.ke.is_not(None))
        .group_by(p.objek_id)
    )
    moved = dict(db.session.execute(query).all())
    return {row.id: wib(moved.get(row.id, row.dibuat_pada)).date() for row in rows}
