"""How reference data is read: every kind of cell, every fault in its own words, and the account of what was added."""

import datetime as dt
from pathlib import Path

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import IsianSalah
from app.law import settings
from app.law.acuan import muat_acuan
from app.models import HariLibur, InformasiTerbuka, Pasal17, Pengaturan, PerangkatDaerah, Peraturan
from app.sop.choices import JENIS_LIBUR

NOON = dt.datetime(2026, 11, 25, 5, 0, tzinfo=dt.UTC)


def put(folder: Path, name: str, text: str, encoding: str = "utf-8") -> None:
    (folder / name).write_text(text, encoding=encoding)


def faults(memory: Session, folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(IsianSalah) as refused:
        muat_acuan(memory, folder)
    assert refused.value.pesan == "Data acuan tidak dapat dibaca. Tidak ada yang disimpan. Perbaiki dahulu."
    return [(fault.kode, fault.medan, fault.pesan) for fault in refused.value.kekurangan]


@time_machine.travel(NOON, tick=False)
def test_the_account_names_every_kind_with_its_numbers(memory: Session) -> None:
    first = muat_acuan(memory)
    numbers = {row.nama: row.ditambah for row in first.hasil}
    assert list(numbers)[-2:] == ["Hari libur 2026 sampai 2028", "Pengaturan"]
    assert (numbers["Perangkat daerah"], numbers["Peraturan"], numbers["Pasal 17"]) == (35, 29, 33)
    assert numbers["Pengaturan"] == len(settings.DAFTAR)
    assert first.ditambah == sum(numbers.values())
    assert "Pasal 17: 33 ditambahkan, 0 sudah ada" in first.kalimat()
    again = muat_acuan(memory)
    assert again.ditambah == 0
    assert {row.nama: row.sudah_ada for row in again.hasil} == numbers
    assert f"Pengaturan: 0 ditambahkan, {len(settings.DAFTAR)} sudah ada" in again.kalimat()
    assert not any(row.berbeda for row in again.hasil)


@time_machine.travel(NOON, tick=False)
def test_what_is_added_holds_the_cells_as_values(memory: Session) -> None:
    muat_acuan(memory)
    letter = memory.scalars(select(Pasal17).where(Pasal17.huruf == "a", Pasal17.angka == 2)).one()
    assert (letter.maks_tahun, letter.tanpa_batas, letter.perlu_uu_lain) == (30, "larang", False)
    assert (letter.berlaku_mulai, letter.berlaku_sampai) == (dt.date(2008, 4, 30), None)
    assert memory.scalars(select(Pasal17).where(Pasal17.huruf == "j")).one().perlu_uu_lain is True
    law = memory.scalars(select(Peraturan).where(Peraturan.nomor == "43", Peraturan.tahun == 1999)).one()
    assert (law.jenis, law.status, law.catatan) != ("", "", "")
    choice = memory.scalars(select(Pengaturan).where(Pengaturan.kunci == "kuorum_sedikitnya")).one()
    assert (choice.nilai, choice.penjelasan) == ("2", "Jumlah pendapat paling sedikit per butir.")
    day = memory.scalars(select(HariLibur).where(HariLibur.tanggal == dt.date(2026, 8, 17))).one()
    assert (day.jenis, day.pasti) == ("nasional", True)
    assert day.sumber == "Kalender hari libur nasional; sesuaikan dengan SKB 3 Menteri"
    assert {day.tanggal.year for day in memory.scalars(select(HariLibur))} == {2026, 2027, 2028}


def test_a_row_of_the_office_stays_and_is_named(memory: Session) -> None:
    muat_acuan(memory)
    law = memory.scalars(select(Peraturan).where(Peraturan.jenis == "Perpres")).first()
    law = law or memory.scalars(select(Peraturan)).first()
    assert law is not None
    law.tentang = "Nama yang diperbaiki"
    memory.commit()
    report = muat_acuan(memory)
    assert report.kalimat()[1:3] == [
        "Peraturan: 0 ditambahkan, 29 sudah ada",
        f"  berbeda dari data acuan, dibiarkan: {law.singkat} Nama yang diperbaiki",
    ]


def test_a_key_that_the_office_changed_twice_is_still_known(memory: Session) -> None:
    muat_acuan(memory)
    law = memory.scalars(select(Peraturan).where(Peraturan.nomor == "43", Peraturan.tahun == 1999)).one()
    for nomor, tahun in (("44", 2001), ("45", 2002)):
        law.nomor, law.tahun = nomor, tahun
        memory.commit()
    report = muat_acuan(memory)
    assert report.ditambah == 0
    assert next(row for row in report.hasil if row.nama == "Peraturan").berbeda == [str(law)]


def test_only_what_lies_in_the_folder_is_loaded(memory: Session, tmp_path: Path) -> None:
    put(
        tmp_path,
        "peraturan.csv",
        "jenis,nomor,tahun,tentang,di_sop\nUU, 1 ,2024,Satu,ya\nUU,2,2024,Dua,\n",
        "utf-8-sig",
    )
    report = muat_acuan(memory, tmp_path)
    assert report.kalimat() == ["Peraturan: 2 ditambahkan, 0 sudah ada"]
    rows = memory.scalars(select(Peraturan).order_by(Peraturan.nomor)).all()
    assert [(law.nomor, law.di_sop, law.catatan) for law in rows] == [("1", True, None), ("2", False, None)]


@time_machine.travel(NOON, tick=False)
def test_holidays_come_along_with_those_of_the_office(memory: Session, tmp_path: Path) -> None:
    put(tmp_path, "hari_libur.csv", "tanggal,nama,jenis,pasti\n2027-10-04,Hari jadi,daerah,0\n")
    report = muat_acuan(memory, tmp_path)
    assert [row.nama for row in report.hasil] == ["Hari libur", "Hari libur 2026 sampai 2028"]
    own = memory.scalars(select(HariLibur).where(HariLibur.jenis == "daerah")).one()
    assert (own.tanggal, own.nama, own.pasti, own.sumber) == (dt.date(2027, 10, 4), "Hari jadi", False, None)


@pytest.mark.parametrize(
    ("word", "kept"), [("1", True), ("YA", True), ("true", True), ("0", False), (" tidak ", False)]
)
def test_yes_and_no_are_read_in_several_words(memory: Session, tmp_path: Path, word: str, kept: bool) -> None:
    put(tmp_path, "perangkat_daerah.csv", f"kode,nama,situs_wajib_unggah\nUJI,Badan Uji,{word}\n")
    muat_acuan(memory, tmp_path)
    agency = memory.scalars(select(PerangkatDaerah)).one()
    assert (agency.situs_wajib_unggah, agency.singkatan, agency.alamat) == (kept, "UJI", None)


def test_an_agency_keeps_the_short_name_that_it_gives(memory: Session, tmp_path: Path) -> None:
    put(tmp_path, "perangkat_daerah.csv", "kode,nama,singkatan\nUJI,Badan Uji,Uji Coba\n")
    muat_acuan(memory, tmp_path)
    assert memory.scalars(select(PerangkatDaerah)).one().singkatan == "Uji Coba"


def test_a_rule_may_end_and_an_entry_of_the_open_list_too(memory: Session, tmp_path: Path) -> None:
    head = "huruf,angka,label,tanpa_batas,berlaku_mulai,berlaku_sampai"
    put(tmp_path, "pasal17.csv", f"{head}\ng,,Akta,boleh,2027-01-01,2028-12-31\nh,1,Keluarga,boleh,,\n")
    put(tmp_path, "informasi_terbuka.csv", "ringkasan,penguasa,berlaku_mulai\nLaporan kinerja,Bappeda,2026-01-02\n")
    muat_acuan(memory, tmp_path)
    ends, open_end = memory.scalars(select(Pasal17).order_by(Pasal17.huruf)).all()
    assert (ends.berlaku_mulai, ends.berlaku_sampai, ends.angka) == (dt.date(2027, 1, 1), dt.date(2028, 12, 31), None)
    assert (open_end.berlaku_mulai, open_end.berlaku_sampai) == (dt.date(2008, 4, 30), None)
    entry = memory.scalars(select(InformasiTerbuka)).one()
    assert (str(entry), entry.berlaku_mulai) == ("Laporan kinerja (Bappeda)", dt.date(2026, 1, 2))


def test_every_fault_is_told_with_its_line_and_column(memory: Session, tmp_path: Path) -> None:
    put(
        tmp_path,
        "peraturan.csv",
        "jenis,nomor,tahun,tentang,di_sop\nUU,1,20x4,Satu,mungkin\nSurat,2,2024,Dua,\nUU, ,2024,Tiga,\n",
    )
    kinds = "UU, PP, Perpres, Permen, PerKI, Perda, Pergub, lain"
    assert faults(memory, tmp_path) == [
        ("acuan_salah", "tahun", "peraturan.csv baris 2, kolom tahun: isi dengan angka."),
        ("acuan_salah", "di_sop", "peraturan.csv baris 2, kolom di_sop: isi dengan 1 (ya) atau 0 (tidak)."),
        ("acuan_salah", "jenis", f"peraturan.csv baris 3, kolom jenis: pilih salah satu: {kinds}."),
        ("acuan_salah", "nomor", "peraturan.csv baris 4, kolom nomor: wajib diisi."),
    ]
    assert memory.scalars(select(Peraturan)).all() == []


def test_a_day_that_is_none_and_columns_that_are_other_are_told(memory: Session, tmp_path: Path) -> None:
    put(tmp_path, "hari_libur.csv", "tanggal,nama,jenis\n4-10-2027,Hari jadi,daerah\n")
    assert faults(memory, tmp_path)[0][2] == (
        "hari_libur.csv baris 2, kolom tanggal: tulis tanggal sebagai TTTT-BB-HH."
    )
    put(tmp_path, "hari_libur.csv", "tanggal,jenis,warna\n2027-10-04,pesta,biru\n")
    assert faults(memory, tmp_path) == [
        ("acuan_salah", "nama", "hari_libur.csv baris 1, kolom nama: kolom wajib tidak ada."),
        ("acuan_salah", "warna", "hari_libur.csv baris 1, kolom warna: kolom tidak dikenal."),
    ]
    put(tmp_path, "hari_libur.csv", "tanggal,nama,jenis\n2027-10-04,Hari jadi,pesta\n")
    listed = ", ".join(JENIS_LIBUR)
    assert faults(memory, tmp_path)[0][2] == f"hari_libur.csv baris 2, kolom jenis: pilih salah satu: {listed}."


def test_a_folder_without_any_known_file_is_refused(memory: Session, tmp_path: Path) -> None:
    with pytest.raises(IsianSalah) as refused:
        muat_acuan(memory, tmp_path)
    known = "perangkat_daerah.csv, peraturan.csv, pasal17.csv"
    assert refused.value.pesan.startswith(f"Tidak ada data acuan di {tmp_path}. Yang dikenal: {known}, ")
