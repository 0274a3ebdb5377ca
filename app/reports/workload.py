"""Workload: what stands at each step, since when, and its age in working days. The step is read from the SOP tables."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, wib
from app.calendar.workdays import SATU_HARI, hari_kerja
from app.models.base import sekarang
from app.reports.table import Laporan, Rentang
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import reading
from app.sop.words import LABEL_STATUS, StatusBerkas, StatusUsulan

MENUNGGU: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("usulan", m.Usulan, (StatusUsulan.DRAF, StatusUsulan.DIKEMBALIKAN, StatusUsulan.DIAJUKAN)),
    (
        "berkas",
        m.Berkas,
        tuple(status for status in StatusBerkas if status not in (StatusBerkas.SELESAI, StatusBerkas.DIBATALKAN)),
    ),
)


def _rows(session: Session, officer: Officer, _period: Rentang) -> Iterator[Sequence[Any]]:
    today = hari_ini_wib(sekarang())
    holidays = set(session.scalars(select(m.HariLibur.tanggal)))
    for kind, model, statuses in MENUNGGU:
        entered = _entered(session, kind)
        query = select(model).where(visible(model, officer), model.status.in_(statuses)).order_by(model.id)
        found = list(session.scalars(query).unique())
        since = {case.id: wib(entered.get((case.id, case.status), case.dibuat_pada)).date() for case in found}
        days = _workdays(min(since.values(), default=today), today, holidays)
        for case in sorted(found, key=lambda c: (statuses.index(c.status), since[c.id], c.id)):
            age = len(days) - bisect_right(days, since[case.id])
            yield (_step(kind, case.status), str(case), LABEL_STATUS[case.status], since[case.id], age)


def _entered(session: Session, kind: str) -> dict[tuple[int, str], dt.datetime]:
    """When each case last came into each status, from the log."""
    p = m.Peristiwa
    query = select(p.objek_id, p.ke, func.max(p.waktu).label("waktu")).where(p.objek_jenis == kind, p.ke.is_not(None))
    moved = query.where(p.dari.is_distinct_from(p.ke)).group_by(p.objek_id, p.ke)
    return {(row.objek_id, row.ke): row.waktu for row in session.execute(moved)}


def _workdays(first: dt.date, last: dt.date, holidays: set[dt.date]) -> list[dt.date]:
    days, day = [], first
    while day <= last:
        if hari_kerja(day, holidays):
            days.append(day)
        day += SATU_HARI
    return days


def _step(kind: str, status: str) -> str:
    """The move that is awaited: the first forward row of the table from this status."""
    rows = [row for row in reading.langkah(kind) if status in row.dari and row.ke and row.ke != status]
    return rows[0].label if rows else LABEL_STATUS[status]


BEBAN = Laporan(
    nama="beban",
    judul="Beban kerja per langkah",
    penjelasan="Perkara yang menunggu pada tiap langkah dan umurnya dalam hari kerja.",
    sumber="Berkas",
    kolom=("Langkah berikutnya", "Perkara", "Status", "Sejak", "Umur (hari kerja)"),
    baris=_rows,
    jadwal=("bulanan",),
)
