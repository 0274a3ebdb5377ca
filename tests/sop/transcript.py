"""The SOP written down a second time, by hand, from the procedure's description: never imported from app.sop. Tests compare."""

from typing import NamedTuple

PETUGAS = "Petugas PPID Pelaksana"
VERIFIKATOR = "Verifikator PPID Utama"
UTAMA = "PPID Utama"
TIM = "Tim Pertimbangan"
DATA = "Petugas Data dan Informasi"
PIMPINAN = "Pimpinan"
ARSIPARIS = "Arsiparis"
AUDITOR = "Auditor"
ROLES = (PETUGAS, VERIFIKATOR, UTAMA, TIM, DATA, PIMPINAN, ARSIPARIS, AUDITOR)

STATUSES = {
    "usulan": ("draf", "diajukan", "dihimpun", "dikembalikan"),
    "berkas": ("penghimpunan", "pengkajian", "pertimbangan", "penetapan", "pengunggahan", "selesai", "dibatalkan"),
    "butir": (
        "draf",
        "diajukan",
        "dihimpun",
        "perbaikan",
        "diuji",
        "dipertimbangkan",
        "ditetapkan",
        "terbuka",
        "tidak_disetujui",
        "digabung",
        "ditunda",
    ),
    "naskah": ("terbit", "ditandatangani", "dicabut"),
}
FIRST = {"usulan": "draf", "berkas": "penghimpunan", "butir": "draf", "naskah": "terbit"}


class Row(NamedTuple):
    """One move. `after`: None when the status stays; `reason`: a note is needed; `gives`: papers in order; `sheet`: SOP row."""

    kind: str
    before: tuple[str, ...]
    verb: str
    actors: tuple[str, ...]
    after: str | None
    reason: bool = False
    gives: tuple[str, ...] = ()
    sheet: str = "ours"


TABLE = (
    # A proposal (SOP 1)
    Row(
        "usulan",
        ("draf", "dikembalikan"),
        "ajukan",
        (PETUGAS,),
        "diajukan",
        gives=("usulan_daftar", "draft_daftar"),
        sheet="SOP 1",
    ),
    Row("usulan", ("diajukan",), "tarik", (PETUGAS,), "draf"),
    Row("usulan", ("diajukan",), "himpun", (VERIFIKATOR,), "dihimpun", sheet="SOP 1"),
    Row("usulan", ("diajukan", "dihimpun"), "kembalikan", (VERIFIKATOR, UTAMA), "dikembalikan", reason=True),
    # A run of the SOP
    Row("berkas", ("penghimpunan",), "kaji", (VERIFIKATOR,), "pengkajian", gives=("draft_daftar",), sheet="SOP 1"),
    Row(
        "berkas",
        ("pengkajian",),
        "sampaikan",
        (UTAMA,),
        "pertimbangan",
        gives=("matriks_uji_konsekuensi", "berita_acara_klasifikasi", "nota_dinas"),
        sheet="SOP 2",
    ),
    Row(
        "berkas", ("pertimbangan",), "pertimbangkan", (TIM,), "penetapan", gives=("hasil_pertimbangan",), sheet="SOP 3"
    ),
    Row("berkas", ("penetapan",), "setujui", (PIMPINAN, VERIFIKATOR), None, sheet="law"),
    Row(
        "berkas", ("penetapan",), "tolak_persetujuan", (PIMPINAN, VERIFIKATOR), "pertimbangan", reason=True, sheet="law"
    ),
    Row(
        "berkas",
        ("penetapan",),
        "tetapkan",
        (UTAMA,),
        "pengunggahan",
        gives=("surat_keputusan", "lampiran_terbatas"),
        sheet="SOP 4",
    ),
    Row(
        "berkas",
        ("pengunggahan",),
        "unggah",
        (DATA,),
        "selesai",
        gives=("tanda_bukti_unggah", "laporan_pendokumentasian"),
        sheet="SOP 5",
    ),
    Row("berkas", ("pertimbangan",), "kaji_ulang", (TIM,), "pengkajian", reason=True),
    Row("berkas", ("penetapan",), "pertimbangkan_ulang", (UTAMA,), "pertimbangan", reason=True),
    Row("berkas", ("pengunggahan",), "batalkan_penetapan", (UTAMA,), "penetapan", reason=True),
    Row(
        "berkas",
        ("pengkajian",),
        "tutup_tanpa_sk",
        (UTAMA,),
        "selesai",
        reason=True,
        gives=("laporan_pendokumentasian",),
    ),
    Row(
        "berkas",
        ("penghimpunan", "pengkajian", "pertimbangan", "penetapan"),
        "batalkan",
        (UTAMA,),
        "dibatalkan",
        reason=True,
    ),
    # One butir, while its berkas is examined
    Row("butir", ("dihimpun",), "minta_perbaikan", (VERIFIKATOR,), "perbaikan", reason=True),
    Row("butir", ("perbaikan",), "kirim_perbaikan", (PETUGAS,), "dihimpun"),
    Row("butir", ("dihimpun",), "gabung", (VERIFIKATOR,), "digabung", reason=True),
    Row("butir", ("dihimpun",), "tunda", (VERIFIKATOR,), "ditunda", reason=True),
    Row("butir", ("ditunda",), "himpun_kembali", (VERIFIKATOR,), "dihimpun"),
    # A paper after it was issued
    Row(
        "naskah", ("terbit",), "tandatangani", (PETUGAS, VERIFIKATOR, UTAMA, TIM, DATA), "ditandatangani", sheet="SOP 4"
    ),
    Row("naskah", ("ditandatangani",), "publikasikan", (DATA,), None, sheet="SOP 5"),
    Row("naskah", ("terbit", "ditandatangani", "dicabut"), "arsipkan", (DATA, ARSIPARIS, UTAMA), None, sheet="SOP 5"),
)

