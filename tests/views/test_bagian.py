"""The list of parts on the page of its butir: added, changed, removed by its agency; only the butir's own letters are offered."""

from collections.abc import Callable

import pytest
from flask import Flask
from lxml import html

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def only(app: Flask) -> int:
    with app.app_context():
        return int(db.session.query(m.BagianDikecualikan).one().id)


def test_a_part_is_added_changed_and_removed_from_the_page_of_its_butir(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    ident, browser = kasus["butir_draf.dinkes"], browse("petugas.dinkes")
    with app.app_context():
        letter = db.session.query(m.Pasal17).filter_by(huruf="h", angka=2).one()
        number, name = str(letter.id), letter.sebutan
        db.session.add(m.DasarPengecualian(butir_id=ident, pasal17_id=letter.id))
        db.session.commit()
    add = f"/bagian/add?butir={ident}"
    assert add in browser.get(f"/butir/show/{ident}").text
    offered = html.fromstring(browser.get(add).text).xpath("//select[@name='pasal17']/option/@value")
    assert offered == ["", number]
    empty = browser.send(add, {"alasan": "Ditulis panjang"})
    assert empty.status_code == 422
    assert "Isi halaman, kolom, atau frasanya" in text(empty)
    assert "Ditulis panjang" in empty.text
    page = browser.follow(browser.send(add, {"kolom": "NIK", "frasa": "nomor induk", "pasal17": number}))
    assert f"kolom NIK: “nomor induk” ({name})" in text(page)
    row = only(app)
    typed = browser.send(f"/butir/edit/{ident}", {"bagian": "Diketik sendiri"})
    assert "Diketik sendiri" not in text(browser.follow(typed))
    assert "kolom alamat" in text(browser.follow(browser.send(f"/bagian/edit/{row}", {"kolom": "alamat"})))
    assert "kolom alamat" not in text(browser.follow(browser.post(f"/bagian/delete/{row}")))
    assert browser.post(f"/bagian/delete/{row}").status_code == 404


def test_others_do_not_write_parts_and_a_neighbours_do_not_exist(app: Flask, browse: Browse, kasus: Perkara) -> None:
    ident, add = kasus["butir_draf.dinkes"], f"/bagian/add?butir={kasus['butir_draf.dinkes']}"
    browse("petugas.dinkes").send(add, {"halaman": "3–5"})
    row = only(app)
    for who, status in (("petugas.bkd", 404), ("utama", 404), ("admin", 404), ("tim1", 403)):
        browser = browse(who)
        assert browser.get(add).status_code == status, who
        assert browser.post(f"/bagian/edit/{row}", {"halaman": "9"}).status_code == status, who
        assert browser.post(f"/bagian/delete/{row}").status_code == status, who
    assert browse("petugas.dinkes").get(f"/bagian/delete/{row}").status_code == 405
    locked = kasus["butir.dinkes"]
    refused = browse("petugas.dinkes").post("/bagian/add", {"butir": locked, "halaman": "1"})
    assert refused.status_code == 302
    with app.app_context():
        assert [p.halaman for p in db.session.query(m.BagianDikecualikan)] == ["3–5"]
        assert db.session.get_one(m.ButirInformasi, ident).bagian == "halaman 3–5"
