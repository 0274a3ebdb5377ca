"""What the invented agencies propose in the demo world. All invented: no real case, person or system."""

from dataclasses import dataclass, field

HTN = "Publik tetap memperoleh rekapitulasi dan kebijakan umumnya tanpa rincian yang dikecualikan."


@dataclass(frozen=True)
class Contoh:
    """One proposed butir. `pasal17`: as "h.2"; `dasar`: (jenis, nomor, tahun, pasal); `kesimpulan`: of the test."""

    uraian: str
    publik: str
    induk: str
    penguasa: str
    pasal17: tuple[str, ...]
    dasar: tuple[tuple[str, str, int, str], ...]
    dibuka: str
    ditutup: str
    jangka: tuple[str, int | str]
    bagian: str = ""
    kesimpulan: str = ""
    kepentingan: str = field(default=HTN)

    @property
    def cakupan(self) -> str:
        return "sebagian" if self.bagian else "seluruh"

    @property
    def hasil(self) -> str:
        """What PPID Utama concludes: what is named, else excluded as proposed."""
        return self.kesimpulan or ("dikecualikan_sebagian" if self.bagian else "dikecualikan")


KESEHATAN = ("UU", "17", 2023, "Pasal 177")
DATA_PRIBADI = ("UU", "27", 2022, "Pasal 4 ayat (2)")
ASN = ("UU", "20", 2023, "Pasal 34")
ITE = ("UU", "1", 2024, "Pasal 15")
INTELIJEN = ("UU", "17", 2011, "Pasal 25")
PERSAINGAN = ("UU", "5", 1999, "Pasal 23")
SAKSI = ("UU", "31", 2014, "Pasal 5")
DAGANG = ("UU", "30", 2000, "Pasal 3")

KLINIK = Contoh(
    "Catatan hasil pemeriksaan kesehatan calon jemaah haji menurut orang",
    "Catatan pemeriksaan kesehatan perorangan pada layanan kesehatan haji",
    "Buku pemeriksaan kesehatan haji",
    "Bidang Pelayanan Kesehatan",
    ("h.2",),
    (KESEHATAN,),
    "Riwayat penyakit seseorang diketahui umum sehingga ia dapat diperlakukan tidak adil.",
    "Hak pasien atas kerahasiaan terlindungi dan ia tidak ragu memeriksakan diri.",
    ("persetujuan", "Persetujuan tertulis orang yang diperiksa atau perintah pengadilan"),
)
TUBERKULOSIS = Contoh(
    "Daftar menurut nama dan alamat penderita tuberkulosis yang sedang berobat",
    "Daftar perorangan penderita penyakit menular dalam pengobatan",
    "Laporan triwulanan penanggulangan tuberkulosis",
    "Bidang Pencegahan dan Pengendalian Penyakit",
    ("h.2",),
    (DATA_PRIBADI,),
    "Penderita dan keluarganya dijauhi lingkungan serta berhenti berobat.",
    "Pengobatan berjalan sampai tuntas dan penularan dapat dicegah.",
    ("tahun", 10),
    bagian="Kolom nama, nomor induk kependudukan, dan alamat pada lampiran laporan",
)
KEJADIAN = Contoh(
    "Laporan penelaahan kejadian yang tidak diharapkan pada pelayanan rumah sakit daerah",
    "Laporan penelaahan mutu dan keselamatan pasien rumah sakit daerah",
    "Dokumen penelaahan keselamatan pasien",
    "Bidang Pelayanan Kesehatan",
    ("h.2",),
    (KESEHATAN,),
    "Identitas pasien dan tenaga kesehatan terungkap sehingga pelaporan menjadi tidak jujur.",
    "Perbaikan mutu berjalan melalui pelaporan yang jujur.",
    ("tahun", 5),
    bagian="Nama pasien dan tenaga kesehatan pada halaman kronologi",
)
TENAGA = Contoh(
    "Rekapitulasi jumlah tenaga kesehatan pada setiap puskesmas",
    "Rekapitulasi jumlah tenaga kesehatan pada setiap puskesmas",
    "Profil sumber daya manusia kesehatan",
    "Sekretariat Dinas Kesehatan",
    ("h.4",),
    (DATA_PRIBADI,),
    "Dikhawatirkan dipakai untuk menilai kinerja orang perorangan.",
    "Kepentingan yang dilindungi tidak tampak karena data bersifat rekapitulasi.",
    ("tahun", 2),
    kesimpulan="terbuka",
)
KERACUNAN = Contoh(
    "Hasil uji laboratorium kejadian keracunan pangan yang masih dalam penyidikan",
    "Hasil uji laboratorium yang menjadi bahan penyidikan",
    "Laporan hasil uji laboratorium kesehatan daerah",
    "UPTD Laboratorium Kesehatan Daerah",
    ("a.1",),
    (SAKSI,),
    "Penyidikan terhambat karena pihak yang diperiksa dapat menghilangkan bukti.",
    "Penyidikan selesai secara objektif dan korban memperoleh kepastian.",
    ("peristiwa", "Diserahkannya berkas perkara yang dinyatakan lengkap kepada penuntut umum"),
)
GUDANG = Contoh(
    "Jadwal dan rute pengiriman obat tertentu yang berpotensi disalahgunakan",
    "Jadwal dan rute pengiriman obat dalam pengawasan khusus",
    "Rencana distribusi instalasi farmasi provinsi",
    "Instalasi Farmasi Provinsi",
    ("a.5",),
    (KESEHATAN,),
    "Pengiriman dapat dihadang dan obat jatuh ke tangan yang tidak berhak.",
    "Obat sampai dengan aman dan dipakai sesuai peruntukannya.",
    ("tahun", 2),
)

