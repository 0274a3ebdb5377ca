"""Rows that cannot be: what is written over the first row of a table, and the constraint that must refuse it."""

from typing import Any, NamedTuple

from sqlalchemy import CheckConstraint

from app.models.base import Base


class Impossible(NamedTuple):
    """A table, values for its first row (a plain row of tests.migrations.filling), the name of the constraint."""

    table: str
    values: dict[str, Any]
    constraint: str


DAY, BEFORE, NOON = "2026-03-05", "2026-03-04", "2026-03-05 05:00:00+00:00"
SHORT = "a" * 63
GATHERED = {"status": "dihimpun", "berkas_id": 1}
APPROVED = {"nomor_persetujuan": "045/1/2026", "tanggal_persetujuan": DAY}
CONSIDERED = {"status": "dipertimbangkan", "berkas_id": 1, "hasil_pertimbangan": "disetujui"}

BY_HAND = (
    # office
    Impossible("penunjukan", {"mulai": DAY, "selesai": BEFORE}, "urutan_tanggal"),
    Impossible("pejabat", {"mulai": DAY, "selesai": BEFORE}, "urutan_tanggal"),
    Impossible("pejabat", {"nip": "12345"}, "nip"),
    Impossible("pejabat", {"kapasitas": "plt", "atas_nama": "Kepala Dinas Contoh"}, "atas_nama"),
    Impossible("pejabat", {"untuk_beliau": "Sekretaris"}, "untuk_beliau"),
    Impossible("anggota_tim", {"mulai": DAY, "selesai": BEFORE}, "urutan_tanggal"),
    Impossible("peraturan", {"tahun": 1944}, "tahun"),
    Impossible("peraturan", {"tahun": 2201}, "tahun"),
    Impossible("pasal17", {"angka": 0}, "angka"),
    Impossible("pasal17", {"maks_tahun": 0}, "maks_tahun"),
    Impossible("kepala_rantai", {"id": 2}, "satu"),
    Impossible("versi_publik", {"halaman": 0}, "halaman"),
    Impossible("pemetaan_kolom", {"sidik": SHORT}, "sidik"),
    # berkas: an end has its time, and only an end
    Impossible("berkas", {"status": "selesai"}, "berakhir_pada_sepadan"),
    Impossible("berkas", {"status": "dibatalkan"}, "berakhir_pada_sepadan"),
    Impossible("berkas", {"status": "pengkajian", "berakhir_pada": NOON}, "berakhir_pada_sepadan"),
    Impossible("berkas", {"putaran": 0}, "putaran"),
    Impossible("berkas", {"tahap_tertinggi": 6}, "tahap_tertinggi"),
    Impossible("berkas", {"tahap_tertinggi": -1}, "tahap_tertinggi"),
    # usulan: in a berkas exactly while gathered; seen by PPID Utama once submitted
    Impossible("usulan", {"status": "dihimpun"}, "berkas_id_sepadan"),
    Impossible("usulan", {"status": "diajukan", "berkas_id": 1}, "berkas_id_sepadan"),
    Impossible("usulan", {"status": "dikembalikan", "berkas_id": 1}, "berkas_id_sepadan"),
    Impossible("usulan", {"status": "diajukan", "pernah_diajukan": False}, "pernah_diajukan"),
    Impossible("usulan", {"putaran": 0}, "putaran"),
    # butir: each status has its companions
    Impossible("butir_informasi", {"status": "dihimpun"}, "berkas_id_sepadan"),
    Impossible("butir_informasi", {"status": "draf", "berkas_id": 1}, "berkas_id_sepadan"),
    Impossible("butir_informasi", {"status": "diajukan", "berkas_id": 1}, "berkas_id_sepadan"),
    Impossible("butir_informasi", {"status": "digabung", "berkas_id": 1}, "digabung_ke_id_sepadan"),
    Impossible("butir_informasi", GATHERED | {"digabung_ke_id": 2}, "digabung_ke_id_sepadan"),
    Impossible("butir_informasi", {"status": "digabung", "berkas_id": 1, "digabung_ke_id": 1}, "gabung_bukan_diri"),
    Impossible("butir_informasi", {"status": "dipertimbangkan", "berkas_id": 1}, "hasil_pertimbangan_sepadan"),
    Impossible("butir_informasi", CONSIDERED | {"status": "diuji"}, "hasil_pertimbangan_sepadan"),
    Impossible("butir_informasi", CONSIDERED | {"status": "ditetapkan"}, "keputusan_sepadan"),
    Impossible("butir_informasi", CONSIDERED | {"status": "tidak_disetujui"}, "keputusan_sepadan"),
    Impossible("butir_informasi", CONSIDERED | {"keputusan": "dikecualikan"}, "keputusan_sepadan"),
    Impossible("butir_informasi", {"jangka_tahun": 0}, "jangka_tahun"),
    Impossible("butir_informasi", {"jangka_tahun": 101}, "jangka_tahun"),
    Impossible("dasar_pengecualian", {"teks": None}, "berisi"),
    Impossible("bagian_dikecualikan", {"kolom": None}, "berisi"),
    Impossible("uji_konsekuensi", {"penguji_id": 1}, "penguji_sepadan"),
    Impossible("uji_konsekuensi", {"tanggal": DAY}, "penguji_sepadan"),
    Impossible("uji_konsekuensi", {"kesimpulan": "terbuka"}, "kesimpulan_berpenguji"),
    Impossible("rapat", {"mulai": "09:00:00", "selesai": "08:59:00"}, "urutan_jam"),
    Impossible("pendapat", {"cara": "rapat"}, "dicatat_sepadan"),
    Impossible("pendapat", {"dicatat_oleh_id": 1}, "dicatat_sepadan"),
    # papers and files
    Impossible("unggahan", {"sha256": SHORT}, "sha256"),
    Impossible("unggahan", {"ukuran": -1}, "ukuran"),
    Impossible("nomor_naskah", {"urut": 0}, "urut"),
    Impossible("nomor_naskah", {"status": "batal"}, "alasan_batal_sepadan"),
    Impossible("nomor_naskah", {"alasan_batal": "salah"}, "alasan_batal_sepadan"),
    Impossible("naskah", {"nomor": None, "nomor_naskah_id": None}, "bernomor"),
    Impossible("naskah", {"jenis": "tanda_bukti_unggah"}, "tanpa_nomor"),
    Impossible("naskah", {"jenis": "draft_daftar"}, "tanpa_nomor"),
    Impossible("naskah", {"nomor": None}, "nomor_sepadan"),
    Impossible("naskah", {"usulan_id": None}, "bertuan"),
    Impossible("naskah", {"jenis": "petikan_sk", "nomor": None, "nomor_naskah_id": None}, "petikan_bertuan"),
    Impossible("naskah", {"sha256": SHORT}, "sha256"),
    # background work and what follows an opening
    Impossible("pekerjaan", {"kemajuan": 101}, "kemajuan"),
    Impossible("pekerjaan", {"status": "selesai"}, "selesai_sepadan"),
    Impossible("pekerjaan", {"status": "berjalan", "selesai": NOON}, "selesai_sepadan"),
    Impossible("tindak_lanjut", {"hasil": "dilepas"}, "hasil_sepadan"),
    Impossible("tindak_lanjut", {"selesai_pada": NOON}, "hasil_sepadan"),
    # register, archive, publication, report
    Impossible("butir_ditetapkan", {"akhir": "2031-03-05"}, "batas_buka_sepadan"),
    Impossible("butir_ditetapkan", {"batas_buka": "2031-01-05"}, "batas_buka_sepadan"),
    Impossible("butir_ditetapkan", {"mulai": DAY, "akhir": DAY, "batas_buka": DAY}, "urutan_jangka"),
    Impossible("arsip", {"retensi_aktif": -1}, "retensi_aktif"),
    Impossible("arsip", {"retensi_inaktif": 101}, "retensi_inaktif"),
    Impossible("arsip", {"hardcopy_jumlah_lembar": 0}, "jumlah_lembar"),
    Impossible("publikasi", {"dicabut_pada": NOON}, "cabut_sepadan"),
    Impossible("publikasi", {"alasan_cabut": "salah"}, "cabut_sepadan"),
    Impossible("publikasi", {"cek_terakhir": NOON}, "cek_sepadan"),
    Impossible("publikasi", {"hasil_cek": "sama"}, "cek_sepadan"),
    Impossible("kotak_keluar", {"status": "selesai"}, "selesai_sepadan"),
    Impossible("kotak_keluar", {"selesai_pada": NOON}, "selesai_sepadan"),
    Impossible("kotak_keluar", {"percobaan": -1}, "percobaan"),
    Impossible("laporan", {"periode": None}, "lingkup"),
    Impossible("laporan", {"nama": "beban"}, "tersimpan"),
    # custody and requests
    Impossible("klasifikasi_arsip", {"retensi_aktif": -1}, "retensi_aktif"),
    Impossible("klasifikasi_arsip", {"retensi_inaktif": 101}, "retensi_inaktif"),
    Impossible("peminjaman_arsip", {"jatuh_tempo": BEFORE}, "urutan_pinjam"),
    Impossible("peminjaman_arsip", {"dikembalikan": BEFORE}, "urutan_kembali"),
    Impossible("penyusutan_arsip", {"nomor_persetujuan": "1"}, "persetujuan_sepadan"),
    Impossible("penyusutan_arsip", {"status": "disetujui"}, "setuju_bersurat"),
    Impossible("penyusutan_arsip", {"dilaksanakan": DAY}, "dilaksanakan_sepadan"),
    Impossible("naskah", {"jenis": "surat_penolakan"}, "permohonan_id"),
    Impossible("naskah", {"permohonan_id": 1}, "permohonan_id"),
    Impossible("naskah", {"jenis": "surat_penolakan", "permohonan_id": 1}, "permohonan_id"),
    Impossible("naskah", {"jenis": "berita_acara_penyusutan"}, "penyusutan_id"),
    Impossible("naskah", {"penyusutan_id": 1}, "penyusutan_id"),
    Impossible("permohonan", {"tanggal_jawaban": DAY}, "jawaban_sepadan"),
    Impossible("permohonan", {"jawaban": "ditolak", "tanggal_jawaban": BEFORE}, "urutan_jawaban"),
    Impossible("permohonan", {"diperpanjang": DAY}, "perpanjangan_sepadan"),
    Impossible("permohonan", {"diperpanjang": BEFORE, "alasan_perpanjangan": "x"}, "urutan_perpanjangan"),
    # what people are told
    Impossible("pesan_keluar", {"jenis": "kanal"}, "penerima"),
    Impossible("pesan_keluar", {"pengguna_id": None}, "penerima"),
    Impossible("pesan_keluar", {"status": "terkirim"}, "selesai"),
    Impossible("pesan_keluar", {"selesai_pada": NOON}, "selesai"),
    # accounts
    Impossible("kredensial", {"faktor_sejak": NOON}, "faktor_berahasia"),
    Impossible("kode_pemulihan", {"sidik": SHORT}, "sidik"),
    Impossible("tautan_akun", {"sidik": SHORT}, "sidik"),
    # after a change of the law
    Impossible("informasi_terbuka", {"berlaku_mulai": DAY, "berlaku_sampai": BEFORE}, "urutan_tanggal"),
    Impossible("tinjauan", {"hasil": "tetap"}, "hasil_sepadan"),
    Impossible("tinjauan", {"pasal17_id": 1}, "satu_sebab"),
    Impossible("tinjauan", {"peraturan_id": None}, "satu_sebab"),
    Impossible("tinjauan", {"butir_ditetapkan_id": 1}, "satu_objek"),
    Impossible("tinjauan", {"butir_id": None}, "satu_objek"),
    # what came later
    Impossible("nomor_naskah", {"sumber": "agenda_luar"}, "urut_sepadan"),
    Impossible("akar_terpercaya", {"sidik": SHORT}, "sidik"),
    Impossible("tindak_lanjut", {"selesai_pada": NOON}, "hasil_sepadan"),
    Impossible("pekerjaan", {"kemajuan": 101}, "kemajuan"),
    Impossible("pekerjaan", {"status": "selesai"}, "selesai_sepadan"),
)


def checks() -> dict[tuple[str, str], CheckConstraint]:
    """(table, short name) -> every CHECK of our models."""
    return {
        (table.name, str(constraint.name).removeprefix(f"ck_{table.name}_")): constraint
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }


def closed_lists() -> tuple[Impossible, ...]:
    """For each closed list a word that does not stand in it."""
    columns = {(table.name, column.name) for table in Base.metadata.tables.values() for column in table.columns}
    listed = [place for place, check in checks().items() if place in columns and " IN ('" in str(check.sqltext)]
    changeable = sorted(place for place in listed if place[0] != "riwayat_akun")  # a trigger refuses any change first
    return tuple(Impossible(table, {column: "sulap"}, column) for table, column in changeable)
