"""Whatever goes wrong under /api is told in one shape: JSON, an Indonesian sentence, a kode; never a trace, SQL or a path."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_jwt_extended import create_access_token
from sqlalchemy import create_engine

from app.api.errors import SALAH_MASUK
from app.errors import SENTENCES
from app.extensions import db
from tests.api.cases import Perkara
from tests.api.office import SANDI, Program

Masuk = Callable[[str | None], Program]
ROOT = Path(__file__).resolve().parents[2]
LEAK = re.compile(
    rf"Traceback|File \"|site-packages|sqlalchemy|psycopg|SELECT |INSERT |{re.escape(str(ROOT))}|/home/|Error:", re.I
)


def told(answer: Any, status: int, kode: str) -> dict[str, Any]:
    """The body of a refusal, proven to have the one shape."""
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/json"
    body: dict[str, Any] = answer.get_json()
    assert body["kode"] == kode
    assert re.match(r"[A-Z].*[.!?)]$", body["message"], re.S), body["message"]
    assert not LEAK.search(answer.text)
    return body


def test_an_unknown_address_is_404_in_json(masuk: Masuk) -> None:
    utama = masuk("utama")
    for path in ("/tidak_ada/", "/butir/1/apa", "/", "/naskah/1/tindakan/x/y", "/pengguna/", "/../x"):
        told(utama.get(path), 404, "tidak_ditemukan")


def test_a_token_that_cannot_be_used_is_401(app: Flask, masuk: Masuk) -> None:
    with app.app_context():
        nobody = create_access_token("999999")
        odd = create_access_token("abc")
    good = masuk("utama").headers["Authorization"]
    for value in (
        "",
        "Bearer",
        "Bearer x",
        "Bearer a.b.c",
        "Basic eA==",
        good[:-3],
        f"Bearer {nobody}",
        f"Bearer {odd}",
        "Bearer é",
    ):
        program = masuk(None)
        program.headers = {"Authorization": value}
        told(program.get("/butir/"), 401, "belum_masuk")
        told(program.post("/berkas/1/tindakan/kaji", {}), 401, "belum_masuk")


def test_a_login_that_fails_says_so_without_naming_what(masuk: Masuk) -> None:
    anyone = masuk(None)
    for name, secret in (("utama", "salah"), ("tidak.ada", "salah")):
        body = told(
            anyone.post("/security/login", {"username": name, "password": secret, "provider": "db"}), 401, "gagal_masuk"
        )
        assert body["message"] == SALAH_MASUK
    for sent in ({}, {"username": "utama"}, {"username": 1, "password": [], "provider": "db"}, []):
        told(anyone.post("/security/login", sent), 400, "permintaan_salah")
    odd = anyone.post("/security/login", {"username": "a\x00", "password": "b\x00\ud800", "provider": "db"})
    assert odd.status_code in (400, 401), odd.text
    broken = anyone.call("POST", "/security/login", data=b"{", headers={"Content-Type": "application/json"})
    told(broken, 400, "permintaan_salah")


def test_too_many_failed_logins_are_429_for_that_account_only(masuk: Masuk) -> None:
    anyone = masuk(None)
    sent = {"username": "pimpinan", "password": "salah", "provider": "db"}
    answers = [anyone.post("/security/login", sent) for _ in range(12)]
    locked = next(answer for answer in answers if answer.status_code == 429)
    told(locked, 429, "terlalu_sering")
    assert locked.headers["Retry-After"]
    assert anyone.post("/security/login", sent | {"username": "utama", "password": SANDI}).status_code == 200


def test_a_body_that_is_too_large_is_413(
    app: Flask, masuk: Masuk, kasus: Perkara, monkeypatch: pytest.MonkeyPatch
) -> None:
    utama = masuk("utama")
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 1000)
    told(utama.put(f"/berkas/{kasus['berkas']}", {"judul": "x" * 2000}), 413, "terlalu_besar")


def test_a_database_that_is_away_is_503_with_retry_after(app: Flask, masuk: Masuk, database_url: str) -> None:
    utama = masuk("utama")
    away = "sqlite:////tidak/ada/sidik.db"
    if not database_url.startswith("sqlite"):
        away = "postgresql+psycopg://x:x@127.0.0.1:1/x?connect_timeout=1"
    there = db._app_engines[app][None]
    db._app_engines[app][None] = create_engine(away)
    try:
        for answer in (utama.get("/butir/"), utama.post("/usulan/", {}), masuk(None).get("/butir/1")):
            if answer.status_code != 401:  # without a token nothing is asked of the database
                told(answer, 503, "tidak_tersedia")
                assert answer.headers["Retry-After"]
    finally:
        db._app_engines[app][None].dispose()
        db._app_engines[app][None] = there


def test_a_failure_that_nobody_foresaw_tells_a_mark_and_nothing_else(
    masuk: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError(f"SELECT rahasia FROM {ROOT}/tabel")

    utama = masuk("utama")
    monkeypatch.setattr("app.api.asking.baca", broken)
    body = told(utama.get("/butir/"), 500, "galat")
    assert body["message"].startswith(SENTENCES[500][1][:20])


def test_a_deactivated_person_and_a_changed_password_end_the_token(app: Flask, masuk: Masuk) -> None:
    from app import models as m

    one, other = masuk("tim1"), masuk("tim2")
    with app.app_context():
        db.session.query(m.Pengguna).filter_by(username="tim1").update({"active": False})
        db.session.query(m.Pengguna).filter_by(username="tim2").update({"password": "pbkdf2:sha256:1$x$x"})
        db.session.commit()
    told(one.get("/butir/"), 401, "belum_masuk")
    told(other.get("/butir/"), 401, "belum_masuk")
