"""Pages that answer at a glance: charts with tables, who has proposed, one berkas on a phone, what was changed in a record."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from lxml import html

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara

Browse = Callable[..., Any]


def tables(page: str) -> dict[str, list[list[str]]]:
    """Heading of a section -> the cells of its table."""
    found = {}
    for section in html.fromstring(page).xpath("//main//section[h2]"):
        rows = section.xpath(".//tr")
        found[section.xpath("string(h2)")] = [[c.text_content().strip() for c in row] for row in rows]
    return found


def test_every_chart_stands_beside_its_table_within_the_rows_of_the_reader(browse: Browse, kasus: Perkara) -> None:
    everybody = tables(browse("utama").get("/ringkasan/").text)["Usulan menurut perangkat daerah"]
    clerk = tables(browse("petugas.dinkes").get("/ringkasan/").text)["Usulan menurut perangkat daerah"]
    assert {row[0] for row in everybody[1:]} == {"DINKES", "BKD"}
    assert {row[0] for row in clerk[1:]} == {"DINKES"}


def test_the_bars_of_the_home_page_are_of_ones_own_usulan_or_of_berkas(browse: Browse, kasus: Perkara) -> None:
    clerk, verifier = (tables(browse(name).get("/").text) for name in ("petugas.dinkes", "utama"))
    assert "Berkas menurut status" not in clerk
    assert clerk["Usulan menurut status"][1:] == [["Draf", "1"], ["Dihimpun", "1"]]
    assert "Usulan menurut status" not in verifier
    assert verifier["Berkas menurut status"][1:] == [["Pertimbangan", "1"]]


def test_the_agencies_that_have_not_proposed_come_first_and_can_be_asked_for(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    page = browser.get("/kepatuhan/").text
    rows = [c.text_content().strip() for c in html.fromstring(page).xpath("//tbody//td[@data-label='Keadaan']")]
    assert rows[0] == "Belum"
    assert rows[-1] == "Sudah"
    only = browser.get("/kepatuhan/?keadaan=sudah").text
    told = {c.text_content().strip() for c in html.fromstring(only).xpath("//tbody//td[@data-label='Keadaan']")}
    assert told == {"Sudah"}
    assert "Tidak ada perangkat daerah" in browser.get("/kepatuhan/?keadaan=nihil").text


def test_an_agency_may_not_see_who_has_proposed(browse: Browse, kasus: Perkara) -> None:
    assert browse("petugas.dinkes").get("/kepatuhan/").status_code == 403


def test_one_berkas_fits_one_page_and_leads_to_its_moves(browse: Browse, kasus: Perkara) -> None:
    page = browse("utama").get(f"/berkas/{kasus['berkas']}/ringkas").text
    assert "Pendapat yang berbeda" in page
    assert f"/berkas/{kasus['berkas']}/tindakan/" in page
    assert browse("utama").get("/berkas/99999/ringkas").status_code == 404


def test_what_was_changed_is_told_old_and_new(browse: Browse, kasus: Perkara) -> None:
    clerk = browse("petugas.dinkes")
    draft = kasus["draf.dinkes"]
    clerk.follow(clerk.send(f"/usulan/edit/{draft}", {"judul": "Judul yang baru"}))
    page = clerk.get(f"/usulan/{draft}/perubahan").text
    (row,) = [r for r in tables_of_main(page) if "Judul yang baru" in r]
    assert row[2] == "Judul"
    assert row[4] == "Judul yang baru"


@pytest.mark.parametrize("screen", ["usulan", "butir"])
def test_the_changes_of_a_neighbours_record_are_not_found(browse: Browse, kasus: Perkara, screen: str) -> None:
    row = kasus["draf.bkd"] if screen == "usulan" else kasus["butir_draf.bkd"]
    assert browse("petugas.dinkes").get(f"/{screen}/{row}/perubahan").status_code == 404


def tables_of_main(page: str) -> list[list[str]]:
    return [[c.text_content().strip() for c in row] for row in html.fromstring(page).xpath("//main//tbody/tr")]


def test_an_agency_is_reminded_once_a_day_and_its_clerks_are_told(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    with app.app_context():
        agency = db.session.query(m.PerangkatDaerah.id).filter_by(singkatan="BKD").scalar()
    first = browser.follow(browser.post("/kepatuhan/ingatkan", data={"rowid": [str(agency)]})).text
    again = browser.follow(browser.post("/kepatuhan/ingatkan", data={"rowid": [str(agency)]})).text
    assert "1 perangkat daerah diingatkan." in first
    assert "0 perangkat daerah diingatkan. 1 lainnya sudah diingatkan hari ini." in again
    assert "Usulan perangkat daerah Anda ditunggu" in browse("petugas.bkd").get("/notifikasi/").text
    assert "Usulan perangkat daerah Anda ditunggu" not in browse("petugas.dinkes").get("/notifikasi/").text


def test_only_who_gathers_reminds_and_only_agencies_that_exist(browse: Browse, kasus: Perkara) -> None:
    assert browse("petugas.dinkes").post("/kepatuhan/ingatkan", data={"rowid": ["1"]}).status_code == 403
    assert browse("utama").post("/kepatuhan/ingatkan", data={"rowid": ["99999"]}).status_code == 404
    assert browse("utama").get("/kepatuhan/ingatkan").status_code == 405
    nobody = browse("utama")
    assert "centang perangkat daerah" in nobody.follow(nobody.post("/kepatuhan/ingatkan")).text
