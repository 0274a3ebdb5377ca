"""The names of one butir informasi, the same in every paper; what is announced may use PUBLIC names only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.documents.schema import Count, Flag, Group, Rows, Text

ROWS_PER_TABLE = 100

DASAR = Rows(
    "Dasar pengecualian butir, satu dasar satu baris",
    Group(
        "Satu dasar",
        {
            "pasal17": Text("Pasal 17 huruf dan angka", "Pasal 17 huruf h angka 2"),
            "peraturan": Text(
                "Undang-undang atau peraturan lain (boleh kosong)",
                "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan",
            ),
            "pasal_ayat": Text("Pasal dan ayatnya (boleh kosong)", "Pasal 297"),
            "kutipan": Text(
                "Kutipan pendek (boleh kosong)", "Rekam medis merupakan milik fasilitas pelayanan kesehatan."
            ),
        },
    ),
    ({},),
)

UJI = Group(
    "Uji konsekuensi butir; seluruh isian kosong sebelum diuji",
    {
        "dibuka": Text(
            "Konsekuensi bila dibuka menurut PPID Utama", "Membuka kondisi kesehatan orang yang dapat dikenali."
        ),
        "ditutup": Text(
            "Pertimbangan bila ditutup (kepentingan terlindungi dan kerugian publik)",
            "Rahasia pribadi pasien terlindungi; publik tetap memperoleh rekapitulasi.",
        ),
        "dibuka_pengusul": Text(
            "Konsekuensi bila dibuka menurut isian pengusul", "Mengungkap riwayat penyakit pasien."
        ),
        "ditutup_pengusul": Text("Pertimbangan bila ditutup menurut isian pengusul", "Melindungi rahasia pasien."),
        "kepentingan_publik": Text("Kepentingan umum bila dibuka", "Publik cukup dilayani dengan angka agregat."),
        "kepatutan": Text("Pertimbangan kepatutan (boleh kosong)", "Patut dilindungi."),
        "kesusilaan": Text("Pertimbangan kesusilaan (boleh kosong)", "Menyangkut kehormatan pasien."),
        "mitigasi": Text("Upaya mengurangi risiko (boleh kosong)", "Penyajian dalam bentuk rekapitulasi."),
        "alternatif": Text("Cara memberikan sebagian (boleh kosong)", "Identitas pasien dihitamkan."),
        "pasal18": Text(
            "Hasil pemeriksaan Pasal 18", "Tidak satu pun dari tujuh jenis informasi dalam Pasal 18 ayat (1)."
        ),
        "persetujuan_tertulis": Text("Persetujuan tertulis pihak yang bersangkutan", "Tidak ada"),
        "jabatan_publik": Text("Kaitan dengan posisi seseorang dalam jabatan publik", "Tidak terkait"),
        "kesimpulan": Text("Kesimpulan PPID Utama", "Dikecualikan"),
        "penguji": Text("Nama dan jabatan penguji", "Lina Marlina, Verifikator PPID Utama"),
        "tanggal": Text("Tanggal uji", "28 September 2026"),
        "putaran": Count("Putaran uji", 1),
    },
)

PENDAPAT = Rows(
    "Pendapat anggota Tim Pertimbangan",
    Group(
        "Satu pendapat",
        {
            "nama": Text("Nama anggota", "Hadi Wijaya"),
            "kedudukan": Text("Kedudukan dalam Tim", "Ketua"),
            "sikap": Text("Sikap, contoh Setuju atau Tidak memberi pendapat", "Setuju"),
            "alasan_uu": Text("Alasan menurut undang-undang (boleh kosong)", "Sesuai Pasal 17 huruf h."),
            "alasan_kepatutan": Text("Alasan menurut kepatutan (boleh kosong)", "Patut."),
            "alasan_kepentingan_umum": Text("Alasan menurut kepentingan umum (boleh kosong)", "Tidak merugikan umum."),
            "cara": Text("Cara memberi pendapat: langsung, atau dalam rapat dicatat oleh …", "langsung"),
            "berbeda": Flag("Ya bila pendapat ini berbeda dari hasil"),
        },
    ),
    (
        {},
        {"nama": "Ratna Sari", "kedudukan": "Sekretaris", "cara": "dalam rapat, dicatat oleh Ratna Sari"},
        {
            "nama": "Yusuf Maulana",
            "kedudukan": "Anggota",
            "sikap": "Tidak setuju",
            "alasan_uu": "Dasar undang-undang cukup.",
            "alasan_kepentingan_umum": "Jangka waktu sebaiknya lebih pendek.",
            "berbeda": True,
        },
    ),
)

PERTIMBANGAN = Group(
    "Pertimbangan Tim atas butir; seluruh isian kosong sebelum dipertimbangkan",
    {
        "undang_undang": Text("Pertimbangan menurut undang-undang", "Sesuai Pasal 17 huruf h UU 14/2008."),
        "kepatutan": Text("Pertimbangan menurut kepatutan", "Pengecualian patut dilakukan."),
        "kepentingan_umum": Text("Pertimbangan menurut kepentingan umum", "Kepentingan umum tetap terlayani."),
        "hasil": Text("Hasil pertimbangan", "Disetujui"),
        "saran": Text("Saran rumusan atau jangka waktu (boleh kosong)", "Jangka waktu ditinjau setiap tahun."),
        "setuju": Count("Banyaknya sikap setuju", 2),
        "setuju_sebagian": Count("Banyaknya sikap setuju sebagian"),
        "tidak_setuju": Count("Banyaknya sikap tidak setuju", 1),
        "perbaiki": Count("Banyaknya sikap perbaiki"),
        "tidak_berpendapat": Count("Banyaknya yang tidak memberi pendapat"),
        "kuorum": Text("Kuorum butir, contoh 3 dari 3 anggota", "3 dari 3 anggota"),
        "benturan": Text("Anggota yang tidak ikut karena benturan kepentingan (boleh kosong)"),
        "pendapat": PENDAPAT,
    },
)

PUBLIC = (
    "no",
    "kode",
    "uraian_publik",
    "perangkat_daerah",
    "singkatan",
    "jenis_klasifikasi",
    "dasar_hukum",
    "alasan_ringkas",
    "cakupan",
    "jangka_waktu",
)

BUTIR = Group(
    "Satu butir informasi",
    {
        "no": Count("Nomor urut dalam naskah", 1),
        "kode": Text("Kode butir", "DINKES-2026-001"),
        "uraian_publik": Text("Uraian untuk publik", "Rekam medis pasien rumah sakit daerah"),
        "perangkat_daerah": Text("Perangkat daerah pengusul", "Dinas Kesehatan"),
        "singkatan": Text("Singkatan perangkat daerah pengusul", "DINKES"),
        "jenis_klasifikasi": Text(
            "Jenis klasifikasi: kepentingan yang dilindungi dan huruf Pasal 17",
            "Rahasia pribadi (Pasal 17 huruf h angka 2)",
        ),
        "dasar_hukum": Text(
            "Seluruh dasar hukum dalam satu kalimat",
            "UU 14/2008 Pasal 17 huruf h angka 2; UU 17/2023 Pasal 297",
        ),
        "alasan_ringkas": Text("Alasan ringkas yang boleh dibaca publik", "Dapat mengungkap rahasia pribadi."),
        "cakupan": Text("Cakupan: Seluruh atau Sebagian", "Seluruh"),
        "jangka_waktu": Text("Jangka waktu dalam satu kalimat", "5 tahun, 2 Oktober 2026 s.d. 1 Oktober 2031"),
        "uraian": Text(
            "Uraian internal yang jelas dan terang",
            "Rekam medis pasien rawat inap dan rawat jalan RSUD Banten tahun 2021–2026",
        ),
        "dokumen_induk": Text("Dokumen yang memuat informasi", "Berkas rekam medis RSUD Banten"),
        "penguasa": Text("Pejabat/unit yang menguasai informasi", "Kepala Instalasi Rekam Medis RSUD Banten"),
        "penanggung_jawab": Text("Penanggung jawab pembuatan/penerbitan (boleh kosong)", "Direktur RSUD Banten"),
        "pembuatan": Text("Waktu dan tempat pembuatan (boleh kosong)", "2021–2026, Serang"),
        "bentuk": Text("Bentuk: softcopy, hardcopy, atau keduanya", "Softcopy dan hardcopy"),
        "pasal17": Text("Huruf dan angka Pasal 17 dalam satu kalimat", "Pasal 17 huruf h angka 2"),
        "dasar_lain": Text(
            "Dasar hukum selain Pasal 17 (boleh kosong)",
            "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan Pasal 297",
        ),
        "dasar": DASAR,
        "bagian": Text("Bagian yang dikecualikan (kosong bila seluruhnya)"),
        "tanggal_tinjau": Text("Tanggal peninjauan berikutnya (boleh kosong)", "2 Oktober 2027"),
        "jangka_alasan": Text("Alasan jangka waktu (boleh kosong)", "Sesuai masa simpan rekam medis."),
        "skkaad": Text("SKKAAD dokumen", "Terbatas"),
        "asal_usulan": Text(
            "Usulan asal: nomor dan tanggal surat", "Usulan DINKES Nomor 400/77/DINKES/2026, 1 September 2026"
        ),
        "digabung_dari": Text("Kode butir yang digabung ke butir ini (boleh kosong)"),
        "digabung_ke": Text("Kode butir tujuan penggabungan (boleh kosong)"),
        "catatan_verifikasi": Text("Catatan verifikasi (boleh kosong)"),
        "uji": UJI,
        "pertimbangan": PERTIMBANGAN,
        "keputusan": Text("Keputusan atas butir (kosong sebelum penetapan)", "Dikecualikan"),
        "keputusan_berbeda": Flag("Ya bila keputusan berbeda dari hasil pertimbangan Tim"),
        "alasan_berbeda": Text("Alasan keputusan yang berbeda (kosong bila sama)"),
        "status": Text("Keadaan butir: Dikecualikan, Terbuka, Ditunda, Digabung, Tidak disetujui", "Dikecualikan"),
        "alasan_status": Text("Alasan keadaan itu, wajib bila terbuka, ditunda, digabung, tidak disetujui"),
    },
)

BUTIR_PUBLIK = BUTIR.only(*PUBLIC, arti="Satu butir, hanya nama yang boleh diumumkan")
BUTIR_LAPORAN = BUTIR.only(
    *PUBLIC, "tanggal_tinjau", "keputusan", "status", "alasan_status", arti="Satu butir tanpa uraian internal"
)

SAMPLE_ROWS: tuple[dict[str, Any], ...] = (
    {},
    {
        "no": 2,
        "kode": "BKD-2026-002",
        "uraian_publik": "Berkas pemeriksaan pelanggaran disiplin pegawai",
        "perangkat_daerah": "Badan Kepegawaian Daerah",
        "singkatan": "BKD",
        "jenis_klasifikasi": "Rahasia pribadi (Pasal 17 huruf h angka 4)",
        "dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 4; PP 94/2021 Pasal 29",
        "cakupan": "Sebagian",
        "jangka_waktu": "Sampai hukuman disiplin berkekuatan tetap",
        "uraian": "Berita acara pemeriksaan disiplin PNS atas dugaan pelanggaran berat tahun 2025–2026",
        "dokumen_induk": "Berkas pemeriksaan tim ad hoc",
        "penguasa": "Kepala Bidang Disiplin BKD",
        "pasal17": "Pasal 17 huruf h angka 4",
        "dasar_lain": "Peraturan Pemerintah Nomor 94 Tahun 2021 Pasal 29",
        "bagian": "Identitas terperiksa dan saksi, halaman 1–4",
        "asal_usulan": "Usulan BKD Nomor 800/45/BKD/2026, 3 September 2026",
        "digabung_dari": "BKD-2026-005",
        "catatan_verifikasi": "Istilah disamakan dengan PP 94/2021.",
        "keputusan": "Dikecualikan sebagian",
        "status": "Dikecualikan sebagian",
    },
)

OPEN_ROWS: tuple[dict[str, Any], ...] = (
    {
        "no": 3,
        "kode": "DKISP-2026-004",
        "uraian_publik": "Rencana kerja tahunan",
        "uraian": "Rencana kerja tahunan DKISP tahun 2026",
        "perangkat_daerah": "Dinas Komunikasi, Informatika, Statistik dan Persandian",
        "singkatan": "DKISP",
        "keputusan": "",
        "status": "Terbuka",
        "alasan_status": "Wajib tersedia setiap saat; diusulkan ke daftar informasi publik.",
    },
    {
        "no": 4,
        "kode": "BKD-2026-005",
        "uraian_publik": "Putusan disiplin pegawai",
        "uraian": "Putusan disiplin PNS tahun 2026",
        "perangkat_daerah": "Badan Kepegawaian Daerah",
        "singkatan": "BKD",
        "keputusan": "",
        "status": "Ditunda",
        "alasan_status": "Menunggu penjelasan dokumen induk.",
    },
)


def _tables(row: Group, contoh: Sequence[Mapping[str, Any]]) -> Rows:
    known = [{name: value for name, value in given.items() if name in row.nama} for given in contoh]
    return Rows(
        f"Tabel butir; tiap tabel paling banyak {ROWS_PER_TABLE} baris, judul kolom berulang",
        Group("Satu tabel", {"butir": Rows("Baris butir", row, tuple(known))}),
        ({},) if known else (),
    )


TABEL = _tables(BUTIR, SAMPLE_ROWS)
TABEL_PETIKAN = _tables(BUTIR, SAMPLE_ROWS[:1])
TABEL_PUBLIK = _tables(BUTIR_PUBLIK, SAMPLE_ROWS)
TABEL_LAPORAN = _tables(BUTIR_LAPORAN, SAMPLE_ROWS)
OPEN_PUBLIC_ROWS = tuple(
    {name: value for name, value in row.items() if name in BUTIR_LAPORAN.nama} for row in OPEN_ROWS
)
TIDAK_DIKECUALIKAN = Rows(
    "Butir yang terbuka, ditunda, digabung, atau tidak disetujui (boleh kosong)", BUTIR, OPEN_ROWS
)


def kelompokkan(baris: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows cut into tables of at most ROWS_PER_TABLE: what `kelompok` holds in every paper. No row: no table."""
    return [{"butir": list(baris[at : at + ROWS_PER_TABLE])} for at in range(0, len(baris), ROWS_PER_TABLE)]
