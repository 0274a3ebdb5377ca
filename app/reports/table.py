"""What every report is: a name, headings, whose rows it reads, and a function that gives its rows one by one."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.security.officer import Officer

SEKALI = 1000  # rows that one fetch brings


@dataclass(frozen=True)
class Rentang:
    """First and last day of a report, both included, in WIB."""

    mulai: dt.date
    selesai: dt.date

    @property
    def awal(self) -> dt.datetime:
        """The first moment."""
        return dt.datetime.combine(self.mulai, dt.time(), WIB)

    @property
    def akhir(self) -> dt.datetime:
        """The first moment after the last day."""
        return dt.datetime.combine(self.selesai + dt.timedelta(days=1), dt.time(), WIB)


WIB = dt.timezone(dt.timedelta(hours=7))
Baris = Callable[[Session, Officer, Rentang], Iterable[Sequence[Any]]]


@dataclass(frozen=True)
class Laporan:
    """One report. `sumber`: the resource that its reader must be allowed to list; rows are within the reader's scope."""

    nama: str
    judul: str
    penjelasan: str
    sumber: str
    kolom: tuple[str, ...]
    baris: Baris
    berperiode: bool = False
    jadwal: tuple[str, ...] = ()  # kinds of app.reports.periods after which the daily work keeps a copy

    def boleh(self, officer: Officer) -> bool:
        """Whether this officer may read it."""
        return officer.may("can_list", self.sumber)
