"""What a page costs an old line: its HTML and every file of ours that it names, uncompressed and uncached."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.views.browsing import Browser

Browse = Callable[..., Browser]
STATIC = Path(__file__).resolve().parents[2] / "app" / "static"
KB = 1000
HALAMAN, BERGRAFIK, DAFTAR = 150 * KB, 400 * KB, 50 * KB
BARIS = 25


@pytest.fixture
def database_url(databases: Any, furniture: Any) -> str:
    """Pages know no database."""
    return str(databases.fresh("sqlite", furniture))


def weight(browser: Browser, address: str) -> tuple[int, int]:
    """Bytes of the HTML, and of the page with its styles, scripts and pictures."""
    answer = browser.get(address)
    assert answer.status_code == 200, address
    named = set(re.findall(r'(?:href|src)="/static/([^"?]+)', answer.text))
    assert "sidik.css" in named
    return len(answer.data), len(answer.data) + sum((STATIC / name).stat().st_size for name in named)


def fill(kasus: Perkara) -> None:
    """One page of usulan and of butir, with words as long as those of real offices."""
    first = db.session.get_one(m.Usulan, kasus["usulan.dinkes"])
    long = "Rincian data pribadi pasien rawat inap, rawat jalan, dan rujukan beserta rekam medis yang memuat diagnosis"
    for n in range(BARIS):
        agency = first.perangkat_daerah_id
        row = m.Usulan(perangkat_daerah_id=agency, judul=f"{long} nomor {n}", status="diajukan", pernah_diajukan=True)
        row.butir.append(m.ButirInformasi(kode=f"DINKES-2030-{n:04}", uraian=f"{long} {n}", status="diajukan"))
        db.session.add(row)
    db.session.commit()


def test_a_full_first_page_of_a_list_is_light(app: Flask, browse: Browse, kasus: Perkara) -> None:
    with app.app_context():
        fill(kasus)
    browser = browse("utama")
    for address in ("/usulan/list/", "/butir/list/"):
        assert browser.get(address).text.count('name="rowid"') == BARIS
        html, whole = weight(browser, address)
        assert html <= DAFTAR, (address, html)
        assert whole <= HALAMAN, (address, whole)


def test_the_pages_that_staff_see_most_are_light(browse: Browse, kasus: Perkara) -> None:
    utama, admin = browse("utama"), browse("admin")
    heavy = {
        address: total
        for browser, address in (
            (utama, "/"),
            (utama, f"/berkas/show/{kasus['berkas']}"),
            (utama, f"/uji-berkas/{kasus['berkas']}"),
            (utama, "/daftar/list/"),
            (utama, "/sop/"),
            (browse("petugas.dinkes"), f"/butir/edit/{kasus['butir_draf.dinkes']}"),
            (admin, "/matriks-izin/"),
        )
        if (total := weight(browser, address)[1]) > HALAMAN
    }
    assert not heavy
    assert weight(utama, "/ringkasan/")[1] <= BERGRAFIK
