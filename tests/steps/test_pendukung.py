"""The papers around the SOP: who makes them, when, and that they tell what the case and its meetings hold."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.errors import IsianSalah, TidakBerwenang, TidakDitemukan
from app.security import scope
from app.sop.words import Naskah
from app.steps.pendukung import buat
from app.steps.rapat import simpan_rapat
from app.steps.terbit_ulang import terbitkan_ulang
from tests.cases import Case, Office
from tests.documents.reading import docx_text, squeeze
from tests.stages import at


def told(office: Office, ident: int) -> str:
    return squeeze(docx_text(baca(office.session.get_one(m.Naskah, ident).unggahan)))


def rapat(office: Office, case: Case, who: str, jenis: str) -> int:
    fields = {
        "berkas": case.berkas,
        "jenis": jenis,
        "tanggal": hari_ini_wib(),
        "mulai": dt.time(9),
        "tempat": "Ruang Contoh",
    }
    ident: int = simpan_rapat(office.staff[who], fields)
    office.session.add(m.KehadiranRapat(rapat_id=ident, nama="Rina Contoh", jabatan="Analis", peran="pengusul"))
    office.session.commit()
    return ident


@at("pengkajian", both=True)
def test_a_meeting_gets_its_invitation_attendance_and_minutes(office: Office, case: Case) -> None:
    held = rapat(office, case, "verifikator", "uji_konsekuensi")
    office.session.get_one(m.Rapat, held).notulen = "Butir pertama dibahas.\nDisepakati dikecualikan."
    office.session.commit()
    made = {
        jenis: buat(office.staff["verifikator"], jenis, berkas_id=case.berkas, rapat_id=held, catatan="Bawa dokumen.")
        for jenis in ("undangan", "daftar_hadir", "notulen")
    }
    invitation = office.session.get_one(m.Naskah, made["undangan"])
    assert invitation.nomor
    assert office.session.get_one(m.Rapat, held).undangan_nomor == invitation.nomor
    words = told(office, made["undangan"])
    assert all(
        word in words for word in (invitation.nomor, "Ruang Contoh", "Rina Contoh", "Bawa dokumen.", "09.00 WIB")
    )
    assert "Rina Contoh" in told(office, made["daftar_hadir"])
    assert "Disepakati dikecualikan." in told(office, made["notulen"])
    assert office.session.get_one(m.Naskah, made["notulen"]).nomor is None
    verbs = office.session.scalars(select(m.Peristiwa.verb).where(m.Peristiwa.objek_id.in_(made.values()))).all()
    assert verbs.count("buat_naskah") == 3


@at("berpendapat", both=True)
def test_every_member_has_a_sheet_with_what_he_said(office: Office, case: Case) -> None:
    words = told(office, buat(office.staff["ketua"], "lembar_pendapat", berkas_id=case.berkas))
    for row in office.session.scalars(select(m.AnggotaTim)):
        assert row.pengguna.nama in words
    for butir in office.session.scalars(select(m.ButirInformasi)):
        assert butir.kode in words
    assert "Setuju" in words


@at("siap_tetapkan")
def test_the_leader_is_asked_for_approval_with_the_numbers_of_record_and_result(office: Office, case: Case) -> None:
    words = told(office, buat(office.staff["utama"], "nota_persetujuan", berkas_id=case.berkas))
    for jenis in ("berita_acara_klasifikasi", "hasil_pertimbangan"):
        number = office.session.scalars(select(m.Naskah.nomor).where(m.Naskah.jenis == jenis)).one()
        assert number in words


@at("pengunggahan")
def test_the_decree_goes_to_the_agencies_with_a_receipt(office: Office, case: Case) -> None:
    ident = buat(office.staff["utama"], "surat_penyampaian_sk", berkas_id=case.berkas)
    number = office.session.scalars(select(m.Naskah.nomor).where(m.Naskah.jenis == "surat_keputusan")).one()
    words = told(office, ident)
    assert words.count(number) == 2
    assert "TANDA TERIMA" in words
    assert words.count("Kepala Dinas Kesehatan") == 2
    new = terbitkan_ulang(office.staff["utama"], ident, alasan="Salah kop.")
    assert office.session.get_one(m.Naskah, new).nomor == office.session.get_one(m.Naskah, ident).nomor


@at("kantor", both=True)
def test_the_letter_that_opens_the_year_needs_no_berkas_and_reaches_every_agency(office: Office, case: Case) -> None:
    ident = buat(office.staff["utama"], "surat_permintaan_usulan", batas=dt.date(2026, 1, 30))
    assert "Jumat, 30 Januari 2026" in told(office, ident)
    for name in ("dinkes", "tetangga", "verifikator", "auditor"):
        assert scope.find(office.session, m.Naskah, ident, office.staff[name]) is not None
    for name in ("ketua", "data", "tamu"):
        assert scope.find(office.session, m.Naskah, ident, office.staff[name]) is None
    assert office.session.get_one(m.Naskah, terbitkan_ulang(office.staff["utama"], ident, alasan="x")).revisi == 2


@at("pengkajian")
def test_what_is_not_yours_or_not_yet_is_refused(office: Office, case: Case) -> None:
    for name in ("dinkes", "data", "pimpinan", "auditor", "admin", "tamu"):
        with pytest.raises(TidakBerwenang):
            buat(office.staff[name], "undangan", berkas_id=case.berkas)
    with pytest.raises(TidakDitemukan):
        buat(office.staff["utama"], "undangan", berkas_id=case.berkas + 99)
    for jenis in ("surat_penyampaian_sk", "nota_persetujuan", "undangan"):
        with pytest.raises(IsianSalah):
            buat(office.staff["utama"], jenis, berkas_id=case.berkas)
    with pytest.raises(IsianSalah):
        buat(office.staff["utama"], Naskah.SURAT_KEPUTUSAN, berkas_id=case.berkas)
