"""`flask siap`: what is missing before the first berkas, each line with how to mend it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, select, update

from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.jobs.demo.people import AKUN, isi_kantor
from app.models import AnggotaTim, HariLibur, Pejabat, PerangkatDaerah


@pytest.fixture
def office(app: Flask) -> None:
    """An installed database with the invented office in it."""
    with app.app_context():
        isi_kantor(db.session, "tidak dapat dipakai masuk")
        db.session.commit()


def test_a_fresh_installation_is_told_everything_at_once(run: Callable[..., Any]) -> None:
    result = run("siap")
    assert result.exit_code == 1
    for wish in (
        "peran Admin: 0 dari sedikitnya 1",
        "peran PPID Utama: 0 dari sedikitnya 2",
        "Pihak penetap",
        "Petugas Data dan Informasi. Tambahkan",
        "Tim Pertimbangan baru 0 dari 3",
        "belum punya ketua",
        "Belum ada situs wajib unggah",
    ):
        assert wish in result.output, wish
    lines = [line for line in result.output.splitlines() if line.startswith("- ")]
    mends = ("Jalankan:", "Buatlah:", "Tambahkan", "Tetapkan", "Tandai", "Isi ", "Perbaiki", "Beri ")
    assert all(any(word in line for word in mends) for line in lines), lines


def test_an_office_that_has_everything_is_ready(run: Callable[..., Any], office: None) -> None:
    result = run("siap")
    assert (result.exit_code, result.output.startswith("Siap:")) == (0, True), result.output


def _without_penetap() -> Any:
    yesterday = hari_ini_wib().replace(year=hari_ini_wib().year - 1, month=12, day=31)
    return update(Pejabat).where(Pejabat.fungsi == "penetap").values(selesai=yesterday)


def _without_pelaksana() -> Any:
    agency = select(PerangkatDaerah.id).where(PerangkatDaerah.kode == "BKD").scalar_subquery()
    return delete(Pejabat).where(Pejabat.perangkat_daerah_id == agency)


def _without_chair() -> Any:
    return update(AnggotaTim).where(AnggotaTim.kedudukan == "ketua").values(kedudukan="anggota")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_without_penetap, "Pihak penetap"),
        (_without_pelaksana, "Badan Kepegawaian Daerah punya petugas tetapi belum punya pejabat"),
        (_without_chair, "belum punya ketua"),
        (lambda: update(PerangkatDaerah).values(website=None), "alamat situsnya kosong"),
        (lambda: delete(HariLibur), "Hari libur"),
    ],
)
def test_one_missing_thing_is_named(
    run: Callable[..., Any], app: Flask, office: None, change: Callable[[], Any], sentence: str
) -> None:
    with app.app_context():
        db.session.execute(change())
        db.session.commit()
    result = run("siap")
    assert (result.exit_code, sentence in result.output) == (1, True), result.output


def test_the_invented_office_has_exactly_the_accounts_of_the_contract() -> None:
    names = "pelaksana.dinkes pelaksana.bkd pelaksana.dkisp ppid.utama ppid.utama2 tim.satu tim.dua tim.tiga"
    assert {akun.username for akun in AKUN} == {*names.split(), "petugas.data", "pimpinan", "auditor", "admin"}
    assert all(akun.nama.startswith("Contoh ") for akun in AKUN)
