"""What a shared berkas or a number given again could tell of somebody else: reasons, merged butir, the history of a deleted draft."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from app import models as m
from app.extensions import db
from app.steps.events import catat
from app.steps.people import PENGUSUL, pernah
from tests.api.cases import RAHASIA, Perkara
from tests.people import officer
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
# The rules are the same on both kinds of database; a number is given again on SQLite only.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def drafted(browser: Browser, words: str) -> str:
    """A draft with one butir whose words were changed once; -> the address of the butir."""
    usulan = browser.send("/usulan/add", {"judul": "Usulan percobaan"}).headers["Location"]
    butir = browser.send(f"/butir/add?usulan={usulan.rsplit('/', 1)[1]}", {"uraian": words}).headers["Location"]
    assert browser.send(butir.replace("/show/", "/edit/"), {"uraian": f"{words} lagi"}).status_code == 302
    return butir


def test_a_number_given_again_tells_nothing_of_the_deleted_draft(app: Flask, browse: Browse) -> None:
    owner, neighbour = browse("petugas.dinkes"), browse("petugas.bkd")
    first = drafted(owner, RAHASIA)
    page = f"/butir/{first.rsplit('/', 1)[1]}/perubahan"
    assert RAHASIA in text(owner.get(page))
    usulan = owner.get(first).text.split("/usulan/show/")[1].split('"')[0]
    assert owner.post(f"/usulan/delete/{usulan}").status_code == 302
    second = drafted(neighbour, "Data pegawai")
    assert second == first, "the database gave the number again"
    assert RAHASIA not in neighbour.get(page).text
    assert "Data pegawai" in text(neighbour.get(page))
    assert "Petugas.Dinkes" not in neighbour.get(second).text
    assert "Petugas.Dinkes" not in neighbour.get(f"/usulan/show/{usulan}").text
    rows = {"butir": [int(first.rsplit("/", 1)[1])], "usulan": [int(usulan)]}
    with app.app_context():
        proposed = {
            name: pernah(db.session, officer(db.session, name), PENGUSUL, **rows)
            for name in ("petugas.dinkes", "petugas.bkd")
        }
    assert proposed == {"petugas.dinkes": False, "petugas.bkd": True}, "nor is it held against him as a duty"


def test_the_control_sheet_gives_reasons_to_those_who_read_the_whole_berkas(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    with app.app_context():
        verifier, berkas = officer(db.session, "utama"), kasus["berkas"]
        for kind, ident, verb in (
            ("butir", kasus["butir.dinkes"], "minta_perbaikan"),
            ("berkas", berkas, "kaji_ulang"),
        ):
            told = {"officer": verifier, "objek_jenis": kind, "objek_id": ident, "verb": verb, "berkas_id": berkas}
            catat(db.session, catatan=f"{RAHASIA} {kind}", **told)
        db.session.get_one(m.Berkas, berkas).tahap_tertinggi = 5
        db.session.commit()
    told_to = {}
    for name in ("utama", "tim1", "pengawas", "petugas.dinkes", "petugas.bkd", "data", "arsiparis"):
        browser = browse(name)
        sheet = Document(BytesIO(browser.get(f"/lembar-kendali/{berkas}/unduh").data))
        words = " ".join(cell.text for table in sheet.tables for row in table.rows for cell in row.cells)
        assert "LEMBAR KENDALI" in " ".join(p.text for p in sheet.paragraphs) or "KEGIATAN" in words
        told_to[name] = (RAHASIA in words, RAHASIA in text(browser.get(f"/berkas/show/{berkas}")).split("Riwayat")[-1])
    inside = {"utama", "tim1", "pengawas"}
    assert told_to == {name: (name in inside, name in inside) for name in told_to}


def test_a_merged_butir_names_a_neighbours_by_its_code_alone(app: Flask, browse: Browse, kasus: Perkara) -> None:
    with app.app_context():
        merged = db.session.get_one(m.ButirInformasi, kasus["butir.bkd"])
        merged.status, merged.digabung_ke_id = "digabung", kasus["butir.dinkes"]
        db.session.commit()
    for address in (f"/butir/show/{kasus['butir.bkd']}", f"/butir/{kasus['butir.bkd']}/perubahan"):
        page = browse("petugas.bkd").get(address).text
        assert "DINKES-001" in page, address
        assert f"{RAHASIA} dinkes" not in page, address
        assert f"{RAHASIA} dinkes" in browse("utama").get(address).text, "who examines both reads both"


def test_two_who_write_the_consequences_of_one_butir_do_not_overwrite_each_other(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    address = f"/konsekuensi/{kasus['butir_draf.dinkes']}"
    browser = browse("petugas.dinkes")
    page = browser.get(address).text
    first = {
        "csrf_token": browser.token(address),
        "versi": page.split('name="versi"')[1].split('value="')[1].split('"')[0],
    }
    saved = browser.client.post(address, data={**first, "konsekuensi_dibuka": "Dari orang pertama."})
    assert saved.status_code == 302
    late = browser.client.post(address, data={**first, "konsekuensi_dibuka": "Dari orang kedua."})
    assert late.status_code == 422
    assert "Dari orang kedua." in late.text, "nothing typed is lost"
    assert "Dari orang pertama." in browser.get(address).text
    itself = {"headers": {"X-Simpan-Otomatis": "1"}}
    assert browser.client.post(address, data={**first, "konsekuensi_dibuka": "Sendiri."}, **itself).status_code == 422
    assert browser.send(address, {"konsekuensi_dibuka": "Dari orang kedua, sesudah membaca."}).status_code == 302
