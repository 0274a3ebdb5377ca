"""The second factor as a person and a program meet it: login, enrolment, codes shown once, step-up, reset with a trace."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app import models as m
from app.extensions import db
from app.security import factor, policy
from tests.api.cases import Perkara
from tests.api.office import SANDI, Program
from tests.security.persons import code, enrolled, person
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
DUA = "/akun/dua-langkah"


@pytest.fixture(autouse=True)
def few_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factor, "BANYAK_KODE", 2)  # scrypt takes its time on purpose


@pytest.fixture
def database_url(databases: Any, furniture: Any) -> str:
    """What the two databases decide is asked in tests/security; pages know no database."""
    return str(databases.fresh("sqlite", furniture))


def give(app: Flask, name: str) -> str:
    with app.app_context():
        return enrolled(db.session, name)


def told(app: Flask, name: str, deed: str) -> list[tuple[str, str]]:
    """(by whom, what) of the lines of one deed in the history of an account."""
    r = m.RiwayatAkun
    with app.app_context():
        ident = person(db.session, name).id
        rows = db.session.execute(select(r.pelaku_nama, r.isi).where(r.objek_id == ident, r.tindakan == deed))
        return [tuple(row) for row in rows]


def enrol(browser: Browser) -> tuple[str, str]:
    """Walk the pages of the enrolment; -> the secret, the text of the last page."""
    page = browser.follow(browser.send(f"{DUA}/"))
    secret = re.sub(r"\s", "", re.search(r'class="kunci">([^<]+)<', page.text)[1])  # type: ignore[index]
    answer = browser.send(f"{DUA}/pasang", {"kode": code(secret)})
    assert answer.status_code == 200, text(answer)
    return secret, answer.text


# --- login -------------------------------------------------------------------------------------------
def test_a_password_alone_opens_nothing_once_a_second_factor_is_there(app: Flask, browse: Browse) -> None:
    secret, browser = give(app, "utama"), browse()
    answer = browser.login("utama")
    assert answer.headers["Location"].startswith("/login/kode")
    assert browser.get("/").status_code == 302, "still a stranger"
    wrong = browser.send("/login/kode", {"kode": "000000"})
    assert (wrong.status_code, "tidak cocok" in text(wrong)) == (401, True)
    assert browser.send("/login/kode", {"kode": code(secret)}).headers["Location"] == "/"
    assert browser.get("/").status_code == 200
    assert browse().login("utama").status_code == 302
    again = browse()
    again.login("utama")
    assert again.send("/login/kode", {"kode": code(secret)}).status_code == 401, "one code, one login"


def test_the_second_step_is_over_after_five_minutes_and_without_a_first(app: Flask, browse: Browse) -> None:
    give(app, "utama")
    browser = browse()
    assert "/login/" in browser.get("/login/kode").headers["Location"]
    with time_machine.travel("2026-03-05 05:00:00+00:00", tick=False) as clock:
        browser.login("utama")
        clock.shift(301)
        assert browser.get("/login/kode").status_code == 302


def test_a_program_gives_its_code_with_the_password(app: Flask, kasus: Perkara) -> None:
    secret, client = give(app, "utama"), app.test_client()
    sent = {"username": "utama", "password": SANDI, "provider": "db", "refresh": True}
    without = client.post("/api/v1/security/login", json=sent)
    assert (without.status_code, without.get_json()["kode"]) == (401, "kode_diperlukan")
    assert "access_token" not in without.get_json()
    assert client.post("/api/v1/security/login", json=sent | {"kode": "000000"}).status_code == 401
    assert client.post("/api/v1/security/login", json=sent | {"kode": ["x"]}).status_code == 401
    assert client.post("/api/v1/security/login", json=sent | {"kode": code(secret)}).status_code == 200
    assert client.post("/api/v1/security/login", json=sent | {"password": "x", "kode": code(secret)}).status_code == 401


# --- enrolment ---------------------------------------------------------------------------------------
def test_enrolling_shows_the_codes_once_and_ends_the_other_sessions(app: Flask, browse: Browse) -> None:
    browser, elsewhere = browse("utama"), browse("utama")
    secret, page = enrol(browser)
    codes = re.findall(r"<li><code>([A-Z2-9-]{14})</code>", page)
    assert len(codes) == 2
    assert browser.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    later = browser.get(f"{DUA}/")
    assert not any(one in later.text for one in codes)
    assert secret not in later.text
    assert told(app, "utama", "faktor_pasang") == [("Utama Contoh (utama)", "")]
    other = browse()
    other.login("utama")
    assert other.send("/login/kode", {"kode": codes[0]}).status_code == 302, "a recovery code opens as well"


def test_a_wrong_first_code_enrols_nothing_and_keeps_the_qr(app: Flask, browse: Browse) -> None:
    browser = browse("utama")
    page = browser.follow(browser.send(f"{DUA}/"))
    answer = browser.send(f"{DUA}/pasang", {"kode": "000000"})
    assert answer.status_code == 422
    key = re.search(r'class="kunci">([^<]+)<', page.text)
    assert key
    assert key[1] in answer.text
    assert browse().login("utama").headers["Location"] == "/"


def test_new_codes_and_taking_it_off_ask_for_a_code(app: Flask, browse: Browse, later: Callable[[float], Any]) -> None:
    browser = browse("utama")
    secret, _ = enrol(browser)
    assert browser.send(f"{DUA}/kode-pemulihan", {"kode": "000000"}).status_code == 422
    assert "Kode pemulihan baru" in browser.send(f"{DUA}/kode-pemulihan", {"kode": code(secret, 1)}).text
    later(2)
    assert browser.send(f"{DUA}/lepas", {"kode": "000000"}).status_code == 422
    assert browser.send(f"{DUA}/lepas", {"kode": code(secret)}).status_code == 302
    assert browser.get("/").status_code == 200
    assert browse().login("utama").headers["Location"] == "/"
    assert browser.get(f"{DUA}/lepas").status_code == 302, "there is none any more"
    assert len(told(app, "utama", "faktor_lepas")) == 1


def test_a_role_that_needs_it_leads_every_page_to_the_enrolment(app: Flask, browse: Browse) -> None:
    with app.app_context():
        p = m.Pengaturan
        row = db.session.scalars(select(p).where(p.kunci == policy.PERAN)).one_or_none() or p(kunci=policy.PERAN)
        row.nilai = "Admin; PPID Utama"
        db.session.add(row)
        db.session.commit()
    browser = browse("utama")
    for address in ("/", "/berkas/list/", "/akun/", "/pengaturan/list/"):
        assert browser.get(address).headers["Location"] == f"{DUA}/", address
    sent = {"username": "utama", "password": SANDI, "provider": "db"}
    refused = app.test_client().post("/api/v1/security/login", json=sent)
    assert (refused.status_code, refused.get_json()["kode"]) == (403, "faktor_diperlukan")
    enrol(browser)
    assert browser.get("/").status_code == 200
    assert "mewajibkan" in text(browser.follow(browser.get(f"{DUA}/lepas")))
    assert browse("tim1").get("/").status_code == 200, "other roles are free"


# --- step-up -----------------------------------------------------------------------------------------
def test_an_important_move_asks_again_after_ten_minutes_and_keeps_what_was_typed(
    browse: Browse, kasus: Perkara, later: Callable[[float], Any]
) -> None:
    owner, address = browse("utama"), f"/berkas/{kasus['berkas']}/tindakan/tetapkan"
    assert 'name="bukti"' not in owner.get(address).text
    later(11)
    shown = owner.get(address)
    assert 'name="bukti"' in shown.text
    assert "Kata sandi Anda" in text(shown)
    assert "Kata sandi Anda (opsional)" not in text(shown)
    answer = owner.client.post(
        address,
        data={
            "csrf_token": owner.token("/akun/"),
            "catatan": "Sudah diperiksa dua kali.",
            "versi": "1",
            "bukti": "salah",
        },
    )
    assert answer.status_code == 422
    assert "Sudah diperiksa dua kali." in answer.text
    assert "tidak cocok" in text(answer)
    answer = owner.client.post(
        address,
        data={
            "csrf_token": owner.token("/akun/"),
            "catatan": "Sudah diperiksa dua kali.",
            "versi": "1",
            "bukti": SANDI,
        },
    )
    assert 'name="bukti"' not in answer.text, "asked once: the proof is fresh again"
    later(22)
    assert 'name="bukti"' not in owner.get(address.replace("tetapkan", "batalkan")).text, "other moves never ask"


def test_with_a_second_factor_the_move_asks_for_a_code_and_every_way_of_moving_asks(
    app: Flask, browse: Browse, kasus: Perkara, later: Callable[[float], Any]
) -> None:
    secret, owner = give(app, "utama"), browse()
    owner.login("utama")
    assert owner.send("/login/kode", {"kode": code(secret)}).status_code == 302
    later(11)
    for address in (f"/berkas/{kasus['berkas']}/tindakan/tetapkan", f"/berkas/tindakan/tetapkan?id={kasus['berkas']}"):
        assert "Kode verifikasi" in text(owner.get(address)), address
        sent = {"csrf_token": owner.token("/akun/"), "bukti": SANDI, "versi": "1"}
        assert owner.client.post(address, data=sent).status_code == 422, "a password is no code"
        assert "Ketik kode" in text(owner.client.post(address, data=sent | {"bukti": ""}))


def test_a_program_of_somebody_enrolled_gives_a_code_in_the_move_when_its_login_is_old(
    app: Flask, kasus: Perkara, later: Callable[[float], Any]
) -> None:
    secret, sent = give(app, "utama"), {"username": "utama", "password": SANDI, "provider": "db", "refresh": True}
    program = Program(app, None)
    tokens = program.post("/security/login", sent | {"kode": code(secret)}).get_json()
    program.headers = {"Authorization": f"Bearer {tokens['refresh_token']}"}
    path = f"/berkas/{kasus['berkas']}/tindakan/tetapkan"
    later(11)
    fresh = program.post("/security/refresh").get_json()["access_token"]
    program.headers = {"Authorization": f"Bearer {fresh}"}
    versi = program.satu(f"/berkas/{kasus['berkas']}")["versi"]
    refused = program.post(path, {"versi": versi})
    assert (refused.status_code, refused.get_json()["kode"]) == (403, "bukti_diperlukan"), (
        "a refreshed token is no proof"
    )
    assert program.post(path, {"versi": versi, "kode": "000000"}).status_code == 403
    assert program.post(path, {"versi": versi, "kode": code(secret)}).status_code in (409, 422), "past the proof"


def test_a_program_without_a_second_factor_moves_as_the_contract_has_it(
    app: Flask, kasus: Perkara, later: Callable[[float], Any]
) -> None:
    program = Program(app, "utama")
    later(11)
    answer = program.gerak("berkas", kasus["berkas"], "tetapkan")
    assert answer.status_code in (409, 422)


# --- reset by an administrator -----------------------------------------------------------------------
def test_an_administrator_takes_it_off_with_a_reason_and_a_trace(app: Flask, browse: Browse) -> None:
    secret = give(app, "utama")
    with app.app_context():
        ident, own = person(db.session, "utama").id, person(db.session, "admin").id
    address, admin, victim = f"/akun-pengguna/{ident}/lepas-faktor", browse("admin"), browse()
    victim.login("utama")
    victim.send("/login/kode", {"kode": code(secret)})
    assert victim.get("/").status_code == 200
    assert admin.send(address, {"alasan": ""}).status_code == 422
    assert admin.send(address, {"alasan": "Ponsel hilang, datang sendiri."}).status_code == 302
    assert victim.get("/").status_code == 302, "sessions end"
    assert victim.login("utama").headers["Location"] == "/"
    assert told(app, "utama", "faktor_atur_ulang") == [("Admin Contoh (admin)", "Ponsel hilang, datang sendiri.")]
    assert "tidak memakai" in text(admin.follow(admin.get(address))), "already done"
    assert admin.get(f"/akun-pengguna/{own}/lepas-faktor").status_code == 302, "never one's own"
    assert browse("utama2").get(address).status_code in (302, 403)
    assert admin.get("/akun-pengguna/99999/lepas-faktor").status_code == 404
