"""`flask impor usulan`: the rules of the screens from the terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.extensions import db
from app.jobs.demo import texts
from app.jobs.demo.people import isi_kantor
from app.jobs.demo.walk import lembar
from app.models import ButirInformasi, Usulan

WHO = ("--perangkat-daerah", "DINKES", "--pengguna", "pelaksana.dinkes")


@pytest.fixture
def sheet(app: Flask, tmp_path: Path) -> str:
    """An office with accounts, and a good sheet of DINKES."""
    with app.app_context():
        isi_kantor(db.session, "tidak dapat dipakai masuk")
        db.session.commit()
    file = tmp_path / "usulan.xlsx"
    file.write_bytes(lembar((texts.KLINIK, texts.TUBERKULOSIS)))
    return str(file)


def butir(app: Flask) -> int:
    with app.app_context():
        return int(db.session.scalar(select(func.count()).select_from(ButirInformasi)))


def test_a_good_sheet_becomes_a_draft(run: Callable[..., Any], app: Flask, sheet: str) -> None:
    result = run("impor", "usulan", sheet, *WHO)
    assert result.exit_code == 0, result.output
    assert "disimpan sebagai draf dengan 2 butir" in result.output
    with app.app_context():
        assert db.session.scalars(select(Usulan.status)).all() == ["draf"]


def test_a_look_keeps_nothing(run: Callable[..., Any], app: Flask, sheet: str) -> None:
    assert run("impor", "usulan", sheet, *WHO, "--uji").exit_code == 0
    assert butir(app) == 0


def test_a_bad_row_keeps_nothing_and_names_its_cell(
    run: Callable[..., Any], app: Flask, sheet: str, tmp_path: Path
) -> None:
    bad = tmp_path / "cacat.xlsx"
    broken = texts.Contoh(**{**vars(texts.KLINIK), "pasal17": ("z",)})
    bad.write_bytes(lembar((texts.TUBERKULOSIS, broken)))
    result = run("impor", "usulan", str(bad), *WHO)
    assert result.exit_code == 1
    assert "Baris 3: ditolak" in result.output
    assert "D3 Wajib diperbaiki" in result.output
    assert butir(app) == 0


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        (("--perangkat-daerah", "BKD", "--pengguna", "pelaksana.dinkes"), "bukan perangkat daerah Anda"),
        (("--perangkat-daerah", "DINKES", "--pengguna", "siapa"), "siapa tidak ada"),
        (("--perangkat-daerah", "DKISP", "--pengguna", "ppid.utama"), "wewenang"),
    ],
)
def test_only_a_petugas_of_that_agency_imports(
    run: Callable[..., Any], app: Flask, sheet: str, who: tuple[str, ...], sentence: str
) -> None:
    result = run("impor", "usulan", sheet, *who)
    assert (result.exit_code, sentence in result.output) == (1, True), result.output
    assert butir(app) == 0


def test_a_file_that_is_no_sheet_is_refused(run: Callable[..., Any], sheet: str, tmp_path: Path) -> None:
    other = tmp_path / "usulan.xlsx"
    other.write_bytes(b"bukan lembar kerja")
    assert run("impor", "usulan", str(other), *WHO).exit_code == 1
