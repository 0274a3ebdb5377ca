"""Rights explained: two roles compared, a view as somebody else that does nothing, who gave what, all to download."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from lxml import html
from openpyxl import load_workbook
from sqlalchemy import func, select

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.security.persons import person
from tests.sop.transcript import TABLE
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
ADDRESSES = ("/matriks-izin/", "/matriks-izin/banding?a=Admin&b=Auditor", "/matriks-izin/ekspor", "/lihat-sebagai/")
UNTUK_ADMIN = (*ADDRESSES, "/riwayat-akun/list/", "/riwayat-akun/ekspor", "/pengguna/list/", "/izin/list/")


@pytest.fixture
def database_url(databases: Any, furniture: Any) -> str:
    """Pages know no database."""
    return str(databases.fresh("sqlite", furniture))


def listed(page: str, heading: str) -> list[str]:
    """The lines under a heading."""
    found = html.fromstring(page).xpath(f"//section[h2[starts-with(text(), '{heading}')]]//li")
    return [one.text_content() for one in found]


def test_the_holders_of_a_role_are_a_list_of_names_not_a_raw_one(browse: Browse, kasus: Perkara) -> None:
    page = html.fromstring(browse("admin").get("/peran/show/1").text)
    (holders,) = page.xpath("//dt[text()='Pemegang']/following-sibling::dd")
    assert holders.xpath(".//li")
    assert "[" not in holders.text_content()


def test_two_roles_are_compared_by_their_differences(browse: Browse, kasus: Perkara) -> None:
    page = browse("admin").get("/matriks-izin/banding?a=PPID+Utama&b=Verifikator+PPID+Utama").text
    only_first, only_second = listed(page, "Hanya PPID Utama"), listed(page, "Hanya Verifikator PPID Utama")
    assert "Tetapkan klasifikasi pada Berkas" in only_first
    assert "Mulai pengkajian pada Berkas" in only_second
    assert not set(only_first) & set(only_second)
    assert "Melihat daftar pada Berkas" not in {*only_first, *only_second}
    assert "Melihat daftar pada Berkas" in page, "what both may is folded away"
    assert "Pilih dua peran yang berbeda" in text(browse("admin").get("/matriks-izin/banding?a=Admin&b=Admin"))


@pytest.mark.parametrize("name", ["utama", "data", "pengawas", "admin"])
def test_the_menu_of_a_view_is_the_menu_that_the_person_has(name: str, app: Flask, browse: Browse) -> None:
    with app.app_context():
        ident = person(db.session, name).id
    shown = html.fromstring(browse("admin").get(f"/lihat-sebagai/?pengguna={ident}").text)
    told = shown.xpath("//section[h2='Menu']//li/text()")
    own = html.fromstring(browse(name).get("/akun/").text)
    assert [" ".join(one.split()) for one in own.xpath("//nav[@aria-label='Menu utama']//li/a/text()")] == told


def test_the_moves_of_a_view_are_those_of_the_procedure(browse: Browse, kasus: Perkara) -> None:
    page = html.fromstring(browse("admin").get("/lihat-sebagai/?peran=PPID+Utama").text)
    rows = page.xpath("//section[h2='Tindakan dalam SOP']//tbody/tr")
    may = [row for row in rows if row.xpath("string(td[2])").startswith("Ya")]
    assert len(rows) == len(TABLE)
    assert len(may) == sum("PPID Utama" in row.actors for row in TABLE)
    asked = [row.xpath("string(th)") for row in may if "kode atau kata sandi" in row.xpath("string(td[2])")]
    assert asked == ["Tetapkan klasifikasi"]


def test_a_view_as_somebody_else_can_do_nothing(app: Flask, browse: Browse) -> None:
    with app.app_context():
        ident = person(db.session, "utama").id
    admin = browse("admin")
    page = html.fromstring(admin.get(f"/lihat-sebagai/?pengguna={ident}").text)
    assert page.xpath("//main//form[@method='post']") == []
    assert not [a for a in page.xpath("//main//a/@href") if "/tindakan/" in a or "/edit/" in a]
    assert text(admin.get("/akun/")).count("Admin Contoh") == 1, "still oneself"
    assert admin.get("/lihat-sebagai/?pengguna=99999").status_code == 404
    assert admin.get("/lihat-sebagai/?pengguna=x").status_code == 404
    assert admin.get("/lihat-sebagai/?peran=Raja").status_code == 200


@pytest.mark.parametrize("name", ["utama", "petugas.dinkes", "pimpinan"])
def test_rights_are_told_to_administrators_only(name: str, browse: Browse) -> None:
    other = browse(name)
    assert [a for a in UNTUK_ADMIN if other.get(a).status_code == 200] == []


def test_the_auditor_reads_who_gave_what(browse: Browse, kasus: Perkara) -> None:
    assert browse("pengawas").get("/riwayat-akun/list/").status_code == 200


def test_what_an_administrator_ticks_on_the_raw_screen_is_told(app: Flask, browse: Browse) -> None:
    with app.app_context():
        from flask_appbuilder.security.sqla.models import Role

        role = db.session.scalars(select(Role).where(Role.name == "Arsiparis")).unique().one()
        gone = next(p for p in role.permissions if p.permission.name == "can_list" and p.view_menu.name == "Arsip")
        ident, kept = role.id, [str(p.id) for p in role.permissions if p is not gone]
    admin = browse("admin")
    assert admin.send(f"/peran/edit/{ident}", {"permissions": kept}).status_code == 302
    found = text(admin.get("/riwayat-akun/list/?cari=Arsiparis&tindakan=cabut"))
    assert "Admin Contoh (admin)" in found
    assert "Melihat daftar pada Arsip" in found


def test_matrix_and_history_are_downloaded_whole(app: Flask, browse: Browse) -> None:
    admin = browse("admin")
    book = load_workbook(BytesIO(admin.get("/matriks-izin/ekspor").data)).worksheets[0]
    heads = [cell.value for cell in book[1]]
    assert heads[:2] == ["Sumber daya", "Izin"]
    shown = html.fromstring(admin.get("/matriks-izin/").text).xpath("//table/tbody/tr")
    assert book.max_row - 1 == len(shown)
    column = heads.index("PPID Utama")
    decided = [row for row in book.iter_rows(values_only=True) if row[1] == "Tetapkan klasifikasi pada Berkas"]
    assert decided[0][column] == "Ya"
    with app.app_context():
        many = db.session.scalar(select(func.count()).select_from(m.RiwayatAkun))
    history = load_workbook(BytesIO(admin.get("/riwayat-akun/ekspor").data)).worksheets[0]
    assert history.max_row - 1 == many
    assert re.search("[Mm]elihat", str([row[-1] for row in history.iter_rows(values_only=True)]))
