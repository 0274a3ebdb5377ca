"""The words of the SOP: actors, statuses, papers, and the labels that staff read. Data only, no conditions."""

from enum import StrEnum


class Pelaksana(StrEnum):
    """Who performs a move: the value is the name of the FAB role."""

    PETUGAS = "Petugas PPID Pelaksana"
    VERIFIKATOR = "Verifikator PPID Utama"
    PPID_UTAMA = "PPID Utama"
    TIM = "Tim Pertimbangan"
    PETUGAS_DATA = "Petugas Data dan Informasi"
    PIMPINAN = "Pimpinan"
    ARSIPARIS = "Arsiparis"
    PENGAWAS = "Auditor"


LABEL_PELAKSANA: dict[Pelaksana, str] = {
    Pelaksana.PETUGAS: "Petugas PPID Pelaksana",
    Pelaksana.VERIFIKATOR: "Verifikator PPID Utama",
    Pelaksana.PPID_UTAMA: "PPID Utama",
    Pelaksana.TIM: "Tim Pertimbangan",
    Pelaksana.PETUGAS_DATA: "Petugas Data dan Informasi",
    Pelaksana.PIMPINAN: "Atasan PPID/Pimpinan Badan Publik",
    Pelaksana.ARSIPARIS: "Arsiparis",
    Pelaksana.PENGAWAS: "Pengawas (baca saja)",
}


class StatusUsulan(StrEnum):
    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DIHIMPUN = "dihimpun"
    DIKEMBALIKAN = "dikembalikan"


class StatusBerkas(StrEnum):
    PENGHIMPUNAN = "penghimpunan"
    PENGKAJIAN = "pengkajian"
    PERTIMBANGAN = "pertimbangan"
    PENETAPAN = "penetapan"
    PENGUNGGAHAN = "pengunggahan"
    SELESAI = "selesai"
    DIBATALKAN = "dibatalkan"


class StatusButir(StrEnum):
    DRAF = "draf"
    DIAJUKAN = "diajukan"
    DIHIMPUN = "dihimpun"
    PERBAIKAN = "perbaikan"
    DIUJI = "diuji"
    DIPERTIMBANGKAN = "dipertimbangkan"
    DITETAPKAN = "ditetapkan"
    TERBUKA = "terbuka"
    TIDAK_DISETUJUI = "tidak_disetujui"
    DIGABUNG = "digabung"
    DITUNDA = "ditunda"


class StatusNaskah(StrEnum):
    TERBIT = "terbit"
    DITANDATANGANI = "ditandatangani"
    DICABUT = "dicabut"


class StatusRegister(StrEnum):
    MENUNGGU_TTD = "menunggu_ttd"
    BERLAKU = "berlaku"
    AKAN_BERAKHIR = "akan_berakhir"
    DIBUKA = "dibuka"
    TERBUKA_DEMI_HUKUM = "terbuka_demi_hukum"
    DIPERPANJANG = "diperpanjang"
    DIUBAH = "diubah"
    DIBATALKAN = "dibatalkan"
    DICABUT = "dicabut"


class Naskah(StrEnum):
    """The papers that SIDIK issues. The value is the name of the template file as well."""

    USULAN_DAFTAR = "usulan_daftar"
    DRAFT_DAFTAR = "draft_daftar"
    MATRIKS = "matriks_uji_konsekuensi"
    BERITA_ACARA = "berita_acara_klasifikasi"
    NOTA_DINAS = "nota_dinas"
    HASIL_PERTIMBANGAN = "hasil_pertimbangan"
    SURAT_KEPUTUSAN = "surat_keputusan"
    LAMPIRAN_TERBATAS = "lampiran_terbatas"
    TANDA_BUKTI_UNGGAH = "tanda_bukti_unggah"
    LAPORAN = "laporan_pendokumentasian"
    SURAT_PERMINTAAN = "surat_permintaan_usulan"
    UNDANGAN = "undangan"
    DAFTAR_HADIR = "daftar_hadir"
    NOTULEN = "notulen"
    LEMBAR_PENDAPAT = "lembar_pendapat"
    NOTA_PERSETUJUAN = "nota_persetujuan"
    SURAT_PENYAMPAIAN = "surat_penyampaian_sk"
    PETIKAN = "petikan_sk"
    KEPUTUSAN_PERUBAHAN = "keputusan_perubahan"
    LABEL_BOKS = "label_boks"
    SURAT_PENOLAKAN = "surat_penolakan"
    BERITA_ACARA_PENYUSUTAN = "berita_acara_penyusutan"


