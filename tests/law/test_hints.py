"""Helps for the writer: guidance per letter, the completeness meter, the dates that follow from a term."""

import datetime as dt

import pytest

from app.law.guidance import PANDUAN, UMUM, panduan
from app.law.meter import kelengkapan
from app.law.rule import Kasus, Tahap
from app.law.term_dates import tanggal_jangka
from app.law.wording import menyimpulkan_saja, tanpa_akhir
from tests.law.examples import TODAY, butir


def test_every_letter_has_questions_and_examples_that_follow_our_own_rules() -> None:
    assert "".join(PANDUAN) == "abcdefghij"
    for one in PANDUAN.values():
        assert panduan(one.huruf) is one
        assert all(text.endswith("?") for text in (*one.pertanyaan, *UMUM))
        assert len(one.pertanyaan) >= 2
        assert not menyimpulkan_saja(one.dibuka)
        assert not menyimpulkan_saja(one.ditutup)
        assert not tanpa_akhir(one.jangka)


def meter(tahap: Tahap = Tahap.KAJIAN, **changes: object) -> tuple[int, int, tuple[str, ...]]:
    found = kelengkapan(Kasus(butir(**changes), TODAY), tahap)  # type: ignore[arg-type]
    return found.terisi, found.dari, found.kurang


def test_a_sound_butir_is_complete() -> None:
    assert meter() == (19, 19, ())
    assert meter(Tahap.PENGAJUAN) == (9, 9, ())
    assert kelengkapan(Kasus(butir(), TODAY)).persen == 100


def test_the_meter_names_what_is_missing() -> None:
    empty = {"uraian": None, "penguasa": "-", "cakupan": None, "huruf": []}
    assert meter(Tahap.PENGAJUAN, **empty) == (4, 8, ("uraian", "penguasa", "cakupan", "dasar"))
    assert meter(bagian=None)[2] == ("bagian",)
    assert meter(uji={"persetujuan_tertulis": None, "cek_pasal18": [False] * 6})[2] == (
        "cek_pasal18",
        "persetujuan_tertulis",
    )
    assert meter(huruf=["g"], uji={"terkait_jabatan_publik": None})[2] == ("terkait_jabatan_publik",)
    assert meter(uji={"tanpa": True})[2][-2:] == ("persetujuan_tertulis", "terkait_jabatan_publik")
    without = meter(uji={"tanpa": True}, huruf=["b"])
    assert without[:2] == (9, 17)
    assert kelengkapan(Kasus(butir(bagian=None), TODAY)).persen == 94


LIBUR = {dt.date(year, 8, 17): True for year in range(2026, 2033)}


def dates(libur: dict[dt.date, bool] | None = None, **changes: object) -> tuple[object, ...]:
    found = tanggal_jangka(Kasus(butir(**changes), TODAY), LIBUR if libur is None else libur)  # type: ignore[arg-type]
    return found.mulai, found.akhir, found.batas_buka, found.tinjau, found.perkiraan


def test_a_term_of_years_ends_on_its_day_and_opens_thirty_working_days_before() -> None:
    end = dt.date(2031, 11, 25)
    assert dates() == (TODAY, end, dt.date(2031, 10, 14), dt.date(2027, 11, 25), False)


def test_a_leap_day_ends_on_the_last_of_february() -> None:
    begin, end, *_ = dates(jangka_mulai=dt.date(2028, 2, 29), jangka_tahun=1)
    assert (begin, end) == (dt.date(2028, 2, 29), dt.date(2029, 2, 28))


def test_an_event_has_no_dates_but_a_review() -> None:
    own = dt.date(2027, 1, 4)
    assert dates(jangka_jenis="peristiwa", jangka_peristiwa="Final", tanggal_tinjau=own) == (
        TODAY,
        None,
        None,
        own,
        False,
    )


@pytest.mark.parametrize(
    ("libur", "unsure"),
    [
        (LIBUR, False),
        (LIBUR | {dt.date(2031, 11, 3): False}, True),
        (LIBUR | {dt.date(2031, 11, 3): True}, False),
        (LIBUR | {dt.date(2030, 11, 3): False}, False),
        ({dt.date(2026, 8, 17): True}, True),
        ({}, True),
    ],
)
def test_an_estimated_or_unknown_holiday_is_told(libur: dict[dt.date, bool], unsure: bool) -> None:
    assert dates(libur)[4] is unsure
