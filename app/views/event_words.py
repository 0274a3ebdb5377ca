"""What an event of the log is called on screens: the label of its move, or these words."""

from __future__ import annotations

from app.sop import reading

LAIN = {
    "buat": "Membuat",
    "isi": "Mengisi",
    "sunting": "Menyunting",
    "uji": "Menguji konsekuensi",
    "pendapat": "Memberi pendapat",
    "catat_pendapat": "Mencatat pendapat dari rapat",
    "catat_rapat": "Mencatat rapat",
    "impor": "Mengimpor dari Excel",
    "unduh": "Membaca naskah",
    "bukti": "Menyusun paket bukti sengketa",
    "cabut_publikasi": "Menarik publikasi",
    "publikasi_terkirim": "Publikasi sampai di situs",
    "publikasi_ditarik": "Publikasi hilang dari situs",
    "publikasi_diganti": "SK lama di situs ditandai atau ditarik karena diganti",
    "publikasi_gagal": "Publikasi gagal dikirim",
    "hapus": "Menghapus",
    "unggah_templat": "Mengunggah templat",
    "aktifkan_templat": "Mengaktifkan templat",
    "pensiunkan_templat": "Menghentikan templat",
    "terbitkan_ulang": "Menerbitkan ulang naskah",
    "bandingkan": "Membandingkan revisi naskah",
    "cadangkan_nomor": "Mencadangkan nomor",
    "batalkan_nomor": "Membatalkan nomor",
    "buat_naskah": "Membuat naskah",
    "pasang_lambang": "Memasang lambang pada kop",
    "akan_berakhir": "Masa wajib diputuskan dimulai",
    "terbuka_demi_hukum": "Terbuka karena jangka waktu berakhir",
    "diperpanjang": "Mencatat perpanjangan",
    "dibuka": "Mencatat pembukaan",
    "diubah": "Mencatat perubahan klasifikasi",
    "dibatalkan_putusan": "Mencatat pembatalan oleh putusan",
    "tindak_lanjut": "Menyelesaikan tindak lanjut",
    "ingatkan": "Mengingatkan perangkat daerah",
    "buka_tinjauan": "Membuka tinjauan perubahan hukum",
    "selesai_tinjauan": "Menyelesaikan tinjauan perubahan hukum",
    "versi_publik": "Mengunggah versi publik yang dihitamkan",
    "konfirmasi_simpan": "Mengonfirmasi penyimpanan dokumen",
    "simpan_laporan": "Laporan berkala disimpan",
    "paket_monev": "Menyusun paket bukti monev",
    "serah_srikandi": "Menyusun serahan SRIKANDI",
    "pinjam_arsip": "Meminjamkan arsip",
    "kembalikan_arsip": "Mencatat pengembalian arsip",
    "usul_susut": "Mengusulkan arsip musnah atau serah",
    "setujui_susut": "Mencatat persetujuan penyusutan arsip",
    "laksanakan_susut": "Melaksanakan penyusutan arsip",
    "batalkan_susut": "Membatalkan penyusutan arsip",
    "terima_permohonan": "Mencatat permohonan informasi",
    "perpanjang_permohonan": "Memperpanjang jawaban permohonan",
    "hubungkan_permohonan": "Menghubungkan permohonan dengan butir",
    "buka_berkas": "Membuka berkas atas permohonan",
    "jawab_permohonan": "Menjawab permohonan informasi",
}
TINDAKAN: dict[str, str] = {**{row.verb: row.label for _, row in reading.semua()}, **LAIN}


def tindakan_kata(kind: str, verb: str) -> str:
    """The words of one event; the label of its own table first, for two tables may share a verb."""
    row = reading.cari(kind, verb) if kind in reading.TABEL else None
    return row.label if row is not None else TINDAKAN.get(verb, verb.replace("_", " ").capitalize())