# Papers around the SOP: no move issues them, an officer makes them when they are needed.
PENDUKUNG: tuple[Naskah, ...] = (
    Naskah.SURAT_PERMINTAAN,
    Naskah.UNDANGAN,
    Naskah.DAFTAR_HADIR,
    Naskah.NOTULEN,
    Naskah.LEMBAR_PENDAPAT,
    Naskah.NOTA_PERSETUJUAN,
    Naskah.SURAT_PENYAMPAIAN,
    Naskah.PETIKAN,
    Naskah.KEPUTUSAN_PERUBAHAN,
    Naskah.LABEL_BOKS,
)
# Papers beside the SOP: the answer to a request, the record of a list of archives. Their own step issues them.
LUAR_SOP: tuple[Naskah, ...] = (Naskah.SURAT_PENOLAKAN, Naskah.BERITA_ACARA_PENYUSUTAN)
TANPA_NOMOR: frozenset[Naskah] = frozenset(
    {
        Naskah.DRAFT_DAFTAR,
        Naskah.TANDA_BUKTI_UNGGAH,
        Naskah.DAFTAR_HADIR,
        Naskah.NOTULEN,
        Naskah.LEMBAR_PENDAPAT,
        Naskah.PETIKAN,  # bears the number of its decree
        Naskah.LABEL_BOKS,
    }
)
MILIK_PERANGKAT_DAERAH: frozenset[Naskah] = frozenset({Naskah.USULAN_DAFTAR, Naskah.DRAFT_DAFTAR})

LABEL_NASKAH: dict[Naskah, str] = {
    Naskah.USULAN_DAFTAR: "Usulan daftar informasi yang dikecualikan",
    Naskah.DRAFT_DAFTAR: "Draft daftar informasi yang dikecualikan",
    Naskah.MATRIKS: "Matriks uji konsekuensi",
    Naskah.BERITA_ACARA: "Berita acara klasifikasi informasi publik",
    Naskah.NOTA_DINAS: "Nota dinas",
    Naskah.HASIL_PERTIMBANGAN: "Hasil pertimbangan tentang informasi yang dikecualikan",
    Naskah.SURAT_KEPUTUSAN: "Surat keputusan klasifikasi informasi yang dikecualikan",
    Naskah.LAMPIRAN_TERBATAS: "Lampiran II surat keputusan (Terbatas)",
    Naskah.TANDA_BUKTI_UNGGAH: "Tanda bukti unggah",
    Naskah.LAPORAN: "Laporan pendokumentasian informasi yang dikecualikan",
    Naskah.SURAT_PERMINTAAN: "Surat permintaan usulan",
    Naskah.UNDANGAN: "Undangan rapat",
    Naskah.DAFTAR_HADIR: "Daftar hadir rapat",
    Naskah.NOTULEN: "Notulen rapat",
    Naskah.LEMBAR_PENDAPAT: "Lembar pendapat anggota Tim",
    Naskah.NOTA_PERSETUJUAN: "Nota dinas permohonan persetujuan",
    Naskah.SURAT_PENYAMPAIAN: "Surat penyampaian surat keputusan",
    Naskah.PETIKAN: "Petikan surat keputusan",
    Naskah.KEPUTUSAN_PERUBAHAN: "Keputusan perubahan klasifikasi",
    Naskah.LABEL_BOKS: "Label boks arsip",
    Naskah.SURAT_PENOLAKAN: "Surat penolakan permohonan informasi",
    Naskah.BERITA_ACARA_PENYUSUTAN: "Berita acara penyusutan arsip",
}

NAMA_FAIL_NASKAH: dict[Naskah, str] = {
    Naskah.USULAN_DAFTAR: "Usulan-Daftar",
    Naskah.DRAFT_DAFTAR: "Draft-Daftar",
    Naskah.MATRIKS: "Matriks-Uji-Konsekuensi",
    Naskah.BERITA_ACARA: "BA-Klasifikasi",
    Naskah.NOTA_DINAS: "Nota-Dinas",
    Naskah.HASIL_PERTIMBANGAN: "Hasil-Pertimbangan",
    Naskah.SURAT_KEPUTUSAN: "SK-Klasifikasi",
    Naskah.LAMPIRAN_TERBATAS: "SK-Lampiran-II-Terbatas",
    Naskah.TANDA_BUKTI_UNGGAH: "Tanda-Bukti-Unggah",
    Naskah.LAPORAN: "Laporan-Pendokumentasian",
    Naskah.SURAT_PERMINTAAN: "Surat-Permintaan-Usulan",
    Naskah.UNDANGAN: "Undangan-Rapat",
    Naskah.DAFTAR_HADIR: "Daftar-Hadir",
    Naskah.NOTULEN: "Notulen",
    Naskah.LEMBAR_PENDAPAT: "Lembar-Pendapat",
    Naskah.NOTA_PERSETUJUAN: "Nota-Dinas-Persetujuan",
    Naskah.SURAT_PENYAMPAIAN: "Surat-Penyampaian-SK",
    Naskah.PETIKAN: "Petikan-SK",
    Naskah.KEPUTUSAN_PERUBAHAN: "Keputusan-Perubahan",
    Naskah.LABEL_BOKS: "Label-Boks",
    Naskah.SURAT_PENOLAKAN: "Surat-Penolakan",
    Naskah.BERITA_ACARA_PENYUSUTAN: "BA-Penyusutan-Arsip",
}

