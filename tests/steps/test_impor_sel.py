"""Reading proposal sheets: what is found in which cell. Real files of agencies, and hostile ones; no database."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from app.errors import IsianSalah, JenisSalah
from app.files.sheets import baca
from app.steps.impor import BarisImpor, Pratinjau, nilai_lembar
from tests.law.examples import TODAY, acuan
from tests.steps.sheets import KOLOM, lembar, simpan

DATA = Path(__file__).parent.parent / "data"
# Row of usulan-cacat.xlsx -> (cell, level, words of the sentence); the file's last column says the same.
CACAT = {
    2: ("D2", "blok", "pasal 17 kosong"),
    3: ("D3", "blok", "huruf tidak dikenal"),
    4: ("E4", "blok", "huruf j tanpa undang-undang lain"),
    5: ("E5", "peringatan", "dasar bukan undang-undang"),
    6: ("F6", "blok", "konsekuensi dibuka kosong"),
    7: ("G7", "blok", "konsekuensi ditutup tidak berisi"),
    8: ("K8", "blok", "huruf c tidak boleh tanpa batas"),
    9: ("L9", "blok", "huruf a lebih dari 30 tahun"),
    10: ("J10", "blok", "sebagian tanpa bagian"),
    11: ("L11", "blok", "tanggal tidak ada"),
    12: ("A12", "blok", "berisi rumus"),
    13: ("A13", "blok", "terlalu panjang"),
    14: ("M14", "blok", "uraian publik memuat nip dan alamat ip"),
    15: ("A15", "peringatan", "kembar dengan baris 16"),
    16: ("A16", "peringatan", "kembar dengan baris 15"),
}


def preview(content: bytes, name: str = "usulan.xlsx") -> Pratinjau:
    return nilai_lembar(baca(name, content), acuan=acuan(), hari_ini=TODAY)


def only(**change: Any) -> BarisImpor:
    return preview(lembar(change)).baris[0]


def refusal(**change: Any) -> tuple[str, str]:
    """Cell and sentence of the one thing that refuses a row."""
    row = only(**change)
    assert not row.diterima
    (found,) = [t for t in row.temuan if t.tingkat == "blok"]
    return str(found.sel), found.pesan


@pytest.mark.parametrize("name", ["usulan-dinkes.xlsx", "usulan-bkd.xlsx", "usulan-dkisp.xlsx"])
def test_sound_sheets_are_accepted_whole(name: str) -> None:
    seen = preview((DATA / name).read_bytes(), name)
    assert [row.baris for row in seen.baris] == [2, 3, 4]
    assert all(row.diterima for row in seen.baris)
    assert {t.kode for row in seen.baris for t in row.temuan} <= {"publik_sama", "bagian_tak_terurai"}
    assert seen.catatan == []


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_each_defect_of_the_bad_sheet_is_found_in_its_cell(kind: str) -> None:
    name = f"usulan-cacat.{kind}"
    seen = preview((DATA / name).read_bytes(), name)
    assert [row.baris for row in seen.baris] == list(CACAT)
    for row in seen.baris:
        cell, level, words = CACAT[row.baris]
        told = [(t.sel, t.tingkat) for t in row.temuan if words in t.pesan.lower()]
        assert told == [(cell, level)], row
        assert row.diterima == (level == "peringatan")
    assert seen.catatan == ["Kolom “(temuan yang diharapkan)” tidak dikenal dan diabaikan."]


def test_the_transcription_of_the_bad_sheet_says_what_its_last_column_says() -> None:
    sheet = load_workbook(DATA / "usulan-cacat.xlsx").active
    assert sheet is not None
    told = {row[0].row: str(row[-1].value).lower().split() for row in sheet.iter_rows(min_row=2)}
    assert list(told) == list(CACAT)
    for number, (_, _, words) in CACAT.items():
        assert {word for word in words.split() if word not in ("15", "16")} <= set(told[number])  # "baris lain" there


def test_a_sound_row_has_no_finding() -> None:
    assert only() == BarisImpor(2, True, [])


@pytest.mark.parametrize(
    ("change", "cell", "words"),
    [
        ({"uraian": "a" * 5001}, "A2", "paling banyak 5000 karakter, sekarang 5001"),
        ({"uraian": "Data pasien\u202eterbalik"}, "A2", "karakter tak terlihat"),
        ({"penguasa": "Bidang A\nBidang B"}, "C2", "satu baris"),
        ({"uraian": "=1+1"}, "A2", "berisi rumus"),
        ({"pasal17": "h"}, "D2", "Huruf h tanpa angka: pilih salah satu dari h.1, h.2, h.3, h.4, h.5"),
        ({"pasal17": "h.9"}, "D2", "Huruf h angka 9 tidak dikenal"),
        ({"pasal17": "Pasal 18"}, "D2", "Huruf tidak dikenal"),
        ({"pasal17": "h.2; x"}, "D2", "Huruf tidak dikenal: “x”"),
        ({"cakupan": "separuh"}, "I2", "“separuh” tidak dikenal: isi seluruh, sebagian"),
        ({"bentuk": "disket"}, "N2", "isi softcopy, hardcopy, keduanya"),
        ({"jangka_jenis": "selamanya"}, "K2", "tidak dikenal"),
        ({"jangka_nilai": 0}, "L2", "harus bilangan bulat 1 sampai 100"),
        ({"jangka_nilai": 101}, "L2", "harus bilangan bulat 1 sampai 100"),
        ({"jangka_nilai": 2.5}, "L2", "harus bilangan bulat 1 sampai 100"),
        ({"jangka_nilai": None}, "L2", "isi jumlah tahun"),
        ({"jangka_jenis": "tanggal", "jangka_nilai": "31-02-2027"}, "L2", "Tanggal tidak ada: “31-02-2027”"),
        ({"jangka_jenis": "tanggal", "jangka_nilai": "kapan-kapan"}, "L2", "Tanggal tidak ada"),
        ({"jangka_jenis": "tanggal", "jangka_nilai": "01-01-9999"}, "L2", "harus antara tahun"),
        ({"jangka_jenis": "tanggal", "jangka_nilai": "01-01-2020"}, "L2", "sudah berakhir"),
        ({"dokumen_induk": True}, "B2", "nilai logika"),
        ({"dasar_uu": "UU 17/2023 Pasal " + "1, " * 100}, "E2", "Pasal terlalu panjang"),
        ({"dasar_uu": "Kebijakan " + "x" * 500}, "E2", "Dasar terlalu panjang"),
    ],
)
def test_a_cell_that_cannot_be_kept_is_named_with_its_reason(change: dict[str, Any], cell: str, words: str) -> None:
    found, pesan = refusal(**change)
    assert found == cell
    assert words in pesan


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        ({"jangka_nilai": "10 (sepuluh) tahun"}, "jangka_tahun", 10),
        ({"jangka_nilai": 7.0}, "jangka_tahun", 7),
        ({"jangka_jenis": "tanggal", "jangka_nilai": dt.date(2030, 1, 2)}, "jangka_akhir", dt.date(2030, 1, 2)),
        ({"jangka_jenis": "tanggal", "jangka_nilai": "2/1/2030"}, "jangka_akhir", dt.date(2030, 1, 2)),
        ({"jangka_jenis": "tanggal", "jangka_nilai": "29 Februari 2028"}, "jangka_akhir", dt.date(2028, 2, 29)),
        ({"jangka_jenis": "tanggal", "jangka_nilai": "2030-01-02"}, "jangka_akhir", dt.date(2030, 1, 2)),
        ({"jangka_jenis": "Sampai peristiwa tertentu", "jangka_nilai": "Final"}, "jangka_peristiwa", "Final"),
        ({"jangka_jenis": "persetujuan", "jangka_nilai": "Izin pasien"}, "jangka_peristiwa", "Izin pasien"),
        ({"jangka_jenis": "sesuai_uu", "jangka_nilai": "UU 17/2023"}, "jangka_alasan", "UU 17/2023"),
        ({"jangka_jenis": "Tanpa batas", "jangka_nilai": "x"}, "jangka_jenis", "tanpa_batas"),
        ({"jangka_jenis": "tanpa_batas", "jangka_nilai": "Melekat"}, "jangka_alasan", "Melekat"),
        ({"cakupan": "SEBAGIAN "}, "cakupan", "sebagian"),
        ({"bentuk": "Softcopy dan hardcopy"}, "bentuk", "keduanya"),
        ({"uraian": "  Rekam medis pasien\r\nrawat inap  "}, "uraian", "Rekam medis pasien\nrawat inap"),
    ],
)
def test_a_cell_is_read_as_its_column_asks(change: dict[str, Any], field: str, value: Any) -> None:
    assert getattr(preview(lembar(change)).butir[0], field) == value


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("UU 17/2023 Kesehatan Pasal 177", [("UU 17/2023", "Pasal 177")]),
        ("Undang-Undang Nomor 27 Tahun 2022 Pasal 4 ayat (2)", [("UU 27/2022", "Pasal 4 ayat (2)")]),
        ("PP 94/2021 Pasal 29; UU 27/2022 Pasal 4", [("PP 94/2021", "Pasal 29"), ("UU 27/2022", "Pasal 4")]),
        ("Permendagri 3/2017 Pasal 2", [("Permen 3/2017", "Pasal 2")]),
        ("Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2017", [("Permen 3/2017", None)]),
        ("Permenkes 3/2017 Pasal 2", [("Permenkes 3/2017", "Pasal 2")]),
        ("UU 99/1946 Pasal 3", [("UU 99/1946", "Pasal 3")]),
        ("SOP rumah sakit", [("SOP rumah sakit", None)]),
    ],
)
def test_laws_are_recognised_and_never_guessed(text: str, bases: list[Any]) -> None:
    rows = [d for d in preview(lembar({"dasar_uu": text})).butir[0].dasar if d.pasal17 is None]
    assert [(d.peraturan.singkat if d.peraturan else d.teks, d.pasal_ayat) for d in rows] == bases


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("h.2", ["h.2"]),
        ("a.2; h.3", ["a.2", "h.3"]),
        ("a.2, h.3", ["a.2", "h.3"]),
        ("h.2;h.2", ["h.2"]),
        ("Pasal 17 huruf h angka 2 UU Nomor 14 Tahun 2008", ["h.2"]),
        ("J", ["j"]),
        ("huruf b", ["b"]),
    ],
)
def test_letters_are_read_however_they_are_written(text: str, codes: list[str]) -> None:
    rows = preview(lembar({"pasal17": text})).butir[0].dasar
    assert [d.pasal17.kode for d in rows if d.pasal17 is not None] == codes


def test_headings_may_stand_lower_in_another_order_and_by_their_labels() -> None:
    names = [*reversed(KOLOM[1:]), "Uraian"]
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "usulan"
    sheet.append(["USULAN TAHUN 2026"])
    sheet.append([])
    sheet.append(names)
    source = lembar({})
    values = dict(zip(KOLOM, _first_row(source), strict=True))
    sheet.append([*(values[name] for name in reversed(KOLOM[1:])), values["uraian"]])
    seen = preview(simpan(book))
    assert [(row.baris, row.diterima, row.temuan) for row in seen.baris] == [(4, True, [])]


def _first_row(content: bytes) -> list[Any]:
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    return [cell.value for cell in sheet[2]]


def test_empty_rows_and_unknown_columns_are_left_out() -> None:
    empty = dict.fromkeys(KOLOM)
    seen = preview(lembar({}, empty, {"catatan": "x"}, kolom=[*KOLOM, "catatan"]))
    assert [row.baris for row in seen.baris] == [2, 4]
    assert seen.catatan == ["Kolom “catatan” tidak dikenal dan diabaikan."]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (lembar({}, nama="Lembar1", kolom=["a", "b"]), "Lembar “Usulan” tidak ditemukan (yang ada: “Lembar1”)"),
        (lembar({}, kolom=["a", "b"]), "Kolom uraian, dokumen_induk"),
        (lembar({}, kolom=[k for k in KOLOM if k != "penguasa"]), "Kolom penguasa tidak ada"),
        (lembar(), "tidak berisi satu baris usulan pun"),
    ],
)
def test_a_sheet_that_is_no_proposal_is_refused_with_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(IsianSalah, match=r".") as refused:
        preview(content)
    assert words in refused.value.pesan
    assert refused.value.kekurangan


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(IsianSalah) as refused:
        preview(lembar(*({} for _ in range(5001))))
    assert "lebih dari 5.000 baris" in refused.value.pesan


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"bukan excel", "usulan.xlsx", "bukan XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "usulan.xlsx", "bersandi"),
        (b"%PDF-1.4", "usulan.pdf", "tidak diterima"),
        (lembar({})[:400], "usulan.xlsx", "rusak"),
        (b"", "usulan.xlsx", "kosong"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(content: bytes, name: str, words: str) -> None:
    with pytest.raises(JenisSalah) as refused:
        preview(content, name)
    assert words in refused.value.pesan
