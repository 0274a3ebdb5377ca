"""The deadlines of a dispute: counted in working days from the day that starts them, and said in words."""

import datetime as dt

from app.calendar.sengketa import LANGKAH, tenggat

LIBUR = {dt.date(2026, 3, 19), dt.date(2026, 3, 20)}  # a Thursday and a Friday


def test_each_deadline_counts_working_days_from_its_own_day() -> None:
    days = {"tanggal_tanggapan": dt.date(2026, 3, 2), "tanggal_penolakan": dt.date(2026, 1, 5)}
    found = tenggat(days, dt.date(2026, 3, 10), LIBUR)
    assert [(t.langkah.nama, t.batas) for t in found] == [
        ("Mengajukan keberatan", dt.date(2026, 2, 16)),
        ("Mengajukan sengketa", dt.date(2026, 3, 24)),  # fourteen working days, two holidays left out
    ]
    assert [t.keadaan for t in found] == ["Lewat 16 hari kerja", "Sisa 8 hari kerja"]


def test_what_was_done_is_in_time_or_late() -> None:
    days = {"tanggal_keberatan": dt.date(2026, 1, 5), "tanggal_tanggapan": dt.date(2026, 2, 16)}
    assert tenggat(days, dt.date(2027, 1, 1), ())[0].keadaan == "Tepat waktu"
    late = days | {"tanggal_tanggapan": dt.date(2026, 2, 17)}
    assert tenggat(late, dt.date(2027, 1, 1), ())[0].keadaan == "Lewat tenggat"


def test_a_weekend_after_the_last_day_is_over_already() -> None:
    days = {"putusan_diterima": dt.date(2026, 3, 2)}
    last = tenggat(days, dt.date(2026, 3, 20), ())[0]
    assert (last.batas, last.keadaan) == (dt.date(2026, 3, 20), "Sisa 0 hari kerja")
    assert tenggat(days, dt.date(2026, 3, 21), ())[0].keadaan == "Lewat 1 hari kerja"


def test_the_table_is_that_of_the_act() -> None:
    assert [(step.hari_kerja, step.dasar.split(" (jangka")[0]) for step in LANGKAH] == [
        (30, "Pasal 36 ayat (1)"),
        (30, "Pasal 36 ayat (2)"),
        (14, "Pasal 37 ayat (2)"),
        (14, "Pasal 38 ayat (1)"),
        (100, "Pasal 38 ayat (2)"),
        (14, "Pasal 48 ayat (1)"),
    ]
