"""The papers around the SOP: who makes them, when, and that they tell what the case and its meetings hold."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import select

from app import models as m
from app.calendar.words import hari_ini_wib
from app.documents.keeping import baca
from app.documents.render import render
from app.documents.vocabulary import sample
from app.errors import IsianSalah, TidakBerwenang, TidakDitemukan
from app.public.verify import rincian
from app.security import scope
from app.sop.words import Naskah
from app.steps.pendukung import buat
from app.steps.perubahan import catat_perubahan
from app.steps.rapat import simpan_rapat
from app.steps.terbit_ulang import terbitkan_ulang
from app.steps.usang import yang_berubah
from tests.cases import Case, Office
from tests.documents.reading import docx_text, squeeze, template
from tests.stages import at


def told(office: Office, ident: int) -> str:
    return squeeze(docx_text(baca(office.session.get_one(m.Naskah, ident).unggahan)))


def refused(office: Office, who: str, jenis: str, **about: Any) -> str:
    """What the officer is told."""
    with pytest.raises(IsianSalah) as refusal:
        buat(office.staff[who], jenis, **about)
    return " ".join(k.pesan for k in refusal.value.kekurangan)


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
    paper = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == "lembar_pendapat")).one()
    assert yang_berubah(office.session, paper) == []
    assert told(office, terbitkan_ulang(office.staff["ketua"], paper.id, alasan="x")).count("Setuju") == words.count(
        "Setuju"
    )


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


@at("siap_unggah", both=True)
def test_every_agency_gets_an_extract_with_its_own_butir_and_sees_no_other(office: Office, case: Case) -> None:
    first = buat(office.staff["utama"], "petikan_sk", berkas_id=case.berkas)
    made = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == "petikan_sk").order_by(m.Naskah.id)).all()
    assert first == made[0].id
    assert [p.nomor for p in made] == [None] * len(made)
    codes = {b.kode: b.usulan.perangkat_daerah_id for b in office.session.scalars(select(m.ButirInformasi))}
    decree = office.paper(case, "surat_keputusan").nomor or "?"
    assert {p.perangkat_daerah_id for p in made} == set(codes.values())
    for paper in made:
        words = told(office, paper.id)
        assert {kode for kode in codes if kode in words} == {
            k for k, a in codes.items() if a == paper.perangkat_daerah_id
        }
        assert decree in words
        assert decree in dict(rincian(paper))["Nomor"]
        for name in ("dinkes", "bkd"):
            seen = scope.find(office.session, m.Naskah, paper.id, office.staff[name])
            assert (seen is not None) == (office.staff[name].perangkat_daerah_id == paper.perangkat_daerah_id)
        assert scope.find(office.session, m.Naskah, paper.id, office.staff["data"]) is None
    assert "Terbitkan ulang" in refused(office, "utama", "petikan_sk", berkas_id=case.berkas)
    again = office.session.get_one(m.Naskah, terbitkan_ulang(office.staff["utama"], first, alasan="Salah kop."))
    assert (again.perangkat_daerah_id, again.isi["kelompok"]) == (made[0].perangkat_daerah_id, made[0].isi["kelompok"])


@at("pengunggahan")
def test_no_extract_is_made_of_a_decree_that_nobody_signed(office: Office, case: Case) -> None:
    assert "sudah ditandatangani" in refused(office, "utama", "petikan_sk", berkas_id=case.berkas)


@at("siap_unggah")
def test_the_box_label_is_made_by_who_archives_and_lists_what_lies_in_the_box(office: Office, case: Case) -> None:
    for name in ("utama", "dinkes", "ketua", "auditor"):
        with pytest.raises(TidakBerwenang):
            buat(office.staff[name], "label_boks", berkas_id=case.berkas)
    ident = buat(office.staff["data"], "label_boks", berkas_id=case.berkas)
    paper = office.session.get_one(m.Naskah, ident)
    kept = office.session.scalars(select(m.Arsip).where(m.Arsip.hardcopy_boks.is_not(None))).all()
    assert sum(len(box["isi"]) for box in paper.isi["boks"]) == len(kept) > 0
    assert paper.penandatangan is None
    other = m.Berkas(nomor="BK-2020-777", tahun=2020, judul="Berkas lain", status="penghimpunan", tahap_tertinggi=0)
    moved = office.session.get_one(m.Naskah, kept[-1].naskah_id)
    office.session.add(other)
    office.session.flush()
    moved.berkas_id = other.id
    office.session.commit()
    shared = office.session.get_one(
        m.Naskah, terbitkan_ulang(office.staff["data"], ident, alasan="Isi boks bertambah.")
    )
    assert sum(len(box["isi"]) for box in shared.isi["boks"]) == len(kept), "of two berkas now"
    assert any("BK-2020-777" in box["berkas"] for box in shared.isi["boks"])
    paper, ident = shared, shared.id
    office.session.get_one(m.Arsip, kept[0].id).hardcopy_boks = "99"
    office.session.commit()
    assert yang_berubah(office.session, paper) == ["Boks, satu boks satu label"]
    new = terbitkan_ulang(office.staff["data"], ident, alasan="Boks dipindah.")
    assert "99" in {box["nomor"] for box in office.session.get_one(m.Naskah, new).isi["boks"]}
    assert yang_berubah(office.session, office.session.get_one(m.Naskah, new)) == []


@at("siap_unggah", both=True)
def test_a_change_of_an_entry_gets_its_numbered_decree_once(office: Office, case: Case) -> None:
    entry = office.session.scalars(select(m.ButirDitetapkan).order_by(m.ButirDitetapkan.id)).all()[0]
    fields = {
        "butir_ditetapkan": entry.id,
        "jenis": "dibuka",
        "dasar": "Putusan Contoh 7/2026.",
        "tanggal": hari_ini_wib(),
    }
    change = catat_perubahan(office.staff["utama"], fields)
    for name in ("dinkes", "ketua", "data", "auditor"):
        with pytest.raises(TidakBerwenang):
            buat(office.staff[name], "keputusan_perubahan", perubahan_id=change)
    with pytest.raises(TidakDitemukan):
        buat(office.staff["utama"], "keputusan_perubahan", perubahan_id=change + 99)
    ident = buat(office.staff["utama"], "keputusan_perubahan", perubahan_id=change)
    paper = office.session.get_one(m.Naskah, ident)
    words = told(office, ident)
    assert paper.perihal == "Pembukaan Informasi yang Dikecualikan"
    for word in (
        paper.nomor,
        entry.kode,
        entry.sk.nomor,
        "Putusan Contoh 7/2026",
        entry.jangka,
        "informasi yang terbuka",
    ):
        assert word in words
    assert str(entry.butir.uraian) not in words
    assert "sudah dibuat" in refused(office, "utama", "keputusan_perubahan", perubahan_id=change)
    agency = next(o for o in office.staff.values() if o.perangkat_daerah_id == entry.perangkat_daerah_id and o.roles)
    assert scope.find(office.session, m.Naskah, ident, agency) is None, "unsigned"
    new = terbitkan_ulang(office.staff["utama"], ident, alasan="Salah kop.")
    assert office.session.get_one(m.PerubahanKlasifikasi, change).naskah_id == new
    again = office.session.get_one(m.Naskah, new)
    assert (again.nomor, again.isi["butir"]) == (paper.nomor, paper.isi["butir"])


@at("pengkajian")
def test_a_paper_tells_that_its_meeting_or_its_signer_moved_and_prints_them_anew(office: Office, case: Case) -> None:
    who = office.staff["verifikator"]
    held = rapat(office, case, "verifikator", "uji_konsekuensi")
    paper = office.session.get_one(m.Naskah, buat(who, "undangan", berkas_id=case.berkas, rapat_id=held))
    assert yang_berubah(office.session, paper) == []
    office.session.get_one(m.Rapat, held).tempat = "Aula Baru"
    for signer in office.session.scalars(select(m.Pejabat).where(m.Pejabat.fungsi == "ppid_utama")):
        signer.nama = "Nama Pengganti"
    office.session.commit()
    moved = yang_berubah(office.session, paper)
    assert len(moved) == 2
    assert any("rapat" in text.lower() for text in moved)
    new = terbitkan_ulang(who, paper.id, alasan="Rapat pindah.")
    assert all(word in told(office, new) for word in ("Aula Baru", "Nama Pengganti"))


@at("pengkajian")
def test_the_combined_draft_is_outdated_once_a_butir_is_reworded_and_decided_papers_are_not(
    office: Office, case: Case
) -> None:
    who = office.staff["verifikator"]
    draft = office.session.scalars(
        select(m.Naskah).where(m.Naskah.jenis == "draft_daftar", m.Naskah.berkas_id == case.berkas)
    ).one()
    asked = office.session.scalars(select(m.Naskah).where(m.Naskah.jenis == "usulan_daftar")).all()[0]
    assert yang_berubah(office.session, draft) == []
    for butir in office.session.scalars(select(m.ButirInformasi)):
        butir.uraian = f"{butir.uraian} (dipertegas)"
    office.session.commit()
    assert len(yang_berubah(office.session, draft)) == 1
    assert yang_berubah(office.session, asked) == []
    assert "(dipertegas)" in told(office, terbitkan_ulang(who, draft.id, alasan="Uraian dipertegas."))


SEBUTAN = {
    "dibuka": ("sebagai informasi yang terbuka", "Terbuka mulai 5 November 2026", "menghitamkannya"),
    "dibatalkan_putusan": ("tidak berlaku lagi", "Terbuka mulai 5 November 2026", "menghitamkannya"),
    "diperpanjang": ("Memperpanjang jangka waktu", "sampai 2036", "tetap mengelola"),
    "diubah": ("Mengubah klasifikasi", "sampai 2036", "tetap mengelola"),
}


@pytest.mark.parametrize("jenis", SEBUTAN)
def test_the_decree_of_a_change_says_what_kind_of_change_it_is(jenis: str) -> None:
    newer = {"ada": True, "nomor": "31", "tanggal": "4 November 2026"} if jenis in ("diperpanjang", "diubah") else {}
    given = {
        "perubahan": jenis,
        "keputusan_pengganti": newer,
        "butir_pengganti": {"jangka_waktu": "sampai 2036"} if newer else {},
    }
    kind = "keputusan_perubahan"
    words = squeeze(docx_text(render(template(kind), sample(kind, given), jenis=kind, title="Contoh")))
    for told_so in SEBUTAN[jenis]:
        assert told_so in words
    others = {told_so for other in SEBUTAN.values() for told_so in other} - set(SEBUTAN[jenis])
    assert not [told_so for told_so in others if told_so in words and told_so != "tidak berlaku lagi"]
