"""Jangka waktu pengecualian: when a term ends, and when the duty to open begins. Exact, leap days included."""

from bisect import bisect_left
from collections.abc import Collection
from datetime import date

from app.calendar.workdays import SATU_HARI, hari_kerja, tambah_hari_kerja

# PPID establishes expired information as public within the last 30 working days of its term.
HARI_KERJA_BATAS_BUKA = 30
# Reminders before the end of a term, in working days; the last one is the start of the duty itself.
HARI_KERJA_PENGINGAT = (90, 60, HARI_KERJA_BATAS_BUKA)


def akhir_jangka(mulai: date, tahun: int) -> date:
    """The same day `tahun` years later; 29 February ends on the 28th where that year has no leap day."""
    if tahun < 1:
        raise ValueError("jangka waktu paling singkat satu tahun")
    if mulai.year + tahun > date.max.year:
        raise ValueError("jangka waktu melampaui kalender")
    try:
        return mulai.replace(year=mulai.year + tahun)
    except ValueError:
        return date(mulai.year + tahun, 2, 28)


def batas_buka(akhir: date, libur: Collection[date]) -> date:
    """The first day of the duty to decide the opening: 30 working days before the end."""
    return tambah_hari_kerja(akhir, -HARI_KERJA_BATAS_BUKA, libur)


def batas_buka_banyak(akhir: Collection[date], libur: Collection[date]) -> dict[date, date]:
    """`batas_buka` of many ends at once: the calendar between them is walked one time."""
    if not akhir:
        return {}
    hari, terakhir, kerja = batas_buka(min(akhir), libur), max(akhir), []
    while hari < terakhir:
        if hari_kerja(hari, libur):
            kerja.append(hari)
        hari += SATU_HARI
    return {ujung: kerja[bisect_left(kerja, ujung) - HARI_KERJA_BATAS_BUKA] for ujung in akhir}


def akhir_terjangkau(tanggal: date, jumlah: int, libur: Collection[date]) -> date:
    """The latest end whose `jumlah` working days before it have begun on this day.

    An end lies within reach exactly when end − jumlah working days ≤ tanggal: so one comparison of dates serves all rows.
    """
    return tambah_hari_kerja(tanggal, jumlah, libur)
