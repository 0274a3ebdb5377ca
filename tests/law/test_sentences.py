"""What the rules say word for word where they name several things, and the data that they judge by, written out again."""

from typing import Any

import pytest

from app.law.rules_basis import BERANGKA
from app.law.validator import ATURAN, ATURAN_ANTAR, ATURAN_PENETAPAN, periksa_kajian
from tests.law.examples import TODAY, butir, hukum, pasal17
from tests.law.rule_table import SELURUH, UTUH

UNVERIFIED = {
    "dasar_bukan_uu",
    "pasal_membuka",
    "tanpa_batas_perlu_alasan",
    "jangka_segera_berakhir",
    "melebihi_retensi",
    "persetujuan",
    "uraian_uji_pendek",
    "mitigasi_kosong",
    "gh_belum_dijawab",
    "gh_tidak_berlaku",
    "gh_sebagian",
}
OPENING = {
    "UU 14/2008": (3, 4, 7, 9, 10, 11, 12, 13, 14, 15, 16, 18),
    "UU 25/2009": (18, 21, 22, 23, 28),
    "PerKI 1/2021": (13, 14, 15, 19, 20, 21),
}


def said(kode: str, **change: Any) -> list[str]:
    return [f.pesan for f in periksa_kajian([butir(**change)], hari_ini=TODAY) if f.kode == kode]


def test_the_rules_that_nobody_has_verified_are_marked() -> None:
    assert {rule.kode for rule in (*ATURAN, *ATURAN_ANTAR, *ATURAN_PENETAPAN) if not rule.terverifikasi} == UNVERIFIED


def test_the_letters_that_the_law_numbers_are_these() -> None:
    assert sorted(BERANGKA) == ["a", "c", "e", "f", "h"]
    for letter in "acefh":
        assert said("pasal17_tanpa_angka", huruf=[letter]) == [
            f"Huruf {letter} tanpa angka: pilih angkanya, karena huruf itu terbagi atas beberapa angka."
        ]


@pytest.mark.parametrize("law", OPENING)
def test_an_article_that_opens_is_told_and_its_neighbours_are_not(law: str) -> None:
    told = [n for n in range(1, 60) if said("pasal_membuka", dasar=[hukum(law, f"Pasal {n}")])]
    assert tuple(told) == OPENING[law]


