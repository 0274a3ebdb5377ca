"""Requests from e-PPID and the desk: their clock, their ties, their answer with its letter, and the import."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
import time_machine
from docx import Document
from sqlalchemy import select

from app import models as m
from app.calendar.permohonan import batas_jawaban
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.errors import IsianSalah, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.security import scope
from app.steps import permohonan
from app.steps.events import periksa_rantai
from app.steps.permohonan_impor import impor_permohonan, templat_csv
from app.steps.terbit_ulang import sebelumnya, terbitkan_ulang
from tests.cases import Case, Office
from tests.documents.reading import docx_text
from tests.stages import at

P = m.Permohonan
NOON = dt.datetime(2027, 3, 1, 5, 0, tzinfo=dt.UTC)  # a Monday


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=True) as clock:
        yield clock


def receive(office: Office, nomor: str = "PI-7/2027", who: str = "verifikator", **more: Any) -> int:
    fields = {"kanal": "eppid", "nomor": nomor, "diterima": hari_ini_wib(), "pemohon": "Budi", "rincian": "Rekam medis"}
    return permohonan.terima(office.staff[who], fields | more)


def entries(office: Office) -> list[int]:
    office.session.rollback()
    return list(office.session.scalars(select(m.ButirDitetapkan.id).order_by(m.ButirDitetapkan.id)))


def answer(office: Office, ident: int, jawaban: str = "ditolak", **more: Any) -> None:
    fields = {"jawaban": jawaban, "tanggal": hari_ini_wib()}
    permohonan.jawab(office.staff["utama"], ident, fields | more)


def test_the_clock_counts_working_days() -> None:
    monday = dt.date(2026, 3, 2)
    holidays = {dt.date(2026, 3, 5)}
    assert batas_jawaban(monday, holidays) == dt.date(2026, 3, 17)
    assert batas_jawaban(monday, holidays, diperpanjang=True) == dt.date(2026, 3, 26)


@at("selesai", both=True)
def test_a_refusal_has_letter_law_test_and_the_way_to_object(office: Office, case: Case, monday: Any) -> None:
    ident = receive(office)
    permohonan.hubungkan(office.staff["verifikator"], ident, entries(office)[:2])
    answer(office, ident)
    letter = office.row(P, ident).surat
    assert (letter.jenis, letter.status, letter.berkas_id) == ("surat_penolakan", "terbit", None)
    assert letter.nomor == "488/Tolak.001-DKISP.PPIDP/2027", "the first of its series"
    assert letter.perihal == "Penolakan permohonan informasi, e-PPID PI-7/2027"
    paper = Document(BytesIO(baca(letter.unggahan)))
    text = docx_text(baca(letter.unggahan))
    for words in (letter.nomor, "PI-7/2027", "Budi", "Pasal 19", "30 (tiga puluh)", "Pasal 36", "Komisi Informasi"):
        assert words in text, words
    table = paper.tables[2]
    told = [cell.text for cell in table.rows[1].cells]
    first = office.row(m.ButirDitetapkan, entries(office)[0])
    assert told[1].startswith(first.uraian_publik)
    assert told[2:5] == [first.klasifikasi, first.dasar_hukum, first.alasan_ringkas]
    assert first.isi["uji"]["konsekuensi_dibuka"] not in text
    assert office.events("permohonan", ident) == ["terima_permohonan", "hubungkan_permohonan", "jawab_permohonan"]
    with pytest.raises(StatusBerubah):
        answer(office, ident)
    logged = office.session.scalars(select(m.Peristiwa.ringkasan).where(m.Peristiwa.objek_jenis == "permohonan")).all()
    assert not any("Budi" in words for words in logged), "the log names no applicant"
    assert periksa_rantai(office.session) == []


@at("selesai")
def test_nothing_is_refused_without_an_entry_in_force(office: Office, case: Case, monday: Any) -> None:
    ident = receive(office)
    with pytest.raises(IsianSalah) as refused:
        answer(office, ident)
    assert refused.value.kekurangan[0].kode == "tanpa_dasar"
    first = entries(office)[0]
    permohonan.hubungkan(office.staff["utama"], ident, [first])
    office.row(m.ButirDitetapkan, first).status = "dibuka"
    office.session.commit()
    with pytest.raises(IsianSalah) as refused:
        answer(office, ident)
    assert refused.value.kekurangan[0].kode == "sudah_terbuka"
    answer(office, ident, "dikabulkan")
    assert office.row(P, ident).surat is None


@at("selesai")
def test_the_letter_is_seen_as_a_draft_first_and_printed_anew_before_it_is_signed(
    office: Office, case: Case, monday: Any
) -> None:
    ident, utama = receive(office), office.staff["utama"]
    permohonan.hubungkan(utama, ident, entries(office)[:1])
    fields = {"jawaban": "dikabulkan_sebagian", "tanggal": hari_ini_wib(), "keterangan": "Sisanya terlampir."}
    draft = docx_text(permohonan.konsep_surat(utama, ident, fields))
    assert "diberikan sebagian" in draft
    assert "Sisanya terlampir." in draft
    assert office.row(P, ident).jawaban is None, "a draft keeps nothing"
    with pytest.raises(IsianSalah):
        permohonan.konsep_surat(utama, ident, fields | {"jawaban": "dikabulkan"})
    permohonan.jawab(utama, ident, fields)
    old = office.row(P, ident).surat
    number, first = old.nomor, old.id
    again = terbitkan_ulang(utama, first, alasan="Kop berubah.")
    new = office.row(P, ident).surat
    assert (new.id, new.nomor, new.revisi) == (again, number, 2)
    assert office.row(m.Naskah, first).status == "dicabut"
    assert sebelumnya(office.session, office.row(m.Naskah, again)).id == first
    for who, sees in (
        ("verifikator", True),
        ("auditor.baru", True),
        ("dinkes", False),
        ("data", False),
        ("ketua", False),
    ):
        found = scope.find(office.session, m.Naskah, again, office.staff[who])
        assert (found is not None) == sees, who
    office.session.rollback()


@at("selesai")
def test_a_slip_in_a_request_is_corrected_until_it_is_answered(office: Office, case: Case, monday: Any) -> None:
    ident, utama = receive(office), office.staff["utama"]
    receive(office, "PI-8/2027")
    fields = {"kanal": "eppid", "nomor": "PI-9/2027", "diterima": hari_ini_wib(), "pemohon": "Budi", "rincian": "Data"}
    permohonan.ubah(utama, ident, fields)
    assert office.row(P, ident).nomor == "PI-9/2027"
    with pytest.raises(IsianSalah):
        permohonan.ubah(utama, ident, fields | {"nomor": "PI-8/2027"})
    with pytest.raises(TidakBerwenang):
        permohonan.ubah(office.staff["data"], ident, fields)
    with pytest.raises(TidakDitemukan):
        permohonan.ubah(utama, 999_999, fields)
    answer(office, ident, "dikabulkan")
    with pytest.raises(StatusBerubah):
        permohonan.ubah(utama, ident, fields)


@at("selesai")
def test_it_is_extended_once_and_in_time(office: Office, case: Case, monday: time_machine.Traveller) -> None:
    ident = receive(office)
    before = permohonan.batas(office.session, office.row(P, ident))
    permohonan.perpanjang(office.staff["utama"], ident, "Dokumen dikumpulkan dari tiga perangkat daerah.")
    assert permohonan.batas(office.session, office.row(P, ident)) > before
    with pytest.raises(StatusBerubah):
        permohonan.perpanjang(office.staff["utama"], ident, "Lagi")
    late = receive(office, "PI-8/2027")
    monday.move_to(NOON + dt.timedelta(days=40))
    with pytest.raises(StatusBerubah):
        permohonan.perpanjang(office.staff["utama"], late, "Terlambat")


@at("selesai", both=True)
def test_its_berkas_is_found_by_the_number_or_opened_once(office: Office, case: Case, monday: Any) -> None:
    ident = receive(office)
    berkas = permohonan.buka_berkas(office.staff["verifikator"], ident)
    assert permohonan.buka_berkas(office.staff["verifikator"], ident) == berkas
    made = office.row(m.Berkas, berkas)
    assert (made.status, made.pemicu, made.nomor_permohonan) == ("penghimpunan", "permohonan_eppid", "PI-7/2027")
    office.session.delete(office.row(P, ident))
    office.session.commit()
    assert office.row(P, receive(office)).berkas_id == berkas, "found by its number"


@at("selesai")
def test_a_number_stands_once_for_each_channel_and_faults_are_told_at_once(
    office: Office, case: Case, monday: Any
) -> None:
    receive(office)
    with pytest.raises(IsianSalah):
        receive(office)
    receive(office, kanal="desk")
    with pytest.raises(IsianSalah) as refused:
        receive(office, "", pemohon=" ", rincian="", kanal="pos", diterima=hari_ini_wib() + dt.timedelta(days=1))
    assert {row.medan for row in refused.value.kekurangan} == {"nomor", "pemohon", "rincian", "kanal", "diterima"}
    for who in ("dinkes", "ketua", "data", "auditor.baru", "admin"):
        with pytest.raises(TidakBerwenang):
            receive(office, "PI-9/2027", who)
    with pytest.raises(TidakDitemukan):
        permohonan.hubungkan(office.staff["utama"], 1, [999_999])


SHEET = (
    'kanal;nomor;diterima;pemohon;rincian\ne-PPID;{0};01-03-2027;Ani;Data gaji\ndesk;{1};2027-02-28;Budi;"Data; lain"\n'
)


@at("selesai", both=True)
def test_a_file_is_kept_whole_and_twice_is_once(office: Office, case: Case, monday: Any) -> None:
    content = SHEET.format("1", "2").encode("utf-8-sig")
    assert impor_permohonan(office.staff["verifikator"], content, simpan=False).baru == []
    done = impor_permohonan(office.staff["verifikator"], content, simpan=True)
    assert [office.row(P, ident).rincian for ident in done.baru] == ["Data gaji", "Data; lain"]
    again = impor_permohonan(office.staff["verifikator"], content, simpan=True)
    assert (again.baru, again.sudah_ada) == ([], [2, 3])
    with pytest.raises(TidakBerwenang):
        impor_permohonan(office.staff["dinkes"], content, simpan=True)


@at("selesai")
def test_each_fault_of_a_file_is_told_by_line_and_column_and_nothing_is_kept(
    office: Office, case: Case, monday: Any
) -> None:
    bad = "kanal,nomor,diterima,pemohon,rincian\neppid,1,31-02-2027,Ani,x\npos,2,2027-02-01,,y\ndesk,3,2027-02-01,A,b\ndesk,3,2027-02-01,A,b\n"
    with pytest.raises(IsianSalah) as refused:
        impor_permohonan(office.staff["utama"], bad.encode(), simpan=True)
    told = [row.pesan for row in refused.value.kekurangan]
    for start in ("Baris 2, kolom diterima", "Baris 3, kolom kanal", "Baris 3, kolom pemohon", "Baris 5, kolom nomor"):
        assert any(sentence.startswith(start) for sentence in told), (start, told)
    assert office.session.scalars(select(P)).all() == []
    for broken in (b"", b"satu kolom\n1\n", b"\x00\xff" * 50, b"kanal;nomor\n" * 2):
        with pytest.raises(IsianSalah):
            impor_permohonan(office.staff["utama"], broken, simpan=True)


@at("selesai")
def test_the_template_of_the_file_is_accepted_as_it_stands(office: Office, case: Case, monday: Any) -> None:
    assert len(impor_permohonan(office.staff["utama"], templat_csv().encode(), simpan=True).baru) == 1
