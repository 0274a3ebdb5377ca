"""Headings that nobody knows: a person tells the columns, they are remembered for the agency, nothing is guessed."""

from typing import Any

import pytest
from openpyxl import Workbook
from sqlalchemy import func, select

from app import models as m
from app.errors import IsianSalah
from app.files.sheets import Lembar, baca
from app.security.officer import Officer
from app.steps.impor import impor_usulan, nilai_lembar
from app.steps.impor_petakan import Tawaran, calon, petakan, tawarkan
from tests.law.examples import TODAY, acuan
from tests.steps.sheets import BARIS, KOLOM, lembar, simpan
from tests.steps.test_impor import furniture, keep, office, officer  # noqa: F401 - fixtures

HEADS = ["No", "Jenis dokumen rahasia", "Alasan hukum", "Kalau terbuka", "Kalau tertutup", "Masa"]
ROW = [
    1,
    "Kertas kerja pemeriksaan sebelum final",
    "Pasal 17 huruf i UU Nomor 14 Tahun 2008; UU 15/2004 Pasal 19",
    "Kesimpulan prematur menyesatkan publik dan menghambat pemeriksaan",
    "Pemeriksaan selesai secara objektif dan dapat diuji",
    "5 (lima) tahun",
]
KEY = "3|Lampiran"
PAIRS = {
    "uraian": 1,
    "pasal17": 2,
    "dasar_uu": 2,
    "konsekuensi_dibuka": 3,
    "konsekuensi_ditutup": 4,
    "jangka_nilai": 5,
}


def own_form(*rows: list[Any], heads: list[str] | None = None) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lampiran"
    sheet.append(["DAFTAR DOKUMEN RAHASIA KANTOR"])
    sheet.append([])
    sheet.append(heads or HEADS)
    sheet.append([1, 2, 3, 4, 5, 6])
    for row in rows or (ROW,):
        sheet.append(row)
    return simpan(book)


def sheets(content: bytes | None = None) -> list[Lembar]:
    return baca("a.xlsx", content or own_form())


def judged(content: bytes, pairs: dict[str, int], key: str = KEY) -> Any:
    read = sheets(content)
    return nilai_lembar(read, acuan=acuan(), hari_ini=TODAY, pasangan=petakan(read, key, pairs))


def test_the_columns_that_were_told_are_read_and_what_the_form_lacks_is_asked() -> None:
    seen = judged(own_form(), PAIRS)
    (row,), (butir,) = seen.baris, seen.butir
    assert (row.baris, row.diterima) == (5, True)
    assert butir.uraian == ROW[1]
    assert [d.pasal17.kode if d.pasal17 else d.pasal_ayat for d in butir.dasar] == ["i", "Pasal 19"]
    assert (butir.jangka_jenis, butir.jangka_tahun) == ("tahun", 5)
    assert butir.uji[0].konsekuensi_dibuka == ROW[3]
    asked = {t.medan for t in row.temuan if t.kode == "medan_wajib"}
    assert asked == {"dokumen_induk", "penguasa", "cakupan"}
    assert seen.catatan == ["Kolom dibaca menurut pasangan yang Anda pilih."]


def test_a_mapped_column_is_judged_as_strictly_as_our_own_in_its_cell() -> None:
    empty, formula = [2, None, *ROW[2:]], [3, "=1+1", *ROW[2:]]
    first, second = judged(own_form(empty, formula), PAIRS).baris
    assert [(t.sel, t.tingkat) for t in first.temuan if t.medan == "uraian"] == [("B5", "blok")]
    assert [(t.sel, t.tingkat) for t in second.temuan if t.medan == "uraian"] == [("B6", "blok")]
    assert not first.diterima
    assert not second.diterima


def test_our_own_columns_under_other_names_give_what_ours_give() -> None:
    content = lembar({}, kolom=KOLOM, atas=0)
    heads = [f"k{n}" for n in range(len(KOLOM))]
    other = own_form([BARIS[name] for name in KOLOM], heads=heads)
    ours = nilai_lembar(baca("a.xlsx", content), acuan=acuan(), hari_ini=TODAY)
    theirs = judged(other, {name: place for place, name in enumerate(KOLOM)})
    assert [row.temuan for row in theirs.baris] == [row.temuan for row in ours.baris] == [[]]
    for name in ("uraian", "penguasa", "cakupan", "bagian", "jangka_tahun", "bentuk", "uraian_publik"):
        assert getattr(theirs.butir[0], name) == getattr(ours.butir[0], name)


