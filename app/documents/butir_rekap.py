"""The recaps that papers print, and the rows of the control sheet, the archive and the publications."""

from __future__ import annotations

from app.documents.groups import counts
from app.documents.schema import Count, Flag, Group, Rows, Text

REKAP = Group(
    "Rekapitulasi butir",
    {
        "usulan": Count("Banyaknya usulan", 3),
        "perangkat_daerah": Count("Banyaknya perangkat daerah pengusul", 3),
        "dipertimbangkan": Count("Butir dikecualikan seluruhnya atau sebagian yang disampaikan kepada Tim", 2),
        "disetujui": Count("Butir yang disetujui Tim (0 sebelum dipertimbangkan)", 2),
        "ditetapkan": Count("Butir yang ditetapkan dalam surat keputusan (0 sebelum penetapan)", 2),
        **counts(" seluruhnya dalam berkas", diusulkan=4, dikecualikan=1, sebagian=1, terbuka=1, ditunda=1),
        "per_perangkat_daerah": Rows(
            "Rekapitulasi per perangkat daerah",
            Group(
                "Satu perangkat daerah",
                {
                    "nama": Text("Perangkat daerah", "Dinas Kesehatan"),
                    "singkatan": Text("Singkatan", "DINKES"),
                    **counts(" oleh perangkat daerah ini"),
                },
            ),
            (
                {"diusulkan": 1, "dikecualikan": 1},
                {"nama": "Badan Kepegawaian Daerah", "singkatan": "BKD", "diusulkan": 2, "sebagian": 1, "ditunda": 1},
                {
                    "nama": "Dinas Komunikasi, Informatika, Statistik dan Persandian",
                    "singkatan": "DKISP",
                    "diusulkan": 1,
                    "terbuka": 1,
                },
            ),
        ),
        "per_huruf": Rows(
            "Rekapitulasi per huruf Pasal 17",
            Group(
                "Satu huruf",
                {
                    "huruf": Text("Huruf", "h"),
                    "label": Text("Kepentingan yang dilindungi", "Rahasia pribadi"),
                    "jumlah": Count("Banyaknya butir", 2),
                },
            ),
            ({},),
        ),
    },
)

USULAN_ROWS = Rows(
    "Usulan yang dihimpun, satu usulan satu baris",
    Group(
        "Satu usulan",
        {
            "perangkat_daerah": Text("Perangkat daerah", "Dinas Kesehatan"),
            "singkatan": Text("Singkatan", "DINKES"),
            "nomor_surat": Text("Nomor surat usulan", "400/77/DINKES/2026"),
            "tanggal_surat": Text("Tanggal surat usulan", "1 September 2026"),
            "nihil": Flag("Ya bila usulan nihil"),
            "jumlah": Count("Banyaknya butir", 1),
            "putaran": Count("Putaran usulan", 1),
        },
    ),
    (
        {},
        {
            "perangkat_daerah": "Badan Kepegawaian Daerah",
            "singkatan": "BKD",
            "nomor_surat": "800/45/BKD/2026",
            "jumlah": 2,
        },
        {
            "perangkat_daerah": "Inspektorat Daerah",
            "singkatan": "INSPEKTORAT",
            "nomor_surat": "700/12/ITDA/2026",
            "nihil": True,
            "jumlah": 0,
        },
    ),
)

BERBEDA = Rows(
    "Keputusan yang berbeda dari hasil pertimbangan Tim (boleh kosong); tanpa uraian, hanya kode",
    Group(
        "Satu keputusan",
        {
            "kode": Text("Kode butir", "BKD-2026-002"),
            "hasil": Text("Hasil pertimbangan Tim", "Disetujui"),
            "keputusan": Text("Keputusan yang diambil", "Dikecualikan sebagian"),
            "alasan": Text("Alasan berbeda", "Bagian selain identitas telah diumumkan."),
        },
    ),
    ({},),
)

