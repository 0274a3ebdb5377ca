"""Jangka waktu pengecualian: when a term ends, and when the duty to open begins. Exact, leap days included."""

from collections.abc import Collection
from datetime import date

from app.calendar.workdays import tambah_hari_kerja

# PPID establishes expired information as public within the last 30 working days of its term.
HARI_KERJA_BATAS_BUKA = 30


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
