"""The old DIK form: clear cells are taken over, ambiguous ones asked, none guessed."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.files.sheets import baca
from app.steps.impor import Pratinjau, nilai_lembar
from app.steps.impor_lama import CATATAN
from tests.law.examples import TODAY, acuan
from tests.steps.sheets import simpan

DATA = Path(__file__).parent.parent / "data"
SOUND = (
    1,
    "Kertas kerja pemeriksaan sebelum final",
    "Pasal 17 huruf i UU Nomor 14 Tahun 2008; UU 15/2004 Pasal 19",
    "Kesimpulan prematur menyesatkan publik dan menghambat pemeriksaan",
    "Pemeriksaan selesai secara objektif dan dapat diuji",
    "Sampai laporan hasil pemeriksaan dinyatakan final",
)


def form(*rows: tuple[Any, ...], heads: tuple[str, ...] | None = None) -> bytes:
    """The form as agencies fill it in, signature block included."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "DIK"
    sheet.append(["DAFTAR INFORMASI YANG DIKECUALIKAN"])
    sheet.append([])
    sheet.append(
        heads
        or ["No", "Informasi", "Dasar Hukum Pengecualian Informasi", "Konsekuensi/Pertimbangan", None, "Jangka Waktu"]
    )
    sheet.append([None, None, None, "Dibuka", "Ditutup", None])
    sheet.append([1, 2, 3, 4, 5, 6])
    for row in rows:
        sheet.append(row)
    sheet.append([])
    sheet.append([None, "Mengetahui,"])
    sheet.append([None, "Pejabat Pengelola Informasi dan Dokumentasi Pelaksana"])
    return simpan(book)


def read(content: bytes, name: str = "dik.xlsx") -> Pratinjau:
    return nilai_lembar(baca(name, content), acuan=acuan(), hari_ini=TODAY)


def asked(seen: Pratinjau, row: int = 0) -> list[tuple[str, str]]:
    """(cell, sentence) of what is asked about a row, but for what the form never holds."""
    general = ("medan_wajib", "publik_sama")
    return [(str(t.sel), t.pesan) for t in seen.baris[row].temuan if t.kode not in general]


@pytest.mark.parametrize("kind", ["xlsx", "xls"])
def test_the_form_of_the_inspectorate_imports_whole(kind: str) -> None:
    name = f"dik-format-lama-inspektorat.{kind}"
    seen = read((DATA / name).read_bytes(), name)
    assert seen.catatan == [CATATAN]
    assert [(row.baris, row.diterima) for row in seen.baris] == [(8, True), (9, True), (10, True)]
    assert [asked(seen, row) for row in range(3)] == [[], [], []]
    cited = [
        [d.pasal17.kode if d.pasal17 else f"{d.peraturan.singkat} {d.pasal_ayat}" for d in b.dasar] for b in seen.butir
    ]
    assert cited == [["i", "UU 15/2004 Pasal 19"], ["a.2", "UU 31/2014 Pasal 5"], ["a.4", "UU 23/2014 Pasal 255"]]
    assert [(b.jangka_jenis, b.jangka_tahun, b.jangka_peristiwa) for b in seen.butir] == [
        ("peristiwa", None, "Sampai laporan hasil pemeriksaan dinyatakan final"),
        ("tahun", 30, None),
        ("peristiwa", None, "Sampai operasi selesai dilaksanakan"),
    ]
    assert seen.butir[1].uji[0].konsekuensi_ditutup == "Keberanian melapor tetap terjaga"


