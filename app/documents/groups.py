"""Groups of names that papers share: letterhead, paper, case, signer, references, meeting, rounds. Each once."""

from __future__ import annotations

from app.documents.schema import Count, Flag, Group, Node, Rows, Text

INSTANSI = Group(
    "Kop: perangkat daerah yang menerbitkan naskah",
    {
        "pemerintah": Text("Baris pertama kop", "PEMERINTAH PROVINSI BANTEN"),
        "nama": Text(
            "Nama perangkat daerah pada kop, huruf kapital", "DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN"
        ),
        "singkatan": Text("Singkatan perangkat daerah", "DKISP"),
        "alamat": Text(
            "Alamat pada kop (boleh kosong)",
            "Kawasan Pusat Pemerintahan Provinsi Banten (KP3B), Jalan Contoh Nomor 1, Serang",
        ),
        "kontak": Text(
            "Telepon, laman dan pos-el dalam satu baris (boleh kosong)",
            "Telepon (0254) 000000, Laman dkisp.contoh.go.id, Pos-el dkisp@contoh.go.id",
        ),
        "lambang": Flag("Ya bila gambar lambang sudah diunggah; gambarnya di tempat yang bertanda LAMBANG_INSTANSI"),
    },
)

INSTANSI_PENGUSUL = {
    "nama": "DINAS KESEHATAN",
    "singkatan": "DINKES",
    "kontak": "Telepon (0254) 000001, Laman dinkes.contoh.go.id, Pos-el dinkes@contoh.go.id",
}


def naskah(
    perihal: str,
    nomor: str,
    *,
    skkaad: str = "Terbatas",
    sifat: str = "Terbatas",
    lampiran: str = "1 (satu) berkas",
    tembusan: tuple[str, ...] = (),
) -> Group:
    """The paper itself; every paper has exactly these names."""
    return Group(
        "Naskah ini",
        {
            "nomor": Text("Nomor naskah; pada konsep dicetak titik-titik, kosong bila naskah tidak bernomor", nomor),
            "tanggal": Text("Tanggal naskah, contoh 2 Oktober 2026", "2 Oktober 2026"),
            "hari": Text("Nama hari dari tanggal naskah", "Jumat"),
            "tanggal_kata": Text(
                "Tanggal naskah dengan kata", "tanggal dua bulan Oktober tahun dua ribu dua puluh enam"
            ),
            "tahun": Text("Tahun kegiatan yang disebut dalam judul", "2026"),
            "tempat": Text("Tempat naskah ditetapkan atau dibuat", "Serang"),
            "perihal": Text("Perihal", perihal),
            "sifat": Text("Sifat surat, contoh Biasa atau Terbatas", sifat),
            "lampiran": Text("Jumlah lampiran dengan kata, atau tanda hubung", lampiran),
            "skkaad": Text("Tanda keamanan arsip (SKKAAD) di kepala halaman", skkaad),
            "tembusan": Rows(
                "Tembusan, satu penerima satu baris (boleh kosong)",
                Text("Penerima tembusan"),
                tembusan,
            ),
            "paraf": Rows(
                "Jabatan yang membubuhkan paraf koordinasi (boleh kosong)",
                Text("Jabatan pemaraf"),
                (),
            ),
            "putaran": Count("Putaran berkas atau usulan saat naskah dibuat", 2),
            "revisi": Count("Revisi naskah; 0 berarti terbitan pertama", 0),
            "kode_verifikasi": Text("Kode verifikasi di kaki halaman (kosong pada konsep)", "7Q2M-K9TD-4XWB"),
            "alamat_verifikasi": Text(
                "Alamat untuk memeriksa keaslian naskah (kosong pada konsep)",
                "https://sidik.contoh.go.id/v/7Q2MK9TD4XWB",
            ),
            "konsep": Flag("Ya bila naskah masih konsep; diisi saat mencetak"),
            "catatan_pemisahan": Text(
                "Kalimat bila pemisahan tugas dilonggarkan oleh pengaturan kantor (biasanya kosong)"
            ),
        },
    )


