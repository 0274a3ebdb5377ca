"""The pictures of the manual, taken of the demo world as its people see it. GOLDEN=write takes them anew."""

import os
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select

from app import models as m
from app.extensions import db
from app.jobs import demo
from tests.browser.conftest import served
from tests.scale import FULL

GAMBAR = Path(__file__).resolve().parents[2] / "docs" / "panduan" / "gambar"
SANDI = "Gambar-panduan-2026"
WRITE = os.environ.get("GOLDEN") == "write"
# Picture -> who sees it, where ({status}: the first berkas that stands there), on what width.
HALAMAN: dict[str, tuple[str, str, int]] = {
    "tugas-saya": ("ppid.utama", "/", 1100),
    "berkas": ("ppid.utama", "/berkas/show/{pengkajian}", 1100),
    "daftar-usulan": ("ppid.utama", "/usulan/list/", 1100),
    "impor": ("pelaksana.dinkes", "/impor/", 1100),
    "kepatuhan": ("ppid.utama", "/kepatuhan/", 1100),
    "ringkas": ("ppid.utama", "/berkas/{penetapan}/ringkas", 390),
    "uji": ("ppid.utama", "/uji-berkas/{pengkajian}", 1100),
    "pendapat": ("tim.satu", "/pendapat-berkas/{pertimbangan}", 1100),
    "publikasi": ("petugas.data", "/berkas/show/{pengunggahan}", 1100),
    "pengguna": ("admin", "/pengguna/list/", 1100),
    "matriks-izin": ("admin", "/matriks-izin/", 1100),
    "daftar": ("ppid.utama", "/daftar/list/", 1100),
}


@pytest.fixture
def database_url(databases: object) -> str:
    return str(databases.fresh("sqlite"))  # type: ignore[attr-defined]  # the fixture of all tests


def enter(chromium: Browser, house: str, person: str, width: int) -> Page:
    page = chromium.new_context(base_url=house, viewport={"width": width, "height": 760}, locale="id-ID").new_page()
    page.goto("/login/")
    page.fill("#username", person)
    page.fill("#password", SANDI)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{house}/")
    return page


@pytest.mark.proof
@pytest.mark.skipif(not (FULL or WRITE), reason="the pictures are taken in make proof, or with GOLDEN=write")
def test_every_picture_shows_a_page_that_is_there(app: Flask, chromium: Browser) -> None:
    app.config["SIDIK_DEMO_PASSWORD"] = SANDI
    with app.app_context():
        demo.muat(app)
        at = dict(db.session.execute(select(m.Berkas.status, m.Berkas.id).order_by(m.Berkas.id.desc())).all())
        db.session.remove()
    opened: dict[tuple[str, int], Page] = {}
    with served(app) as house:
        for name, (person, address, wide) in HALAMAN.items():
            page = opened.get((person, wide)) or opened.setdefault((person, wide), enter(chromium, house, person, wide))
            answer = page.goto(address.format(**at))
            assert answer is not None
            assert answer.status == 200, (name, answer.status)
            if WRITE:
                page.screenshot(path=GAMBAR / f"{name}.png", clip={"x": 0, "y": 0, "width": wide, "height": 760})
        for page in opened.values():
            page.context.close()


def test_the_manual_has_its_pictures_and_no_other() -> None:
    assert {path.stem for path in GAMBAR.glob("*")} == set(HALAMAN)
    assert all(path.stat().st_size > 10_000 for path in GAMBAR.glob("*.png"))
