"""The import page: a preview keeps nothing, the same sheet is kept by one more button, and goes back corrected."""

from collections.abc import Callable
from io import BytesIO

from flask import Flask
from lxml import html
from openpyxl import load_workbook
from sqlalchemy import func, select

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