def penandatangan(arti: str, jabatan: str, nama: str, nip: str = "", pangkat: str = "") -> Group:
    """Whoever signs, as of the day of signing; Plt./Plh. stand in `jabatan_cetak` in their own name."""
    return Group(
        arti,
        {
            "jabatan_cetak": Text(
                "Jabatan seperti dicetak, contoh Plt. Kepala Dinas …, selaku PPID Utama; boleh beberapa baris", jabatan
            ),
            "nama_cetak": Text("Nama seperti dicetak (dengan atau tanpa gelar menurut jenis naskah)", nama),
            "pangkat": Text("Pangkat (kosong bila tidak dicetak)", pangkat),
            "nip": Text("NIP berkelompok (kosong bila tidak dicetak)", nip),
        },
    )


PPID_UTAMA = penandatangan(
    "Penandatangan: PPID Utama",
    "Plt. Kepala Dinas Komunikasi, Informatika,\nStatistik dan Persandian\nselaku PPID Utama,",
    "Budi Santoso, S.T., M.Si.",
    "19700101 199503 1 001",
    "Pembina Utama Muda",
)

BERKAS = Group(
    "Berkas klasifikasi",
    {
        "nomor": Text("Nomor berkas (kosong bila usulan belum dihimpun)", "BK-2026-003"),
        "judul": Text("Judul berkas", "Pemutakhiran daftar informasi yang dikecualikan tahun 2026"),
        "tahun": Text("Tahun berkas", "2026"),
        "dasar_pelaksanaan": Text(
            "Dasar pelaksanaan: pemutakhiran rutin, permohonan nomor …, atau perintah Majelis Komisioner nomor …",
            "pemutakhiran rutin tahun 2026",
        ),
        "sop": Text(
            "Sebutan SOP dengan nomornya",
            "SOP Pendokumentasian Informasi yang Dikecualikan Nomor 488/1750-DKISP.PPIDP/2023",
        ),
        "putaran": Count("Putaran berkas", 2),
    },
)


def rujukan(arti: str, nomor: str, tanggal: str, perihal: str = "") -> Group:
    """Another paper that this one names."""
    return Group(
        arti,
        {
            "ada": Flag("Ya bila naskah itu ada", True),
            "nomor": Text("Nomornya", nomor),
            "tanggal": Text("Tanggalnya", tanggal),
            "perihal": Text("Perihalnya (boleh kosong)", perihal),
        },
    )


MATRIKS = rujukan("Lembar uji konsekuensi", "500.12/21/DKISP.PPID/2026", "28 September 2026")
BERITA_ACARA = rujukan("Berita acara klasifikasi", "500.12/22/DKISP.PPID/2026", "28 September 2026")
NOTA_DINAS = rujukan(
    "Nota dinas kepada Tim Pertimbangan",
    "500.12/23/DKISP.PPID/2026",
    "29 September 2026",
    "Penyampaian hasil kajian dan permohonan pertimbangan",
)
HASIL_PERTIMBANGAN = rujukan("Hasil pertimbangan Tim Pertimbangan", "500.12/24/DKISP.PPID/2026", "1 Oktober 2026")
SURAT_KEPUTUSAN = rujukan(
    "Surat keputusan klasifikasi",
    "500.12/Kep.25-DKISP.PPID/2026",
    "2 Oktober 2026",
    "Klasifikasi Informasi yang Dikecualikan di Lingkungan Pemerintah Provinsi Banten Tahun 2026",
)

