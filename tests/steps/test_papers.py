"""Every paper of a whole case says what happened, in its own words; what is announced says nothing internal."""

import hashlib
from typing import Any

import pytest

from app import models as m
from app.documents.keeping import baca
from app.documents.kode import kode_verifikasi
from app.documents.schema import fit
from app.documents.vocabulary import VOCABULARY
from app.sop.words import TANPA_NOMOR, Naskah
from app.steps.events import periksa_rantai
from tests.steps import papers_case as buat
from tests.steps.papers_case import BKD, DINKES, Kasus

BEDA = "Bagian lain sudah diumumkan."
RAHASIA = [
    text for rows in (DINKES, BKD) for row in rows.values() for key, text in row.items() if key in ("uraian", "bagian")
]
# What each paper must say of this case (spaces squeezed).
BUNYI: dict[str, tuple[str, ...]] = {
    Naskah.USULAN_DAFTAR: (
        "PEMERINTAH PROVINSI BANTEN BADAN KEPEGAWAIAN DAERAH",
        "Nomor : 488/Usulan.002-BKD/2026",
        "3 (tiga) butir",
        "Kata pengusul membuka disiplin.",
        "putaran ke-2",
        "Lengkapi dokumen induk <b> & lainnya.",
        "Plh. Sekretaris Badan Kepegawaian Daerah selaku PPID Pelaksana Badan Kepegawaian Daerah, Rahmat Hidayat",
    ),
    Naskah.DRAFT_DAFTAR: (
        "GABUNGAN PERANGKAT DAERAH",
        "2 usulan 2 perangkat daerah",
        "Usulan BKD Nomor 488/Usulan.002-BKD/2026",
        "Usulan dikembalikan untuk diperbaiki (BKD)",
    ),
    Naskah.MATRIKS: (
        "NOMOR 488/Uji.001-DKISP.PPIDP/2026",
        "bertempat di Ruang Rapat Contoh",
        "terhadap 4 (empat) butir",
        "Kartu uji 4: BKD-2026-001",
        "Dibuka: Kata pengusul membuka medis.",
        "Bila medis dibuka, keadaan orang per orang diketahui umum.",
        "Tidak satu pun dari tujuh jenis informasi dalam Pasal 18 ayat (1).",
        "2 Wakil Kesehatan Sekretaris Dinas Kesehatan (pengusul)",
    ),
    Naskah.BERITA_ACARA: (
        "pukul 09.00 sampai dengan 11.30 WIB",
        "Undangan Nomor 005/118/DKISP/2026",
        "lembar uji konsekuensi Nomor 488/Uji.001-DKISP.PPIDP/2026",
        "BKD-2026-002: Digabung ke BKD-2026-001: Sama dengan berkas pemeriksaan.",
        "DINKES-2026-001 diperbaiki pengusul atas permintaan: Sebutkan rumah sakitnya.",
        "1 butir dikecualikan, 2 butir dikecualikan sebagian, 1 butir terbuka, 1 butir ditunda, dan 1 butir digabung",
        "Telaah mutasi jabatan pegawai BKD Ditunda Menunggu penjelasan dokumen induk.",
        "Mengusulkan seluruh dokumen dikecualikan; disimpulkan terbuka.",
        "Plt. Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian selaku PPID Utama, Budi Santoso, S.T., M.Si.",
        "NIP 19700101 199503 0 001",
    ),
    Naskah.NOTA_DINAS: (
        "Berita Acara Nomor 488/BA.001-DKISP.PPIDP/2026",
        "3 butir dimohonkan pertimbangan",
        "Catatan: Peringatan diterima karena uraian sudah umum.",
    ),
    Naskah.HASIL_PERTIMBANGAN: (
        "Keputusan Nomor 500.12/Kep.9-Huk/2026 tanggal 5 Januari 2026",
        "Nomor 488/ND.001-DKISP.PPIDP/2026",
        "Anggota Contoh, asal BKD, tidak ikut atas BKD-2026-001.",
        "2 setuju, 0 setuju sebagian, 1 tidak setuju",
        "kuorum 2 dari 2 anggota",
        "Anggota Contoh, Tidak setuju. Undang-undang: Terlalu luas menurut saya.",
    ),
    Naskah.SURAT_KEPUTUSAN: (
        "KEPUTUSAN KEPALA DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN SELAKU PPID UTAMA PROVINSI BANTEN",
        "Hasil Pertimbangan Nomor 488/HP.001-DKISP.PPIDP/2026",
        "persetujuan Sekretaris Daerah Provinsi Banten",
        "Peraturan Pemerintah Nomor 61 Tahun 2010",
        "Keputusan Gubernur Banten Nomor 821/9 tentang PPID",
        "3 (tiga) butir",
        "Rekam medis pasien rumah sakit daerah",
        "Rahasia pribadi (Pasal 17 huruf h angka 2)",
        "Apabila dibuka dapat mengungkapkan rahasia pribadi seseorang (UU 14/2008 Pasal 17 huruf h).",
        "Plt. KEPALA DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN SELAKU PPID UTAMA, BUDI SANTOSO",
    ),
    Naskah.LAMPIRAN_TERBATAS: (
        "NOMOR : 488/Kep.001-DKISP.PPIDP/2026",
        "Lembar Uji Konsekuensi Nomor 488/Uji.001-DKISP.PPIDP/2026",
        "Sebagian: Identitas terperiksa beserta saksinya",
        f"DINKES-2026-002 Disetujui Dikecualikan seluruhnya {BEDA}",
    ),
    Naskah.TANDA_BUKTI_UNGGAH: ("488/Kep.001-DKISP.PPIDP/2026", "Halaman publik SIDIK", "Data Contoh", "sama ("),
    Naskah.LAPORAN: (
        "✓ Dinkes Contoh, Jabatan dinkes (Petugas PPID Pelaksana)",
        "Data Contoh, Jabatan data",
        "488/Usulan.001-DINKES/2026",
        "3 butir ditetapkan",
        "Persetujuan Atasan PPID/Pimpinan Badan Publik Pimpinan Contoh",
        "BKD-2026-003 Telaah mutasi pegawai Badan Kepegawaian Daerah Ditunda Menunggu penjelasan dokumen induk.",
        "rak 2, boks 3",
        "1 (satu) pengembalian",
        BEDA,
    ),
}


