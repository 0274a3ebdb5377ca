"""How texts are read: words, emptiness, particulars that must not leave, shared phrases; and that no text stalls it."""

import time

import pytest

from app.law import wording as w


def test_words_are_small_letters_with_inner_signs_kept() -> None:
    assert w.kata("Surat Nomor 488/1750-DKISP.PPIDP/2023, hari Jum'at!") == (
        "surat",
        "nomor",
        "488/1750-dkisp.ppidp/2023",
        "hari",
        "jum'at",
    )
    assert w.kata(None) == w.kata("") == w.kata(" .,;") == ()
    assert w.normal("  Rekam   MEDIS; pasien. ") == "rekam medis pasien"


@pytest.mark.parametrize(
    "text", ["-", "--", "…", "nihil", "N/A", "na", "Tidak ada.", "idem", "s.d.a.", "ok", "x", "123456"]
)
def test_a_text_may_be_written_and_say_nothing(text: str) -> None:
    assert w.tak_berisi(text)
    assert not w.kosong(text)


@pytest.mark.parametrize("text", [None, "", "  ", "\n"])
def test_nothing_written_is_another_matter(text: str | None) -> None:
    assert w.kosong(text)
    assert not w.tak_berisi(text)
    assert not w.menyimpulkan_saja(text)
    assert not w.tanpa_akhir(text)


@pytest.mark.parametrize("text", ["NIHIL bagi pasien", "Data", "Tidak ada pihak yang dirugikan"])
def test_short_texts_that_say_something_count(text: str) -> None:
    assert not w.tak_berisi(text)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("NIP 198001012005011001", ["NIP"]),
        ("NIP 19800101-200501-1-001", ["NIP"]),
        ("NIK 3604011212900003 dan NIP 198001012005012001", ["NIP", "NIK"]),
        ("10.0.0.1 dan 192.168.10.254", ["alamat IP"]),
        ("fe80:0:0:0:1:2:3:4", ["alamat IP"]),
        ("Jalan Syekh Nawawi Al-Bantani blok C3", ["alamat rumah atau kantor"]),
        ("Sdri. Siti dan Ny. Aminah", ["nama orang"]),
        ("pegawai bernama Budi", ["nama orang"]),
        ("saudara Budi", ["nama orang"]),
        ("Tahun 2026, 31 butir, kode h.2", []),
        ("a.n. Kepala Dinas", []),
        ("kode 1.2.3", []),
        ("alamat 256.300.1.1", []),
        ("nomor 36040112129000031234", []),
        ("", []),
        (None, []),
    ],
)
def test_particulars_are_told_by_kind(text: str | None, kinds: list[str]) -> None:
    assert w.jejak(text) == kinds


def test_mail_and_telephone_are_told_apart_from_them() -> None:
    text = "hubungi ppid@bantenprov.go.id atau +62 812 3456 7890"
    assert w.jejak(text, w.JEJAK_RAGU) == ["alamat surel", "nomor telepon"]
    assert w.jejak(text) == []


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("Dokumen rahasia", True),
        ("Data dan informasi internal instansi yang dikecualikan", True),
        ("Rekam medis", False),
        ("Dokumen teknis persandian", False),
        ("Rekam rekam", True),
        (None, True),
    ],
)
def test_a_public_text_must_still_name_a_kind_of_information(text: str | None, vague: bool) -> None:
    assert w.samar(text) is vague


def test_a_shared_phrase_is_found_unless_it_is_known_anyway() -> None:
    public, inner = "Laporan kolom nama dan alamat pasien rawat", "Kolom nama dan alamat pasien pada halaman 3"
    assert w.kutipan_sama(public, inner, kecuali=None, panjang=4) == "kolom nama dan alamat"
    assert w.kutipan_sama(public, inner, kecuali="Kolom nama dan alamat pasien", panjang=4) is None
    assert w.kutipan_sama(public, inner, kecuali="kolom nama dan", panjang=4) == "kolom nama dan alamat"
    assert w.kutipan_sama(public, inner, kecuali=None, panjang=6) is None
    assert w.kutipan_sama("kolom nama", inner, kecuali=None, panjang=4) is None
    assert w.kutipan_sama(None, inner, kecuali=None, panjang=4) is None
    assert w.kutipan_sama(public, None, kecuali=None, panjang=4) is None


def test_letters_are_counted_without_spaces() -> None:
    assert w.jumlah_huruf(" a b\nc ") == 3
    assert w.jumlah_huruf(None) == 0


@pytest.mark.parametrize("piece", ["x", "dapat ", "-", "1", "a.", "sampai ", "Jl. ", "ab@", "tidak terbatas ", "0:"])
def test_no_text_of_the_greatest_length_stalls_the_reading(piece: str) -> None:
    text = (piece * 5000)[:5000]
    start = time.process_time()
    for read in (w.tak_berisi, w.menyimpulkan_saja, w.tanpa_akhir, w.samar_akhirnya, w.samar, w.jejak, w.normal):
        read(text)
    w.jejak(text, w.JEJAK_RAGU)
    w.kutipan_sama(text, text, kecuali=text[:100], panjang=4)
    assert time.process_time() - start < 1
