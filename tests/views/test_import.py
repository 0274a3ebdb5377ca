"""The import page: a preview keeps nothing, the same sheet is kept by one more button, and goes back corrected."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from flask import Flask
from lxml import html
from openpyxl import Workbook, load_workbook
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]


def sheet(browser: Browser, **cells: str) -> bytes:
    """The template that the page itself hands out, with one row filled in."""
    book = load_workbook(BytesIO(browser.get("/impor/templat").data))
    page = book.active
    assert page is not None
    names = {str(cell.value): cell.column for row in page.iter_rows(max_row=3) for cell in row if cell.value}
    head = next(row[0].row for row in page.iter_rows(max_row=3) if any(cell.value == "uraian" for cell in row))
    for name, value in cells.items():
        page.cell(row=head + 1, column=names[name], value=value)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def count(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(m.Usulan)) or 0


GOOD = {
    "uraian": "Rekam medis pasien menurut orang",
    "uraian_publik": "Rekam medis perorangan",
    "dokumen_induk": "Berkas rekam medis",
    "penguasa": "Bidang Pelayanan",
    "cakupan": "seluruh",
    "pasal17": "h.2",
    "dasar_uu": "UU 17/2023 Pasal 177",
    "jangka_jenis": "tahun",
    "jangka_nilai": "5",
    "konsekuensi_dibuka": "Riwayat penyakit seseorang diketahui umum sehingga ia dikucilkan.",
    "konsekuensi_ditutup": "Hak pasien atas kerahasiaan terlindungi.",
}


def test_a_preview_keeps_nothing_and_the_next_button_keeps_it(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser, before = browse("petugas.dinkes"), count(app)
    sent = {"unggahan": (BytesIO(sheet(browser, **GOOD)), "usulan.xlsx"), "langkah": "periksa"}
    preview = browser.send("/impor/", sent)
    assert "1 baris dibaca, 1 diterima" in text(preview)
    assert count(app) == before
    fields = dict(html.fromstring(preview.text).xpath("//main//form[@method='post']")[-1].form_values())
    kept = browser.client.post("/impor/", data={**fields, "langkah": "simpan"})
    assert "Rekam medis pasien" in text(browser.follow(kept))
    assert count(app) == before + 1


def test_a_refused_row_names_its_cell_and_nothing_is_kept(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser, before = browse("petugas.dinkes"), count(app)
    bad = {**GOOD, "jangka_jenis": "selamanya"}
    sent = {"unggahan": (BytesIO(sheet(browser, **bad)), "usulan.xlsx"), "langkah": "simpan"}
    answer = browser.send("/impor/", sent)
    assert answer.status_code == 422
    assert count(app) == before


def test_only_an_agencys_officer_imports(browse: Browse) -> None:
    assert browse("utama").get("/impor/").status_code == 403
    assert browse("admin").get("/impor/templat").status_code == 403


def own_form() -> bytes:
    """A sheet under headings that nobody knows."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["No", "Jenis dokumen rahasia", "Alasan hukum", "Kalau terbuka", "Kalau tertutup", "Masa"])
    basis, harm, gain = GOOD["pasal17"], GOOD["konsekuensi_dibuka"], GOOD["konsekuensi_ditutup"]
    page.append([1, GOOD["uraian"], f"huruf {basis}", harm, gain, "5 tahun"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_unknown_headings_are_asked_told_once_and_offered_again(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser, before = browse("petugas.dinkes"), count(app)

    def looked() -> TestResponse:
        return browser.send("/impor/", {"unggahan": (BytesIO(own_form()), "dik.xlsx"), "langkah": "periksa"})

    def form(page: TestResponse, number: int) -> dict[str, str]:
        return dict(html.fromstring(page.text).xpath("//main//form[@method='post']")[number].form_values())

    asked = looked()
    assert asked.status_code == 200
    assert "Judul kolom pada file ini belum dikenal" in text(asked)
    pairs = {"uraian": 1, "pasal17": 2, "konsekuensi_dibuka": 3, "konsekuensi_ditutup": 4, "jangka_nilai": 5}
    told = form(asked, 2) | {f"kolom_{name}": str(place) for name, place in pairs.items()} | {"langkah": "periksa"}
    wrong = browser.client.post("/impor/", data=told | {"kolom_penguasa": "1"})
    assert wrong.status_code == 422
    assert "Satu kolom hanya untuk satu isian" in text(wrong)
    assert form(wrong, 2)["kolom_penguasa"] == "1"  # nothing told is lost
    preview = browser.client.post("/impor/", data=told)
    assert "1 baris dibaca, 1 diterima" in text(preview)
    again = looked()
    assert "diingat dari impor sebelumnya" in text(again)
    assert {k: v for k, v in form(again, 2).items() if k.startswith("kolom_") and v} == {
        f"kolom_{name}": str(place) for name, place in pairs.items()
    }
    other = browser.client.post("/impor/", data=form(again, 1) | {"judul": "2|Sheet", "langkah": "judul"})
    assert "Baris judul kolom" in text(other)
    kept = browser.client.post("/impor/", data=form(preview, -1) | {"langkah": "simpan"})
    assert "Rekam medis pasien" in text(browser.follow(kept))
    assert count(app) == before + 1


def test_a_sheet_in_the_old_format_comes_back_corrected_as_xlsx(browse: Browse, kasus: Perkara) -> None:
    old = (Path(__file__).parent.parent / "data" / "usulan-cacat.xls").read_bytes()
    sent = {"unggahan": (BytesIO(old), "usulan-cacat.xls"), "langkah": "koreksi"}
    answer = browse("petugas.dinkes").send("/impor/", sent)
    assert "Koreksi usulan-cacat.xlsx" in answer.headers["Content-Disposition"]
    assert load_workbook(BytesIO(answer.data)).active is not None