def test_what_the_form_has_no_column_for_is_asked_and_not_refused() -> None:
    seen = read(form(SOUND))
    told = {(t.medan, t.tingkat) for t in seen.baris[0].temuan if t.kode == "medan_wajib"}
    assert told == {(name, "peringatan") for name in ("dokumen_induk", "penguasa", "cakupan")}
    assert seen.baris[0].diterima


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("30 tahun", ("tahun", 30, None, None)),
        ("5 (lima) tahun", ("tahun", 5, None, None)),
        ("20 Tahun sejak ditetapkan", ("tahun", 20, None, None)),
        ("Sampai 31 Desember 2030", ("tanggal", None, "2030-12-31", None)),
        ("s.d. 31-12-2030", ("tanggal", None, "2030-12-31", None)),
        ("sampai dengan tanggal 1/2/2031", ("tanggal", None, "2031-02-01", None)),
        ("Sampai ditetapkannya Renja", ("peristiwa", None, None, "Sampai ditetapkannya Renja")),
    ],
)
def test_terms_in_free_text_are_recognised(text: str, term: tuple[Any, ...]) -> None:
    seen = read(form((*SOUND[:5], text)))
    one = seen.butir[0]
    end = one.jangka_akhir.isoformat() if one.jangka_akhir else None
    assert (one.jangka_jenis, one.jangka_tahun, end, one.jangka_peristiwa) == term
    assert asked(seen) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("lama", "tidak dikenali"),
        ("5 bulan", "tidak dikenali"),
        ("Sampai 31-02-2030", "tidak ada atau tidak lengkap"),
        ("150 tahun", "tidak dikenali"),
        ("Tidak terbatas", "isi alasan"),
    ],
)
def test_an_unclear_term_is_asked_in_its_cell(text: str, words: str) -> None:
    seen = read(form((*SOUND[:5], text)))
    assert any(cell == "F6" and words in pesan for cell, pesan in asked(seen))
    assert seen.butir[0].jangka_jenis in (None, "tanpa_batas")


def test_an_endless_term_that_the_letter_forbids_is_refused() -> None:
    row = (1, SOUND[1], "Pasal 17 huruf c angka 6; UU 17/2011 Pasal 25", *SOUND[3:5], "Tidak Terbatas")
    seen = read(form(row))
    assert not seen.baris[0].diterima
    assert [t.kode for t in seen.baris[0].temuan if t.tingkat == "blok"] == ["tanpa_batas_dilarang"]


def test_a_letter_without_its_number_is_asked_and_left_out() -> None:
    seen = read(form((1, SOUND[1], "Pasal 17 huruf h; UU 27/2022 Pasal 4", *SOUND[3:])))
    assert [d.peraturan.singkat for d in seen.butir[0].dasar] == ["UU 27/2022"]
    assert [cell for cell, pesan in asked(seen) if "Huruf h tanpa angka" in pesan] == ["C6"]
    assert seen.baris[0].diterima


def test_sub_items_take_over_what_their_heading_says() -> None:
    rows = [
        (1, "Data pegawai:", "Pasal 17 huruf h angka 3; UU 27/2022 Pasal 4", None, None, "5 tahun"),
        ("1.a", "rekening gaji", None, SOUND[3], SOUND[4], None),
        (
            "b.",
            "penghasilan lain",
            None,
            "Memudahkan penipuan terhadap pegawai",
            "Pegawai terlindungi dari penipuan",
            None,
        ),
        (2, *SOUND[1:]),
    ]
    seen = read(form(*rows))
    assert [row.baris for row in seen.baris] == [7, 8, 9]
    assert [b.uraian for b in seen.butir[:2]] == ["Data pegawai: rekening gaji", "Data pegawai: penghasilan lain"]
    assert [[d.pasal17.kode for d in b.dasar if d.pasal17] for b in seen.butir] == [["h.3"], ["h.3"], ["i"]]
    assert [b.jangka_tahun for b in seen.butir] == [5, 5, None]
    assert any("Sub-butir 1.a" in pesan for _, pesan in asked(seen))


def test_a_row_without_a_number_is_asked_about_not_guessed() -> None:
    seen = read(form(SOUND, (None, "beserta lampirannya"), (2, *SOUND[1:])))
    assert len(seen.butir) == 2
    assert any("Baris 7 tidak bernomor" in pesan for _, pesan in asked(seen))


def test_a_formula_in_the_old_form_is_refused_in_its_cell() -> None:
    seen = read(form((1, "=1+1", *SOUND[2:]), (2, SOUND[1], "=A1", *SOUND[3:]), (3, *SOUND[1:5], "=A1")))
    refused = [[t.sel for t in row.temuan if t.tingkat == "blok"] for row in seen.baris]
    assert refused == [["B6"], ["C7"], ["F8"]]


def test_headings_of_one_level_are_understood_too() -> None:
    heads = ("NO.", "Judul Informasi", "Dasar Hukum", "Akibat bila dibuka", "Akibat bila ditutup", "Batas waktu")
    seen = read(form(SOUND, heads=heads))
    assert [b.uraian for b in seen.butir] == [SOUND[1]]
