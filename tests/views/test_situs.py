"""The checklist of sites: what is required, sending, checking and taking back from one page; a refusal is said there."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from app import models as m
from app.extensions import db
from tests.api.cases import keputusan
from tests.cases import scan
from tests.register.sites import web, write_list
from tests.views.browsing import Browser, text


@pytest.fixture
def sk(app: Flask, kasus: object, tmp_path: Path) -> Iterator[dict[str, Any]]:
    """A signed decree, and a site of DKISP that is a folder."""
    root = tmp_path / "www"
    root.mkdir()
    with web(root) as address:
        with app.app_context():
            made = keputusan(db.session, content=scan("SK"))
            made["berkas"] = db.session.get_one(m.Naskah, made["sk"]).berkas_id
            db.session.execute(update(m.PerangkatDaerah).values(situs_wajib_unggah=True))
            db.session.commit()
            write_list(tmp_path, {"kode": "DKISP", "saluran": "folder", "alamat": address, "folder": str(root)})
        yield made | {"folder": root}


def test_a_decree_is_sent_checked_and_taken_back_from_the_page(
    browse: Callable[..., Browser], sk: dict[str, Any], app: Flask
) -> None:
    data, page = browse("data"), f"/situs-sk/{sk['berkas']}"
    assert "Kirim ke Folder situs statis" in text(data.get(page))
    assert "(wajib)" in text(data.get(page))
    with app.app_context():
        agency = db.session.query(m.PerangkatDaerah).filter_by(kode="DKISP").one().id
    data.follow(data.post(f"{page}/kirim", {"perangkat_daerah": agency, "saluran": "folder"}))
    assert len(list(sk["folder"].rglob("*.pdf"))) == 1
    assert "Sama" in text(data.get(page))
    with app.app_context():
        ident = db.session.query(m.Publikasi).filter_by(saluran="folder").one().id
    next(sk["folder"].rglob("*.pdf")).write_bytes(b"lain")
    assert "Isi situs berbeda" in data.follow(data.post(f"{page}/periksa", {"publikasi": ident})).text
    assert "wajib diisi" in data.follow(data.post(f"{page}/tarik", {"publikasi": ident, "alasan": ""})).text
    data.follow(data.post(f"{page}/tarik", {"publikasi": ident, "alasan": "Salah unggah"}))
    assert list(sk["folder"].rglob("*.pdf")) == []
    assert "Salah unggah" in text(data.get(page))


def test_odd_requests_and_others_are_refused(browse: Callable[..., Browser], sk: dict[str, Any]) -> None:
    data, page = browse("data"), f"/situs-sk/{sk['berkas']}"
    assert (
        "belum didaftarkan" in data.follow(data.post(f"{page}/kirim", {"perangkat_daerah": 1, "saluran": "ftp"})).text
    )
    assert data.post(f"{page}/tarik", {"publikasi": "x", "alasan": "y"}).status_code in (400, 404)
    assert data.post(f"{page}/tarik", {"publikasi": "99999", "alasan": "y"}).status_code == 404
    for who in ("petugas.dinkes", "tim1", "pengawas", "tamu"):
        assert browse(who).get(page).status_code in (403, 404)
        assert browse(who).post(f"{page}/kirim", {}).status_code in (403, 404)


def test_what_broke_stands_on_the_home_page_until_it_is_good_again(
    browse: Callable[..., Browser], sk: dict[str, Any], app: Flask
) -> None:
    data, page = browse("data"), f"/situs-sk/{sk['berkas']}"
    with app.app_context():
        agency = db.session.query(m.PerangkatDaerah).filter_by(kode="DKISP").one().id
    data.follow(data.post(f"{page}/kirim", {"perangkat_daerah": agency, "saluran": "folder"}))
    assert "Publikasi rusak" not in text(data.get("/"))
    assert "Semua publikasi baik" in text(data.get("/situs-sk/rusak"))
    file = next(sk["folder"].rglob("*.pdf"))
    good = file.read_bytes()
    file.write_bytes(b"lain")
    assert "Isi situs berbeda" in data.follow(data.post(f"{page}/periksa")).text, "all sites of the decree at once"
    assert "Publikasi rusak" in text(data.get("/"))
    assert f'href="{page}#situs-{agency}"' in data.get("/situs-sk/rusak").text
    assert "Publikasi rusak" not in text(browse("tim1").get("/"))
    for who in ("petugas.dinkes", "tim1", "pengawas", "tamu"):
        assert browse(who).get("/situs-sk/rusak").status_code == 403
    file.write_bytes(good)
    data.follow(data.post(f"{page}/periksa"))
    assert "Publikasi rusak" not in text(data.get("/"))


def test_a_site_that_cannot_be_reached_passes_with_a_screenshot(
    browse: Callable[..., Browser], sk: dict[str, Any], app: Flask
) -> None:
    data, page = browse("data"), f"/situs-sk/{sk['berkas']}"
    assert "0 dari" in text(data.get(page))
    form = f"/publikasikan/{sk['berkas']}?saluran=manual"
    typed = {"url": "https://dinkes.contoh.invalid/sk", "bukti": "Dilihat bersama Kepala Subbagian."}
    wrong = data.send(form, typed | {"bukti_file": (BytesIO(b"MZ"), "layar.exe")})
    assert wrong.status_code == 422
    assert "tidak diterima" in text(wrong)
    assert "dinkes.contoh.invalid" in wrong.text, "nothing typed is lost"
    data.follow(data.send(form, typed | {"bukti_file": (BytesIO(scan("layar")), "layar.pdf")}))
    assert "✓ sudah" in text(data.get(page))
    assert "Dilihat bersama Kepala Subbagian." in text(data.get(page))
    with app.app_context():
        ident = db.session.query(m.Publikasi).filter_by(saluran="manual").one().id
    answer = data.get(f"{page}/bukti/{ident}")
    assert (answer.data, answer.mimetype) == (scan("layar"), "application/pdf")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert data.get(f"{page}/bukti/999999").status_code == 404
    assert data.get(f"{page}/bukti/x").status_code == 404
    for who in ("petugas.dinkes", "tim1", "tamu"):
        assert browse(who).get(f"{page}/bukti/{ident}").status_code in (403, 404)
