"""The published vocabulary: every name that a paper may print, with its meaning and a sample."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.documents import butir_names as butir
from app.documents import butir_rekap as rekap
from app.documents import groups as bersama
from app.documents import paper_names as isi
from app.documents.butir_names import kelompokkan
from app.documents.groups import naskah, penandatangan, rujukan, texts
from app.documents.luar_names import LUAR_SOP
from app.documents.pendukung_names import PENDUKUNG
from app.documents.schema import Count, Flag, Group, Rows, Schema, Text, listing, sample_names

__all__ = ["CONTOH_NIHIL", "VOCABULARY", "daftar_nama", "kelompokkan", "sample"]

VOCABULARY: dict[str, Schema] = {
    "usulan_daftar": {
        "instansi": Group("Kop: perangkat daerah pengusul", bersama.INSTANSI.nama),
        "naskah": naskah("Usulan Daftar Informasi yang Dikecualikan", "400/77/DINKES/2026", tembusan=isi.TEMBUSAN[1:2]),
        "penerima": Text("Penerima usulan", "PPID Utama Pemerintah Provinsi Banten"),
        "nihil": Flag("Ya bila tidak ada yang diusulkan: dicetak Pernyataan nihil"),
        "perangkat_daerah": Text("Nama perangkat daerah pengusul", "Dinas Kesehatan"),
        "permintaan": Text(
            "Surat permintaan usulan yang dijawab (boleh kosong)", "005/101/DKISP/2026, 18 Agustus 2026"
        ),
        "dasar": isi.DASAR,
        **isi.BUTIR,
        "riwayat": isi.RIWAYAT_USULAN,
        "penandatangan": isi.PENGUSUL,
    },
    "draft_daftar": {
        **isi.INSTANSI,
        "naskah": naskah("Draft Daftar Informasi yang Dikecualikan", ""),
        "gabungan": Flag("Ya bila draft gabungan seluruh perangkat daerah; tidak bila per perangkat daerah", True),
        "perangkat_daerah": Text("Perangkat daerah pengusul (kosong bila gabungan)", "Dinas Kesehatan"),
        "nihil": Flag("Ya bila tidak ada butir"),
        "usulan": rekap.USULAN_ROWS,
        **isi.BUTIR,
        "tidak_dikecualikan": butir.TIDAK_DIKECUALIKAN,
        "rekap": rekap.REKAP,
        "riwayat": bersama.RIWAYAT,
        "disusun_oleh": isi.DISUSUN,
        "diperiksa_oleh": bersama.PPID_UTAMA,
    },
    "matriks_uji_konsekuensi": {
        **isi.INSTANSI,
        "naskah": naskah("Lembar Uji Konsekuensi", "500.12/21/DKISP.PPID/2026"),
        "rapat": bersama.RAPAT,
        **isi.BUTIR,
        "peringatan": bersama.PERINGATAN,
        "riwayat": bersama.RIWAYAT,
        "peserta": bersama.PESERTA,
        "mengetahui": bersama.PPID_UTAMA,
    },
    "berita_acara_klasifikasi": {
        **isi.INSTANSI,
        "naskah": naskah("Klasifikasi Informasi Publik", "500.12/22/DKISP.PPID/2026", tembusan=isi.TEMBUSAN[1:2]),
        "rapat": bersama.RAPAT,
        "dasar": isi.DASAR,
        "usulan": rekap.USULAN_ROWS,
        "rekap": rekap.REKAP,
        **isi.BUTIR,
        "tidak_dikecualikan": butir.TIDAK_DIKECUALIKAN,
        "perbaikan": texts(
            "Butir yang digabung atau diperbaiki selama pengkajian (boleh kosong)",
            "BKD-2026-005 digabung ke BKD-2026-002.",
        ),
        "peringatan": bersama.PERINGATAN,
        "beda_pandangan": isi.BEDA_PANDANGAN,
        "riwayat": bersama.RIWAYAT,
        "matriks": bersama.MATRIKS,
        "nota_dinas": bersama.NOTA_DINAS,
        "lampiran": isi.LAMPIRAN,
        "wakil_pengusul": isi.WAKIL,
        "notulis": isi.NOTULIS,
        "penandatangan": bersama.PPID_UTAMA,
    },
    "nota_dinas": {
        **isi.INSTANSI,
        "naskah": naskah(
            "Penyampaian hasil kajian dan permohonan pertimbangan",
            "500.12/23/DKISP.PPID/2026",
            lampiran="3 (tiga) berkas",
            tembusan=isi.TEMBUSAN[1:2],
        ),
        "kepada": Text("Penerima", "Ketua Tim Pertimbangan PPID Provinsi Banten"),
        "dari": Text("Pengirim", "PPID Utama Provinsi Banten"),
        "berita_acara": bersama.BERITA_ACARA,
        "matriks": bersama.MATRIKS,
        "rekap": rekap.REKAP,
        "perhatian": isi.PERHATIAN,
        "peringatan": bersama.PERINGATAN,
        "usul_waktu": Text("Usul hari dan tanggal pertimbangan (boleh kosong)", "Kamis, 1 Oktober 2026"),
        "catatan": Text("Catatan penyampaian (boleh kosong)", "Hasil kajian disampaikan."),
        "riwayat": bersama.RIWAYAT,
        "lampiran": isi.LAMPIRAN,
        "penandatangan": bersama.PPID_UTAMA,
    },
    "hasil_pertimbangan": {
        **isi.INSTANSI,
        "naskah": naskah(
            "Hasil Pertimbangan tentang Informasi yang Dikecualikan",
            "500.12/24/DKISP.PPID/2026",
            tembusan=isi.TEMBUSAN[1:2],
        ),
        "keputusan_tim": rujukan("Keputusan pembentukan Tim Pertimbangan", "500.12/Kep.9-Huk/2026", "5 Januari 2026"),
        "nota_dinas": bersama.NOTA_DINAS,
        "berita_acara": bersama.BERITA_ACARA,
        "rapat": bersama.RAPAT,
        "anggota_tim": Count("Banyaknya anggota Tim yang menjabat", 3),
        "anggota_berpendapat": Count("Banyaknya anggota yang berpendapat", 3),
        "syarat_kuorum": Count("Syarat kuorum", 2),
        "benturan": texts(
            "Benturan kepentingan (boleh kosong)", "Rahmat Hidayat, asal BKD, tidak ikut atas BKD-2026-002."
        ),
        **isi.BUTIR,
        "rekap_hasil": Rows(
            "Rekapitulasi hasil pertimbangan",
            Group("Satu hasil", {"hasil": Text("Hasil", "Disetujui"), "jumlah": Count("Banyaknya butir", 2)}),
            ({},),
        ),
        "kesimpulan": Text("Kesimpulan Tim", "Seluruh butir dapat ditetapkan sebagai informasi yang dikecualikan."),
        "saran": texts("Saran Tim (boleh kosong)", "Jangka waktu ditinjau setiap tahun."),
        "riwayat": bersama.RIWAYAT,
        "lampiran": texts("Daftar lampiran", "Daftar hadir", "Lembar pendapat anggota"),
        "ketua": penandatangan(
            "Ketua Tim Pertimbangan", "Ketua Tim Pertimbangan,", "Drs. Hadi Wijaya, M.M.", "19660606 199103 1 004"
        ),
        "sekretaris": penandatangan(
            "Sekretaris Tim Pertimbangan", "Sekretaris,", "Ratna Sari, S.H.", "19800101 200501 2 005"
        ),
        "anggota": isi.ANGGOTA,
    },
    "surat_keputusan": {
        "instansi": bersama.INSTANSI,
        "naskah": naskah(
            isi.JUDUL_SK, "500.12/Kep.25-DKISP.PPID/2026", skkaad="Biasa", sifat="Biasa", tembusan=isi.TEMBUSAN
        ),
        "jabatan_penetap": isi.JABATAN_PENETAP,
        "dasar_kewenangan": isi.DASAR_KEWENANGAN,
        "berita_acara": bersama.BERITA_ACARA,
        "hasil_pertimbangan": bersama.HASIL_PERTIMBANGAN,
        "persetujuan": rujukan("Persetujuan Atasan PPID/Pimpinan Badan Publik", "800/9/SETDA/2026", "1 Oktober 2026"),
        "jabatan_pimpinan": Text("Jabatan pemberi persetujuan (boleh kosong)", "Sekretaris Daerah Provinsi Banten"),
        "mengingat": isi.MENGINGAT,
        "memperhatikan": texts(
            "Memperhatikan selain berita acara, hasil pertimbangan dan persetujuan (boleh kosong)",
            "Keputusan Gubernur Banten Nomor 489.1/Kep.50-Huk/2022 tentang Pejabat Pengelola Informasi dan Dokumentasi",
        ),
        "keputusan_lama": rujukan(
            "Keputusan terdahulu yang dicabut atau diubah", "500.12/Kep.11-DKISP.PPID/2025", "3 Oktober 2025"
        ),
        "akibat_lama": Text("Akibat bagi keputusan terdahulu", "dicabut dan dinyatakan tidak berlaku"),
        "jumlah_butir": Count("Banyaknya butir", 2),
        "jumlah_kata": Text("Banyaknya butir dengan kata", "dua"),
        "kelompok": butir.TABEL_PUBLIK,
        "jejak": Text(
            "Kepala jejak peristiwa saat ditetapkan, nomor:SHA-256, saksi bagi flask verifikasi (kosong pada konsep)",
            "128:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ),
        "penandatangan": isi.PENETAP,
    },
    "lampiran_terbatas": {
        "instansi": bersama.INSTANSI,
        "naskah": naskah(isi.JUDUL_SK, "500.12/26/DKISP.PPID/2026"),
        "jabatan_penetap": isi.JABATAN_PENETAP,
        "surat_keputusan": bersama.SURAT_KEPUTUSAN,
        "matriks": bersama.MATRIKS,
        **isi.BUTIR,
        "peringatan": bersama.PERINGATAN,
        "keputusan_berbeda": rekap.BERBEDA,
        "riwayat": bersama.RIWAYAT,
        "penandatangan": isi.PENETAP,
    },
    "tanda_bukti_unggah": {
        **isi.INSTANSI,
        "naskah": naskah("Tanda Bukti Pengunggahan Surat Keputusan", "", skkaad="Biasa", sifat="Biasa"),
        "surat_keputusan": bersama.SURAT_KEPUTUSAN,
        "publikasi": rekap.PUBLIKASI,
        "penandatangan": isi.PETUGAS_DATA,
    },
    "laporan_pendokumentasian": {
        **isi.INSTANSI,
        "naskah": naskah(
            "Pendokumentasian Informasi yang Dikecualikan",
            "500.12/27/DKISP.PPID/2026",
            skkaad="Biasa",
            tembusan=isi.TEMBUSAN[1:2],
        ),
        "lingkup": Text("Lingkup laporan: berkas atau periode", "Berkas klasifikasi BK-2026-003"),
        "tanpa_sk": Flag("Ya bila berkas ditutup tanpa surat keputusan"),
        "alasan_tanpa_sk": Text("Alasan ditutup tanpa surat keputusan (boleh kosong)"),
        "surat_keputusan": bersama.SURAT_KEPUTUSAN,
        "langkah": rekap.LANGKAH,
        "tambahan": rekap.TAMBAHAN,
        "rekap": rekap.REKAP,
        "jumlah_butir": Count("Banyaknya butir yang ditetapkan", 2),
        "jumlah_kata": Text("Banyaknya butir dengan kata", "dua"),
        "kelompok": butir.TABEL_LAPORAN,
        "tidak_dikecualikan": Rows(butir.TIDAK_DIKECUALIKAN.arti, butir.BUTIR_LAPORAN, butir.OPEN_PUBLIC_ROWS),
        "keputusan_berbeda": rekap.BERBEDA,
        "riwayat": bersama.RIWAYAT,
        "penyimpanan": rekap.PENYIMPANAN,
        "arsip": rekap.ARSIP,
        "publikasi": rekap.PUBLIKASI,
        "kendala": texts("Kendala (boleh kosong)", "Usulan satu perangkat daerah diterima setelah tenggat."),
        "simpulan": Text("Simpulan", "Pendokumentasian telah dilaksanakan sesuai SOP."),
        "saran": texts("Saran (boleh kosong)", "Perangkat daerah meninjau jangka waktu setiap tahun."),
        "tinjauan_berikut": Text("Tanggal peninjauan berikutnya (boleh kosong)", "2 Oktober 2027"),
        "disusun_oleh": isi.PETUGAS_DATA,
        "penandatangan": bersama.PPID_UTAMA,
    },
    "lembar_kendali_sop": {
        **isi.INSTANSI,
        "naskah": naskah("Lembar Kendali SOP", "", sifat="Biasa"),
        "sop_nomor": Text("Nomor SOP", "488/1750-DKISP.PPIDP/2023"),
        "sop_nama": Text("Nama SOP", "Pendokumentasian Informasi yang dikecualikan"),
        "sop_efektif": Text("Tanggal efektif SOP", "9 Oktober 2023"),
        "keadaan": Text("Keadaan berkas saat dicetak", "Pertimbangan"),
        "langkah": rekap.LANGKAH,
        "tambahan": rekap.TAMBAHAN,
        "riwayat": bersama.RIWAYAT,
        "dicetak_pada": Text("Waktu dicetak WIB", "2 Oktober 2026 08.00 WIB"),
    },
    **PENDUKUNG,
    **LUAR_SOP,
}

CONTOH_NIHIL: Mapping[str, Mapping[str, Any]] = {
    "usulan_daftar": {"nihil": True, "kelompok": [], "jumlah_butir": 0, "jumlah_kata": "nol", "riwayat": []},
    "draft_daftar": {
        "nihil": True,
        "gabungan": False,
        "kelompok": [],
        "jumlah_butir": 0,
        "jumlah_kata": "nol",
        "usulan": [{"nihil": True, "jumlah": 0}],
        "tidak_dikecualikan": [],
        "riwayat": [],
    },
}


def sample(jenis: str, given: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """A whole context of sample data for a paper; `given` overrides parts of it."""
    start = {"instansi": bersama.INSTANSI_PENGUSUL} if jenis == "usulan_daftar" else {}
    return sample_names(VOCABULARY[jenis], {**start, **(given or {})})


def daftar_nama(jenis: str) -> list[tuple[str, str]]:
    """(name, meaning) of everything that a template of this kind may print, for the page that clerks read."""
    return list(listing(VOCABULARY[jenis]))