_SHEET_ROW = Group(
    "Satu langkah",
    {
        "no": Text("Nomor langkah", "1"),
        "kegiatan": Text("Kegiatan, kata demi kata menurut lembar SOP", "Memberikan pertimbangan"),
        "petugas": Text("Kolom Petugas PPID Pelaksana: nama, jabatan, kapasitas (boleh kosong)"),
        "ppid_utama": Text("Kolom PPID Utama/Pemprov Banten: nama, jabatan, kapasitas (boleh kosong)"),
        "tim": Text("Kolom Tim Pertimbangan: nama, jabatan, kapasitas (boleh kosong)"),
        "kelengkapan": Rows(
            "Kelengkapan langkah",
            Group(
                "Satu kelengkapan",
                {
                    "nama": Text("Nama kelengkapan menurut SOP", "Usulan daftar informasi yang dikecualikan"),
                    "ada": Flag("Ya bila sudah ada", True),
                    "tautan": Text("Nomor dan tanggal, atau alamat naskahnya (boleh kosong)", "400/77/DINKES/2026"),
                },
            ),
            ({},),
        ),
        "waktu": Text(
            "Waktu mulai sampai selesai (boleh kosong)", "1 September 2026 09.10 s.d. 4 September 2026 15.02 WIB"
        ),
        "di_luar_jam_kerja": Flag("Ya bila dilakukan di luar jam kerja"),
        "output": Rows(
            "Output langkah",
            Group(
                "Satu output",
                {
                    "nama": Text("Nama output menurut SOP", "draft informasi yang dikecualikan"),
                    "ada": Flag("Ya bila sudah ada", True),
                    "nomor": Text("Nomor (boleh kosong)"),
                    "tanggal": Text("Tanggal (boleh kosong)", "4 September 2026"),
                    "tertandatangani": Flag("Ya bila salinan bertanda tangan sudah dipasangkan"),
                },
            ),
            ({},),
        ),
        "disimpulkan": Flag("Ya bila pelaksana disimpulkan karena simbol alur pada lembar SOP hilang"),
        "keterangan": Text("Keterangan (boleh kosong)"),
    },
)

_PETUGAS = "Lina Marlina, Verifikator PPID Utama (definitif)"
LANGKAH = Rows(
    "Langkah SOP menurut lembarnya",
    _SHEET_ROW,
    (
        {
            "kegiatan": "Mengumpulkan dan menginventarisir seluruh informasi/dokumen yang dikecualikan berdasarkan "
            "usulan dari "
            "PPID pelaksana dan menyampaikan kepada PPID Utama/Pemprov Banten",
            "petugas": "Siti Aminah, Sekretaris Dinas Kesehatan (definitif)",
            "disimpulkan": True,
        },
        {
            "no": "2",
            "kegiatan": "Mengkaji dan mengklasifikasikan informasi yang dikecualikan dan menyampaikan hasil kajian "
            "dan menyampaikan "
            "hasil kajian tersebut kepada tim pertimbangan",
            "ppid_utama": _PETUGAS,
            "kelengkapan": [
                {"nama": "Draft daftar informasi yang dikecualikan", "tautan": "tanpa nomor, 7 September 2026"},
                {"nama": "Matriks uji konsekuensi", "tautan": "500.12/21/DKISP.PPID/2026"},
            ],
            "output": [
                {
                    "nama": "Berita acara klasifikasi informasi publik",
                    "nomor": "500.12/22/DKISP.PPID/2026",
                    "tertandatangani": True,
                },
                {"nama": "Nota dinas", "nomor": "500.12/23/DKISP.PPID/2026"},
            ],
            "di_luar_jam_kerja": True,
        },
        {
            "no": "3",
            "kegiatan": "Memberikan pertimbangan terhadap informasi/dokumen yang dimaksud berdasarkan "
            "undang-undang serta kepatuhan "
            "dan kepentingan umum",
            "tim": "Hadi Wijaya, Ketua Tim Pertimbangan (definitif)",
            "output": [{"nama": "Hasil pertimbangan tentang informasi yang dikecualikan", "ada": False, "tanggal": ""}],
            "waktu": "",
            "keterangan": "Kuorum 3 dari 3 anggota.",
        },
    ),
)

