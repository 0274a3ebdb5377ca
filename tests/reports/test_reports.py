"""Reports count what is there, within the rows of whoever asks; as a page and as a spreadsheet."""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from app.calendar.words import hari_ini_wib
from app.files.xlsx import tulis
from app.models.base import sekarang
from app.reports.all import LAPORAN
from app.reports.table import Rentang
from app.sop.words import Naskah
from tests.cases import Case, Office
from tests.register.entries import tambah
from tests.stages import at

EVER = Rentang(dt.date(2000, 1, 1), dt.date(2100, 12, 31))


def rows(office: Office, nama: str, who: str = "utama", period: Rentang = EVER) -> list[Sequence[Any]]:
    office.session.rollback()
    report = LAPORAN[nama]
    found = list(report.baris(office.session, office.staff[who], period))
    assert all(len(row) == len(report.kolom) for row in found)
    return found


@at("selesai", both=True)
def test_the_period_tells_what_became_of_the_butir_of_each_agency(office: Office, case: Case) -> None:
    told = rows(office, "periode")
    assert {row[0]: row[2] for row in told} == {"Badan Kepegawaian Daerah": 1, "Dinas Kesehatan": 2, "Jumlah": 3}
    assert told[-1] == ("Jumlah", 2, 3, 0, 3, 0, 0, 0, 0, 0)
    today = hari_ini_wib(sekarang())
    assert rows(office, "periode", period=Rentang(today, today)) == told
    yesterday = today - dt.timedelta(days=1)
    assert rows(office, "periode", period=Rentang(yesterday, yesterday)) == []


@at("pertimbangan", both=True)
def test_the_workload_names_the_step_and_the_age_in_working_days(office: Office, case: Case) -> None:
    (row,) = rows(office, "beban")
    assert row[2:] == ("Pertimbangan", hari_ini_wib(sekarang()), 0)
    assert rows(office, "beban", "pimpinan") == [], "not before its step"


@at("selesai", both=True)
def test_the_register_is_counted_by_letter_agency_and_term(office: Office, case: Case) -> None:
    told = rows(office, "rekap-daftar")
    assert [(row[0], row[1], row[3], row[7]) for row in told] == [
        ("h", "Badan Kepegawaian Daerah", 1, 1),
        ("h", "Dinas Kesehatan", 2, 2),
    ]
    assert {row[2] for row in told} == {"Jumlah tahun"}
    tambah(office.session, [{"status": "terbuka_demi_hukum", "klasifikasi": "x (Pasal 17 huruf a, huruf h angka 2)"}])
    assert [row[0] for row in rows(office, "rekap-daftar")].count("a") == 1
    assert len(rows(office, "daftar")) == 4
    assert {row[2] for row in rows(office, "daftar", "bkd")} == {"Badan Kepegawaian Daerah"}


@at("pengunggahan", both=True)
def test_void_numbers_are_listed_with_their_reason(office: Office, case: Case) -> None:
    assert rows(office, "nomor") == []
    office.move("utama", case, "batalkan_penetapan", "Salah penandatangan.")
    void = rows(office, "nomor")
    assert {row[0] for row in void} == {"Batal"}
    assert all(row[5] for row in void)
    assert Naskah.SURAT_KEPUTUSAN.value not in str(void), "papers have their names, not their codes"


@at("selesai")
@pytest.mark.parametrize("nama", sorted(LAPORAN))
def test_every_report_makes_a_spreadsheet(office: Office, case: Case, nama: str) -> None:
    report, out = LAPORAN[nama], BytesIO()
    count = tulis(out, report.judul, report.kolom, report.baris(office.session, office.staff["utama"], EVER))
    sheet = load_workbook(out).active
    assert sheet is not None
    assert sheet.max_row == count + 1
    assert [cell.value for cell in sheet[1]] == list(report.kolom)
