"""A session dies when it must; guessing is slow for one account, never for an office; a password is long, not odd."""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select, update

from app import models as m
from app.extensions import db
from app.security import passwords
from tests.api.cases import Perkara
from tests.api.office import SANDI, Program
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
BARU = "kuda terbang di atas awan"


def dead(browser: Browser) -> bool:
    answer = browser.get("/")
    return answer.status_code == 302 and "/login/" in answer.headers["Location"]


def change(app: Flask, name: str, **values: object) -> None:
    with app.app_context():
        db.session.execute(update(m.Pengguna).where(m.Pengguna.username == name).values(**values))
        db.session.commit()


def test_logout_ends_every_session_and_token_of_the_person(app: Flask, browse: Browse) -> None:
    here, stolen, token = browse("utama"), browse("utama"), Program(app, "utama")
    assert token.get("/usulan/").status_code == 200
    here.post("/logout/")
    assert dead(here)
    assert dead(stolen)
    assert token.get("/usulan/").status_code == 401


def test_a_get_logs_nobody_out(browse: Browse) -> None:
    browser = browse("utama")
    assert browser.get("/logout/").status_code == 200
    assert not dead(browser)


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one(browse: Browse) -> None:
    here, elsewhere = browse("utama"), browse("utama")
    sent = {"sekarang": SANDI, "password": BARU, "conf_password": BARU}
    assert here.send("/akun/sandi", sent).status_code == 302
    assert not dead(here)
    assert dead(elsewhere)


def test_the_present_password_is_asked(browse: Browse) -> None:
    sent = {"sekarang": "bukan sandi saya", "password": BARU, "conf_password": BARU}
    answer = browse("utama").send("/akun/sandi", sent)
    assert answer.status_code == 422
    assert "tidak cocok" in text(answer)


def test_deactivation_ends_session_and_token(app: Flask, browse: Browse) -> None:
    browser, token = browse("utama"), Program(app, "utama")
    change(app, "utama", active=False)
    assert dead(browser)
    assert token.get("/usulan/").status_code == 401


def test_a_token_dies_with_the_loss_of_a_role(app: Flask, browse: Browse) -> None:
    token = Program(app, "utama")
    with app.app_context():
        person = db.session.scalars(select(m.Pengguna).where(m.Pengguna.username == "utama")).one()
        person.roles = person.roles[:1]
        db.session.commit()
    assert token.get("/usulan/").status_code == 401


def test_five_wrong_passwords_lock_the_account_and_nobody_else(app: Flask, browse: Browse) -> None:
    guesser = browse()
    for _ in range(5):
        assert guesser.login("tim1", "tebakan").status_code == 401
    locked = guesser.login("tim1", SANDI)
    assert locked.status_code == 429
    assert "Terlalu banyak percobaan" in text(locked)
    assert guesser.login("tim2", SANDI).status_code == 302, "the same office, another account"
    sent = {"username": "tim1", "password": SANDI, "provider": "db"}
    assert app.test_client().post("/api/v1/security/login", json=sent).status_code == 429


def test_an_unknown_name_is_counted_like_a_known_one(browse: Browse) -> None:
    guesser = browse()
    answers = [guesser.login("tidak.ada", "tebakan").status_code for _ in range(6)]
    assert answers == [401] * 5 + [429]


def test_who_logged_in_here_before_is_not_locked_out_by_a_stranger(browse: Browse) -> None:
    owner, guesser = browse("tim1"), browse()
    owner.post("/logout/")
    for _ in range(6):
        guesser.login("tim1", "tebakan")
    assert owner.login("tim1", SANDI).status_code == 302


def test_nothing_from_before_the_login_survives_it(app: Flask, browse: Browse) -> None:
    browser = browse()
    before = browser.token()
    browser.login("utama")
    assert browser.client.post("/logout/", data={"csrf_token": before}).status_code == 400


@pytest.mark.parametrize(
    "address", ["https://jahat.test/", "//jahat.test/", "/\\jahat.test", "javascript:alert(1)", "http:jahat.test"]
)
def test_the_login_leads_to_no_other_house(address: str, browse: Browse) -> None:
    browser = browse()
    sent = {"csrf_token": browser.token(), "username": "utama", "password": SANDI}
    answer = browser.client.post("/login/", query_string={"next": address}, data=sent)
    target = urlsplit(answer.headers.get("Location", ""))
    assert (target.scheme, target.netloc) == ("", "")


def test_the_cookie_carries_no_search_words(browse: Browse) -> None:
    browser = browse("utama")
    for n in range(8):
        browser.get(f"/usulan/list/?cari=rahasia{n}{'x' * 80}")
    cookie = browser.client.get_cookie("sidik")
    assert cookie is not None
    assert len(cookie.value) < 1000


@pytest.mark.parametrize(
    "password", ["pendek", "password1234", "abcabcabcabc", "ppid banten 2026", "indonesia2026", "", "aaaaaaaaaaaa"]
)
def test_an_easy_password_is_refused_with_a_sentence(password: str) -> None:
    assert passwords.fault(password)


@pytest.mark.parametrize("password", [BARU, "empat kata tanpa angka", "ÄÖÜ ñandú 漢字 kata kata"])
def test_length_is_enough_and_no_sign_is_demanded(password: str) -> None:
    assert passwords.fault(password) == ""


def test_a_password_holds_no_user_name(kasus: Perkara) -> None:
    assert passwords.fault("petugas.dinkes selalu", "petugas.dinkes")


def test_an_administrators_new_password_ends_the_persons_sessions(app: Flask, browse: Browse) -> None:
    person = browse("tim1")
    with app.app_context():
        ident = db.session.scalars(select(m.Pengguna.id).where(m.Pengguna.username == "tim1")).one()
    answer = browse("admin").send(f"/sandi-pengguna/{ident}", {"password": BARU, "conf_password": BARU})
    assert answer.status_code == 302
    assert dead(person)
    assert browse("utama").get(f"/sandi-pengguna/{ident}").status_code in (403, 404)


def test_a_refused_login_is_logged_without_what_was_typed(browse: Browse, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        browse().login("kata-sandi-saya\nmasuk diterima: utama", "salah")
    told = [record.getMessage() for record in caplog.records if record.name == "app.security.manager"]
    assert len(told) == 1
    assert told[0].startswith("login refused: account ")
    assert "127.0.0.1" in told[0]
    assert "kata-sandi-saya" not in caplog.text
    assert "\n" not in told[0]


def test_the_browser_is_told_to_forget_whoever_leaves(browse: Browse) -> None:
    for leave in ("/logout/", "/akun/keluar-semua"):
        assert browse("utama").post(leave).headers["Clear-Site-Data"] == '"cache", "storage"'
