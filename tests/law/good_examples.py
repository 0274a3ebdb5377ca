"""Butir in which each rule of the law is silent: what an agency may well write."""

import datetime as dt
from typing import Any

from tests.law.examples import TODAY, hukum, pasal17, retensi
from tests.law.rule_table import KUTIPAN, SELURUH, SESUDAH, UTUH

# rule -> butir in which it is silent, beside the sound one.
BAIK: dict[str, list[dict[str, Any]]] = {
    "medan_wajib": [{"penanggung_jawab": None, "bentuk": None}, {"penguasa": "BKD"}],
    "jangka_kosong": [
        {"jangka_jenis": "persetujuan"},
        {"jangka_jenis": "tanggal", "jangka_akhir": dt.date(2030, 1, 1)},
        {"jangka_jenis": "tanpa_batas", "jangka_alasan": "Data pribadi melekat pada orangnya"},
    ],
    "sebagian_tanpa_bagian": [{**SELURUH, "uji": UTUH}],
    "seluruh_padahal_bagian": [
        *(
            {"cakupan": "seluruh", "bagian": f"{word} isi", "uji": UTUH}
            for word in ("seluruh", "seluruhnya", "semua", "semuanya", "keseluruhan")
        ),
        {"cakupan": "seluruh", "bagian": "-", "uji": UTUH},
        {"cakupan": "seluruh", "bagian": "Lampiran I saja"},
    ],
    "kesimpulan_melebihi_cakupan": [{**SELURUH, "uji": UTUH}, {"uji": {"kesimpulan": None}}],
    "tanpa_rencana_penghitaman": [
        {"uji": {"mitigasi": None}},
        {"uji": {"alternatif": None}},
        {**SELURUH, "uji": {**UTUH, "mitigasi": None, "alternatif": None}},
    ],
    "bagian_sama_uraian": [
        {"cakupan": "seluruh", "uraian": "Seluruh isi rekam medis", "bagian": "Seluruh isi rekam medis", "uji": UTUH},
        {"uraian": None, "bagian": None},
    ],
    "dokumen_utuh": [
        {**SELURUH, "uji": UTUH},
        {"uraian": "Laporan surveilans penyakit menular"},
        {**SELURUH, "uraian": "Laporan", "dokumen_induk": None, "uji": UTUH},
    ],
    "urutan_tanggal": [{"surat": TODAY}, {"surat": SESUDAH, "uji": {"kesimpulan": None}}],
    "pasal17_tanpa_angka": [{"huruf": [h]} for h in ("b", "d", "g", "i")],
    "perlu_uu_lain": [{"huruf": ["j"]}, {"huruf": ["j"], "dasar": [hukum("UU 99/1946", "Pasal 2")]}],
    "uu_lain_tanpa_pasal": [{"huruf": ["j"]}, {"dasar": [hukum("UU 17/2023", None)]}],
    "dasar_bukan_uu": [
        {"dasar": []},
        {"dasar": [hukum("PP 94/2021", "Pasal 29"), hukum("UU 27/2022", "Pasal 4")]},
        {"huruf": ["j"], "dasar": [hukum("PP 71/2019", "Pasal 5")]},
    ],
    "dasar_tanpa_pasal": [{"dasar": [hukum("Undang-Undang Kesehatan Pasal 177", None)]}],
    "pasal_membuka": [
        {"dasar": [hukum("UU 14/2008", "Pasal 17 huruf h")]},
        {"dasar": [hukum("UU 14/2008", "Pasal 11 dan Pasal 17")]},
        {"dasar": [hukum("UU 14/2008", None)]},
    ],
    "pasal17_tidak_berlaku": [{"huruf": [pasal17("h.2", berlaku_sampai=TODAY)]}],
    "jangka_melebihi_maks": [
        {"huruf": ["a.2"], "jangka_tahun": 30},
        {"huruf": ["c.6"], "jangka_tahun": 31},
        {"huruf": ["a.4"], "jangka_jenis": "tanggal", "jangka_akhir": dt.date(2056, 11, 25)},
        {"huruf": ["a.4"], "jangka_jenis": "peristiwa", "jangka_peristiwa": "Sampai putusan berkekuatan tetap"},
    ],
    "tanpa_batas_dilarang": [
        {"huruf": [h], "jangka_jenis": "tanpa_batas", "jangka_alasan": "Data pribadi"} for h in ("g", "h.3", "i", "j")
    ],
    "tanpa_batas_perlu_alasan": [
        {"huruf": ["g"], "jangka_jenis": "tanpa_batas", "jangka_alasan": "Wasiat"},
        {"huruf": ["i"], "jangka_jenis": "peristiwa", "jangka_peristiwa": "Sampai laporan final"},
        {"huruf": ["i", "c.6"], "jangka_jenis": "tanpa_batas", "jangka_alasan": "Sandi"},
    ],
    "jangka_samar": [
        {"jangka_jenis": "peristiwa", "jangka_peristiwa": "Sampai hukuman disiplin berkekuatan tetap"},
        {"jangka_jenis": "persetujuan", "jangka_peristiwa": "Persetujuan tertulis pasien"},
        {"huruf": ["c.6"], "jangka_jenis": "peristiwa", "jangka_peristiwa": "Tidak terbatas"},
    ],
    "jangka_terbalik": [
        {"jangka_jenis": "tanggal", "jangka_mulai": dt.date(2028, 1, 1), "jangka_akhir": dt.date(2028, 1, 2)},
        {"jangka_mulai": dt.date(2028, 1, 1), "jangka_akhir": dt.date(2027, 1, 1)},
    ],
    "jangka_lewat": [
        {"jangka_jenis": "tanggal", "jangka_akhir": dt.date(2026, 11, 26)},
        {"jangka_tahun": 50, "jangka_mulai": dt.date(9950, 1, 1)},
    ],
    "jangka_segera_berakhir": [
        {"jangka_jenis": "tanggal", "jangka_akhir": dt.date(2027, 1, 10)},
        {"jangka_jenis": "tanggal", "jangka_akhir": TODAY},
    ],
    "tinjau_di_luar_jangka": [{"tanggal_tinjau": TODAY}, {"tanggal_tinjau": dt.date(2031, 11, 25)}],
    "melebihi_retensi": [
        {"klasifikasi_arsip": retensi(5)},
        {"klasifikasi_arsip": retensi(2, inaktif=3)},
        {"klasifikasi_arsip": retensi(1, "permanen")},
        {"klasifikasi_arsip": retensi(1, "dinilai_kembali")},
        {"klasifikasi_arsip": retensi(1), "jangka_jenis": "peristiwa", "jangka_peristiwa": "Sampai pasien setuju"},
    ],
    "tercatat_terbuka": [
        {"uraian": "Rekapitulasi penyakit menular tahun 2026"},
        {"uraian": None},
        {"uraian": "Laporan", "dokumen_induk": "Laporan surveilans penyakit menular triwulan III"},
    ],
    "uraian_uji_pendek": [
        {"uji": {"konsekuensi_dibuka": text}}
        for text in ("Diskriminasi terhadap pasien", "b" * 10 + " " + "c" * 10, "-", None, "Dapat merugikan")
    ],
    "hanya_menyimpulkan": [
        {"uji": {"konsekuensi_dibuka": "Merugikan nama baik pegawai sebelum putusan tetap"}},
        {"uji": {"konsekuensi_dibuka": "Mengungkap sistem persandian"}},
        {"uji": {"konsekuensi_dibuka": "Berpotensi disalahgunakan penipu untuk membobol rekening pegawai"}},
    ],
    "kepatutan_kosong": [{"uji": {"kepatutan": None, "kesusilaan": "Menjaga rasa malu pasien."}}],
    "mitigasi_kosong": [
        {**SELURUH, "uji": UTUH},
        {**SELURUH, "uji": {**UTUH, "mitigasi": None}},
        {**SELURUH, "uji": {**UTUH, "alternatif": None}},
    ],
    "gh_belum_dijawab": [
        {"huruf": ["a.2"], "uji": {"persetujuan_tertulis": None, "terkait_jabatan_publik": None}},
    ],
    "gh_tidak_berlaku": [
        {**SELURUH, "huruf": ["a.2", "h.1"], "uji": {**UTUH, "persetujuan_tertulis": True}},
        {"uji": {"persetujuan_tertulis": True}},
    ],
    "gh_sebagian": [{"huruf": ["a.2"], "uji": {"persetujuan_tertulis": True}}],
    "publik_memuat_rahasia": [
        {"uraian_publik": text}
        for text in (
            "Surat Nomor 488/1750-DKISP.PPIDP/2023 tentang kesehatan",
            "Gambar rencana ruas Jalan Raya Serang",
            "Naskah yang ditandatangani a.n. Gubernur Banten",
            "Dokumen teknis versi 1.2.3 tahun 2026",
            "Laporan pemeriksaan atas nama RSUD Banten",
        )
    ],
    "publik_sama": [{"uraian_publik": "Data kesehatan perseorangan"}, {"uraian": None, "uraian_publik": None}],
    "publik_samar": [{"uraian": None, "uraian_publik": None}, {"uraian_publik": "Daftar pasien tuberkulosis"}],
    "publik_mengutip_bagian": [
        {"uraian_publik": "Data kolom nama ibu balita", "bagian": "Kolom nama ibu"},
        {
            "uraian_publik": "Data kesehatan pasien, ditutup menurut Pasal 17 huruf h angka 2",
            "bagian": "kolom nama ibu kandung (Pasal 17 huruf h angka 2)",
        },
        {
            "uraian": "Kolom nama ibu kandung",
            "uraian_publik": "Isi kolom nama ibu kandung",
            "bagian": "Kolom nama ibu kandung",
        },
        {
            "dokumen_induk": "Buku kolom nama ibu kandung",
            "uraian_publik": "Isi kolom nama ibu kandung",
            "bagian": "Kolom nama ibu kandung",
        },
    ],
    "publik_mengutip_konsekuensi": [
        {"uraian_publik": "Data yang mengungkap riwayat kesehatan seseorang sehingga"},
        {"uraian_publik": "Riwayat yang dapat dipakai", "uji": {"tanpa": True}},
        {"uraian": KUTIPAN, "uraian_publik": f"Data {KUTIPAN}", "uji": {"konsekuensi_dibuka": f"Akan {KUTIPAN}"}},
        {
            "dokumen_induk": KUTIPAN,
            "uraian_publik": f"Data {KUTIPAN}",
            "uji": {"konsekuensi_dibuka": f"Akan {KUTIPAN}"},
        },
    ],
}
