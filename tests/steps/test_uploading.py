"""SOP 5: a decree is finished when it is signed, stands on every required site with a fresh check, and is archived in soft and hard copy."""

import datetime as dt
from typing import Any

import pytest

from app import models as m
from app.errors import BelumLengkap, IsianSalah, TidakBerwenang, TidakDitemukan
from app.models.base import sekarang
from app.steps.arsip import simpan_arsip
from app.steps.publikasi import publikasikan
from tests.cases import ARCHIVE, Case, Office
from tests.stages import at

BLOK, WARN = "blok", "peringatan"


def sentences(office: Office, case: Case) -> list[str]:
    """What blocks, said of archive records."""
    with pytest.raises(BelumLengkap) as fault:
        office.act("data", "berkas", case.berkas, "unggah")
    return [k.pesan for k in fault.value.kekurangan if (k.kode, k.tingkat) == ("arsip", BLOK)]


def told(office: Office, case: Case) -> list[tuple[str, str]]:
    """(code, level) of everything that refuses `unggah`."""
    with pytest.raises(BelumLengkap) as fault:
        office.act("data", "berkas", case.berkas, "unggah")
    assert office.status("berkas", case.berkas) == "pengunggahan"
    return [(k.kode, k.tingkat) for k in fault.value.kekurangan]


def publication(office: Office) -> m.Publikasi:
    office.session.rollback()
    return office.session.query(m.Publikasi).one()


@at("pengunggahan", both=True)
def test_everything_that_is_missing_is_listed_at_once(office: Office, case: Case) -> None:
    found = told(office, case)
    assert found.count(("belum_ttd", BLOK)) == 2
    assert found.count(("arsip", BLOK)) == 2
    assert ("publikasi_kosong", BLOK) in found
    assert found.count(("arsip", WARN)) == len(found) - 5
    decree, annex = sentences(office, case)
    lacking = "Isi lokasi softcopy, lokasi hardcopy, jumlah lembar, penanggung jawab arsip."
    assert decree.endswith(lacking)
    assert annex.endswith(f"{lacking} Dicatat oleh PPID Utama atau Arsiparis."), "Petugas Data never sees that paper"


@at("siap_unggah", both=True)
def test_with_all_of_it_the_case_is_closed_with_proof_and_report(office: Office, case: Case) -> None:
    done = office.move("data", case, "unggah", "")
    assert [paper.jenis for paper in done.naskah] == ["tanda_bukti_unggah", "laporan_pendokumentasian"]
    berkas = office.row(m.Berkas, case.berkas)
    assert (berkas.status, berkas.berakhir_pada is not None) == ("selesai", True)
    proof = office.text(office.row(m.Naskah, done.naskah[0].id))
    assert publication(office).url in proof
    assert publication(office).sha256[:16] in proof.replace(" ", "")
    assert office.session.query(m.Laporan).one().naskah_id == done.naskah[1].id


@at("siap_unggah")
@pytest.mark.parametrize("gone", ["penanggung_jawab", "hardcopy_jumlah_lembar", "hardcopy"])
def test_an_archive_record_that_lacks_a_part_is_not_complete(office: Office, case: Case, gone: str) -> None:
    decree = office.paper(case, "surat_keputusan").id
    places = ("gedung", "ruang", "lemari", "rak", "boks", "folder")
    empty: dict[str, Any] = {f"hardcopy_{place}": None for place in places} if gone == "hardcopy" else {gone: None}
    row = office.session.query(m.Arsip).filter_by(naskah_id=decree).one()
    for name, value in empty.items():
        setattr(row, name, value)
    office.session.commit()
    simpan_arsip(office.staff["data"], [{"naskah": decree, "skkaad": "biasa"}])
    assert not office.row(m.Arsip, row.id).lengkap
    word = {"penanggung_jawab": "penanggung jawab arsip", "hardcopy": "lokasi hardcopy"}.get(gone, "jumlah lembar")
    assert sentences(office, case)[0].endswith(f"belum lengkap. Isi {word}.")


@at("siap_unggah")
def test_a_site_that_must_carry_the_decree_is_asked_for(office: Office, case: Case) -> None:
    agency = office.session.get(m.PerangkatDaerah, office.staff["dinkes"].perangkat_daerah_id)
    agency.situs_wajib_unggah = True
    office.session.commit()
    assert ("situs_belum", BLOK) in told(office, case)
    decree = office.paper(case, "surat_keputusan").id
    proof = {"url": "https://dinkes.contoh.test/sk", "bukti": "Tangkapan layar disimpan oleh pranata humas."}
    publikasikan(office.staff["data"], {"naskah": decree, "saluran": "manual", "perangkat_daerah": agency.id, **proof})
    assert office.move("data", case, "unggah").status == "selesai"


