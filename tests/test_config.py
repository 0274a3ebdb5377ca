"""The configuration: what the environment says, what production insists on, and a development key of one's own."""

import stat
import threading
from pathlib import Path

import pytest
from flask import request
from flask_wtf.csrf import generate_csrf

import config
from app import create_app

KEY = "k3Jx8vQpL0sWm2ZrT6yB9nUeAhFd4GcVbNqXoIi7"
OFFICE = {
    "SIDIK_ENV": "production",
    "SIDIK_SECRET_KEY": KEY,
    "SIDIK_PUBLIC_URL": "https://sidik.bantenprov.go.id",
}


def test_a_fresh_machine_runs_with_nothing_set(tmp_path: Path) -> None:
    settings = config.read({}, tmp_path)
    assert config.preflight(settings) == []
    assert settings["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/instance/sidik.db"
    assert settings["SIDIK_FILES_URL"] == f"file://{tmp_path}/instance/files"
    assert (settings["SIDIK_HOST"], settings["SIDIK_PORT"]) == ("127.0.0.1", 8080)


def test_the_development_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = config.read({}, tmp_path)["SECRET_KEY"]
    assert config.read({}, tmp_path)["SECRET_KEY"] == first
    assert stat.S_IMODE((tmp_path / "instance" / "secret_key").stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "instance").iterdir()] == ["secret_key"]


