"""Reference data adds what is missing and never overwrites what an office changed."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app.calendar.words import hari_ini_wib
from app.errors import IsianSalah
from app.law import settings
from app.law.acuan import muat_acuan
from app.models import HariLibur, Pasal17, Pengaturan, PerangkatDaerah, Peraturan


def count(session: Any, model: Any) -> int:
    return int(session.scalar(select(func.count()).select_from(model)))


def test_the_release_step_has_loaded_every_kind(session: Any) -> None:
    assert count(session, PerangkatDaerah) == 35
    assert count(session, Peraturan) == 29
    assert count(session, Pasal17) == 33
    assert count(session, Pengaturan) == len(settings.DAFTAR)
    assert set(session.scalars(select(Pasal17.huruf))) == set("abcdefghij")


def test_holidays_are_there_for_this_year_and_the_two_that_follow(session: Any) -> None:
    year = hari_ini_wib().year
    years = {day.year for day in session.scalars(select(HariLibur.tanggal))}
    assert years == {year, year + 1, year + 2}
    assert dt.date(year, 8, 17) in set(session.scalars(select(HariLibur.tanggal)))


def test_a_second_loading_adds_nothing(session: Any) -> None:
    assert muat_acuan(session).ditambah == 0


def test_an_edit_of_the_office_stays_and_is_reported(session: Any) -> None:
    law = session.scalars(select(Peraturan).where(Peraturan.jenis == "Pergub")).one()
    law.tentang, law.status = "Nama yang diperbaiki kantor", "diubah"
    session.commit()
    report = muat_acuan(session)
    session.refresh(law)
    assert (law.tentang, law.status) == ("Nama yang diperbaiki kantor", "diubah")
    assert any("Nama yang diperbaiki kantor" in line for line in report.kalimat())


def test_a_regulation_whose_number_the_office_corrected_does_not_come_back(session: Any) -> None:
    law = session.scalars(select(Peraturan).where(Peraturan.jenis == "Pergub")).one()
    for nomor, tahun in (("23", 2021), ("24", 2022)):
        law.nomor, law.tahun = nomor, tahun
        session.commit()
        session.refresh(law)
    assert muat_acuan(session).ditambah == 0
    assert count(session, Peraturan) == 29


def test_a_choice_of_the_office_stays(session: Any) -> None:
    row = session.scalars(select(Pengaturan).where(Pengaturan.kunci == "pemisahan_tugas")).one()
    row.nilai = "longgar"
    session.commit()
    muat_acuan(session)
    assert settings.nilai(session, "pemisahan_tugas") == "longgar"


def test_a_folder_of_the_office_adds_its_own_rows(session: Any, tmp_path: Path) -> None:
    (tmp_path / "perangkat_daerah.csv").write_text("kode,nama,website\nUJI,Badan Uji,https://uji.invalid\n")
    (tmp_path / "hari_libur.csv").write_text("tanggal,nama,jenis,pasti\n2027-10-04,Hari jadi Banten,daerah,1\n")
    assert muat_acuan(session, tmp_path).ditambah == 2
    agency = session.scalars(select(PerangkatDaerah).where(PerangkatDaerah.kode == "UJI")).one()
    assert (agency.singkatan, agency.website, agency.aktif) == ("UJI", "https://uji.invalid", True)
    assert muat_acuan(session, tmp_path).ditambah == 0


def test_every_fault_of_a_file_is_told_with_its_line(session: Any, tmp_path: Path) -> None:
    before = count(session, Peraturan)
    text = "jenis,nomor,tahun,tentang\nUU,1,20x4,Satu\nSurat,2,2024,Dua\nUU,,2024,Tiga\n"
    (tmp_path / "peraturan.csv").write_text(text)
    with pytest.raises(IsianSalah) as refusal:
        muat_acuan(session, tmp_path)
    told = [fault.pesan for fault in refusal.value.kekurangan]
    assert [any(f"baris {line}, kolom {name}" in pesan for pesan in told) for line, name in FAULTS] == [True] * 3
    assert count(session, Peraturan) == before


FAULTS = ((2, "tahun"), (3, "jenis"), (4, "nomor"))


@pytest.mark.parametrize("head", ["kode\nA\n", "kode,nama,warna\nA,B,C\n"])
def test_a_file_with_other_columns_is_refused(session: Any, tmp_path: Path, head: str) -> None:
    (tmp_path / "perangkat_daerah.csv").write_text(head)
    with pytest.raises(IsianSalah):
        muat_acuan(session, tmp_path)


def test_a_folder_without_reference_data_is_refused(session: Any, tmp_path: Path) -> None:
    with pytest.raises(IsianSalah, match="Tidak ada data acuan"):
        muat_acuan(session, tmp_path)