# Where a signed copy is asked before a move: paper -> (move, refused or only warned).
SIGNED = {
    "matriks_uji_konsekuensi": ("tetapkan", "peringatan"),
    "berita_acara_klasifikasi": ("tetapkan", "blok"),
    "nota_dinas": ("tetapkan", "peringatan"),
    "hasil_pertimbangan": ("tetapkan", "blok"),
    "surat_keputusan": ("unggah", "blok"),
    "lampiran_terbatas": ("unggah", "blok"),
}
PAPERS = (
    "usulan_daftar",
    "draft_daftar",
    "matriks_uji_konsekuensi",
    "berita_acara_klasifikasi",
    "nota_dinas",
    "hasil_pertimbangan",
    "surat_keputusan",
    "lampiran_terbatas",
    "tanda_bukti_unggah",
    "laporan_pendokumentasian",
    "surat_permintaan_usulan",
    "undangan",
    "daftar_hadir",
    "notulen",
    "lembar_pendapat",
    "nota_persetujuan",
    "surat_penyampaian_sk",
    "petikan_sk",
    "keputusan_perubahan",
    "label_boks",
    "surat_penolakan",
    "berita_acara_penyusutan",
)
NUMBERLESS = {
    *("draft_daftar", "tanda_bukti_unggah", "daftar_hadir", "notulen", "lembar_pendapat"),
    *("petikan_sk", "label_boks"),
}
# The five steps of the sheet: a person who proposed, tested or opined may be barred from them.
STEPS = ("ajukan", "sampaikan", "pertimbangkan", "tetapkan", "unggah")

# The printed sheet: (kegiatan, kelengkapan, output), word for word, slips of the original included.
SHEET = (
    (
        "Mengumpulkan dan menginventarisir seluruh informasi/dokumen yang dikecualikan berdasarkan usulan dari PPID pelaksana"
        " dan menyampaikan kepada PPID Utama/Pemprov Banten",
        ("Usulan daftar informasi yang dikecualikan",),
        ("draft informasi yang dikecualikan",),
    ),
    (
        "Mengkaji dan mengklasifikasikan informasi yang dikecualikan dan menyampaikan hasil kajian dan menyampaikan hasil"
        " kajian tersebut kepada tim pertimbangan",
        ("Draft daftar informasi yang dikecualikan", "Matriks uji konsekuensi"),
        ("Berita acara klasifikasi informasi publik", "Nota dinas"),
    ),
    (
        "Memberikan pertimbangan terhadap informasi/dokumen yang dimaksud berdasarkan undang-undang serta kepatuhan dan"
        " kepentingan umum",
        ("Berita acara klasifikasi informasi publik", "Nota dinas"),
        ("Hasil pertimbangan tentang informasi yang dikecualikan",),
    ),
    (
        "Menetapkan klasifikasi informasi yang dikecualikan dan meminta petugas PPID untuk mengelola dan menyimpan dokumen"
        " informasi yang dikecualikan",
        ("Hasil pertimbangan tentang informasi yang dikecualikan", "Berita acara klasifikasi informasi publik"),
        ("Surat keputusan klasifikasi informasi yang dikecualikan",),
    ),
    (
        "Petugas data dan informasi PPID mengunggah surat keputusan PPID tentang klasifikasi informasi yang dikecualikan di"
        " website resmi perangkat daerah",
        ("Surat keputusan klasifikasi informasi yang dikecualikan",),
        ("Arsip", "Dokumen/file yang diunggah di website resmi perangkat daerah"),
    ),
)
