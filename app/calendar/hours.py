"""Working hours of a regional office (Perpres 21/2023), in WIB. An act outside them is only marked."""

from collections.abc import Collection
from datetime import date, datetime, time

from app.calendar.words import wib
from app.calendar.workdays import hari_kerja

JUMAT = 4
BIASA = (time(7, 30), time(16, 0))
BIASA_JUMAT = (time(7, 30), time(16, 30))
RAMADAN = (time(8, 0), time(15, 0))
RAMADAN_JUMAT = (time(8, 0), time(15, 30))


def jam_kerja(tanggal: date, *, ramadan: bool = False) -> tuple[time, time]:
    """First and last minute of the office on this weekday; Ramadan has 32.5 hours a week instead of 37.5."""
    if tanggal.weekday() == JUMAT:
        return RAMADAN_JUMAT if ramadan else BIASA_JUMAT
    return RAMADAN if ramadan else BIASA


def di_luar_jam_kerja(waktu: datetime, libur: Collection[date], *, ramadan: tuple[date, date] | None = None) -> bool:
    """Does this moment (any zone) lie outside the office's hours? `ramadan` is the first and last day of the fast."""
    lokal = wib(waktu)
    tanggal = lokal.date()
    if not hari_kerja(tanggal, libur):
        return True
    puasa = ramadan is not None and ramadan[0] <= tanggal <= ramadan[1]
    buka, tutup = jam_kerja(tanggal, ramadan=puasa)
    return not buka <= lokal.time() <= tutup
