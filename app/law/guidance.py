"""What each letter of Pasal 17 asks of a consequence test: questions to answer, examples to learn from. Data for hints."""

from dataclasses import dataclass

UMUM = (
    "Siapa yang dirugikan bila informasi ini dibuka, dan bagaimana terjadinya?",
    "Seberapa mungkin dan seberapa besar akibatnya?",
    "Bagian mana yang tetap dapat diberikan: dengan penghitaman, angka rekapitulasi, atau akses terbatas?",
    "Kepentingan publik apa yang terpenuhi bila dibuka, dan mengapa kepentingan yang dilindungi lebih besar?",
    "Sampai kapan perlu ditutup, dan apa yang mengakhirinya?",
)


@dataclass(frozen=True)
class Panduan:
    """One letter. `pertanyaan`: what the test must answer; `dibuka`, `ditutup`: good sentences; `jangka`: a good term."""

    huruf: str
    pertanyaan: tuple[str, ...]
    dibuka: str
    ditutup: str
    jangka: str


PANDUAN: dict[str, Panduan] = {
    p.huruf: p
    for p in (
        Panduan(
            "a",
            (
                "Penyelidikan atau penyidikan mana yang terganggu, dan pada tahap apa?",
                "Apakah identitas pelapor, saksi, atau korban dapat dikenali?",
                "Apakah isinya sudah pernah dibuka dalam sidang yang terbuka untuk umum?",
            ),
            "Terlapor mengetahui arah pemeriksaan, lalu menghilangkan bukti dan menekan pelapor.",
            "Pemeriksaan berjalan sampai tuntas dan pelapor tetap aman.",
            "Sampai perkara berkekuatan hukum tetap, paling lama 30 tahun.",
        ),
        Panduan(
            "b",
            (
                "Rahasia dagang atau kekayaan intelektual siapa yang terbuka?",
                "Keuntungan apa yang diperoleh pesaing bila mengetahuinya?",
                "Apakah proses pemilihan penyedia sudah selesai?",
            ),
            "Pesaing mengetahui rincian harga satuan dan metode kerja peserta sebelum penawaran dibuka.",
            "Persaingan antarpeserta tetap sehat dan penawaran diajukan dengan jujur.",
            "Sampai penetapan pemenang diumumkan.",
        ),
        Panduan(
            "c",
            (
                "Serangan atau gangguan apa yang menjadi mungkin bila rinciannya diketahui?",
                "Apakah rinciannya masih berlaku, atau sudah diganti?",
                "Apakah gambaran umum tanpa rincian teknis dapat diberikan?",
            ),
            "Penyerang memperoleh peta jaringan dan titik lemah, lalu melumpuhkan layanan publik daring.",
            "Layanan publik daring tetap tersedia dan data warga tetap aman.",
            "5 tahun, atau sampai sistem diganti.",
        ),
        Panduan(
            "d",
            (
                "Kekayaan alam apa, di mana, dan seberapa rinci letaknya terungkap?",
                "Penjarahan atau spekulasi lahan apa yang dapat terjadi?",
            ),
            "Letak cadangan yang rinci memancing penambangan liar dan spekulasi lahan.",
            "Cadangan terlindungi sampai pengelolaannya diatur.",
            "Sampai izin pengelolaan ditetapkan.",
        ),
        Panduan(
            "e",
            (
                "Rencana apa yang masih awal, dan keputusan apa yang belum diambil?",
                "Siapa yang memperoleh keuntungan bila mengetahuinya lebih dahulu?",
            ),
            "Spekulan menaikkan harga tanah sebelum pembebasan lahan diumumkan sehingga biaya daerah naik.",
            "Harga terbentuk secara wajar dan keuangan daerah terlindungi.",
            "Sampai penetapan lokasi diumumkan.",
        ),
        Panduan(
            "f",
            (
                "Perundingan dengan negara atau lembaga mana, dan pada tahap apa?",
                "Posisi tawar apa yang melemah bila diketahui?",
            ),
            "Mitra mengetahui batas tawar sebelum perundingan selesai.",
            "Posisi tawar dan hubungan dengan mitra terjaga.",
            "Sampai perjanjian ditandatangani.",
        ),
        Panduan(
            "g",
            (
                "Akta siapa, dan apakah isinya bersifat pribadi?",
                "Apakah yang bersangkutan memberi persetujuan tertulis?",
                "Apakah berkaitan dengan posisinya dalam jabatan publik?",
            ),
            "Isi wasiat diketahui sebelum waktunya dan menimbulkan sengketa keluarga.",
            "Kehendak terakhir seseorang dan ketenteraman keluarganya terlindungi.",
            "Sampai ada persetujuan tertulis ahli waris atau perintah pengadilan.",
        ),
        Panduan(
            "h",
            (
                "Data pribadi apa yang terbuka: keluarga, kesehatan, keuangan, evaluasi, atau pendidikan?",
                "Apakah orangnya dapat dikenali bila nama dan nomor induknya dihitamkan?",
                "Apakah yang bersangkutan memberi persetujuan tertulis, atau datanya terkait jabatan publiknya?",
            ),
            "Riwayat penyakit seseorang diketahui tetangga dan pemberi kerja, lalu ia dikucilkan atau diberhentikan.",
            "Pasien tetap mau berobat karena rahasianya terjaga.",
            "Sampai ada persetujuan tertulis yang bersangkutan; ditinjau setiap tahun.",
        ),
        Panduan(
            "i",
            (
                "Apakah surat ini menurut sifatnya dirahasiakan, atau hanya surat biasa antarinstansi?",
                "Keputusan apa yang belum final, dan kapan menjadi final?",
                "Bagian mana yang dapat diberikan setelah keputusan diambil?",
            ),
            "Simpulan sementara dikutip sebagai keputusan, lalu menyesatkan publik dan menekan pemeriksa.",
            "Pejabat dapat memberi pendapat dengan bebas sampai keputusan diambil.",
            "Sampai laporan hasil pemeriksaan dinyatakan final.",
        ),
        Panduan(
            "j",
            (
                "Undang-undang lain yang mana, pasal dan ayat berapa, merahasiakan informasi ini?",
                "Apakah pasal itu masih berlaku dan benar-benar merahasiakan, bukan sekadar mengatur?",
                "Kapan dan kepada siapa undang-undang itu membolehkan pembukaan?",
            ),
            "Data wajib pajak terbuka, padahal undang-undang mewajibkan petugas merahasiakannya.",
            "Kewajiban undang-undang dipenuhi dan warga tetap melapor dengan jujur.",
            "Sesuai undang-undang yang dikutip.",
        ),
    )
}


def panduan(huruf: str) -> Panduan:
    """The guidance of a letter. KeyError for a letter that Pasal 17 does not have."""
    return PANDUAN[huruf]
