"""Every rule of the law with good and bad examples, real bad practice included."""

import datetime as dt
from typing import Any

from tests.law.examples import TODAY, hukum, pasal17, retensi

SEBELUM, SESUDAH = dt.date(2020, 1, 1), dt.date(2027, 1, 1)
SELURUH = {"cakupan": "seluruh", "bagian": None}
UTUH = {"kesimpulan": "dikecualikan"}
TERBUKA = ("Rekapitulasi penyakit menular per kecamatan tahun 2026", "Laporan surveilans penyakit menular triwulan III")
KUTIPAN = "membongkar cara kerja tim khusus pengawas"  # six words, the shortest quotation that is refused

# rule -> butir in which it speaks.
BURUK: dict[str, list[dict[str, Any]]] = {
    "medan_wajib": [
        {"uraian": None},
        {"uraian": "-"},
        {"dokumen_induk": " "},
        {"penguasa": None},
        {"cakupan": None},
        {"jangka_jenis": None},
    ],
    "jangka_kosong": [
        {"jangka_tahun": None},
        {"jangka_jenis": "tanggal", "jangka_akhir": None},
        {"jangka_jenis": "peristiwa"},
        {"jangka_jenis": "peristiwa", "jangka_peristiwa": ""},
        {"jangka_jenis": "sesuai_uu"},
        {"jangka_jenis": "tanpa_batas"},
    ],
    "sebagian_tanpa_bagian": [
        {"bagian": None, "uji": {"kesimpulan": None}},
        {"bagian": None},
        {"bagian": "-"},
        {"cakupan": "seluruh", "bagian": None},
    ],
    "seluruh_padahal_bagian": [
        {"cakupan": "seluruh", "bagian": "Kolom nama pada halaman 3", "uji": UTUH},
        {"cakupan": "seluruh", "bagian": "halaman 3, kolom NIK (Pasal 17 huruf h angka 2)", "uji": UTUH},
    ],
    "kesimpulan_melebihi_cakupan": [{"uji": UTUH}],
    "tanpa_rencana_penghitaman": [{"uji": {"mitigasi": None, "alternatif": " "}}],
    "bagian_sama_uraian": [{"uraian": "Kolom nama pasien", "bagian": "kolom  nama pasien."}],
    "dokumen_utuh": [
        {**SELURUH, "uraian": "Laporan surveilans penyakit menular", "uji": UTUH},
        {**SELURUH, "uraian": "Seluruh berkas surveilans penyakit menular", "uji": UTUH},
        {**SELURUH, "uraian": "Laporan surveilans penyakit", "dokumen_induk": "Surveilans penyakit", "uji": UTUH},
    ],
    "urutan_tanggal": [{"surat": dt.date(2026, 11, 26)}],
    "pasal17_kosong": [{"huruf": []}],
    "pasal17_tanpa_angka": [{"huruf": ["h"]}, {"huruf": ["a", "h.2"]}],
    "perlu_uu_lain": [
        {"huruf": ["j"], "dasar": []},
        {"huruf": ["j"], "dasar": [hukum("UU 14/2008", "Pasal 17")]},
        {"huruf": ["j"], "dasar": [hukum("PP 71/2019", "Pasal 5")]},
        {"huruf": ["j"], "dasar": [hukum("Undang-Undang Nomor 14 Tahun 2008", "Pasal 17")]},
    ],
    "uu_lain_tanpa_pasal": [{"huruf": ["j"], "dasar": [hukum("UU 17/2023", None)]}],
    "dasar_bukan_uu": [{"dasar": [hukum("PP 71/2019", "Pasal 5")]}, {"dasar": [hukum("SOP rumah sakit", None)]}],
    "dasar_tanpa_pasal": [{"dasar": [hukum("UU 17/2023", None)]}],
    "peraturan_dicabut": [{"dasar": [hukum("UU 43/1999", "Pasal 3")]}],
    "peraturan_belum_diverifikasi": [{"dasar": [hukum("PerKI 1/2017", "Pasal 4"), hukum("UU 17/2023", "Pasal 177")]}],
    "peraturan_di_luar_daftar": [{"dasar": [hukum("UU 99/1946", "Pasal 1")]}],
    "pasal_membuka": [{"dasar": [hukum("UU 14/2008", "Pasal 9 dan Pasal 11")]}],
    "pasal17_tidak_berlaku": [
        {"huruf": [pasal17("h.2", berlaku_sampai=SEBELUM)]},
        {"huruf": [pasal17("h.2", berlaku_mulai=SESUDAH)]},
    ],
    "jangka_melebihi_maks": [
        {"huruf": ["a.2"], "jangka_tahun": 31},
        {"huruf": ["a.2", "h.2"], "jangka_tahun": 100},
        {"huruf": ["a.2"], "jangka_tahun": 50, "jangka_mulai": dt.date(9949, 1, 1)},
        {"huruf": ["a.4"], "jangka_jenis": "tanggal", "jangka_akhir": dt.date(2056, 11, 26)},
        {"huruf": ["a.4"], "jangka_jenis": "tanggal", "jangka_mulai": SEBELUM, "jangka_akhir": dt.date(2050, 1, 2)},
    ],
    "tanpa_batas_dilarang": [
        {"huruf": [h], "jangka_jenis": "tanpa_batas", "jangka_alasan": "Tetap rahasia"}
        for h in ("a.1", "b", "c.6", "d", "e.3", "f.2")
    ]
    + [{"huruf": ["c.6", "h.3"], "jangka_jenis": "tanpa_batas", "jangka_alasan": "Data pribadi"}],
    "tanpa_batas_terselubung": [
        {"huruf": ["c.6"], "jangka_jenis": "peristiwa", "jangka_peristiwa": "Tidak terbatas"},
        {"huruf": ["a.1"], "jangka_jenis": "sesuai_uu", "jangka_alasan": "selamanya."},
    ],
    "tanpa_batas_perlu_alasan": [{"huruf": ["i"], "jangka_jenis": "tanpa_batas", "jangka_alasan": "Rahasia jabatan"}],
    "jangka_samar": [
        {"jangka_jenis": "peristiwa", "jangka_peristiwa": "Selama masih berlaku"},
        {"jangka_jenis": "peristiwa", "jangka_peristiwa": "Sampai ada pemberitahuan lebih lanjut"},
        {"jangka_jenis": "peristiwa", "jangka_peristiwa": "tidak terbatas"},
        {"jangka_jenis": "persetujuan", "jangka_peristiwa": "-"},
    ],
    "jangka_terbalik": [
        {"jangka_jenis": "tanggal", "jangka_mulai": dt.date(2028, 1, 1), "jangka_akhir": dt.date(2028, 1, 1)}
    ],
    "jangka_lewat": [
        {"jangka_jenis": "tanggal", "jangka_akhir": TODAY},
        {"jangka_tahun": 5, "jangka_mulai": dt.date(2019, 1, 1)},
    ],
    "jangka_segera_berakhir": [
        {"jangka_jenis": "tanggal", "jangka_akhir": dt.date(2026, 11, 26)},
        {"jangka_jenis": "tanggal", "jangka_akhir": dt.date(2027, 1, 9)},
    ],
    "tinjau_di_luar_jangka": [
        {"tanggal_tinjau": dt.date(2026, 11, 24)},
        {"tanggal_tinjau": dt.date(2031, 11, 26)},
    ],
    "melebihi_retensi": [
        {"klasifikasi_arsip": retensi(4)},
        {"klasifikasi_arsip": retensi(2, inaktif=2)},
        {"klasifikasi_arsip": retensi(0)},
        {"klasifikasi_arsip": retensi(99), "jangka_jenis": "tanpa_batas", "jangka_alasan": "Data pribadi"},
        {"klasifikasi_arsip": retensi(5), "jangka_jenis": "tanggal", "jangka_akhir": dt.date(2031, 11, 26)},
    ],
    "tercatat_terbuka": [
        {"uraian": "Rekapitulasi penyakit menular per kecamatan tahun 2026"},
        {"uraian": "Data rekapitulasi penyakit menular per kecamatan, tahun 2026"},
        {**SELURUH, "uji": UTUH},
    ],
    "belum_diuji": [{"uji": {"tanpa": True}}],
    "belum_disimpulkan": [{"uji": {"kesimpulan": None}}],
    "konsekuensi_kosong": [{"uji": {"konsekuensi_dibuka": None}}, {"uji": {"konsekuensi_ditutup": "  "}}],
    "konsekuensi_tidak_berisi": [{"uji": {"konsekuensi_dibuka": "Nihil"}}, {"uji": {"konsekuensi_ditutup": "-"}}],
    "kepentingan_publik_kosong": [{"uji": {"kepentingan_publik": None}}, {"uji": {"kepentingan_publik": "."}}],
    "uraian_uji_pendek": [
        {"uji": {"konsekuensi_dibuka": "b" * 10 + " " + "c" * 9}},
        {"uji": {"kepentingan_publik": "Ada rekap"}},
    ],
    "hanya_menyimpulkan": [
        {"uji": {"konsekuensi_dibuka": "Berpotensi disalahgunakan"}},
        {"uji": {"konsekuensi_dibuka": "Dapat disalahgunakan oleh pihak yang tidak bertanggung jawab."}},
        {"uji": {"konsekuensi_ditutup": "berpotensi penyalahgunaan data"}},
        {"uji": {"konsekuensi_dibuka": "Informasi ini bersifat rahasia"}},
    ],
    "kedua_sisi_sama": [
        {
            "uji": {
                "konsekuensi_dibuka": "Merugikan pasien rawat inap",
                "konsekuensi_ditutup": "merugikan pasien rawat inap.",
            }
        }
    ],
    "konsekuensi_menyalin_uraian": [
        {"uji": {"konsekuensi_dibuka": "Dibuka: Identitas dan riwayat kesehatan pasien penyakit menular"}},
        {"uji": {"konsekuensi_ditutup": "Ditutup: Identitas dan riwayat kesehatan pasien penyakit menular"}},
        {"uji": {"konsekuensi_ditutup": "identitas dan riwayat kesehatan pasien penyakit menular"}},
    ],
    "kepatutan_kosong": [{"uji": {"kepatutan": None}}],
    "mitigasi_kosong": [{**SELURUH, "uji": {**UTUH, "mitigasi": None, "alternatif": None}}],
    "pasal18_belum_lengkap": [
        {"uji": {"cek_pasal18": None}},
        {"uji": {"cek_pasal18": [False] * 6}},
        {"uji": {"cek_pasal18": [False] * 6 + [None]}},
    ],
    "pasal18_tidak_boleh": [{"uji": {"cek_pasal18": [n == place for n in range(7)]}} for place in range(7)],
    "gh_belum_dijawab": [
        {"uji": {"persetujuan_tertulis": None}},
        {"huruf": ["g"], "uji": {"terkait_jabatan_publik": None}},
    ],
    "gh_tidak_berlaku": [
        {**SELURUH, "uji": {**UTUH, "persetujuan_tertulis": True}},
        {**SELURUH, "huruf": ["g"], "uji": {**UTUH, "terkait_jabatan_publik": True}},
    ],
    "gh_sebagian": [{"uji": {"persetujuan_tertulis": True}}, {"uji": {"terkait_jabatan_publik": True}}],
    "publik_memuat_rahasia": [
        {"uraian_publik": f"Data kesehatan pasien {detail}"}
        for detail in (
            "NIK 3604011212900003",
            "NIP 198001012005011001",
            "NIP 19800101 200501 1 001",
            "pada server 10.20.30.40",
            "pada server 2001:db8:0:1:1:1:1:1",
            "di Jl. Raya Serang No. 12",
            "di RT 01/RW 02",
            "atas nama Siti Aminah",
            "a.n. Budi",
        )
    ]
    + [{"uraian": "Rekam medis NIK 3604011212900003", "uraian_publik": None}],
    "publik_mungkin_memuat": [
        {"uraian_publik": "Daftar penerima surel di pengaduan@contoh.go.id"},
        {"uraian_publik": "Daftar pengadu dengan nomor 0812-3456-7890"},
    ],
    "publik_mengutip_bagian": [
        {"uraian_publik": "Isi kolom 2 sampai 5 pada laporan surveilans"},
        {"uraian_publik": "Data kolom nama ibu kandung balita", "bagian": "Kolom nama ibu kandung"},
    ],
    "publik_mengutip_konsekuensi": [
        {"uraian_publik": "Data yang mengungkap riwayat kesehatan seseorang sehingga dapat dipakai orang lain"},
        {"uraian_publik": f"Data {KUTIPAN}", "uji": {"konsekuensi_dibuka": f"Akan {KUTIPAN}"}},
        {"uraian_publik": f"Data {KUTIPAN}", "uji": {"konsekuensi_ditutup": f"Akan {KUTIPAN}"}},
    ],
    "publik_sama": [
        {"uraian_publik": "identitas dan riwayat kesehatan pasien penyakit menular."},
        {"uraian_publik": None},
    ],
    "publik_samar": [{"uraian_publik": "Dokumen internal yang dikecualikan"}, {"uraian_publik": "Data rahasia dinas"}],
}