ASESMEN = Contoh(
    "Hasil penilaian potensi dan kompetensi peserta seleksi jabatan pimpinan tinggi menurut orang",
    "Hasil penilaian kompetensi perorangan pada seleksi jabatan",
    "Laporan pusat penilaian kompetensi",
    "Bidang Pengembangan Kompetensi",
    ("h.4",),
    (ASN,),
    "Hasil penilaian kemampuan seseorang tersebar dan merugikan kariernya.",
    "Penilaian berlangsung jujur dan peserta terlindungi.",
    ("tahun", 5),
)
CERAI = Contoh(
    "Berkas permohonan izin perceraian pegawai beserta alasan dan bukti pendukungnya",
    "Berkas permohonan izin yang memuat riwayat keluarga pegawai",
    "Berkas layanan kepegawaian",
    "Bidang Kesejahteraan dan Disiplin Pegawai",
    ("h.1",),
    (DATA_PRIBADI,),
    "Kehidupan keluarga pegawai menjadi pembicaraan umum dan anak-anaknya dirugikan.",
    "Keluarga pegawai terlindungi dan permohonan diperiksa dengan tenang.",
    ("persetujuan", "Persetujuan tertulis pegawai yang bersangkutan"),
)
ETIK = Contoh(
    "Notula sidang majelis kode etik sebelum putusan dijatuhkan",
    "Notula sidang majelis kode etik yang belum diputus",
    "Berkas sidang majelis kode etik",
    "Bidang Kesejahteraan dan Disiplin Pegawai",
    ("i",),
    (ASN,),
    "Pendapat anggota majelis dipengaruhi dan nama baik terlapor rusak sebelum ada putusan.",
    "Majelis memutus dengan bebas dan terlapor diperlakukan adil.",
    ("peristiwa", "Dijatuhkannya putusan majelis kode etik yang berkekuatan tetap"),
)
POTONGAN = Contoh(
    "Rincian rekening gaji, potongan, dan pinjaman pegawai menurut orang",
    "Rincian penghasilan dan kewajiban keuangan pegawai perorangan",
    "Daftar pembayaran gaji",
    "Sekretariat Badan Kepegawaian Daerah",
    ("h.3",),
    (DATA_PRIBADI,),
    "Rekening dan kewajiban pegawai disalahgunakan untuk penipuan.",
    "Data keuangan pribadi terlindungi dari penyalahgunaan.",
    ("tahun", 10),
    bagian="Kolom nomor rekening, potongan, dan sisa pinjaman",
)
GOLONGAN = Contoh(
    "Rekapitulasi jumlah pegawai menurut golongan dan jenis kelamin",
    "Rekapitulasi jumlah pegawai menurut golongan dan jenis kelamin",
    "Statistik kepegawaian",
    "Bidang Pengadaan dan Informasi Kepegawaian",
    ("h.4",),
    (ASN,),
    "Dikhawatirkan menimbulkan perbandingan antarperangkat daerah.",
    "Kepentingan yang dilindungi tidak tampak karena data bersifat statistik.",
    ("tahun", 1),
    kesimpulan="terbuka",
)
SOAL = Contoh(
    "Naskah soal dan kunci jawaban seleksi terbuka yang belum diujikan",
    "Naskah soal seleksi yang belum diujikan",
    "Bank soal seleksi terbuka",
    "Bidang Pengembangan Kompetensi",
    ("b",),
    (DAGANG,),
    "Peserta tertentu memperoleh keuntungan sehingga seleksi tidak adil.",
    "Seleksi berjalan adil dan hasilnya dapat dipercaya.",
    ("peristiwa", "Selesainya seluruh tahapan ujian seleksi terbuka yang bersangkutan"),
)

