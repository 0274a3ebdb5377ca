"""The dates that follow from a term: end, start of the duty to open, review; and whether an estimated holiday moves them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.calendar.terms import akhir_jangka, batas_buka
from app.law.rule import Kasus
from app.law.rules_term import akhir, mulai


@dataclass(frozen=True)
class TanggalJangka:
    """`batas_buka`: 30 working days before the end; `perkiraan`: a holiday in between is only an estimate."""

    mulai: date
    akhir: date | None
    batas_buka: date | None
    tinjau: date
    perkiraan: bool


def tanggal_jangka(kasus: Kasus, libur: Mapping[date, bool]) -> TanggalJangka:
    """The dates as they would be if the decree were today. `libur`: holiday -> whether its date is certain."""
    begin, end = mulai(kasus), akhir(kasus)
    opening = batas_buka(end, libur.keys()) if end is not None else None
    unsure = end is not None and opening is not None and _tidak_pasti(opening, end, libur)
    review = kasus.butir.tanggal_tinjau or akhir_jangka(kasus.hari_ini, 1)
    return TanggalJangka(begin, end, opening, review, unsure)


def _tidak_pasti(opening: date, end: date, libur: Mapping[date, bool]) -> bool:
    """A holiday between the two is an estimate, or the holidays of that year are not known yet."""
    estimated = any(not sure and opening <= day <= end for day, sure in libur.items())
    return estimated or not any(day.year == opening.year for day in libur)
