"""Reserved and void numbers, gaps, late ones; numbers from the office's own register; signers whose office ends."""

import datetime as dt

import pytest
from sqlalchemy import select, update

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.documents.numbering import celah
from app.errors import BelumLengkap, IsianSalah, StatusBerubah, TidakBerwenang
from app.jobs.demo.walk import pindaian
from app.sop.words import Naskah
from app.steps.penomoran import batalkan, cadangkan, laporan, pratinjau
from app.steps.tandatangani import pasangkan
from tests.cases import Case, Office
from tests.documents.reading import docx_text
from tests.stages import at

ND, HP, SK = "nota_dinas", "hasil_pertimbangan", "surat_keputusan"


def newest(office: Office, jenis: str) -> m.Naskah:
    found = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == jenis).order_by(m.Naskah.id.desc()))
    return found.first() or pytest.fail(jenis)


def choose(office: Office, **chosen: str) -> None:
    """Make office choices, "." written as "__"."""
    for key, value in chosen.items():
        row = office.session.scalars(select(m.Pengaturan).where(m.Pengaturan.kunci == key.replace("__", "."))).one()
        row.nilai = value
    office.session.commit()


@at("teruji", both=True)
def test_the_next_paper_takes_the_number_that_was_reserved(office: Office, case: Case) -> None:
    seen = pratinjau(office.session, Naskah.NOTA_DINAS, "")
    reserved = cadangkan(office.staff["utama"], ND, keperluan="Dibacakan lewat telepon.")
    assert reserved == seen
    office.move("utama", case, "sampaikan")
    assert newest(office, ND).nomor == reserved
    row = office.session.scalars(select(m.NomorNaskah).where(m.NomorNaskah.nomor == reserved)).one()
    assert (row.status, row.tanggal, row.keperluan) == ("dipakai", hari_ini_wib(), "Dibacakan lewat telepon.")
    assert celah(office.session) == []


@at("teruji", both=True)
def test_a_reserved_number_that_is_not_wanted_is_void_and_never_given_again(office: Office, case: Case) -> None:
    first = cadangkan(office.staff["utama"], ND, keperluan="Salah pesan.")
    row = office.session.scalars(select(m.NomorNaskah).where(m.NomorNaskah.nomor == first)).one()
    ident = row.id
    batalkan(office.staff["verifikator"], ident, alasan="Tidak jadi.")
    with pytest.raises(StatusBerubah):
        batalkan(office.staff["verifikator"], ident, alasan="Lagi.")
    office.move("utama", case, "sampaikan")
    assert newest(office, ND).nomor != first
    found = next(d for d in laporan(office.session) if d.jenis == ND)
    assert (found.terakhir, found.dipakai, found.batal, found.dicadangkan, found.celah) == (2, 1, 1, 0, [])


@at("kantor")
def test_only_ppid_utama_reserves(office: Office, case: Case) -> None:
    for name in ("dinkes", "ketua", "data", "auditor", "admin"):
        with pytest.raises(TidakBerwenang):
            cadangkan(office.staff[name], ND, keperluan="x")
    with pytest.raises(IsianSalah):
        cadangkan(office.staff["utama"], "draft_daftar", keperluan="Tidak bernomor.")


@at("kantor")
def test_a_preview_speaks_the_pattern_and_refuses_a_bad_one(office: Office, case: Case) -> None:
    told = pratinjau(
        office.session, Naskah.SURAT_KEPUTUSAN, "{kode}/Kep.{urut:1}-{unit}/{tahun}", tanggal=dt.date(2026, 2, 3)
    )
    assert told == "488/Kep.1-DKISP.PPIDP/2026"
    with pytest.raises(IsianSalah):
        pratinjau(office.session, Naskah.SURAT_KEPUTUSAN, "{kode}/2026")


@at("teruji", both=True)
def test_a_number_from_outside_is_dots_on_paper_and_comes_with_the_signed_copy(office: Office, case: Case) -> None:
    choose(office, sumber_nomor__nota_dinas="agenda_luar")
    office.move("utama", case, "sampaikan")
    paper = newest(office, ND)
    assert (paper.nomor, paper.sumber_nomor) == (None, "agenda_luar")
    assert "NOMOR . . . ." in docx_text(baca(paper.unggahan))
    with pytest.raises(IsianSalah):
        cadangkan(office.staff["utama"], ND, keperluan="Di luar.")
    ident, taken = paper.id, newest(office, "berita_acara_klasifikasi").nomor

    def pair(nomor: str | None) -> int:
        return pasangkan(
            office.staff["verifikator"],
            ident,
            content=pindaian("nota"),
            nama="nota.pdf",
            tanggal_ttd=hari_ini_wib(),
            metode="basah",
            nomor=nomor,
        )

    for bad in (None, "  ", taken, (taken or "").lower().replace("/", " / "), "x" * 201):
        with pytest.raises(IsianSalah):
            pair(bad)
    pair("  500.12/77/DKISP   /2026 ")
    paper = office.session.get_one(m.Naskah, ident)
    assert (paper.status, paper.nomor) == ("ditandatangani", "500.12/77/DKISP /2026")
    row = office.session.get_one(m.NomorNaskah, paper.nomor_naskah_id)
    assert (row.sumber, row.urut, row.status) == ("agenda_luar", None, "dipakai")
    assert celah(office.session) == []
    assert not any(d.jenis == ND for d in laporan(office.session))


@at("penetapan")
def test_a_paper_with_a_number_of_ours_takes_no_other(office: Office, case: Case) -> None:
    paper = newest(office, ND)
    with pytest.raises(IsianSalah):
        pasangkan(
            office.staff["verifikator"],
            paper.id,
            content=pindaian("nota"),
            nama="nota.pdf",
            tanggal_ttd=hari_ini_wib(),
            metode="basah",
            nomor="999/LAIN/2026",
        )


@at("siap_tetapkan")
def test_a_decree_whose_signer_has_left_or_that_is_dated_back_needs_a_reason(office: Office, case: Case) -> None:
    yesterday = hari_ini_wib() - dt.timedelta(days=1)
    signer = office.session.scalars(select(m.Pejabat).where(m.Pejabat.fungsi == "penetap")).one()
    signer.selesai = yesterday
    for model in (m.Naskah, m.PersetujuanPimpinan, m.UjiKonsekuensi):
        office.session.execute(update(model).values(tanggal=yesterday))
    office.session.commit()
    with pytest.raises(BelumLengkap) as refused:
        office.move("utama", case, "tetapkan", "", tanggal=yesterday)
    told = {k.kode: k.tingkat for k in refused.value.kekurangan}
    assert {"tanggal_mundur": "peringatan", "masa_jabatan": "peringatan"}.items() <= told.items()
    office.move("utama", case, "tetapkan", "Ditandatangani kemarin; nomor menyusul.", tanggal=yesterday)
    found = next(d for d in laporan(office.session) if d.jenis == SK)
    assert found.terlambat == [newest(office, SK).nomor]
