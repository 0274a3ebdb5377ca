"""The months, quarters and years after which reports are kept. Pure: days in, days out."""

import datetime as dt
from dataclasses import dataclass

from app.reports.table import Rentang

SATU_HARI = dt.timedelta(days=1)
BULANAN, TRIWULAN, TAHUNAN = "bulanan", "triwulan", "tahunan"
LAMA = {BULANAN: 1, TRIWULAN: 3, TAHUNAN: 12}  # months
DIKEJAR = 24  # months that are caught up after a long downtime


@dataclass(frozen=True)
class Periode:
    """One period that is over. `kode` is its key: "2026-03", "2026-T1", "2026"."""

    jenis: str
    rentang: Rentang

    @property
    def kode(self) -> str:
        first = self.rentang.mulai
        if self.jenis == TAHUNAN:
            return f"{first.year}"
        return f"{first:%Y-%m}" if self.jenis == BULANAN else f"{first.year}-T{first.month // 3 + 1}"


def terakhir(jenis: str, hari: dt.date) -> Periode:
    """The newest period of this kind that ended before this day."""
    months = LAMA[jenis]
    begun = dt.date(hari.year, (hari.month - 1) // months * months + 1, 1)
    return _sebelum(jenis, begun)


def _sebelum(jenis: str, awal: dt.date) -> Periode:
    """The period that ends on the eve of this day."""
    number = awal.year * 12 + awal.month - 1 - LAMA[jenis]
    return Periode(jenis, Rentang(dt.date(number // 12, number % 12 + 1, 1), awal - SATU_HARI))


def berakhir(jenis: str, hari: dt.date, sejak: dt.date) -> list[Periode]:
    """The periods that ended before `hari` and not before `sejak`, the oldest first; no further back than DIKEJAR months."""
    found, period, reach = [], terakhir(jenis, hari), hari.year * 12 + hari.month - 1 - DIKEJAR
    while period.rentang.selesai >= sejak and period.rentang.mulai.year * 12 + period.rentang.mulai.month - 1 >= reach:
        found.append(period)
        period = _sebelum(jenis, period.rentang.mulai)
    return found[::-1]
