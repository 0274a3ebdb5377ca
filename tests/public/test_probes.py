"""The probes when something is away: alive all the same, not ready, and the reason without an address or a secret."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine

from app.documents import keeping
from app.extensions import db


@pytest.fixture
def away(app: Flask, database_url: str) -> Iterator[str]:
    """The database is gone while the process lives; -> a part of its address."""
    url = "sqlite:////tidak/ada/sidik.db"
    if not database_url.startswith("sqlite"):
        url = "postgresql+psycopg://orang:rahasia@127.0.0.1:1/sidik?connect_timeout=1"
    there = db._app_engines[app][None]
    db._app_engines[app][None] = create_engine(url)
    yield url
    db._app_engines[app][None].dispose()
    db._app_engines[app][None] = there


def test_without_a_database_the_process_lives_but_is_not_ready(client: FlaskClient, away: str) -> None:
    assert client.get("/healthz").status_code == 200
    answer = client.get("/readyz")
    assert (answer.status_code, answer.get_json()["alasan"]) == (503, "Basis data tidak dapat dihubungi.")
    for path in ("/publik/", "/publik/daftar.json", "/v/7Q2MK9TD4XWB", "/publik/sk/7Q2MK9TD4XWB"):
        answer = client.get(path)
        assert (answer.status_code, bool(answer.headers["Retry-After"])) == (503, True), path
        assert "rahasia@" not in answer.text
        assert "tidak/ada" not in answer.text


def test_without_a_file_store_the_process_is_not_ready(
    app: Flask, client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "bukan-folder"
    blocked.write_text("")
    app.extensions.pop(keeping._KEY, None)
    monkeypatch.setitem(app.config, "SIDIK_FILES_URL", (blocked / "files").as_uri())
    answer = client.get("/readyz")
    app.extensions.pop(keeping._KEY, None)
    assert answer.status_code == 503
    assert "penyimpanan" in answer.get_json()["alasan"]
    assert str(tmp_path) not in answer.text