PESERTA = Rows(
    "Peserta, satu orang satu baris",
    Group(
        "Seorang peserta",
        {
            "nama": Text("Nama", "Siti Aminah"),
            "jabatan": Text("Jabatan", "Sekretaris Dinas Kesehatan"),
            "instansi": Text("Instansi", "Dinas Kesehatan"),
            "unsur": Text("Unsur: pengusul, ahli, narasumber, anggota, notulis", "pengusul"),
        },
    ),
    (
        {},
        {"nama": "Rahmat Hidayat", "jabatan": "Sekretaris BKD", "instansi": "Badan Kepegawaian Daerah"},
        {"nama": "Dewi Lestari", "jabatan": "Pranata Humas", "instansi": "DKISP", "unsur": "notulis"},
        {"nama": "Agus Prasetyo", "jabatan": "Dosen hukum", "instansi": "Universitas Contoh", "unsur": "ahli"},
    ),
)

RAPAT = Group(
    "Rapat; seluruh isian kosong bila dilakukan tanpa rapat",
    {
        "ada": Flag("Ya bila dilakukan dalam rapat", True),
        "hari": Text("Nama hari rapat", "Senin"),
        "tanggal": Text("Tanggal rapat", "28 September 2026"),
        "tanggal_kata": Text(
            "Tanggal rapat dengan kata", "tanggal dua puluh delapan bulan September tahun dua ribu dua puluh enam"
        ),
        "mulai": Text("Jam mulai, contoh 09.00", "09.00"),
        "selesai": Text("Jam selesai, contoh 11.30, atau selesai", "11.30"),
        "tempat": Text("Tempat rapat", "Ruang Rapat DKISP, KP3B, Serang"),
        "pimpinan": Text("Pimpinan rapat", "Budi Santoso"),
        "notulis": Text("Notulis", "Dewi Lestari"),
        "undangan": Text("Nomor surat undangan (boleh kosong)", "005/118/DKISP/2026"),
        "peserta": PESERTA,
    },
)

RIWAYAT = Rows(
    "Riwayat putaran: pengembalian, kaji ulang, pertimbangan ulang, penolakan, pembatalan penetapan (boleh kosong)",
    Group(
        "Satu kejadian",
        {
            "putaran": Count("Putaran yang berakhir dengan kejadian ini", 1),
            "tanggal": Text("Tanggal kejadian", "15 September 2026"),
            "tindakan": Text("Tindakan, contoh Dikembalikan untuk dikaji ulang", "Dikembalikan untuk dikaji ulang"),
            "pelaku": Text("Nama dan kedudukan pelaku", "Hadi Wijaya, Ketua Tim Pertimbangan"),
            "alasan": Text("Alasan", "Jangka waktu butir BKD-2026-002 belum beralasan."),
        },
    ),
    ({},),
)

PERINGATAN = Rows(
    "Peringatan kelengkapan yang diterima dengan alasan tertulis (boleh kosong)",
    Group(
        "Satu peringatan",
        {
            "kode_butir": Text("Kode butir; kosong bila mengenai seluruh berkas", "DINKES-2026-001"),
            "pesan": Text("Isi peringatan", "Uraian untuk publik sama dengan uraian internal."),
            "dasar": Text("Dasar peringatan (boleh kosong)", "UU 14/2008 Pasal 17"),
            "alasan": Text("Alasan peringatan diterima", "Uraian tidak memuat rincian yang dikecualikan."),
        },
    ),
    ({},),
)


def texts(arti: str, *contoh: str) -> Rows:
    """A plain list of sentences."""
    return Rows(arti, Text("Satu baris"), contoh)


def counts(arti: str, **contoh: int) -> dict[str, Node]:
    """The counts of butir that every recap shares."""
    meaning = {
        "diusulkan": "Butir yang diusulkan",
        "dikecualikan": "Butir yang dikecualikan seluruhnya",
        "sebagian": "Butir yang dikecualikan sebagian",
        "terbuka": "Butir yang disimpulkan terbuka",
        "ditunda": "Butir yang ditunda",
        "digabung": "Butir yang digabung ke butir lain",
        "tidak_disetujui": "Butir yang tidak disetujui",
    }
    return {name: Count(f"{text}{arti}", contoh.get(name, 0)) for name, text in meaning.items()}