SKKAAD_NASKAH: dict[Naskah, str] = {
    Naskah.USULAN_DAFTAR: "terbatas",
    Naskah.DRAFT_DAFTAR: "terbatas",
    Naskah.MATRIKS: "terbatas",
    Naskah.BERITA_ACARA: "terbatas",
    Naskah.NOTA_DINAS: "terbatas",
    Naskah.HASIL_PERTIMBANGAN: "terbatas",
    Naskah.SURAT_KEPUTUSAN: "biasa",
    Naskah.LAMPIRAN_TERBATAS: "terbatas",
    Naskah.TANDA_BUKTI_UNGGAH: "biasa",
    Naskah.LAPORAN: "terbatas",
    Naskah.SURAT_PERMINTAAN: "biasa",
    Naskah.UNDANGAN: "biasa",
    Naskah.DAFTAR_HADIR: "biasa",
    Naskah.NOTULEN: "terbatas",
    Naskah.LEMBAR_PENDAPAT: "terbatas",
    Naskah.NOTA_PERSETUJUAN: "terbatas",
    Naskah.SURAT_PENYAMPAIAN: "biasa",
    Naskah.PETIKAN: "terbatas",
    Naskah.KEPUTUSAN_PERUBAHAN: "biasa",
    Naskah.LABEL_BOKS: "biasa",
    Naskah.SURAT_PENOLAKAN: "biasa",
    Naskah.BERITA_ACARA_PENYUSUTAN: "biasa",
}

LABEL_STATUS: dict[str, str] = {
    StatusUsulan.DRAF: "Draf",
    StatusUsulan.DIAJUKAN: "Diajukan",
    StatusUsulan.DIHIMPUN: "Dihimpun",
    StatusUsulan.DIKEMBALIKAN: "Perlu perbaikan",
    StatusBerkas.PENGHIMPUNAN: "Penghimpunan usulan",
    StatusBerkas.PENGKAJIAN: "Pengkajian dan klasifikasi",
    StatusBerkas.PERTIMBANGAN: "Pertimbangan",
    StatusBerkas.PENETAPAN: "Penetapan",
    StatusBerkas.PENGUNGGAHAN: "Pengunggahan dan pengarsipan",
    StatusBerkas.SELESAI: "Selesai",
    StatusButir.PERBAIKAN: "Perlu perbaikan",
    StatusButir.DIUJI: "Diuji",
    StatusButir.DIPERTIMBANGKAN: "Dipertimbangkan",
    StatusButir.DITETAPKAN: "Ditetapkan",
    StatusButir.TERBUKA: "Terbuka",
    StatusButir.TIDAK_DISETUJUI: "Tidak disetujui",
    StatusButir.DIGABUNG: "Digabung",
    StatusButir.DITUNDA: "Ditunda",
    StatusNaskah.TERBIT: "Siap ditandatangani",
    StatusNaskah.DITANDATANGANI: "Ditandatangani",
    StatusNaskah.DICABUT: "Dicabut",
    StatusRegister.MENUNGGU_TTD: "Menunggu tanda tangan",
    StatusRegister.BERLAKU: "Berlaku",
    StatusRegister.AKAN_BERAKHIR: "Segera berakhir",
    StatusRegister.DIBUKA: "Dibuka dengan keputusan",
    StatusRegister.TERBUKA_DEMI_HUKUM: "Terbuka karena jangka waktu berakhir",
    StatusRegister.DIPERPANJANG: "Diperpanjang",
    StatusRegister.DIUBAH: "Diubah",
    StatusBerkas.DIBATALKAN: "Dibatalkan",
}
