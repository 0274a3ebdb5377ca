"""Working days, working hours and terms, with the holidays of real years."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.hours import di_luar_jam_kerja
from app.calendar.terms import akhir_jangka, batas_buka
from app.calendar.workdays import hari_kerja, hitung_hari_kerja, libur_nasional, tambah_hari_kerja

LIBUR_2026 = {baris.tanggal for baris in libur_nasional(2026)}
DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))


def test_lebaran_and_its_cuti_bersama_are_no_working_days() -> None:
    assert not hari_kerja(date(2026, 3, 23), LIBUR_2026)
    assert hari_kerja(date(2026, 3, 25), LIBUR_2026)


def test_working_days_step_over_a_weekend_and_a_holiday() -> None:
    # Friday 13 February 2026; Monday is cuti bersama, Tuesday Imlek.
    assert tambah_hari_kerja(date(2026, 2, 13), 1, LIBUR_2026) == date(2026, 2, 18)
    assert tambah_hari_kerja(date(2026, 2, 18), -1, LIBUR_2026) == date(2026, 2, 13)


@given(DAYS, st.integers(-400, 400))
def test_counting_undoes_adding(mulai: date, jumlah: int) -> None:
    assert hitung_hari_kerja(mulai, tambah_hari_kerja(mulai, jumlah, LIBUR_2026), LIBUR_2026) == jumlah


@given(DAYS, st.integers(1, 400))
def test_adding_lands_on_a_working_day(mulai: date, jumlah: int) -> None:
    assert hari_kerja(tambah_hari_kerja(mulai, jumlah, LIBUR_2026), LIBUR_2026)


def test_an_estimated_feast_is_marked_and_named_without_the_mark() -> None:
    fitri = next(baris for baris in libur_nasional(2027) if baris.tanggal == date(2027, 3, 10))
    assert (fitri.nama, fitri.jenis, fitri.pasti) == ("Hari Raya Idul Fitri", "nasional", False)


def test_a_decided_year_has_no_estimates_and_both_kinds() -> None:
    baris = libur_nasional(2026)
    assert all(satu.pasti for satu in baris)
    assert {satu.jenis for satu in baris} == {"nasional", "cuti_bersama"}
    assert [satu.tanggal for satu in baris] == sorted({satu.tanggal for satu in baris})


def at(tanggal: date, jam: int, menit: int, detik: int = 0) -> datetime:
    """A moment given on the office clock, as the database keeps it."""
    return datetime(tanggal.year, tanggal.month, tanggal.day, jam, menit, detik, tzinfo=UTC) - timedelta(hours=7)


@pytest.mark.parametrize(
    ("tanggal", "jam", "menit", "luar"),
    [
        (date(2026, 11, 25), 7, 29, True),
        (date(2026, 11, 25), 7, 30, False),
        (date(2026, 11, 25), 16, 0, False),
        (date(2026, 11, 25), 16, 1, True),
        (date(2026, 11, 27), 16, 30, False),
        (date(2026, 11, 27), 16, 31, True),
        (date(2026, 11, 28), 10, 0, True),
        (date(2026, 8, 17), 10, 0, True),
    ],
)
def test_hours_are_those_of_the_perpres(tanggal: date, jam: int, menit: int, luar: bool) -> None:
    assert di_luar_jam_kerja(at(tanggal, jam, menit), LIBUR_2026) is luar


def test_ramadan_hours_are_shorter() -> None:
    puasa = (date(2026, 2, 19), date(2026, 3, 19))
    rabu = date(2026, 2, 25)
    assert not di_luar_jam_kerja(at(rabu, 15, 0), LIBUR_2026, ramadan=puasa)
    assert di_luar_jam_kerja(at(rabu, 15, 1), LIBUR_2026, ramadan=puasa)
    assert di_luar_jam_kerja(at(rabu, 7, 45), LIBUR_2026, ramadan=puasa)
    assert not di_luar_jam_kerja(at(date(2026, 3, 25), 15, 30), LIBUR_2026, ramadan=puasa)


@pytest.mark.parametrize(
    ("mulai", "tahun", "akhir"),
    [
        (date(2023, 10, 2), 5, date(2028, 10, 2)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2096, 2, 29), 4, date(2100, 2, 28)),
        (date(2026, 1, 31), 30, date(2056, 1, 31)),
    ],
)
def test_a_term_ends_on_the_same_day_of_its_last_year(mulai: date, tahun: int, akhir: date) -> None:
    assert akhir_jangka(mulai, tahun) == akhir


@pytest.mark.parametrize("tahun", [0, -1, 8000])
def test_a_term_without_sense_is_refused(tahun: int) -> None:
    with pytest.raises(ValueError, match="jangka waktu"):
        akhir_jangka(date(2026, 1, 1), tahun)


def test_the_duty_to_open_begins_thirty_working_days_before_the_end() -> None:
    # Back from Thursday 31 December: 20 working days of December (24th and 25th off), 10 of November.
    assert batas_buka(date(2026, 12, 31), LIBUR_2026) == date(2026, 11, 17)
    assert tambah_hari_kerja(date(2026, 11, 17), 30, LIBUR_2026) == date(2026, 12, 31)