@pytest.mark.parametrize(
    ("kode", "change", "words"),
    [
        ("tanpa_batas_dilarang", {"huruf": ["c.6", "a.1"], "jangka_jenis": "tanpa_batas"}, "Huruf a, c tidak boleh"),
        (
            "tanpa_batas_terselubung",
            {"huruf": ["f.2", "b"], "jangka_jenis": "peristiwa", "jangka_peristiwa": " selamanya "},
            "Huruf b, f tidak boleh tanpa batas waktu, sedangkan “selamanya” tidak",
        ),
        ("perlu_uu_lain", {"huruf": ["j"], "dasar": []}, "Huruf j tanpa undang-undang lain"),
        (
            "perlu_uu_lain",
            {"huruf": ["j", pasal17("i", perlu_uu_lain=True)], "dasar": []},
            "Huruf j, i tanpa undang-undang lain",
        ),
        (
            "uu_lain_tanpa_pasal",
            {"huruf": ["j", pasal17("i", perlu_uu_lain=True)], "dasar": [hukum("UU 17/2023", None)]},
            "untuk huruf j, i belum",
        ),
        (
            "dasar_bukan_uu",
            {"dasar": [hukum(f"SOP {n}", "Pasal 1") for n in range(4)]},
            "Dasar bukan undang-undang: SOP 0 Pasal 1; SOP 1 Pasal 1; SOP 2 Pasal 1. Tambahkan",
        ),
        ("jangka_lewat", {"jangka_tahun": 5, "jangka_mulai": TODAY.replace(year=2020)}, "(pada 25-11-2025)"),
        (
            "jangka_segera_berakhir",
            {"jangka_jenis": "tanggal", "jangka_akhir": TODAY.replace(day=30)},
            "pada 30-11-2026,",
        ),
        ("tinjau_di_luar_jangka", {"tanggal_tinjau": TODAY.replace(day=1)}, "Tanggal tinjau 01-11-2026 sudah"),
        (
            "urutan_tanggal",
            {"surat": TODAY.replace(day=30)},
            "bertanggal 30-11-2026, sesudah uji konsekuensi 25-11-2026",
        ),
        ("publik_memuat_rahasia", {"uraian_publik": "Data 10.0.0.1 NIK 3604011212900003"}, "memuat NIK dan alamat IP."),
        (
            "publik_mungkin_memuat",
            {"uraian_publik": "Daftar pengadu a@b.id 0812 3456 7890"},
            "memuat alamat surel dan nomor telepon.",
        ),
        (
            "gh_belum_dijawab",
            {"huruf": ["h.1", "g"], "uji": {"persetujuan_tertulis": None}},
            "Huruf g dan h: jawab apakah ada",
        ),
        (
            "gh_belum_dijawab",
            {"uji": {"terkait_jabatan_publik": None}},
            "Huruf h: jawab apakah berkaitan dengan posisi seseorang dalam jabatan publik.",
        ),
        (
            "gh_tidak_berlaku",
            {**SELURUH, "uji": {**UTUH, "persetujuan_tertulis": True}},
            "karena ada persetujuan tertulis dari yang bersangkutan. Simpulkan",
        ),
        (
            "gh_sebagian",
            {"uji": {"terkait_jabatan_publik": True}},
            "karena berkaitan dengan posisi seseorang dalam jabatan",
        ),
        ("pasal18_tidak_boleh", {"uji": {"cek_pasal18": [True] + [False] * 6}}, "“Putusan badan peradilan”"),
        ("hanya_menyimpulkan", {"uji": {"konsekuensi_dibuka": " Rawan disalahgunakan "}}, "(“Rawan disalahgunakan”)"),
        ("jangka_kosong", {"jangka_jenis": "tanggal"}, "isi tanggal berakhir."),
        ("jangka_kosong", {"jangka_jenis": "peristiwa"}, "isi peristiwa yang mengakhiri."),
        ("jangka_kosong", {"jangka_jenis": "sesuai_uu"}, "isi undang-undang yang menentukan jangka waktunya."),
        ("jangka_kosong", {"jangka_jenis": "tanpa_batas"}, "isi alasan tanpa batas waktu."),
        ("jangka_kosong", {"jangka_tahun": None}, "isi jumlah tahun."),
        ("medan_wajib", {"uraian": None}, "Uraian informasi belum diisi"),
        ("medan_wajib", {"penguasa": None}, "Pejabat/unit yang menguasai informasi belum diisi"),
        ("medan_wajib", {"dokumen_induk": None}, "Dokumen induk belum diisi"),
        ("medan_wajib", {"jangka_jenis": None}, "Jenis jangka waktu belum diisi"),
        ("medan_wajib", {"cakupan": None}, "Cakupan (seluruh atau sebagian) belum diisi"),
        ("konsekuensi_kosong", {"uji": {"konsekuensi_ditutup": None}}, "Konsekuensi ditutup kosong:"),
        (
            "konsekuensi_tidak_berisi",
            {"uji": {"konsekuensi_dibuka": "-"}},
            "Konsekuensi dibuka tidak berisi penjelasan:",
        ),
        ("uraian_uji_pendek", {"uji": {"kepentingan_publik": "Ada rekap"}}, "Kepentingan publik terlalu singkat"),
        (
            "pasal17_tidak_berlaku",
            {"huruf": [pasal17("h.2", berlaku_sampai=TODAY.replace(year=2020))]},
            "huruf h.2 tidak",
        ),
    ],
)
def test_a_sentence_names_what_it_speaks_of(kode: str, change: dict[str, Any], words: str) -> None:
    (sentence,) = said(kode, **change)
    assert words in sentence
