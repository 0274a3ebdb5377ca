"""The template that agencies download, and the corrections file that goes back to them."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.errors import IsianSalah
from app.files.sheets import baca
from app.steps.impor import nilai_lembar
from app.steps.impor_kolom import KOLOM
from app.steps.impor_koreksi import JUDUL, koreksi_xlsx
from app.steps.impor_templat import susun_templat, templat_xlsx
from tests.law.examples import TODAY, acuan
from tests.steps.sheets import BARIS, lembar

DATA = Path(__file__).parent.parent / "data"


def judged(content: bytes):  # type: ignore[no-untyped-def]
    return nilai_lembar(baca("x.xlsx", content), acuan=acuan(), hari_ini=TODAY)


def test_the_template_has_exactly_the_columns_of_the_import_and_no_row() -> None:
    content = susun_templat(acuan())
    sheet = load_workbook(BytesIO(content))["Usulan"]
    assert [cell.value for cell in sheet[1]] == [kolom.nama for kolom in KOLOM] == list(BARIS)
    with pytest.raises(IsianSalah) as refused:
        judged(content)
    assert "tidak berisi satu baris usulan pun" in refused.value.pesan


def test_a_filled_template_is_accepted() -> None:
    book = load_workbook(BytesIO(susun_templat(acuan())))
    book["Usulan"].append(list(BARIS.values()))
    out = BytesIO()
    book.save(out)
    assert [(row.diterima, row.temuan) for row in judged(out.getvalue()).baris] == [(True, [])]


def test_the_template_offers_lists_and_hints() -> None:
    sheet = load_workbook(BytesIO(susun_templat(acuan())))["Usulan"]
    rules = {str(rule.sqref).split("2:")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert len(rules) == len(KOLOM)
    assert rules["I"].formula1 == '"seluruh,sebagian"'
    assert rules["D"].formula1 == "'Acuan'!$A$2:$A$34"
    assert all(rule.prompt for rule in rules.values())


def test_the_template_names_the_regulations_of_the_office(session) -> None:  # type: ignore[no-untyped-def]
    sheet = load_workbook(BytesIO(templat_xlsx(session)))["Acuan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert ["h.2", "Riwayat kesehatan fisik dan psikis"] in [row[:2] for row in rows]
    assert ["UU 43/1999", "Perubahan atas UU Pokok-Pokok Kepegawaian", "Dicabut"] in [row[2:] for row in rows]


def test_the_corrections_file_says_what_to_mend_beside_each_row() -> None:
    content = (DATA / "usulan-cacat.xlsx").read_bytes()
    seen = judged(content)
    back = koreksi_xlsx(content, "usulan-cacat.xlsx", seen.baris)
    sheet = load_workbook(BytesIO(back))["Usulan"]
    assert sheet["P1"].value == JUDUL
    assert "Wajib diperbaiki (D2): Pasal 17 kosong" in str(sheet["P2"].value)
    assert "Perlu penjelasan (E5)" in str(sheet["P5"].value)
    assert sheet["D2"].fill.fgColor.rgb == "00F8CBAD"
    assert sheet["E5"].fill.fgColor.rgb == "00FFF2CC"
    again = judged(back)
    assert [row.diterima for row in again.baris] == [row.diterima for row in seen.baris]


def test_nothing_in_the_corrections_file_can_become_a_formula() -> None:
    content = lembar({"uraian": "=1+1"}, {"penguasa": "+62 812", "bagian": "@SUM(A1)"})
    back = koreksi_xlsx(content, "x.xlsx", judged(content).baris)
    sheet = load_workbook(BytesIO(back)).active
    assert sheet is not None
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert "f" not in kinds
    assert (sheet["A2"].value, sheet["C3"].value, sheet["J3"].value) == (None, "+62 812", "@SUM(A1)")
