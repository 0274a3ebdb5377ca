"""Dates and numbers in words, against examples from real papers and an independent speller."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from app.calendar.words import (
    hari,
    hari_ini_wib,
    jangka_kata,
    romawi,
    tahun_wib,
    tanggal_kata,
    tanggal_panjang,
    tanggal_pendek,
    terbilang,
    waktu_wib,
    wib,
)


def test_the_opening_of_a_real_test_sheet_is_spelled_as_printed() -> None:
    assert tanggal_kata(date(2024, 3, 19)) == "Selasa tanggal sembilan belas bulan Maret tahun dua ribu dua puluh empat"


def test_a_date_has_no_leading_zero() -> None:
    assert tanggal_panjang(date(2023, 10, 2)) == "2 Oktober 2023"
    assert tanggal_pendek(date(2023, 10, 2)) == "2 Okt 2023"


def test_the_weekday_of_the_sops_date_is_monday() -> None:
    assert hari(date(2023, 10, 2)) == "Senin"


@given(st.integers(0, 200_000))
def test_numbers_are_spelled_as_an_independent_library_spells_them(angka: int) -> None:
    assert terbilang(angka) == num2words(angka, lang="id")


@pytest.mark.parametrize(
    ("angka", "kata"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (100, "seratus"),
        (1000, "seribu"),
        (11_000, "sebelas ribu"),
        (1_000_000, "satu juta"),
        (101_001_000, "seratus satu juta seribu"),
        (-5, "minus lima"),
    ],
)
def test_the_se_forms_stand_only_where_the_language_has_them(angka: int, kata: str) -> None:
    assert terbilang(angka) == kata


def test_months_become_roman_and_others_are_refused() -> None:
    assert ",".join(romawi(bulan) for bulan in range(1, 13)) == "I,II,III,IV,V,VI,VII,VIII,IX,X,XI,XII"
    for bulan in (0, 13):
        with pytest.raises(ValueError, match="tidak ada"):
            romawi(bulan)


def test_the_year_turns_at_midnight_wib_not_utc() -> None:
    assert tahun_wib(datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC)) == 2026
    assert tahun_wib(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)) == 2027


def test_the_office_day_begins_seven_hours_before_utc() -> None:
    assert hari_ini_wib(datetime(2026, 11, 25, 17, 0, tzinfo=UTC)) == date(2026, 11, 26)
    assert hari_ini_wib(datetime(2026, 11, 25, 16, 59, tzinfo=UTC)) == date(2026, 11, 25)


def test_a_time_from_any_zone_is_shown_in_wib() -> None:
    assert waktu_wib(datetime(2026, 11, 25, 2, 15, tzinfo=UTC)) == "25 November 2026 pukul 09.15 WIB"
    papua = timezone(timedelta(hours=9))
    assert waktu_wib(datetime(2026, 11, 26, 1, 5, tzinfo=papua)) == "25 November 2026 pukul 23.05 WIB"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="tanpa zona"):
        wib(datetime(2026, 11, 25, 2, 15))  # noqa: DTZ001  the naive time is the point


@pytest.mark.parametrize(
    ("jenis", "isi", "kata"),
    [
        ("tahun", {"tahun": 5}, "5 (lima) tahun sejak ditetapkan"),
        (
            "tahun",
            {"tahun": 5, "mulai": date(2026, 11, 25), "akhir": date(2031, 11, 25)},
            "5 (lima) tahun, 25 November 2026 sampai dengan 25 November 2031",
        ),
        ("tanggal", {"akhir": date(2027, 1, 1)}, "sampai dengan 1 Januari 2027"),
        ("peristiwa", {"peristiwa": "Seluruh temuan ditutup."}, "sampai dengan seluruh temuan ditutup"),
        ("peristiwa", {"peristiwa": "Sampai Renja ditetapkan"}, "sampai Renja ditetapkan"),
        ("peristiwa", {"peristiwa": "BPK selesai memeriksa"}, "sampai dengan BPK selesai memeriksa"),
        ("persetujuan", {"peristiwa": "Persetujuan pasien"}, "sampai ada persetujuan: persetujuan pasien"),
        ("sesuai_uu", {}, "sesuai peraturan perundang-undangan"),
        ("tanpa_batas", {"alasan": "Melekat pada orangnya"}, "tidak dibatasi waktu: melekat pada orangnya"),
    ],
)
def test_a_term_reads_as_one_part_of_a_sentence(jenis: str, isi: dict[str, object], kata: str) -> None:
    assert jangka_kata(jenis, **isi) == kata  # type: ignore[arg-type]


def test_an_unfinished_term_still_reads() -> None:
    for jenis in ("tahun", "tanggal", "peristiwa", "persetujuan", "sesuai_uu", "tanpa_batas"):
        assert jangka_kata(jenis).strip()


def test_an_unknown_kind_of_term_is_refused() -> None:
    with pytest.raises(ValueError, match="tidak dikenal"):
        jangka_kata("selamanya")
