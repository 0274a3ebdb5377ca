"""The SOP sheet itself, quoted word for word from PPID Banten (typing slips of the original included). Never corrected here."""

from dataclasses import dataclass

JUDUL = "SOP PENDOKUMENTASIAN INFORMASI YANG DIKECUALIKAN"

KEPALA: tuple[tuple[str, str], ...] = (
    (
        "Instansi",
        "PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN",
    ),
    ("Satuan kerja", "SEKRETARIAT"),
    ("Nama SOP", "Pendokumentasian Informasi yang dikecualikan"),
    ("Nomor SOP", "488/1750-DKISP.PPIDP/2023"),
    ("Tanggal Pembuatan", "4 Mei 2020"),
    ("Tanggal Revisi", "2 Oktober 2023"),
    ("Tanggal Efektif", "9 Oktober 2023"),
    (
        "Disahkan Oleh",
        "Plt. Kepala Dinas Komunikasi, Informatika, Statistik dan Persandian Banten "
        "Nana Suryana ST., M.Si. NIP : 19710624 199803 1 006",
    ),
)
NOMOR_SOP = "488/1750-DKISP.PPIDP/2023"
EDISI = "2023-10-02"

DASAR_HUKUM: tuple[str, ...] = (
    "Undang-undang Nomor 25 Tahun 2009 tentang pelayanan Publik",
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
    "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
    "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017 tentang Pedoman Pengelolaan Pelayanan Informasi dan "
    "Dokumentasi Kementerian Dalam Negeri Pemerintah Daerah",
    "Pelayanan Komisi Informasi Republik Indonesia Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik",
    "Peraturan Daerah Banten Nomor 8 Tahun 2012 tentang Tata Kelola Keterbukaan Informasi Publik Dalam "
    "Penyelenggaraan Pemerintah Daerah",
    "Peraturan Gubernur Banten Nomor 67 Tahun 2021 tentang Pedoman Pelayanan Informasi Publik dan Dokumentasi di "
    "Lingkungan Pemerintah Provinsi Banten",
)
KUALIFIKASI: tuple[str, ...] = (
    "Memiliki pemahaman terkait regulasi tentang pelayanan informasi publik serta mampu memahaminya",
    "Mampu menelaah isi permohonan informasi publik",
    "Memiliki pemahaman mengenai tugas pokok dan fungsi Perangkat Daerah",
    "Mampu berkomunikasi dengan baik dan efektif",
)
KETERKAITAN: tuple[str, ...] = (
    "Permohonan informasi publik melalui e-PPID",
    "Permohonan informasi publik melalui desk PPID",
)
PERALATAN: tuple[str, ...] = ("Komputer/Laptop/Perangkat Lainnya", "Internet", "Gawai")
PERINGATAN: tuple[str, ...] = (
    "Jika SOP ini tidak dijalankan, maka melanggar Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi "
    "Publik",
    "Jika SOP ini tidak dilaksanakan, akan menimbulkan tidak berjalan SOP lainnya dan tidak bisa "
    "dipertanggungjawabkan oleh instansi",
)
PENCATATAN: tuple[str, ...] = (
    "Laporan pendokumentasian informasi yang dikecualikan",
    "Disimpan dalam bentuk softcopy dan hardcopy",
)
WAKTU = "pada hari dan jam kerja"
KOLOM_PELAKSANA: tuple[str, ...] = ("Petugas PPID Pelaksana", "PPID Utama/Pemprov Banten", "Tim Pertimbangan")


@dataclass(frozen=True)
class Baris:
    """One row of the sheet. `kolom`: index into KOLOM_PELAKSANA, inferred, for the flow symbols of the sheet are lost."""

    no: int
    singkat: str
    kegiatan: str
    kolom: int
    kelengkapan: tuple[str, ...]
    output: tuple[str, ...]


BARIS: tuple[Baris, ...] = (
    Baris(
        1,
        "Usulan",
        "Mengumpulkan dan menginventarisir seluruh informasi/dokumen yang dikecualikan berdasarkan usulan dari PPID "
        "pelaksana dan menyampaikan kepada PPID Utama/Pemprov Banten",
        0,
        ("Usulan daftar informasi yang dikecualikan",),
        ("draft informasi yang dikecualikan",),
    ),
    Baris(
        2,
        "Kajian dan klasifikasi",
        "Mengkaji dan mengklasifikasikan informasi yang dikecualikan dan menyampaikan hasil kajian dan menyampaikan "
        "hasil kajian tersebut kepada tim pertimbangan",
        1,
        ("Draft daftar informasi yang dikecualikan", "Matriks uji konsekuensi"),
        ("Berita acara klasifikasi informasi publik", "Nota dinas"),
    ),
    Baris(
        3,
        "Pertimbangan",
        "Memberikan pertimbangan terhadap informasi/dokumen yang dimaksud berdasarkan undang-undang serta kepatuhan "
        "dan kepentingan umum",
        2,
        ("Berita acara klasifikasi informasi publik", "Nota dinas"),
        ("Hasil pertimbangan tentang informasi yang dikecualikan",),
    ),
    Baris(
        4,
        "Penetapan",
        "Menetapkan klasifikasi informasi yang dikecualikan dan meminta petugas PPID untuk mengelola dan menyimpan "
        "dokumen informasi yang dikecualikan",
        1,
        ("Hasil pertimbangan tentang informasi yang dikecualikan", "Berita acara klasifikasi informasi publik"),
        ("Surat keputusan klasifikasi informasi yang dikecualikan",),
    ),
    Baris(
        5,
        "Unggah dan arsip",
        "Petugas data dan informasi PPID mengunggah surat keputusan PPID tentang klasifikasi informasi yang "
        "dikecualikan di website resmi perangkat daerah",
        0,
        ("Surat keputusan klasifikasi informasi yang dikecualikan",),
        ("Arsip", "Dokumen/file yang diunggah di website resmi perangkat daerah"),
    ),
)
