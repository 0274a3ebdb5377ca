"""A page profile moves a shipped template to other paper: everything still fits, prints and says the same."""

import io

import pytest
from docx import Document

from app.documents.profile import Profil, baca_profil, terapkan, urutkan
from app.documents.render import check_template, render
from app.documents.vocabulary import VOCABULARY, sample
from app.law.settings import DAFTAR
from tests.documents.reading import docx_text, template

JENIS = sorted(VOCABULARY)
F4 = "F4 20-20-30-20 Bookman Old Style 12"


def other(jenis: str, spelt: str) -> bytes:
    profile = baca_profil(spelt)
    assert profile is not None
    return terapkan(template(jenis), profile)


@pytest.mark.parametrize("spelt", [F4, "A4 20-25-30-20 Arial 11"])
@pytest.mark.parametrize("jenis", JENIS)
def test_a_template_on_other_paper_passes_the_gate_and_says_the_same(jenis: str, spelt: str) -> None:
    moved = other(jenis, spelt)
    check_template(moved, jenis)
    told = [docx_text(render(t, sample(jenis), jenis=jenis, title="Contoh")) for t in (moved, template(jenis))]
    assert told[0] == told[1]
    assert moved == other(jenis, spelt)


@pytest.mark.parametrize("jenis", JENIS)
def test_pages_have_the_size_and_margins_and_no_table_leaves_them(jenis: str) -> None:
    document = Document(io.BytesIO(other(jenis, F4)))
    for section in document.sections:
        sides = sorted((round(section.page_width.mm), round(section.page_height.mm)))
        assert sides == [215, 330]
        assert round(section.top_margin.mm) == 20
    widest = max(s.page_width - s.left_margin - s.right_margin for s in document.sections)
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= widest


def test_the_font_and_the_size_go_through_all_styles() -> None:
    document = Document(io.BytesIO(other("surat_keputusan", F4)))
    assert document.styles.element.xpath("//w:docDefaults//w:rFonts/@w:ascii") == ["Bookman Old Style"]
    assert document.styles.element.xpath("//w:docDefaults//w:sz/@w:val") == ["24"]


@pytest.mark.parametrize("spelt", ["", "A5 20-20-20-20 Arial 11", "A4 20-20-20 Arial 11", "A4"])
def test_what_is_no_profile_leaves_the_template_as_it_is(spelt: str) -> None:
    assert baca_profil(spelt) is None


def test_the_setting_takes_what_can_be_read() -> None:
    choice = DAFTAR["halaman.surat_keputusan"]
    assert choice.menerima(F4)
    assert choice.menerima("")
    assert baca_profil(F4) == Profil("F4", (20, 20, 30, 20), "Bookman Old Style", 12)
    for bad in (
        "A5 20-20-20-20 Arial 11",
        "F4 20-20-20-20 Comic Sans 11",
        "F4 05-20-20-20 Arial 11",
        "F4 20-20-25-20 Arial 8",
    ):
        assert not choice.menerima(bad)


NOTA = ("Yth.", "Dari", "Tanggal", "Sifat", "Lampiran", "Hal")


@pytest.mark.parametrize("jenis", ["nota_dinas", "nota_persetujuan"])
def test_the_rows_of_a_nota_dinas_stand_in_the_order_of_the_office(jenis: str) -> None:
    moved = urutkan(template(jenis), NOTA)
    check_template(moved, jenis)
    table = next(t for t in Document(io.BytesIO(moved)).tables if t.cell(0, 0).text == NOTA[0])
    assert tuple(cell.text for cell in table.columns[0].cells) == NOTA
    assert DAFTAR[f"baris_nota.{jenis}"].menerima(", ".join(NOTA))


@pytest.mark.parametrize(
    "bad", ["Yth., Dari, Hal, Dari", "Dari, Hal", "Yth., Dari", "Yth., Dari, Hal, Prihal", "Yth.,Dari,Hal"]
)
def test_an_order_of_rows_names_each_row_once_and_never_forgets_who_writes_to_whom_about_what(bad: str) -> None:
    assert not DAFTAR["baris_nota.nota_dinas"].menerima(bad)
    assert "baris_nota.surat_keputusan" not in DAFTAR