TAMBAHAN = Rows(
    "Kegiatan di luar lembar SOP: persetujuan, pengembalian, dan jalan balik lain (boleh kosong)",
    Group(
        "Satu kegiatan",
        {
            "kegiatan": Text("Kegiatan", "Persetujuan Atasan PPID/Pimpinan Badan Publik"),
            "pelaku": Text("Nama, jabatan, kapasitas", "Bambang Surya, Sekretaris Daerah (definitif)"),
            "waktu": Text("Waktu", "1 Oktober 2026 14.00 WIB"),
            "di_luar_jam_kerja": Flag("Ya bila dilakukan di luar jam kerja"),
            "dasar": Text("Dasarnya", "UU 14/2008 Pasal 19"),
            "keterangan": Text("Keterangan atau alasan (boleh kosong)", "Nomor surat 800/9/SETDA/2026."),
        },
    ),
    ({},),
)

PUBLIKASI = Rows(
    "Pengunggahan, satu situs satu baris",
    Group(
        "Satu situs",
        {
            "perangkat_daerah": Text("Perangkat daerah pemilik situs", "DKISP"),
            "saluran": Text("Saluran: halaman publik, WordPress, CKAN, manual", "Halaman publik SIDIK"),
            "url": Text("Alamat dokumen", "https://sidik.contoh.go.id/publik/sk/500-12-kep-25-2026.pdf"),
            "judul": Text("Judul pada situs", "Keputusan Klasifikasi Informasi yang Dikecualikan Tahun 2026"),
            "waktu": Text("Waktu unggah WIB", "5 Oktober 2026 10.15 WIB"),
            "pengunggah": Text("Nama pengunggah", "Dewi Lestari"),
            "nama_berkas": Text("Nama berkas", "sk-klasifikasi-2026.pdf"),
            "sha256": Text("SHA-256 berkas", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            "hasil": Text("Hasil pemeriksaan: sama, berbeda, tidak dapat diperiksa", "sama"),
            "waktu_periksa": Text("Waktu pemeriksaan terakhir WIB", "5 Oktober 2026 10.20 WIB"),
            "bukti": Text("Bukti atau alasan bila tidak sama (boleh kosong)"),
        },
    ),
    (
        {},
        {
            "perangkat_daerah": "DINKES",
            "saluran": "manual",
            "hasil": "tidak dapat diperiksa",
            "bukti": "Tangkapan layar terlampir.",
        },
    ),
)

ARSIP = Rows(
    "Arsip naskah (boleh kosong)",
    Group(
        "Satu arsip",
        {
            "naskah": Text("Jenis naskah", "Surat keputusan"),
            "nomor": Text("Nomor naskah", "500.12/Kep.25-DKISP.PPID/2026"),
            "kode_klasifikasi": Text("Kode klasifikasi arsip", "500.12"),
            "skkaad": Text("SKKAAD", "Biasa"),
            "softcopy": Text("Lokasi softcopy", "SIDIK, SHA-256 9f86d081…"),
            "hardcopy": Text("Lokasi hardcopy", "Gedung A, ruang Arsip, lemari 1, rak 2, boks 3, folder 4, 12 lembar"),
            "retensi": Text("Retensi aktif dan inaktif", "aktif 2 tahun, inaktif 3 tahun"),
            "nasib_akhir": Text("Nasib akhir", "Permanen"),
            "penanggung_jawab": Text("Penanggung jawab", "Arsiparis"),
            "lengkap": Flag("Ya bila data arsip lengkap", True),
        },
    ),
    ({},),
)

PENYIMPANAN = Rows(
    "Penyimpanan dokumen oleh perangkat daerah (boleh kosong)",
    Group(
        "Satu dokumen",
        {
            "kode": Text("Kode butir", "DINKES-2026-001"),
            "perangkat_daerah": Text("Perangkat daerah", "Dinas Kesehatan"),
            "softcopy": Text("Lokasi softcopy (boleh kosong)", "Peladen rekam medis"),
            "hardcopy": Text("Lokasi hardcopy (boleh kosong)", "Ruang rekam medis lantai 1"),
            "penanggung_jawab": Text("Penanggung jawab", "Kepala Instalasi Rekam Medis"),
            "dikonfirmasi": Text("Tanggal konfirmasi, atau belum dikonfirmasi", "6 Oktober 2026"),
        },
    ),
    ({},),
)
