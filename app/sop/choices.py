"""Closed lists of values with the labels that staff read. CHECKs, forms, imports and papers read them. Data only."""

JENIS_PERATURAN = {
    "UU": "Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Permen": "Peraturan Menteri",
    "PerKI": "Peraturan Komisi Informasi",
    "Perda": "Peraturan Daerah",
    "Pergub": "Peraturan Gubernur",
    "lain": "Peraturan lain",
}
STATUS_PERATURAN = {
    "berlaku": "Berlaku",
    "diubah": "Diubah",
    "dicabut": "Dicabut",
    "belum_diverifikasi": "Belum diverifikasi",
}
TANPA_BATAS = {"larang": "Dilarang", "peringatan": "Perlu penjelasan", "boleh": "Boleh, dengan tanggal tinjau"}
JENIS_LIBUR = {"nasional": "Libur nasional", "cuti_bersama": "Cuti bersama", "daerah": "Libur daerah"}
KAPASITAS = {"definitif": "Definitif", "plt": "Plt.", "plh": "Plh.", "pj": "Pj."}
FUNGSI = {
    "ppid_pelaksana": "PPID Pelaksana",
    "ppid_utama": "PPID Utama",
    "ketua_tim": "Ketua Tim Pertimbangan",
    "sekretaris_tim": "Sekretaris Tim Pertimbangan",
    "atasan_ppid": "Atasan PPID",
    "penetap": "Pihak penetap",
    "petugas_data": "Petugas Data dan Informasi",
}
KEDUDUKAN = {"ketua": "Ketua", "sekretaris": "Sekretaris", "anggota": "Anggota"}
PEMICU = {
    "rutin": "Rutin tahunan",
    "permohonan_eppid": "Permohonan melalui e-PPID",
    "permohonan_desk": "Permohonan melalui desk PPID",
    "perintah_majelis": "Perintah Majelis Komisioner",
}
CAKUPAN = {"seluruh": "Seluruh dokumen", "sebagian": "Sebagian dokumen"}
BENTUK = {"softcopy": "Softcopy", "hardcopy": "Hardcopy", "keduanya": "Softcopy dan hardcopy"}
SKKAAD = {"biasa": "Biasa", "terbatas": "Terbatas", "rahasia": "Rahasia", "sangat_rahasia": "Sangat Rahasia"}
JANGKA_JENIS = {
    "tahun": "Jumlah tahun",
    "tanggal": "Sampai tanggal tertentu",
    "peristiwa": "Sampai peristiwa tertentu",
    "persetujuan": "Sampai ada persetujuan tertulis",
    "sesuai_uu": "Sesuai undang-undang",
    "tanpa_batas": "Tanpa batas waktu",
}
KESIMPULAN = {
    "dikecualikan": "Dikecualikan seluruhnya",
    "dikecualikan_sebagian": "Dikecualikan sebagian",
    "terbuka": "Terbuka",
    "ditunda": "Ditunda",
}
DIKECUALIKAN = ("dikecualikan", "dikecualikan_sebagian")
SIKAP = {
    "setuju": "Setuju",
    "setuju_sebagian": "Setuju sebagian",
    "tidak_setuju": "Tidak setuju",
    "perbaiki": "Perlu perbaikan",
    "abstain": "Tidak memberi pendapat",
}
HASIL_PERTIMBANGAN = {
    "disetujui": "Disetujui",
    "disetujui_sebagian": "Disetujui sebagian",
    "tidak_disetujui": "Tidak disetujui",
    "perbaiki": "Perlu perbaikan",
}
KEPUTUSAN = {
    "dikecualikan": "Dikecualikan seluruhnya",
    "dikecualikan_sebagian": "Dikecualikan sebagian",
    "tidak_disetujui": "Tidak disetujui (terbuka)",
}
CARA_PENDAPAT = {"langsung": "Diisi sendiri", "rapat": "Dicatat dari rapat"}
JENIS_RAPAT = {"uji_konsekuensi": "Rapat uji konsekuensi", "pertimbangan": "Rapat pertimbangan"}
PERAN_RAPAT = {
    "anggota": "Anggota",
    "pengusul": "Pengusul",
    "ahli": "Ahli",
    "narasumber": "Narasumber",
    "notulis": "Notulis",
}
LINGKUP_PERSETUJUAN = {"klasifikasi": "Klasifikasi", "jangka_waktu": "Jangka waktu", "keduanya": "Keduanya"}
METODE_TTD = {"basah": "Tanda tangan basah (pindaian)", "tte": "Tanda tangan elektronik"}
NASIB_AKHIR = {"musnah": "Musnah", "dinilai_kembali": "Dinilai kembali", "permanen": "Permanen"}
TINGKAT_PERKEMBANGAN = {"asli": "Asli", "salinan": "Salinan"}
SALURAN = {
    "publik": "Halaman publik SIDIK",
    "wordpress": "WordPress",
    "ckan": "CKAN",
    "folder": "Folder situs statis",
    "manual": "Unggah manual",
}
TINDAKAN_KELUAR = {"kirim": "Kirim", "tarik": "Tarik"}
STATUS_KELUAR = {"menunggu": "Menunggu", "selesai": "Selesai", "gagal": "Gagal"}
HASIL_CEK = {"sama": "Sama", "berbeda": "Berbeda", "tidak_dapat_diperiksa": "Tidak dapat diperiksa"}
STATUS_NOMOR = {"dicadangkan": "Dicadangkan", "dipakai": "Dipakai", "batal": "Batal"}
SUMBER_NOMOR = {"aplikasi": "Aplikasi", "agenda_luar": "Buku agenda di luar aplikasi"}
STATUS_TEMPLAT = {"konsep": "Konsep", "aktif": "Aktif", "pensiun": "Tidak digunakan"}
JENIS_PENYUSUTAN = {"musnah": "Usul musnah", "serah": "Usul serah ke lembaga kearsipan"}
STATUS_PENYUSUTAN = {"usul": "Diusulkan", "disetujui": "Disetujui", "selesai": "Dilaksanakan", "batal": "Dibatalkan"}
KANAL_PERMOHONAN = {"eppid": "e-PPID", "desk": "Desk PPID"}
JAWABAN_PERMOHONAN = {
    "dikabulkan": "Dikabulkan",
    "dikabulkan_sebagian": "Dikabulkan sebagian",
    "ditolak": "Ditolak karena dikecualikan",
}
# The rows above a nota dinas, in the order of most offices; a page profile may order or leave them otherwise.
BARIS_NOTA = ("Yth.", "Dari", "Tembusan", "Tanggal", "Nomor", "Sifat", "Lampiran", "Hal")
JENIS_PERUBAHAN = {
    "diperpanjang": "Diperpanjang",
    "dibuka": "Dibuka",
    "diubah": "Diubah",
    "dibatalkan_putusan": "Dibatalkan putusan",
}
JENIS_PENGINGAT = {
    "akhir_90": "90 hari kerja sebelum berakhir",
    "akhir_60": "60 hari kerja sebelum berakhir",
    "akhir_30": "30 hari kerja sebelum berakhir: wajib diputuskan",
    "tinjau": "Tanggal tinjau tiba",
}
JENIS_TINDAK_LANJUT = {
    "usul_terbuka": "Lepaskan dokumen dan usulkan ke daftar informasi publik",
    "tinjau_pdp": "Jangka berakhir, tinjau pelindungan data pribadi",
}
HASIL_TINDAK_LANJUT = {
    "dilepas": "Dokumen dilepas dan diusulkan ke daftar informasi publik",
    "dilepas_sebagian": "Dilepas sebagian, bagian lain dihitamkan",
    "ditahan": "Belum dilepas",
}
HASIL_TINJAUAN = {
    "tetap": "Tetap: dasar atau alasan lain mencukupi",
    "diperbaiki": "Dasar, jangka waktu, atau uji diperbaiki",
    "diuji_ulang": "Dimasukkan ke berkas untuk uji konsekuensi baru",
    "dibuka": "Dibuka",
}
STATUS_PEKERJAAN = {"menunggu": "Menunggu", "berjalan": "Berjalan", "selesai": "Selesai", "gagal": "Gagal"}
JENIS_PEKERJAAN = {
    "jadwal_harian": "Pekerjaan harian",
    "sapu_berkas": "Membersihkan file yatim",
    "periksa_publikasi": "Memeriksa SK di situs lain",
    "kabar_harian": "Ringkasan kabar harian",
    "kirim_pesan": "Mengirim surel dan pesan kanal",
    "simpan_laporan": "Menyimpan laporan berkala",
    "kirim_webhook": "Mengabari sistem lain (webhook)",
}
CARA_MASUK = {"panel": "Panel", "program": "Program (REST)"}
OBJEK_AKUN = {"pengguna": "Pengguna", "peran": "Peran", "grup": "Grup"}
TINDAKAN_AKUN = {
    "beri": "Diberikan",
    "cabut": "Dicabut",
    "buat": "Akun dibuat",
    "undang": "Tautan kata sandi diberikan",
    "terima": "Kata sandi dipasang lewat tautan",
    "sandi": "Kata sandi baru diberikan administrator",
    "aktifkan": "Akun diaktifkan",
    "nonaktifkan": "Akun dinonaktifkan",
    "akhiri_sesi": "Semua sesi diakhiri",
    "faktor_pasang": "Verifikasi dua langkah dipasang",
    "faktor_lepas": "Verifikasi dua langkah dilepas",
    "faktor_atur_ulang": "Verifikasi dua langkah dilepas administrator",
    "kode_baru": "Kode pemulihan dibuat ulang",
    "kode_pulih": "Masuk dengan kode pemulihan",
}
CARA_SUREL = {"tidak": "Tanpa surel", "segera": "Segera, satu surel per kabar", "harian": "Ringkasan sekali sehari"}
JENIS_PESAN = {
    "segera": "Surel segera",
    "ringkasan": "Surel ringkasan harian",
    "konfirmasi": "Surel konfirmasi alamat",
    "kanal": "Pesan kanal kantor",
}
STATUS_PESAN = {
    "menunggu": "Menunggu",
    "menyerahkan": "Sedang diserahkan",
    "terkirim": "Terkirim",
    "gagal": "Ditolak server penerima",
    "batal": "Tidak dikirim",
}
JENIS_LAPORAN = {"per_sk": "Per surat keputusan", "per_periode": "Per periode"}
PASAL_18 = (
    "Putusan badan peradilan",
    "Ketetapan, keputusan, peraturan, surat edaran, atau bentuk kebijakan lain lembaga penegak hukum",
    "Surat perintah penghentian penyidikan atau penuntutan",
    "Rencana pengeluaran tahunan lembaga penegak hukum",
    "Laporan keuangan tahunan lembaga penegak hukum",
    "Laporan hasil pengembalian uang hasil korupsi",
    "Informasi yang telah dinyatakan terbuka bagi publik (Pasal 11 ayat (2))",
)
