"""Names that belong to one or two papers: their bases, their signers, their own rows."""

from __future__ import annotations

from app.documents import butir_names as butir
from app.documents import groups as bersama
from app.documents.groups import penandatangan, texts
from app.documents.schema import Count, Group, Node, Rows, Text

DASAR = texts(
    "Dasar, satu dasar satu baris",
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, Pasal 17 dan Pasal 19",
    "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008",
    "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik, Pasal 49",
)
MENGINGAT = texts(
    "Mengingat: peraturan menurut tingkat dan tahun, dengan LN/TLN/BN",
    "Undang-Undang Nomor 23 Tahun 2000 tentang Pembentukan Propinsi Banten (Lembaran Negara Republik Indonesia "
    "Tahun 2000 "
    "Nomor 182, Tambahan Lembaran Negara Republik Indonesia Nomor 4010)",
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia "
    "Tahun 2008 "
    "Nomor 61, Tambahan Lembaran Negara Republik Indonesia Nomor 4846)",
    "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik (Berita Negara "
    "Republik Indonesia "
    "Tahun 2021 Nomor 741)",
)
BUTIR: dict[str, Node] = {
    "jumlah_butir": Count("Banyaknya butir dalam tabel", 2),
    "jumlah_kata": Text("Banyaknya butir dengan kata", "dua"),
    "kelompok": butir.TABEL,
}
LAMPIRAN = texts("Daftar lampiran", "Lembar uji konsekuensi", "Draft daftar gabungan", "Daftar hadir")
PENGUSUL = penandatangan(
    "Penandatangan: PPID Pelaksana",
    "Sekretaris Dinas Kesehatan\nselaku PPID Pelaksana,",
    "dr. Siti Aminah, M.K.M.",
    "19750505 200003 2 001",
    "Pembina Tingkat I",
)
DISUSUN = penandatangan("Disusun oleh", "Petugas PPID Pelaksana,", "Rina Wulandari", "19900909 201503 2 002", "Penata")
PETUGAS_DATA = penandatangan(
    "Petugas data dan informasi", "Petugas Data dan Informasi PPID,", "Dewi Lestari", "19880808 201201 2 003", "Penata"
)
PENETAP = penandatangan(
    "Pejabat yang menetapkan",
    "Plt. KEPALA DINAS KOMUNIKASI, INFORMATIKA,\nSTATISTIK DAN PERSANDIAN\nSELAKU PPID UTAMA,",
    "BUDI SANTOSO",
    "19700101 199503 1 001",
    "Pembina Utama Muda",
)
JABATAN_PENETAP = Text(
    "Jabatan penetap dalam judul, huruf kapital",
    "KEPALA DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN SELAKU PPID UTAMA PROVINSI BANTEN",
)
DASAR_KEWENANGAN = Text("Dasar kewenangan bila penetap bukan PPID Utama (boleh kosong)")
_SEORANG_WAKIL = Group(
    "Seorang wakil",
    {
        "nama": Text("Nama", "Siti Aminah"),
        "jabatan": Text("Jabatan", "Sekretaris Dinas Kesehatan"),
        "instansi": Text("Perangkat daerah", "Dinas Kesehatan"),
    },
)
NOTULIS = Group(
    "Notulis (kosong bila tanpa rapat)",
    {"nama": Text("Nama", "Dewi Lestari"), "jabatan": Text("Jabatan", "Pranata Humas")},
)
RIWAYAT_USULAN = Rows(
    "Riwayat pengembalian usulan (boleh kosong)",
    bersama.RIWAYAT.isi,
    (
        {
            "tindakan": "Dikembalikan untuk diperbaiki",
            "pelaku": "Lina Marlina, Verifikator PPID Utama",
            "alasan": "Dasar hukum butir pertama belum menyebut pasal.",
        },
    ),
)
WAKIL = Rows(
    "Wakil perangkat daerah pengusul yang menandatangani",
    _SEORANG_WAKIL,
    ({}, {"nama": "Rahmat Hidayat", "jabatan": "Sekretaris BKD", "instansi": "Badan Kepegawaian Daerah"}),
)
BEDA_PANDANGAN = Rows(
    "Perbedaan pandangan dalam pengkajian (boleh kosong)",
    Group(
        "Satu pandangan",
        {
            "kode": Text("Kode butir", "BKD-2026-002"),
            "pihak": Text("Yang berpandangan", "Badan Kepegawaian Daerah"),
            "pandangan": Text("Pandangannya", "Seluruh berkas sebaiknya dikecualikan."),
        },
    ),
    ({},),
)
PERHATIAN = Rows(
    "Butir yang memerlukan perhatian Tim (boleh kosong)",
    Group(
        "Satu butir",
        {
            "kode": Text("Kode butir", "BKD-2026-002"),
            "uraian": Text("Uraian internal", "Berita acara pemeriksaan disiplin PNS"),
            "alasan": Text("Mengapa perlu perhatian", "Pengusul berpandangan lain tentang cakupan."),
        },
    ),
    ({},),
)
ANGGOTA = Rows(
    "Anggota Tim Pertimbangan yang menandatangani",
    Group("Seorang anggota", {"nama": Text("Nama", "Yusuf Maulana"), "jabatan": Text("Jabatan", "Inspektur Pembantu")}),
    ({},),
)
TEMBUSAN = ("Gubernur Banten (sebagai laporan)", "Sekretaris Daerah Provinsi Banten", "Para PPID Pelaksana")
JUDUL_SK = "Klasifikasi Informasi yang Dikecualikan di Lingkungan Pemerintah Provinsi Banten Tahun 2026"
INSTANSI = {"instansi": bersama.INSTANSI, "berkas": bersama.BERKAS}