@pytest.fixture
def selesai(session: Any) -> Kasus:
    """A case that ran to its end, with a decision that differs from the Tim's."""
    kasus = buat.mulai(session)
    buat.kaji(kasus)
    buat.timbang(kasus)
    buat.tetapkan(kasus, keputusan={kasus.butir["gizi"]: {"keputusan": "dikecualikan", "alasan": BEDA}})
    buat.unggah(kasus)
    return kasus


def test_each_paper_of_a_whole_case_tells_its_part_and_is_kept_as_it_was_printed(selesai: Kasus) -> None:
    for jenis, phrases in BUNYI.items():
        told, paper = selesai.teks(jenis), selesai.naskah(jenis)
        missing = [phrase for phrase in phrases if phrase not in told]
        assert not missing, f"{jenis}: {missing}"
        assert "{{" not in told, jenis
        assert "{%" not in told, jenis
        assert hashlib.sha256(baca(paper.unggahan)).hexdigest() == paper.sha256 == paper.unggahan.sha256
        assert fit(VOCABULARY[jenis], paper.isi) == paper.isi, f"{jenis}: the snapshot is exactly the published names"
        assert (paper.nomor is None) == (jenis in TANPA_NOMOR)
        assert paper.penandatangan is not None
        assert paper.penandatangan["nama"]
        assert len(paper.token) <= 40
        assert kode_verifikasi(paper.token) in told
    _witnesses_the_log(selesai)
    _announces_nothing_internal(selesai)
    _leaves_the_open_butir_out(selesai)


def _witnesses_the_log(kasus: Kasus) -> None:
    """The head of the log that the decree prints is a witness that the verification takes."""
    place, sha = kasus.naskah(Naskah.SURAT_KEPUTUSAN).isi["jejak"].split(":")
    assert f"Jejak peristiwa {place}:{sha}" in kasus.teks(Naskah.SURAT_KEPUTUSAN)
    assert periksa_rantai(kasus.session, (int(place), sha)) == []
    assert periksa_rantai(kasus.session, (int(place), "0" * 64)) != []


def _announces_nothing_internal(kasus: Kasus) -> None:
    decree = kasus.naskah(Naskah.SURAT_KEPUTUSAN)
    snapshot, told = str(decree.isi), kasus.teks(Naskah.SURAT_KEPUTUSAN)
    inner = [
        *RAHASIA,
        BEDA,
        "Bila medis",
        "Kata pengusul",
        "Angka gabungan",
        "Terlalu luas",
        "Lengkapi dokumen",
        "Kutipan.",
    ]
    for secret in inner:
        assert secret not in told, secret
        assert secret not in snapshot, secret
    proof = kasus.teks(Naskah.TANDA_BUKTI_UNGGAH) + kasus.teks(Naskah.LAPORAN)
    assert not [secret for secret in (*RAHASIA, "Bila medis", "Terlalu luas") if secret in proof]
    entries = kasus.session.query(m.ButirDitetapkan).all()
    assert len(entries) == 3
    for entry in entries:
        shown = " ".join(
            (entry.uraian_publik, entry.klasifikasi, entry.dasar_hukum, entry.alasan_ringkas, entry.jangka)
        )
        assert not [secret for secret in inner if secret in shown]
        assert entry.isi["uji"]["konsekuensi_dibuka"].startswith("Bila ")


def _leaves_the_open_butir_out(kasus: Kasus) -> None:
    for jenis in (Naskah.SURAT_KEPUTUSAN, Naskah.LAMPIRAN_TERBATAS, Naskah.HASIL_PERTIMBANGAN):
        assert "Rencana kerja tahunan" not in kasus.teks(jenis)
        assert "mutasi" not in kasus.teks(jenis)
