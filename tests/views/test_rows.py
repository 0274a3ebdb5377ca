"""A row of the neighbour does not exist: on lists, records, forms, actions, downloads, related rows, drop-downs and counts."""

from collections.abc import Callable
from io import BytesIO

from flask import Flask
from openpyxl import load_workbook

from app import models as m
from app.extensions import db
from tests.api.cases import RAHASIA, Perkara, keputusan
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
# Addresses of records that belong to the other agency (BKD), as the agency of health would guess them.
TETANGGA = (
    "/usulan/show/{usulan.bkd}",
    "/usulan/show/{draf.bkd}",
    "/usulan/edit/{draf.bkd}",
    "/usulan/{draf.bkd}/tindakan/ajukan",
    "/butir/show/{butir.bkd}",
    "/butir/show/{butir_draf.bkd}",
    "/butir/edit/{butir_draf.bkd}",
    "/butir/add?usulan={draf.bkd}",
    "/dasar/show/{dasar.bkd}",
    "/dasar/edit/{dasar.bkd}",
    "/dasar/add?butir={butir_draf.bkd}",
    "/uji/show/{uji.bkd}",
)


def at(address: str, kasus: Perkara) -> str:
    for name, ident in kasus.ids.items():
        address = address.replace("{" + name + "}", str(ident))
    return address


DIKIRIM = (
    "/usulan/edit/{draf.bkd}",
    "/usulan/delete/{draf.bkd}",
    "/usulan/action/ajukan/{draf.bkd}",
    "/usulan/{draf.bkd}/tindakan/ajukan",
    "/butir/edit/{butir_draf.bkd}",
    "/butir/delete/{butir_draf.bkd}",
    "/dasar/edit/{dasar.bkd}",
    "/dasar/delete/{dasar.bkd}",
)
KARANGAN = (
    "page_UsulanView=abc",
    "psize_UsulanView=100000000",
    "_oc_UsulanView=password&_od_UsulanView=asc",
    "_flt_9_usulan=1",
    "_flt_0_password=x",
    "status=karangan",
    "cari=%00",
    "endpoint=x",
    "_external=1",
)


def test_a_neighbours_record_is_not_found(browse: Browse, kasus: Perkara) -> None:
    browser = browse("petugas.dinkes")
    found = {address: browser.get(at(address, kasus)).status_code for address in TETANGGA}
    assert set(found.values()) == {404}, found


def test_a_neighbours_record_is_not_found_by_a_post_either(browse: Browse, kasus: Perkara) -> None:
    browser = browse("petugas.dinkes")
    sent = {"judul": "Diambil", "uraian": "Diambil"}
    found = {address: browser.post(at(address, kasus), sent).status_code for address in DIKIRIM}
    assert set(found.values()) == {404}, found


def test_a_bulk_action_with_one_neighbours_row_touches_none(browse: Browse, kasus: Perkara) -> None:
    rows = [kasus["draf.dinkes"], kasus["draf.bkd"]]
    answer = browse("petugas.dinkes").post("/usulan/action_post", {"action": "ajukan", "rowid": rows})
    assert answer.status_code == 404


def test_lists_and_related_rows_show_only_ones_own(browse: Browse, kasus: Perkara) -> None:
    browser = browse("petugas.dinkes")
    for address in ("/usulan/list/", "/butir/list/", "/dasar/list/", "/uji/list/", "/berkas/show/{berkas}"):
        seen = text(browser.get(at(address, kasus)))
        assert "BKD" not in seen, address
        assert f"{RAHASIA} bkd" not in seen, address


