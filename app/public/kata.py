"""The words of the anonymous pages in both languages. The office's own texts stay as they were decided, in Indonesian."""

from __future__ import annotations

BAHASA = {"id": "Bahasa Indonesia", "en": "English"}
# key -> (Indonesian, English); {…} is filled in.
KATA: dict[str, tuple[str, str]] = {
    "judul": ("Daftar Informasi yang Dikecualikan", "Register of Exempt Public Information"),
    "situs": ("PPID Provinsi Banten", "PPID of Banten Province"),
    "lompat": ("Langsung ke isi", "Skip to content"),
    "pejabat": ("Pejabat Pengelola Informasi dan Dokumentasi", "Office of Information and Documentation (PPID)"),
    "badan": ("Pemerintah Provinsi Banten", "Government of Banten Province"),
    "kaki": (
        "Pengecualian informasi tidak bersifat permanen (UU 14/2008 Pasal 20). Setiap orang dapat mengajukan keberatan melalui PPID.",
        "An exemption is not permanent (Law 14/2008, Article 20). Everyone may object through the PPID.",
    ),
    "pengantar": (
        "Informasi publik yang dikecualikan setelah uji konsekuensi dan ditetapkan dengan surat keputusan. Yang sudah "
        "terbuka, berakhir, atau diganti tetap tercantum dengan keadaannya.",
        "Public information that was exempted after a test of consequences and by a decree. What has been opened, has "
        "ended or was replaced stays listed with its state. Texts are given in Indonesian, as decided.",
    ),
    "cari": (
        "Cari informasi, perangkat daerah, dasar hukum, atau nomor SK",
        "Search information, agency, legal basis or number of a decree",
    ),
    "tombol_cari": ("Cari", "Search"),
    "jumlah": ("{n} informasi dikecualikan.", "{n} entries."),
    "jumlah_selesai": ("{n} butir sudah terbuka, berakhir, atau diganti.", "{n} entries are open, ended or replaced."),
    "jumlah_cari": ("{n} informasi cocok dengan “{cari}”.", "{n} entries match “{cari}”."),
    "semua": ("Tampilkan semua", "Show all"),
    "unduh": ("Unduh", "Download"),
    "katalog": ("Katalog DCAT", "DCAT catalogue"),
    "saring": ("Keadaan", "State"),
    "saring_": ("Semua", "All"),
    "saring_berlaku": ("Berlaku", "In force"),
    "saring_selesai": ("Terbuka, berakhir, atau diganti", "Open, ended or replaced"),
    "sejak": ("sejak {tanggal}", "since {tanggal}"),
    "buka_sk": ("Buka surat keputusan {nomor}", "Open the decree {nomor} (Indonesian)"),
    "rincian": ("Alamat tetap butir ini", "Stable address of this entry"),
    "kosong_cari": ("Tidak ada yang cocok. Coba kata yang lebih umum.", "Nothing matches. Try a more general word."),
    "kosong": ("Belum ada informasi yang dikecualikan dan diumumkan.", "Nothing has been exempted and announced yet."),
    "halaman": ("Halaman", "Pages"),
    "halaman_ke": ("Halaman {n} dari {dari}", "Page {n} of {dari}"),
    "sebelumnya": ("Sebelumnya", "Previous"),
    "berikutnya": ("Berikutnya", "Next"),
    "sk_terbaru": ("Surat keputusan terbaru", "Newest decrees"),
    "sk_diganti": ("Diganti dengan nomor {nomor}", "Replaced by {nomor}"),
    "sk_sebagian": ("Sebagian diganti dengan nomor {nomor}", "Partly replaced by {nomor}"),
    "kembali": ("Ke daftar informasi yang dikecualikan", "To the register"),
    "isi_tertutup": (
        "Halaman ini memuat uraian untuk publik, bukan isi informasinya.",
        "This page holds the public description, never the information itself.",
    ),
    "penerus": ("Butir yang menggantikannya", "The entry that replaces it"),
    "bahasa": ("Bahasa", "Language"),
}


def kata(kunci: str, bahasa: str = "id", **isian: object) -> str:
    """One phrase, filled in; plain text, which the templates escape."""
    return KATA[kunci][1 if bahasa == "en" else 0].format(**isian)
