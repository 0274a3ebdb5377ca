"""/v/<token> and the probes: what anyone may know of a paper, and whether the service lives."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text, update

from app import models as m
from app.extensions import db
from app.public import verify
from tests.api.cases import RAHASIA, keputusan


@pytest.fixture
def sk(app: Flask) -> dict[str, Any]:
    verify._misses.clear()
    with app.app_context():
        return keputusan(db.session)


def test_a_paper_is_verified_by_number_date_signer_and_hash_but_never_shown(
    client: FlaskClient, sk: dict[str, Any]
) -> None:
    page = client.get(f"/v/{sk['token']}").text
    assert client.get("/v/7q2m-k9td-4xwb").text == page
    for told in (sk["nomor"], "5 Maret 2026", "Siti Contoh", "Kepala Dinas", "a" * 64, sk["sha256"], "Berlaku"):
        assert told in page
    for hidden in (
        RAHASIA,
        "Informasi publik nomor",
        "197001011990011001",
        "Klasifikasi informasi yang dikecualikan</",
    ):
        assert hidden not in page


@pytest.mark.parametrize(("status", "told"), [("terbit", "belum dicatat"), ("dicabut", "tidak berlaku lagi")])
def test_a_paper_tells_its_state(app: Flask, client: FlaskClient, sk: dict[str, Any], status: str, told: str) -> None:
    with app.app_context():
        db.session.execute(update(m.Naskah).values(status=status))
        db.session.commit()
    assert told in client.get(f"/v/{sk['token']}").text


def test_who_guesses_codes_is_slowed_down_and_who_holds_one_is_not(client: FlaskClient, sk: dict[str, Any]) -> None:
    for _ in range(verify.MELESET):
        assert client.get("/v/SALAHSALAH").status_code == 404
    answer = client.get("/v/SALAHSALAH")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert client.get(f"/v/{sk['token']}").status_code == 200


def test_the_process_lives_and_is_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "hidup"}
    assert client.get("/readyz").get_json() == {"status": "siap"}


def test_an_old_database_is_not_ready_and_says_why(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        db.session.commit()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "belum dimigrasikan" in answer.get_json()["alasan"]
    assert answer.headers["Retry-After"]
