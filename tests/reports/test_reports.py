"""Reports count what is there, within the rows of whoever asks; as a page, a spreadsheet and a paper."""

import datetime as dt
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import select

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.documents.pdf import ke_pdf
from app.files.xlsx import tulis
from app.models.base import sekarang
from app.reports import stored
from app.reports.all import LAPORAN
from app.reports.paper import PALING_BANYAK, Kepala, kata, naskah
from app.reports.periods import DIKEJAR, berakhir, terakhir
from app.reports.stored import ke_docx, simpan_laporan
from app.reports.table import Laporan, Rentang
from app.security.scope import visible
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


@at("selesai")
@pytest.mark.parametrize("nama", sorted(LAPORAN))
def test_every_report_makes_a_paper_with_all_its_rows(office: Office, case: Case, nama: str) -> None:
    report = LAPORAN[nama]
    told = rows(office, nama)
    paper = Document(BytesIO(ke_docx(office.session, office.staff["utama"], report, EVER)))
    if told:
        (table,) = paper.tables
        assert [cell.text for cell in table.rows[0].cells] == list(report.kolom)
        assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [[kata(v) for v in row] for row in told]
    text = "\n".join(line.text for line in paper.paragraphs)
    assert report.judul.upper() in text
    assert ("Nihil" in text) == (not told)


def test_a_paper_says_when_it_shows_only_the_first_rows() -> None:
    many = ([f"<{n}>"] for n in range(PALING_BANYAK + 5))
    report = Laporan("x", "Uji", "Penjelasan.", "Berkas", ("Kolom",), lambda *_: [])
    content, count = naskah(report, Kepala("PPID", "Periode", dt.date(2026, 1, 1)), many)
    assert count == PALING_BANYAK
    assert f"Naskah ini memuat {PALING_BANYAK} baris pertama." in "\n".join(
        p.text for p in Document(BytesIO(content)).paragraphs
    )


def test_the_paper_of_a_report_becomes_a_pdf(require: Any) -> None:
    require("libreoffice")
    report = Laporan("x", "Uji & <coba>", "Penjelasan.", "Berkas", ("A", "B"), lambda *_: [])
    head = Kepala("PPID", "Periode", dt.date(2026, 1, 1), ("PPID Utama", "Nama", "1"))
    content, _ = naskah(report, head, [("x", dt.date(2026, 1, 2)), (None, True)])
    assert ke_pdf(content).startswith(b"%PDF")


@at("selesai", both=True)
def test_a_decree_of_the_period_has_its_row(office: Office, case: Case) -> None:
    (row,) = rows(office, "per-sk")
    assert row[4:7] == (2, 0, 3)
    assert row[7] == "1 dari 1"
    assert int(row[8].split(" dari ")[0]) >= 2


@pytest.mark.parametrize(
    ("kind", "day", "kode", "first", "last"),
    [
        ("bulanan", dt.date(2026, 1, 1), "2025-12", dt.date(2025, 12, 1), dt.date(2025, 12, 31)),
        ("bulanan", dt.date(2024, 3, 31), "2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("triwulan", dt.date(2026, 1, 1), "2025-T4", dt.date(2025, 10, 1), dt.date(2025, 12, 31)),
        ("triwulan", dt.date(2026, 9, 30), "2026-T2", dt.date(2026, 4, 1), dt.date(2026, 6, 30)),
        ("tahunan", dt.date(2026, 1, 1), "2025", dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
    ],
)
def test_the_last_period_ended_before_the_day(
    kind: str, day: dt.date, kode: str, first: dt.date, last: dt.date
) -> None:
    found = terakhir(kind, day)
    assert (found.kode, found.rentang) == (kode, Rentang(first, last))


def test_periods_are_caught_up_without_a_gap_and_not_for_ever() -> None:
    months = berakhir("bulanan", dt.date(2026, 11, 25), dt.date(2026, 8, 15))
    assert [p.kode for p in months] == ["2026-08", "2026-09", "2026-10"]
    assert len(berakhir("bulanan", dt.date(2026, 11, 25), dt.date(2000, 1, 1))) == DIKEJAR


@at("selesai", both=True)
def test_what_is_over_is_kept_once_with_its_hashes(office: Office, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "pengubah", lambda: None)
    next_year = dt.date(hari_ini_wib(sekarang()).year + 1, 1, 2)
    kept = simpan_laporan(next_year)
    assert {word.split()[0] for word in kept} == set(LAPORAN)
    assert simpan_laporan(next_year) == []
    found = office.session.scalars(select(m.Laporan).where(m.Laporan.nama == "periode")).all()
    assert len(found) == len({row.periode for row in found}) >= 3
    yearly = next(row for row in found if row.periode == str(next_year.year - 1))
    told = office.session.scalars(select(m.Peristiwa).where(m.Peristiwa.operasi == f"laporan:periode:{yearly.periode}"))
    assert yearly.xlsx.sha256 in told.one().ringkasan, "the hash stands in the chain"
    assert load_workbook(BytesIO(baca(yearly.xlsx))).active is not None
    office.session.rollback()
    seen = set(office.session.scalars(select(m.Laporan.nama).where(visible(m.Laporan, office.staff["data"]))))
    assert "beban" not in seen
    assert "periode" in seen
