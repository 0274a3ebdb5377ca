"""Trust roots on the panel: uploaded by one, activated by another, ended by either; what is no authority is refused."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app import models as m
from app.extensions import db
from tests.signing import akar, orang
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
ALAMAT = "/akar-terpercaya"


def upload(browser: Browser, content: bytes, nama: str = "ca.pem") -> Any:
    return browser.send(f"{ALAMAT}/unggah", {"unggahan": (io.BytesIO(content), nama), "alasan": "Dari situs resmi."})


def active(app: Flask) -> list[bool]:
    with app.app_context():
        return list(db.session.scalars(select(m.AkarTerpercaya.aktif)))


def decide(browser: Browser, on: str) -> Any:
    return browser.post(f"{ALAMAT}/1/tetapkan", {"aktif": on, "alasan": "Sidiknya cocok."})


def test_one_uploads_another_activates_and_anyone_of_them_ends_it(app: Flask, browse: Browse) -> None:
    first, second = browse("utama"), browse("utama2")
    page = first.follow(upload(first, akar(pem=True)))
    assert "Mintalah rekan lain" in text(page)
    assert active(app) == [False]
    assert decide(first, "1").status_code == 403
    assert "Cocokkan sidik" in text(second.get(f"{ALAMAT}/show/1"))
    assert decide(second, "1").status_code == 302
    assert active(app) == [True]
    assert "CA Contoh" in text(browse("petugas.dinkes").get(f"{ALAMAT}/list/"))
    assert decide(first, "0").status_code == 302
    assert active(app) == [False]


@pytest.mark.parametrize("content", [b"bukan sertifikat", orang().sertifikat, orang().kunci, b"x" * 70_000])
def test_what_is_no_authority_is_refused_with_a_sentence(app: Flask, browse: Browse, content: bytes) -> None:
    answer = upload(browse("utama"), content)
    assert (answer.status_code, "bukan sertifikat otoritas" in text(answer)) == (422, True)
    assert active(app) == []


def test_the_same_root_twice_is_refused_and_other_roles_have_no_way_in(app: Flask, browse: Browse) -> None:
    utama = browse("utama")
    upload(utama, akar())
    assert "sudah ada" in text(upload(utama, akar(pem=True)))
    for name in ("petugas.dinkes", "tim1", "data", "tamu"):
        stranger = browse(name)
        assert stranger.get(f"{ALAMAT}/unggah").status_code == 403
        assert decide(stranger, "1").status_code == 403
    assert active(app) == [False]
