"""Printing is strict, faithful and repeatable: data stays data, a draft says so, equal input gives equal bytes."""

import copy
import io
import time
import zipfile

import pytest
from docx import Document
from docxtpl import DocxTemplate

from app.documents.konsep import NOMOR_TITIK
from app.documents.render import CetakanTidakSetia, render
from app.documents.sandbox import TemplatDitolak, environment
from app.documents.schema import IsianKurang, fit
from app.documents.text import TeksDitolak
from app.documents.vocabulary import VOCABULARY, sample
from tests.documents.reading import changed, docx_text, leaves, squeeze, template, with_rows, with_text

JENIS = sorted(VOCABULARY)
NASTY = [
    "Data & Informasi",
    "<b>tebal</b> & <w:t>",
    "</w:t></w:r></w:p><w:p><w:r><w:t>DITOLAK</w:t></w:r></w:p>",
    "{{ naskah.nomor }}",
    "{% for x in y %} %} }} {# #}",
    "{_{ 7*7 }_} {_% x %_}",
    "&amp; &#123; &lt;",
    "\"kutip\" dan 'petik' “miring”",
    "baris satu\nbaris dua\n\nbaris empat",
    "kolom\tkolom",
    "  spasi  ganda  ",
    "a" * 400,
    "100% persen {satu} }{",
    "𝒜 é ñ — … ✓ 😀",
]


def say(text, jenis="nota_dinas", **more):
    return render(template(jenis), sample(jenis, {"dari": text}), jenis=jenis, title="Contoh", **more)


@pytest.mark.parametrize("jenis", JENIS)
def test_the_same_input_gives_the_same_bytes_and_the_zip_is_in_order(jenis):
    first = render(template(jenis), sample(jenis), jenis=jenis, title="Contoh")
    assert first == render(template(jenis), copy.deepcopy(sample(jenis)), jenis=jenis, title="Contoh")
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert Document(io.BytesIO(first)).paragraphs


@pytest.mark.parametrize("jenis", JENIS)
def test_it_says_the_same_as_docxtpl_itself(jenis):
    document = DocxTemplate(io.BytesIO(template(jenis)))
    document.render(fit(VOCABULARY[jenis], sample(jenis)), environment(), autoescape=True)
    out = io.BytesIO()
    document.save(out)
    assert docx_text(out.getvalue()) == docx_text(render(template(jenis), sample(jenis), jenis=jenis, title="Contoh"))


@pytest.mark.parametrize("text", NASTY)
def test_data_is_printed_word_for_word_and_never_read_as_anything_else(text):
    paper = docx_text(say(text))
    assert text in paper
    assert paper.count("\n") == docx_text(say("x")).count("\n") + text.count("\n")


def test_a_line_feed_is_a_break_that_outsiders_read_as_one_space():
    assert "baris satu baris dua" in squeeze(docx_text(say("baris satu\nbaris dua")))


@pytest.mark.parametrize("jenis", JENIS)
def test_every_text_of_the_sample_that_the_template_uses_is_in_the_paper(jenis):
    paper = squeeze(docx_text(render(template(jenis), sample(jenis), jenis=jenis, title="Contoh")))
    assert sum(squeeze(leaf) in paper for leaf in set(leaves(sample(jenis)))) >= 15


def test_a_missing_value_stops_the_print_and_names_the_placeholder():
    context = sample("nota_dinas")
    del context["penandatangan"]["nip"]
    with pytest.raises(IsianKurang, match=r"penandatangan\.nip"):
        render(template("nota_dinas"), context, jenis="nota_dinas", title="x")
    with pytest.raises(IsianKurang, match="naskah"):
        render(template("nota_dinas"), {}, jenis="nota_dinas", title="x")


def test_the_context_is_left_as_it_was():
    context = sample("nota_dinas")
    before = copy.deepcopy(context)
    render(template("nota_dinas"), context, jenis="nota_dinas", konsep=True, title="x")
    assert context == before