def test_the_page_of_all_tests_of_a_shared_berkas_is_for_who_examines(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    with app.app_context():
        db.session.get_one(m.Berkas, kasus["berkas"]).status = "pengkajian"
        for name in ("butir.dinkes", "butir.bkd"):
            db.session.get_one(m.ButirInformasi, kasus[name]).status = "dihimpun"
        db.session.commit()
    page, petugas, utama = f"/uji-berkas/{kasus['berkas']}", browse("petugas.dinkes"), browse("utama")
    shown = utama.get(page).text
    assert f"{RAHASIA} bkd" in shown
    assert shown.count("tombol-utama") == 1, "two butir, one chief button"
    assert page in utama.get(f"/berkas/show/{kasus['berkas']}").text
    for refused in (petugas.get(page), petugas.post(page)):
        assert refused.status_code == 403
        assert RAHASIA not in refused.text
    assert page not in petugas.get(f"/berkas/show/{kasus['berkas']}").text


def test_counts_are_counts_of_ones_own_rows(browse: Browse, kasus: Perkara) -> None:
    assert "2 data" in text(browse("petugas.dinkes").get("/usulan/list/"))
    assert "2 data" in text(browse("utama").get("/usulan/list/")), "what was submitted, of both agencies"


def test_a_filter_by_an_unknown_parent_matches_nothing(browse: Browse, kasus: Perkara) -> None:
    answer = browse("petugas.dinkes").get("/butir/list/?_flt_0_usulan=999999")
    assert answer.status_code == 200
    assert "DINKES-00" not in answer.text


def test_the_search_does_not_reach_beyond_ones_rows(browse: Browse, kasus: Perkara) -> None:
    assert "Tidak ada data yang cocok" in browse("petugas.dinkes").get("/usulan/list/?cari=BKD").text


def test_a_drop_down_offers_only_officials_of_ones_own_agency(browse: Browse, kasus: Perkara) -> None:
    page = browse("petugas.dinkes").get("/usulan/add").text
    assert "penandatangan" in page
    assert "Badan Kepegawaian" not in page


def test_who_has_no_row_role_sees_no_case(browse: Browse, kasus: Perkara) -> None:
    for name in ("admin", "tamu", "petugas.lepas"):
        browser = browse(name)
        for address in ("/usulan/list/", "/butir/list/", "/berkas/list/"):
            answer = browser.get(address)
            assert answer.status_code == 403 or "1 data" not in text(answer), (name, address)
            assert RAHASIA not in answer.text, (name, address)
        assert browser.get(f"/usulan/show/{kasus['usulan.dinkes']}").status_code in (403, 404), name


def test_ids_beyond_all_bounds_are_not_found(browse: Browse) -> None:
    browser = browse("utama")
    for ident in ("0", "-1", "99999999999999999999", "abc", "1%00", "٣"):
        assert browser.get(f"/usulan/show/{ident}").status_code == 404, ident


def test_arguments_that_no_link_of_ours_makes_are_refused(browse: Browse) -> None:
    browser = browse("utama")
    found = {query: browser.get(f"/usulan/list/?{query}").status_code for query in KARANGAN}
    assert set(found.values()) == {400}, found


def test_an_unknown_action_is_not_found(browse: Browse, kasus: Perkara) -> None:
    assert browse("utama").post(f"/usulan/action/karangan/{kasus['usulan.bkd']}").status_code == 404
    assert browse("utama").post("/usulan/action_post", {"action": "karangan", "rowid": "1"}).status_code == 404


def test_a_spreadsheet_holds_only_ones_own_rows_and_no_formula(app: Flask, browse: Browse, kasus: Perkara) -> None:
    with app.app_context():
        db.session.get_one(m.Usulan, kasus["draf.dinkes"]).judul = "=HYPERLINK(1)"
        db.session.commit()
    answer = browse("petugas.dinkes").get("/usulan/ekspor")
    sheet = load_workbook(BytesIO(answer.data)).active
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "'=HYPERLINK(1)" in cells
    assert not [cell for cell in cells if "BKD" in cell]
    assert browse("data").get("/usulan/ekspor").status_code == 403


def test_a_neighbours_paper_is_neither_shown_nor_downloaded_nor_drafted(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    with app.app_context():
        paper = keputusan(db.session)["sk"]
    own, neighbour = browse("petugas.dinkes"), browse("petugas.bkd")
    assert own.get(f"/naskah/{paper}/unduh?format=ttd").data.startswith(b"%PDF")
    for address in (f"/naskah/show/{paper}", f"/naskah/{paper}/unduh", f"/naskah/{paper}/unduh?format=ttd"):
        assert neighbour.get(address).status_code == 404, address
    draft = f"/usulan/{kasus['draf.dinkes']}/konsep/usulan_daftar"
    assert own.get(draft).status_code == 200
    assert neighbour.get(draft).status_code == 404
