"""`flask pengguna buat`: an account with the rules of the screens."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.security import check_password_hash

from app.extensions import db
from app.models import Pengguna, Penunjukan, RiwayatAkun
from app.security import factor
from tests.security.persons import enrolled

SANDI = "kuda pagi di atas bukit"
TWICE = f"{SANDI}\n{SANDI}\n"
BASE = ("pengguna", "buat", "siti.aminah", "--peran", "Petugas PPID Pelaksana")


def found(app: Flask) -> Pengguna | None:
    with app.app_context():
        return db.session.scalars(select(Pengguna).where(Pengguna.username == "siti.aminah")).unique().one_or_none()


def test_an_account_is_made_with_roles_and_agency(run: Callable[..., Any], app: Flask) -> None:
    more = (
        "--peran",
        "pimpinan",
        "--perangkat-daerah",
        "dinkes",
        "--nama-lengkap",
        "Siti Aminah",
        "--nomor-sk",
        "1/2026",
    )
    result = run(*BASE, *more, input=TWICE)
    assert result.exit_code == 0, result.output
    assert "Dinas Kesehatan" in result.output
    assert SANDI not in result.output
    with app.app_context():
        user = db.session.scalars(select(Pengguna)).unique().one()
        assert {role.name for role in user.roles} == {"Petugas PPID Pelaksana", "Pimpinan"}
        assert (user.nama, user.active) == ("Siti Aminah", True)
        assert check_password_hash(user.password, SANDI)
        assert len(db.session.scalars(select(Penunjukan)).all()) == 2


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--peran", "Raja"), "Peran tidak dikenal: Raja"),
        (("--perangkat-daerah", "TIDAKADA"), "TIDAKADA tidak dikenal"),
        ((), "memerlukan --perangkat-daerah"),
        (("--perangkat-daerah", "BKD", "--nip", "123"), "18 angka"),
        (("--perangkat-daerah", "BKD", "--surel", "bukan"), "bukan alamat surel"),
    ],
)
def test_what_cannot_be_is_refused_before_a_password_is_asked(
    run: Callable[..., Any], app: Flask, args: tuple[str, ...], sentence: str
) -> None:
    result = run(*BASE, *args)
    assert (result.exit_code, sentence in result.output) == (1, True), result.output
    assert found(app) is None


@pytest.mark.parametrize("weak", ["pendek", "qwertyqwerty", "ppidutama2026", "siti.aminah-siti"])
def test_a_password_that_the_screens_refuse_is_refused_here(run: Callable[..., Any], app: Flask, weak: str) -> None:
    result = run(*BASE, "--perangkat-daerah", "BKD", input=f"{weak}\n{weak}\n")
    assert result.exit_code == 1
    assert found(app) is None


def test_a_name_is_taken_once(run: Callable[..., Any]) -> None:
    assert run(*BASE, "--perangkat-daerah", "BKD", input=TWICE).exit_code == 0
    result = run("pengguna", "buat", "SITI.aminah", "--peran", "Admin", input=TWICE)
    assert (result.exit_code, "sudah dipakai" in result.output) == (1, True)


def test_who_lost_the_second_factor_is_let_in_again_with_a_trace(run: Callable[..., Any], app: Flask) -> None:
    assert run(*BASE[:3], "--peran", "Admin", input=TWICE).exit_code == 0
    off = ("pengguna", "lepas-dua-langkah", "siti.aminah", "--alasan", "Ponsel hilang.")
    refused = run(*off)
    assert (refused.exit_code, "tidak memakai" in refused.output) == (1, True)
    with app.app_context():
        enrolled(db.session, "siti.aminah")
    assert run(*off[:3]).exit_code == 2, "a reason is asked"
    assert run(*off).exit_code == 0
    assert run("pengguna", "lepas-dua-langkah", "tidak.ada", "--alasan", "x").exit_code == 1
    user = found(app)
    assert user is not None
    with app.app_context():
        assert not factor.aktif(db.session, user.id)
        r = RiwayatAkun
        told = db.session.execute(select(r.pelaku_nama, r.isi).where(r.tindakan == "faktor_atur_ulang")).one()
    assert tuple(told) == ("Perintah di server", "Ponsel hilang.")