@pytest.mark.parametrize("jenis", JENIS)
def test_a_draft_says_konsep_on_every_page_and_has_neither_number_nor_code(jenis):
    context = sample(jenis)
    draft = render(template(jenis), context, jenis=jenis, konsep=True, title="Contoh")
    text = docx_text(draft)
    assert "KONSEP: belum bernomor" in text
    assert context["naskah"]["kode_verifikasi"] not in text
    assert not context["naskah"]["nomor"] or context["naskah"]["nomor"] not in text
    with zipfile.ZipFile(io.BytesIO(draft)) as archive:
        header = archive.read("word/header1.xml").decode()
    assert 'string="KONSEP"' in header
    final = docx_text(render(template(jenis), context, jenis=jenis, title="Contoh"))
    assert "KONSEP:" not in final
    assert NOMOR_TITIK not in final
    if context["naskah"]["nomor"]:
        assert NOMOR_TITIK in text


def test_the_properties_are_ours_and_escaped_once():
    paper = Document(
        io.BytesIO(render(template("nota_dinas"), sample("nota_dinas"), jenis="nota_dinas", title="A & B <c>"))
    )
    assert paper.core_properties.title == "A & B <c>"
    assert paper.core_properties.author == "SIDIK"
    assert paper.core_properties.created is None
    with pytest.raises(TeksDitolak):
        render(template("nota_dinas"), sample("nota_dinas"), jenis="nota_dinas", title="dua\nbaris")


def test_properties_of_an_uploaded_template_are_not_kept():
    marked = changed(
        template("nota_dinas"), "docProps/core.xml", lambda xml: xml.replace("Templat naskah", "Milik orang lain")
    )
    paper = Document(io.BytesIO(render(marked, sample("nota_dinas"), jenis="nota_dinas", title="Nota")))
    assert paper.core_properties.title == "Nota"


@pytest.mark.parametrize("rows", [0, 1, 3])
@pytest.mark.parametrize("jenis", JENIS)
def test_any_number_of_rows_gives_a_document_in_order(jenis, rows):
    paper = render(template(jenis), with_rows(sample(jenis), rows), jenis=jenis, title="Contoh")
    document = Document(io.BytesIO(paper))
    assert all(cell._tc.p_lst for table in document.tables for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("jenis", JENIS)
def test_empty_texts_and_lists_print_without_a_broken_table(jenis):
    def empty(value):
        if isinstance(value, dict):
            return {name: empty(item) for name, item in value.items()}
        return [] if isinstance(value, list) else type(value)()

    Document(io.BytesIO(render(template(jenis), empty(sample(jenis)), jenis=jenis, title="Contoh")))


def test_five_hundred_butir_print_in_a_few_seconds_with_a_new_table_every_hundred():
    for jenis in ("surat_keputusan", "lampiran_terbatas", "matriks_uji_konsekuensi"):
        context = with_rows(sample(jenis), 500)
        start = time.process_time()
        paper = render(template(jenis), context, jenis=jenis, title="Contoh")
        assert time.process_time() - start < 5
        head = {
            "surat_keputusan": "Alasan ringkas",
            "lampiran_terbatas": "Dokumen induk",
            "matriks_uji_konsekuensi": "Ditutup",
        }
        lines = docx_text(paper).split("\n")
        assert lines.count(head[jenis]) >= 5
        assert "500" in lines


def test_a_mark_that_was_left_over_is_refused():
    for text in ("{% raw %}{{ naskah.nomor }}{% endraw %}", "}} {{ naskah.nomor }}", "{{ '{' }}{ naskah.nomor }}"):
        with pytest.raises(TemplatDitolak):
            render(with_text(template("nota_dinas"), text), sample("nota_dinas"), jenis="nota_dinas", title="x")


def test_a_paper_that_lost_a_value_is_not_given_out(monkeypatch):
    monkeypatch.setattr("app.documents.render._visible", lambda tree: "kosong")
    with pytest.raises(CetakanTidakSetia):
        say("ada")
