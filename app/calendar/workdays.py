"""Hari kerja: Monday to Friday without holidays. The holidays are handed in as data (table HariLibur)."""

import re
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from holidays import country_holidays
from holidays.constants import GOVERNMENT, PUBLIC

SATU_HARI = timedelta(days=1)
PERKIRAAN = re.compile(r"\s*\((?:perkiraan|estimated)\)", re.IGNORECASE)


class Libur(NamedTuple):
    """One row of reference data for HariLibur; `pasti` is False while the date is only an estimate."""

    tanggal: date
    nama: str
    jenis: str
    pasti: bool


def hari_kerja(tanggal: date, libur: Collection[date]) -> bool:
    """Is this day one on which the office works?"""
    return tanggal.weekday() < 5 and tanggal not in libur


def tambah_hari_kerja(mulai: date, jumlah: int, libur: Collection[date]) -> date:
    """The day that lies `jumlah` working days after `mulai` (before it when negative). `mulai` itself never counts."""
    langkah = SATU_HARI if jumlah >= 0 else -SATU_HARI
    tanggal, sisa = mulai, abs(jumlah)
    while sisa:
        tanggal += langkah
        sisa -= hari_kerja(tanggal, libur)
    return tanggal


def hitung_hari_kerja(mulai: date, akhir: date, libur: Collection[date]) -> int:
    """Working days after `mulai` up to and with `akhir`; negative when `akhir` lies before: the inverse of adding."""
    if akhir < mulai:
        return -sum(hari_kerja(mulai - SATU_HARI * n, libur) for n in range(1, (mulai - akhir).days + 1))
    return sum(hari_kerja(mulai + SATU_HARI * n, libur) for n in range(1, (akhir - mulai).days + 1))


def libur_nasional(tahun: int) -> list[Libur]:
    """National holidays and cuti bersama of one year, as reference data: the office corrects them by the yearly SKB."""
    nasional = country_holidays("ID", years=tahun, language="id", categories=(PUBLIC,))
    bersama = country_holidays("ID", years=tahun, language="id", categories=(GOVERNMENT,))
    baris = [_libur(tanggal, nama, "nasional") for tanggal, nama in nasional.items()]
    baris += [_libur(tanggal, nama, "cuti_bersama") for tanggal, nama in bersama.items() if tanggal not in nasional]
    return sorted(baris)


def _libur(tanggal: date, nama: str, jenis: str) -> Libur:
    return Libur(tanggal, PERKIRAAN.sub("", nama), jenis, PERKIRAAN.search(nama) is None)