def test_processes_that_start_together_agree_on_the_key(tmp_path: Path) -> None:
    keys: list[str] = []
    starts = [threading.Thread(target=lambda: keys.append(config.read({}, tmp_path)["SECRET_KEY"])) for _ in range(8)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_production_makes_no_key_of_its_own(tmp_path: Path) -> None:
    settings = config.read({"SIDIK_ENV": "production"}, tmp_path)
    assert settings["SECRET_KEY"] == ""
    assert not (tmp_path / "instance").exists()


def test_a_well_kept_office_starts(tmp_path: Path) -> None:
    assert config.preflight(config.read(OFFICE, tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("SIDIK_SECRET_KEY", "", "belum diisi"),
        ("SIDIK_SECRET_KEY", "changeme", "mudah ditebak"),
        ("SIDIK_SECRET_KEY", "a" * 64, "mudah ditebak"),
        ("SIDIK_SECRET_KEY", KEY[:31], "mudah ditebak"),
        ("SIDIK_PUBLIC_URL", "", "https"),
        ("SIDIK_PUBLIC_URL", "http://sidik.bantenprov.go.id", "https"),
        ("SIDIK_ENV", "produksi", "ejaannya"),
    ],
)
def test_a_faulty_environment_is_named_with_its_cure(tmp_path: Path, name: str, value: str, word: str) -> None:
    faults = config.preflight(config.read({**OFFICE, name: value}, tmp_path))
    assert len(faults) == 1
    assert name in faults[0]
    assert word in faults[0]


@pytest.mark.parametrize("name", [*config.MUST_BE_ON, *config.MUST_BE_OFF])
def test_production_refuses_each_switch_turned_the_wrong_way(tmp_path: Path, name: str) -> None:
    settings = config.read(OFFICE, tmp_path)
    settings[name] = name in config.MUST_BE_OFF
    assert [fault for fault in config.preflight(settings) if name in fault]


def test_production_refuses_a_cookie_that_a_sister_site_could_set(tmp_path: Path) -> None:
    settings = config.read(OFFICE, tmp_path) | {"SESSION_COOKIE_NAME": "session", "SESSION_COOKIE_SAMESITE": None}
    assert len(config.preflight(settings)) == 2


def test_development_relaxes_the_cookie_and_the_scheme_and_nothing_else(tmp_path: Path) -> None:
    development, production = config.read({}, tmp_path), config.read(OFFICE, tmp_path)
    different = {name for name in production if production[name] != development[name]}
    assert different == {
        *("SIDIK_ENV", "SIDIK_PRODUCTION", "SIDIK_PUBLIC_URL", "SECRET_KEY", "JWT_SECRET_KEY"),
        *("SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "PREFERRED_URL_SCHEME"),
        *("TRUSTED_HOSTS", "FAB_SAFE_REDIRECT_HOSTS", "SEND_FILE_MAX_AGE_DEFAULT", "SIDIK_PROXIES"),
    }


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_the_driver_we_ship(scheme: str) -> None:
    assert config.database_url(f"{scheme}://u:p@h/db") == "postgresql+psycopg://u:p@h/db"


def test_a_cookie_key_does_not_open_what_the_token_key_signs(tmp_path: Path) -> None:
    settings = config.read(OFFICE, tmp_path)
    assert settings["JWT_SECRET_KEY"] != settings["SECRET_KEY"]
    assert settings["SECRET_KEY"] not in settings["JWT_SECRET_KEY"]


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused_with_a_sentence(tmp_path: Path, port: str) -> None:
    with pytest.raises(ValueError, match="SIDIK_PORT"):
        config.read({"SIDIK_PORT": port}, tmp_path)


def test_a_host_that_means_every_address_is_not_trusted_as_a_name(tmp_path: Path) -> None:
    assert config.read({"SIDIK_HOST": "0.0.0.0"}, tmp_path)["TRUSTED_HOSTS"] == ["127.0.0.1", "localhost"]  # noqa: S104
    assert "sidik.bantenprov.go.id" in config.read(OFFICE, tmp_path)["TRUSTED_HOSTS"]


@pytest.mark.parametrize("url", ["smtp://127.0.0.1:25", "smtps://a:b@surel.contoh.test/?dari=x@contoh.test", ""])
def test_a_mail_server_that_can_be_asked_is_accepted(url: str) -> None:
    assert not config._mail_faults(url)


@pytest.mark.parametrize("url", ["surel.contoh.test", "http://surel.contoh.test", "smtp://:25", "smtp://x:pintu"])
def test_a_mail_server_that_nobody_can_ask_is_told(url: str) -> None:
    assert "SIDIK_MAIL_URL" in config._mail_faults(url)[0]


def test_a_proxy_is_believed_in_production_only_and_as_many_as_are_named(tmp_path: Path) -> None:
    assert config.read({}, tmp_path)["SIDIK_PROXIES"] == 0
    assert config.read(OFFICE, tmp_path)["SIDIK_PROXIES"] == 1
    assert config.read({**OFFICE, "SIDIK_PROXIES": "2"}, tmp_path)["SIDIK_PROXIES"] == 2
    for wrong in ("-1", "banyak", "9"):
        with pytest.raises(ValueError, match="SIDIK_PROXIES"):
            config.read({"SIDIK_PROXIES": wrong}, tmp_path)


def test_behind_one_proxy_the_last_word_on_the_visitor_counts(tmp_path: Path) -> None:
    settings = config.read({**OFFICE, "SIDIK_DATABASE_URL": f"sqlite:///{tmp_path}/x.db"}, tmp_path)
    app = create_app(settings, front=False)
    app.add_url_rule("/siapa", "siapa", lambda: f"{request.remote_addr} {request.is_secure}", methods=["GET", "POST"])
    told = {"X-Forwarded-For": "6.6.6.6, 203.0.113.9", "X-Forwarded-Proto": "https"}
    answer = app.test_client().get("/siapa", headers=told, base_url="http://localhost")
    assert answer.text == "203.0.113.9 True", "what the visitor himself claims is not believed"


def test_over_https_a_token_is_enough_also_without_a_referer(tmp_path: Path) -> None:
    settings = config.read({**OFFICE, "SIDIK_DATABASE_URL": f"sqlite:///{tmp_path}/x.db"}, tmp_path)
    app = create_app(settings, front=False)
    app.add_url_rule("/token", "token", generate_csrf)
    app.add_url_rule("/simpan", "simpan", lambda: "ya", methods=["POST"])
    browser = app.test_client()
    token = browser.get("/token", base_url="https://localhost").text
    assert browser.post("/simpan", base_url="https://localhost").status_code == 400
    assert browser.post("/simpan", headers={"X-CSRFToken": token}, base_url="https://localhost").text == "ya"
