"""Lists: tabs with counts, agency and year, columns, kept lists, and the same rows as Excel, Word and CSV."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from flask import Flask
from openpyxl import load_workbook

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara

Browse = Callable[..., Any]


def agency(app: Flask, kode: str) -> int:
    with app.app_context():
        return int(db.session.query(m.PerangkatDaerah.id).filter_by(singkatan=kode).scalar())


def test_the_tabs_count_every_status_and_the_chosen_one_filters(browse: Browse, kasus: Perkara) -> None:
    page = browse("utama").get("/usulan/list/?status=dihimpun").text
    assert 'aria-current="true">Dihimpun <b>' in page
    everything = browse("utama").get("/usulan/list/").text
    assert 'aria-current="true">Semua <b>' in everything
    assert "/usulan/list/?status=dihimpun" in everything


def test_a_tab_keeps_the_words_that_were_sought(browse: Browse, kasus: Perkara) -> None:
    page = browse("utama").get("/usulan/list/?cari=dinkes").text
    assert "/usulan/list/?cari=dinkes&amp;status=" in page


def test_the_agency_of_another_leaves_no_row_and_nobody_is_offered_it_in_an_agency(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    other = agency(app, "BKD")
    with app.app_context():
        own = db.session.get_one(m.Usulan, kasus["usulan.dinkes"]).judul
    assert own not in browse("utama").get(f"/usulan/list/?perangkat_daerah={other}").text
    clerk = browse("petugas.dinkes")
    assert "saring-perangkat_daerah" not in clerk.get("/usulan/list/").text
    assert clerk.get(f"/usulan/list/?perangkat_daerah={other}").status_code == 400


def test_a_year_long_gone_is_empty_and_an_unknown_choice_is_a_bad_request(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    assert "Tidak ada data yang cocok" in browser.get("/naskah/list/?tahun=2023").text
    assert browser.get("/naskah/list/?tahun=1999").status_code == 400
    assert browser.get("/usulan/list/?kolom=password").status_code == 400


def test_a_person_chooses_the_columns(browse: Browse, kasus: Perkara) -> None:
    page = browse("utama").get("/usulan/list/?kolom=judul&kolom=putaran").text
    assert ">Putaran<" in page.replace("</a>", "<").replace("\n", "")
    assert 'data-label="Nomor surat"' not in page


def test_a_list_is_kept_under_a_name_opened_and_forgotten(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    form = {"layar": "UsulanView", "argumen": "status=dihimpun&kolom=judul", "nama": "Yang dihimpun"}
    browser.post("/tampilan/simpan", data=form)
    assert 'href="/usulan/list/?status=dihimpun&amp;kolom=judul">Yang dihimpun' in browser.get("/usulan/list/").text
    assert "Yang dihimpun" not in browse("utama2").get("/usulan/list/").text
    browser.post("/tampilan/hapus", data={"layar": "UsulanView", "nama": "Yang dihimpun"})
    assert "Yang dihimpun" not in browser.get("/usulan/list/").text


def test_a_list_opens_as_its_owner_wants_until_all_are_asked_for(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    browser.post("/tampilan/simpan", data={"layar": "UsulanView", "argumen": "status=dihimpun", "bawaan": "ya"})
    answer = browser.get("/usulan/list/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/usulan/list/?status=dihimpun")
    assert browser.get("/usulan/list/?semua=1").status_code == 200


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"nama": ""}, "isi nama tampilan"),
        ({"nama": "x" * 41}, "paling panjang 40 huruf"),
    ],
)
def test_a_name_that_cannot_be_kept_is_told(
    browse: Browse, kasus: Perkara, form: dict[str, str], sentence: str
) -> None:
    browser = browse("utama")
    browser.post("/tampilan/simpan", data={"layar": "UsulanView", "argumen": "status=dihimpun", **form})
    assert sentence in browser.get("/usulan/list/").text


def test_a_list_has_room_for_a_dozen_names(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    for n in range(13):
        browser.post("/tampilan/simpan", data={"layar": "UsulanView", "argumen": "", "nama": f"Nama {n}"})
    page = browser.get("/usulan/list/").text
    assert "Hapus satu yang tidak dipakai" in page
    assert "Nama 12" not in page


def test_keeping_a_list_needs_a_login_and_a_list(app: Flask, browse: Browse, kasus: Perkara) -> None:
    assert browse(None).post("/tampilan/simpan", data={"layar": "UsulanView"}, page="/login/").status_code in (302, 401)
    assert browse("utama").post("/tampilan/simpan", data={"layar": "Akun"}).status_code == 400
    assert browse("utama").get("/tampilan/simpan").status_code == 405


def test_word_and_csv_and_excel_hold_the_same_rows_and_columns(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    asked = "/usulan/ekspor?kolom=judul&kolom=status&sebagai="
    table = Document(BytesIO(browser.get(asked + "docx").data)).tables[0]
    word = [[cell.text for cell in row.cells] for row in table.rows]
    text = browser.get(asked + "csv").data.decode("utf-8-sig")
    sheet = load_workbook(BytesIO(browser.get(asked + "xlsx").data)).active
    assert (
        word == [line.split(";") for line in text.splitlines()] == [list(r) for r in sheet.iter_rows(values_only=True)]
    )
    assert word[0] == ["Judul", "Status"]
    assert len(word) > 1
    assert browser.get(asked + "pdf").status_code == 400


def test_a_setting_is_read_by_its_name_and_found_by_name_and_key(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("admin")
    for words in ("susunan dinas", "pola_nomor.nota_dinas"):
        page = browser.get(f"/pengaturan/list/?cari={words}").text
        assert ">Susunan nomor: Nota dinas</a>" in page
        assert ">Pemisahan tugas</a>" not in page
    assert "pola_nomor" not in page.partition("<tbody>")[2].partition("</tbody>")[0]
    book = load_workbook(BytesIO(browser.get("/pengaturan/ekspor?cari=pemisahan_tugas").data)).active
    assert [row[0].value for row in book] == ["Pengaturan", "Pemisahan tugas"]
    with app.app_context():
        ident = db.session.query(m.Pengaturan.id).filter_by(kunci="gaya_nama.penetapan").scalar()
    record = browser.get(f"/pengaturan/show/{ident}").text
    assert "<h1>Gaya nama pada naskah penetapan</h1>" in record
    assert "<code>gaya_nama.penetapan</code>" in record
    assert "Pilih salah satu: tanpa gelar, dengan gelar. Nilai bawaan: “tanpa gelar”." in record


def test_a_narrow_column_tells_days_and_agencies_short_and_a_file_tells_them_whole(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    browser, day = browse("utama"), date(2026, 8, 5)
    with app.app_context():
        usulan = db.session.get_one(m.Usulan, kasus["usulan.dinkes"])
        usulan.tanggal_surat = day
        db.session.commit()
        name, short = usulan.perangkat_daerah.nama, usulan.perangkat_daerah.singkatan
    page = browser.get("/usulan/list/").text
    assert '<time datetime="2026-08-05" title="5 Agustus 2026">5 Agu 2026</time>' in page
    assert f'<abbr title="{name}">{short}</abbr>' in page
    sheet = load_workbook(BytesIO(browser.get("/usulan/ekspor?kolom=perangkat_daerah&kolom=tanggal_surat").data))
    assert (name, datetime(2026, 8, 5)) in list(sheet.active.values)  # noqa: DTZ001 - a cell has no zone


def test_a_paper_that_need_not_be_made_again_says_nothing_in_the_list(app: Flask) -> None:
    view = next(view for view in app.appbuilder.baseviews if view.endpoint == "NaskahView")
    assert view.sel(m.Naskah(usang=False), "usang") == "–"
    assert view.sel(m.Naskah(usang=True), "usang").striptags() == "Ya"


def test_a_paper_that_nobody_signs_is_issued_and_waits_for_no_signature(app: Flask) -> None:
    view = next(view for view in app.appbuilder.baseviews if view.endpoint == "NaskahView")
    said = {
        (jenis, status): view.sel(m.Naskah(jenis=jenis, status=status), "status").striptags()
        for jenis in ("label_boks", "draft_daftar")
        for status in ("terbit", "dicabut")
    }
    assert list(said.values()) == ["Terbit", "Dicabut", "Siap ditandatangani", "Dicabut"]