def test_a_formula_or_a_strange_term_is_named_in_the_mapped_cell() -> None:
    (row,) = judged(own_form([*ROW[:5], "kapan-kapan"]), PAIRS).baris
    assert [(t.sel, t.tingkat) for t in row.temuan if "tidak dikenali" in t.pesan] == [("F5", "peringatan")]


@pytest.mark.parametrize(
    ("key", "pairs", "field", "words"),
    [
        ("9|Lampiran", PAIRS, "judul", "Pilih baris judulnya lagi"),
        ("x", PAIRS, "judul", "Pilih baris judulnya lagi"),
        (KEY, {"pasal17": 2}, "kolom_uraian", "uraian informasi"),
        (KEY, {"uraian": 6}, "kolom_uraian", "tidak ada pada file ini"),
        (KEY, {"uraian": 1, "rahasia": 2}, "kolom_rahasia", "tidak ada pada file ini"),
        (KEY, {"uraian": 1, "penguasa": 1}, "kolom_penguasa", "dipilih untuk Uraian dan Penguasa"),
    ],
)
def test_pairs_that_cannot_be_are_refused_with_a_sentence(key: str, pairs: Any, field: str, words: str) -> None:
    with pytest.raises(IsianSalah) as refused:
        petakan(sheets(), key, pairs)
    assert refused.value.kekurangan[0].medan == field
    assert words in refused.value.pesan


def test_a_sheet_without_rows_under_its_headings_is_refused() -> None:
    with pytest.raises(IsianSalah, match=r".") as refused:
        judged(own_form([None]), PAIRS)
    assert "tidak berisi satu baris usulan pun" in refused.value.pesan


def offered(session: Any, who: str, content: bytes, key: str | None = None) -> Tawaran | None:
    acting = officer(session, who)
    return tawarkan(session, acting, acting.perangkat_daerah_id or 0, sheets(content), key)


def test_what_a_person_told_is_remembered_for_his_agency_and_its_headings_only(office: Any) -> None:  # noqa: F811
    content = own_form()
    first = offered(office, "petugas.dinkes", content)
    assert first is not None
    assert (first.judul.kunci, first.kolom, first.diingat) == (KEY, {}, False)
    who = officer(office, "petugas.dinkes")
    told: Any = {"perangkat_daerah_kode": "DINKES", "officer": who, "simpan": False}
    for pairs in ({"uraian": 1, "penguasa": 2}, PAIRS):  # changed by the second
        impor_usulan(content, "a.xlsx", pasangan=(KEY, pairs), **told)
    again = offered(office, "petugas.dinkes", own_form([2, "Lain", *ROW[2:]], heads=[f" {h.upper()} " for h in HEADS]))
    assert again is not None
    assert (again.kolom, again.diingat) == (PAIRS, True)
    other = offered(office, "petugas.dinkes", own_form(heads=[*HEADS[:5], "Tempo"]))
    neighbour = offered(office, "petugas.bkd", content)
    assert other is not None
    assert neighbour is not None
    assert (other.diingat, neighbour.diingat) == (False, False)
    assert office.scalar(select(func.count()).select_from(m.PemetaanKolom)) == 1


def test_nothing_is_read_by_a_remembered_pair_until_it_is_told_again(office: Any) -> None:  # noqa: F811
    content, who = own_form(), officer(office, "petugas.dinkes")
    told: Any = {"perangkat_daerah_kode": "DINKES", "officer": who, "simpan": False}
    impor_usulan(content, "a.xlsx", pasangan=(KEY, PAIRS), **told)
    with pytest.raises(IsianSalah) as refused:
        keep(office, content)
    assert refused.value.kekurangan[0].kode == "lembar_tidak_ada"


def test_a_mapped_sheet_is_kept_as_a_draft(office: Any) -> None:  # noqa: F811
    answer = keep(office, own_form(), pasangan=(KEY, PAIRS))
    (butir,) = office.get(m.Usulan, answer.usulan_id).butir
    assert (butir.uraian, butir.jangka_tahun) == (ROW[1], 5)


def test_a_recognised_heading_is_offered_and_a_chosen_row_looked_at(session: Any) -> None:
    head = calon(sheets(own_form(heads=["Uraian", "b", "c", "Penguasa", "e", "f"])))[0]
    assert (head.baris, head.teks[3]) == (3, "Penguasa")
    acting = Officer(0, "x", "X", "", frozenset(), frozenset(), None)
    seen = tawarkan(session, acting, 0, sheets(own_form(heads=["Uraian", "b", "c", "Penguasa", "e", "f"])))
    assert seen is not None
    assert seen.kolom == {"uraian": 0, "penguasa": 3}
    assert tawarkan(session, acting, 0, [Lembar("kosong", ())]) is None