RIWAYAT = Contoh(
    "Catatan pendidikan dan nilai akademik pegawai yang diajukan untuk kenaikan jenjang",
    "Catatan pendidikan perorangan pegawai",
    "Berkas usul kenaikan jenjang jabatan",
    "Bidang Mutasi dan Promosi",
    ("h.5",),
    (DATA_PRIBADI,),
    "Nilai dan riwayat pendidikan seseorang dipakai untuk merendahkannya.",
    "Catatan pribadi pegawai terlindungi.",
    ("tahun", 5),
    bagian="Transkrip nilai pada lampiran berkas",
)

PEMULIHAN = Contoh(
    "Rancangan susunan perangkat pusat pemulihan bencana dan jalur cadangannya",
    "Rancangan teknis sarana pemulihan layanan sistem elektronik",
    "Dokumen rancangan pusat pemulihan bencana",
    "Bidang Persandian dan Keamanan Informasi",
    ("c.6",),
    (ITE,),
    "Titik lemah layanan pemerintah diketahui dan dapat dilumpuhkan bersamaan.",
    "Layanan publik pulih dengan cepat ketika terjadi gangguan.",
    ("tahun", 5),
)
INSIDEN = Contoh(
    "Laporan penanganan insiden siber yang perbaikannya belum selesai",
    "Laporan penanganan gangguan keamanan sistem yang belum selesai",
    "Laporan tim tanggap insiden",
    "Bidang Persandian dan Keamanan Informasi",
    ("c.6",),
    (ITE,),
    "Celah yang belum tertutup dipakai lagi oleh penyerang.",
    "Ada waktu yang cukup untuk menutup celah dan memulihkan layanan.",
    ("peristiwa", "Dinyatakannya seluruh perbaikan selesai dan lulus pengujian ulang"),
)
HARGA = Contoh(
    "Rincian harga satuan dan formula perhitungan dalam penawaran calon mitra layanan data",
    "Rincian penawaran calon mitra layanan data",
    "Dokumen penawaran kerja sama",
    "Bidang Aplikasi dan Pengelolaan Informatika",
    ("b",),
    (PERSAINGAN,),
    "Pesaing mengetahui rahasia usaha penawar sehingga persaingan menjadi tidak sehat.",
    "Calon mitra mau menawar dengan jujur dan persaingan terjaga.",
    ("tahun", 3),
    bagian="Lampiran rincian harga satuan dan formula perhitungan",
)
KAMERA = Contoh(
    "Tata letak ruang peladen beserta titik kamera pengawas dan jalur akses petugas",
    "Tata letak sarana pengamanan ruang peladen",
    "Gambar kerja ruang peladen",
    "Bidang Persandian dan Keamanan Informasi",
    ("c.6",),
    (ITE,),
    "Pengamanan ruang dapat dihindari sehingga perangkat dan data dicuri.",
    "Perangkat dan data pemerintah tetap aman.",
    ("tahun", 5),
)
SANDI = Contoh(
    "Daftar lokasi dan pengaturan perangkat komunikasi sandi pemerintah daerah",
    "Daftar perangkat komunikasi sandi pemerintah daerah",
    "Buku inventaris peralatan sandi",
    "Bidang Persandian dan Keamanan Informasi",
    ("c.6",),
    (INTELIJEN,),
    "Komunikasi sandi pemerintah dapat disadap atau diganggu.",
    "Kerahasiaan komunikasi pimpinan daerah terjaga.",
    ("tahun", 20),
)
KEBIJAKAN = Contoh(
    "Notula pembahasan internal rancangan kebijakan pengamanan informasi yang belum ditetapkan",
    "Notula pembahasan internal rancangan kebijakan",
    "Notula rapat internal",
    "Sekretariat Dinas Komunikasi, Informatika, Statistik dan Persandian",
    ("i",),
    (ITE,),
    "Pembahasan yang belum matang menyesatkan publik dan menghambat pengambilan keputusan.",
    "Kebijakan dibahas dengan terbuka di dalam sebelum ditetapkan.",
    ("peristiwa", "Ditetapkannya kebijakan pengamanan informasi yang dibahas"),
)
