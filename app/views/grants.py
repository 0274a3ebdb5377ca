"""One permission in Indonesian words, for administrators."""

from __future__ import annotations

from app.sop import reading

PERAN_UMUM = {
    "can_list": "melihat daftar",
    "can_show": "membuka",
    "can_get": "membaca (REST)",
    "can_add": "menambah",
    "can_post": "menambah (REST)",
    "can_edit": "mengubah",
    "can_put": "mengubah (REST)",
    "can_delete": "menghapus",
    "can_info": "keterangan isian (REST)",
    "menu_access": "menu",
    "can_impor": "mengimpor",
    "can_ulangi": "mengulangi",
    "can_sop": "melihat SOP",
    "can_index": "membuka",
    "can_download": "mengunduh",
    "can_userinfo": "akun sendiri",
    "can_this_form_get": "membuka formulir",
    "can_this_form_post": "mengirim formulir",
    "resetmypassword": "ganti kata sandi sendiri",
    "can_refresh": "memperbarui token",
    "can_login": "masuk (REST)",
    "can_unggah": "mengunggah",
    "can_aktifkan": "mengaktifkan",
    "can_bukti": "menyusun bukti",
    "can_monev": "menyusun paket bukti monev",
}
SUMBER = {
    "ButirInformasi": "Butir informasi",
    "DasarPengecualian": "Dasar pengecualian",
    "BagianDikecualikan": "Bagian yang dikecualikan",
    "UjiKonsekuensi": "Uji konsekuensi",
    "PerangkatDaerah": "Perangkat daerah",
    "AnggotaTim": "Anggota Tim",
    "HariLibur": "Hari libur",
    "InformasiTerbuka": "Daftar informasi publik",
    "Tinjauan": "Tinjauan perubahan hukum",
    "PersetujuanPimpinan": "Persetujuan pimpinan",
    "ButirDitetapkan": "Daftar yang ditetapkan",
    "PenyimpananDokumen": "Penyimpanan dokumen",
    "PerubahanKlasifikasi": "Perubahan klasifikasi",
    "PengingatRegister": "Pengingat jangka waktu",
    "TindakLanjut": "Tindak lanjut pembukaan",
    "Pekerjaan": "Pekerjaan latar",
    "TemplatNaskah": "Templat naskah",
    "AkarTerpercaya": "Sertifikat terpercaya",
    "NomorNaskah": "Nomor naskah",
    "SalinanTtd": "Salinan bertanda tangan",
    "KehadiranRapat": "Kehadiran rapat",
    "PerubahanData": "Riwayat isian",
    "Pasal17": "Pasal 17",
    "SopView": "SOP",
    "UserDBModelView": "Akun",
    "ResetMyPasswordView": "Kata sandi sendiri",
    "UserInfoEditView": "Data diri",
    "OpenApi": "Keterangan REST",
    "SecurityApi": "Masuk (REST)",
    "Security": "Keamanan",
    "RiwayatAkun": "Riwayat akun dan izin",
    "KlasifikasiArsip": "Klasifikasi arsip",
    "PeminjamanArsip": "Peminjaman arsip",
    "PenyusutanArsip": "Penyusutan arsip",
    "Permohonan": "Permohonan informasi",
    "PesanKeluar": "Surel dan pesan keluar",
    "Unggahan": "File unggahan",
    "IzinDasar": "Izin dasar",
    "SumberDaya": "Sumber daya",
    "Penunjukan": "SK penunjukan",
}


def izin_kata(permission: str, resource: str) -> str:
    """One grant in words: "Tetapkan klasifikasi pada Berkas"."""
    verb = permission.removeprefix("can_")
    moves = (row.label for kind, row in reading.semua() if row.verb == verb and reading.SUMBER_DAYA[kind] == resource)
    word = next(moves, None) or PERAN_UMUM.get(permission) or verb.replace("_", " ")
    if verb.startswith("baris_"):
        word = f"melihat baris sebagai {verb.removeprefix('baris_').replace('_', ' ')}"
    return f"{word[0].upper()}{word[1:]} pada {SUMBER.get(resource, resource)}"
