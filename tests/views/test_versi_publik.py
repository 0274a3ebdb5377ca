"""The page of a butir's public version: uploaded, refused with the page and what stands there, downloaded, never a neighbour's."""

from collections.abc import Callable
from io import BytesIO

from flask import Flask

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.files.blacked import COVER, OPEN, SECRET, full_page, pdf, scan
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
REAL = pdf(full_page("S"), images={"S": scan(covered=True)})


def partly(app: Flask, ident: int) -> None:
    with app.app_context():
        butir = db.session.get_one(m.ButirInformasi, ident)
        butir.cakupan, butir.bagian = "sebagian", "Nama pasien"
        db.session.commit()


def test_a_public_version_is_checked_kept_and_handed_out(app: Flask, browse: Browse, kasus: Perkara) -> None:
    ident = kasus["butir_draf.dinkes"]
    partly(app, ident)
    browser, page = browse("petugas.dinkes"), f"/versi-publik/{ident}"
    assert page in browser.get(f"/butir/show/{ident}").text
    fake = pdf(f"{OPEN} {SECRET} {COVER}")
    refused = browser.send(page, {"unggahan": (BytesIO(fake), "publik.pdf")})
    assert refused.status_code == 422
    assert "Halaman 1 masih memuat teks yang tidak tampak: “Budi Santoso”" in text(refused)
    kept = browser.follow(browser.send(page, {"unggahan": (BytesIO(REAL), "publik.pdf")}))
    assert "Penghitaman nyata" in text(kept)
    with app.app_context():
        number = db.session.query(m.VersiPublik).one().id
    got = browser.get(f"/versi-publik/unduh/{number}")
    assert (got.status_code, got.data, got.mimetype) == (200, REAL, "application/pdf")
    assert browse("petugas.bkd").get(f"/versi-publik/unduh/{number}").status_code == 404
    assert browse("petugas.bkd").get(page).status_code == 404
    assert browse("admin").get(page).status_code == 403


def test_a_page_without_a_file_or_of_a_butir_closed_whole_says_so(app: Flask, browse: Browse, kasus: Perkara) -> None:
    ident, browser = kasus["butir_draf.dinkes"], browse("petugas.dinkes")
    partly(app, ident)
    empty = browser.send(f"/versi-publik/{ident}")
    assert empty.status_code == 422
    assert "Pilih file yang akan diunggah" in text(empty)
    with app.app_context():
        db.session.get_one(m.ButirInformasi, ident).cakupan = "seluruh"
        db.session.commit()
    assert "ditutup seluruhnya" in text(browser.get(f"/versi-publik/{ident}"))
    assert f"/versi-publik/{ident}" not in browser.get(f"/butir/show/{ident}").text
    sent = {"unggahan": (BytesIO(REAL), "publik.pdf")}
    assert browser.post(f"/versi-publik/{ident}", sent).status_code == 422