@at("siap_unggah")
def test_the_built_in_page_is_checked_again_at_the_door(office: Office, case: Case) -> None:
    """An old check is made anew; bytes that are not those that were announced are noticed."""
    row = publication(office)
    row.cek_terakhir = sekarang() - dt.timedelta(days=3)
    office.session.commit()
    row = publication(office)
    row.sha256 = "f" * 64
    office.session.commit()
    assert ("publikasi_kosong", BLOK) in told(office, case)
    row = publication(office)
    row.sha256 = office.paper(case, "surat_keputusan").salinan[-1].unggahan.sha256
    office.session.commit()
    assert office.move("data", case, "unggah").status == "selesai"
    assert sekarang() - publication(office).cek_terakhir < dt.timedelta(minutes=1)


@at("siap_unggah")
def test_a_publication_that_was_taken_back_does_not_count(office: Office, case: Case) -> None:
    row = publication(office)
    row.dicabut_pada, row.alasan_cabut = sekarang(), "Salah halaman."
    office.session.commit()
    assert ("publikasi_kosong", BLOK) in told(office, case)


@at("siap_unggah")
def test_publishing_again_is_the_same_publication_checked_anew(office: Office, case: Case) -> None:
    first = publication(office).id
    assert office.publish(case) == first
    assert office.session.query(m.Publikasi).count() == 1


@at("pengunggahan")
@pytest.mark.parametrize(
    ("jenis", "wrong", "code"),
    [
        ("surat_keputusan", {"saluran": "publik"}, "belum_ttd"),
        ("surat_keputusan", {"saluran": "papan pengumuman"}, "saluran"),
        ("surat_keputusan", {}, "saluran"),
        ("surat_keputusan", {"saluran": "manual", "url": "javascript:alert(1)", "bukti": "ada"}, "url"),
        ("surat_keputusan", {"saluran": "manual", "url": "https://contoh.test/" + "x" * 600, "bukti": "ada"}, "url"),
        ("surat_keputusan", {"saluran": "manual", "url": "https://contoh.test/sk", "bukti": " "}, "bukti"),
    ],
)
def test_a_publication_that_cannot_be_is_refused(
    office: Office, case: Case, jenis: str, wrong: dict[str, Any], code: str
) -> None:
    with pytest.raises(IsianSalah) as fault:
        publikasikan(office.staff["data"], {"naskah": office.paper(case, jenis).id, **wrong})
    assert code in [k.kode for k in fault.value.kekurangan]
    assert office.session.query(m.Publikasi).count() == 0


@at("siap_unggah")
def test_nothing_internal_is_published_or_archived_by_the_wrong_hands(office: Office, case: Case) -> None:
    annex, matrix = office.paper(case, "lampiran_terbatas").id, office.paper(case, "matriks_uji_konsekuensi").id
    for naskah in (annex, matrix):
        with pytest.raises(TidakDitemukan):  # Petugas Data never sees them
            publikasikan(office.staff["data"], {"naskah": naskah, "saluran": "publik"})
        with pytest.raises(TidakDitemukan):
            simpan_arsip(office.staff["data"], [{"naskah": naskah, "skkaad": "terbatas", **ARCHIVE}])
    for who in ("utama", "verifikator", "arsiparis", "admin", "auditor"):
        with pytest.raises(TidakBerwenang):
            publikasikan(office.staff[who], {"naskah": office.paper(case, "surat_keputusan").id, "saluran": "publik"})
    with pytest.raises(TidakBerwenang):  # the decree's archive is kept by Petugas Data or Arsiparis
        simpan_arsip(
            office.staff["utama"], [{"naskah": office.paper(case, "surat_keputusan").id, "skkaad": "biasa", **ARCHIVE}]
        )
    simpan_arsip(office.staff["arsiparis"], [{"naskah": matrix, "skkaad": "terbatas", **ARCHIVE}])


@at("siap_unggah")
@pytest.mark.parametrize(
    "wrong",
    [
        {"skkaad": "umum"},
        {"nasib_akhir": "dibuang"},
        {"retensi_aktif": -1},
        {"retensi_aktif": "dua"},
        {"retensi_inaktif": 101},
        {"hardcopy": {"gudang": "A"}},
        {"hardcopy": "A"},
        {"hardcopy": {"jumlah_lembar": 0}},
        {"kode_klasifikasi": ""},
        {"kode_klasifikasi": "x" * 41},
        {"penanggung_jawab": "rusak \x00"},
    ],
)
def test_an_archive_record_that_cannot_be_is_refused(office: Office, case: Case, wrong: dict[str, Any]) -> None:
    n = m.Naskah
    paper = office.session.query(n).filter_by(berkas_id=case.berkas, jenis="nota_dinas").one().id
    with pytest.raises(IsianSalah) as fault:
        simpan_arsip(office.staff["arsiparis"], [{"naskah": paper, "skkaad": "terbatas", **ARCHIVE, **wrong}])
    assert fault.value.kekurangan
    assert office.session.query(m.Arsip).count() == 2
