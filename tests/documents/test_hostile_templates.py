"""Templates that try to run code, reach beyond the vocabulary, or bring active content are refused before they print."""

import html
import re

import pytest

from app.documents.compiled import compiled
from app.documents.render import check_template, render
from app.documents.sandbox import TemplatDitolak
from app.documents.vocabulary import sample
from tests.documents.evil_marks import MARKS
from tests.documents.reading import added, changed, template, with_text

SMALLEST = "tanda_bukti_unggah"
PLACES = ["word/document.xml", "word/header1.xml", "word/footer1.xml"]


@pytest.mark.parametrize("place", PLACES[1:])
@pytest.mark.parametrize("name", list(MARKS)[::5])
def test_what_is_refused_in_the_body_is_refused_in_the_header_and_the_footer_too(name, place):
    bad = with_text(template(SMALLEST), MARKS[name], place)
    with pytest.raises(TemplatDitolak):
        check_template(bad, SMALLEST)


@pytest.mark.parametrize("name", ["os through cycler", "a huge power", "include", "an open loop"])
def test_marks_in_the_title_of_the_document_are_refused(name):
    words = html.escape(MARKS[name])
    bad = changed(template(SMALLEST), "docProps/core.xml", lambda xml: xml.replace("Templat naskah", words))
    with pytest.raises(TemplatDitolak):
        compiled(bad, SMALLEST)


@pytest.mark.parametrize("evil", ["{{ cycler }}", "{{ naskah.nomor }}", "{% if x %}"])
def test_marks_split_over_runs_in_styles_or_in_attributes_are_refused_too(evil):
    split = "</w:t></w:r><w:r><w:t>".join(html.escape(evil))
    runs = f"<w:p><w:r><w:t>{split}</w:t></w:r></w:p>"
    if "naskah" not in evil:
        with pytest.raises(TemplatDitolak):
            compiled(
                changed(template("nota_dinas"), PLACES[0], lambda xml: xml.replace("<w:body>", f"<w:body>{runs}")),
                "nota_dinas",
            )
    attribute = changed(
        template("nota_dinas"), PLACES[0], lambda xml: xml.replace('w:val="Judul"', f'w:val="{evil}"', 1)
    )
    with pytest.raises(TemplatDitolak, match="tempat"):
        compiled(attribute, "nota_dinas")
    style = changed(
        template("nota_dinas"), "word/styles.xml", lambda xml: xml.replace('w:val="Judul"', f'w:val="{evil}"', 1)
    )
    with pytest.raises(TemplatDitolak, match="tempat"):
        compiled(style, "nota_dinas")


@pytest.mark.parametrize(
    "field",
    ["DDEAUTO c:\\\\cmd.exe", "INCLUDETEXT x", "INCLUDEPICTURE http://x", "HYPERLINK x", "MACROBUTTON x", "QUOTE"],
)
def test_word_fields_other_than_page_numbers_are_refused(field):
    bad = changed(template("nota_dinas"), "word/footer1.xml", lambda xml: xml.replace(" PAGE ", f" {field} "))
    with pytest.raises(TemplatDitolak, match="bidang"):
        compiled(bad, "nota_dinas")
    simple = f'<w:fldSimple w:instr="{field}"/>'
    bad = changed(
        template("nota_dinas"), "word/document.xml", lambda xml: xml.replace("<w:body>", f"<w:body><w:p>{simple}</w:p>")
    )
    with pytest.raises(TemplatDitolak, match="bidang"):
        compiled(bad, "nota_dinas")


@pytest.mark.parametrize(
    "part",
    ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml", "customUI/customUI.xml"],
)
def test_macros_and_embedded_objects_are_refused(part):
    with pytest.raises(TemplatDitolak, match="makro"):
        compiled(added(template("nota_dinas"), part, b"<x/>"), "nota_dinas")


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "aFChunk", "frame", "subDocument"])
def test_content_from_outside_is_refused(kind):
    link = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="http://x/" TargetMode="External"/></Relationships>'
    bad = changed(
        template("nota_dinas"), "word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", link)
    )
    with pytest.raises(TemplatDitolak, match="luar"):
        compiled(bad, "nota_dinas")


def test_a_doctype_is_refused():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    bad = changed(
        template("nota_dinas"), "word/document.xml", lambda xml: re.sub(r"(\?>\s*)", rf"\1{bomb}", xml, count=1)
    )
    with pytest.raises(TemplatDitolak, match="DOCTYPE"):
        compiled(bad, "nota_dinas")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.4", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_document_is_refused(content):
    with pytest.raises(TemplatDitolak):
        compiled(content, "nota_dinas")


def test_a_template_without_headers_cannot_say_konsep_and_is_refused():
    bare = changed(
        template("nota_dinas"), "word/document.xml", lambda xml: re.sub(r"<w:headerReference[^>]*/>", "", xml)
    )
    with pytest.raises(TemplatDitolak, match="header"):
        compiled(bare, "nota_dinas")
    titled = changed(
        template("nota_dinas"), "word/document.xml", lambda xml: xml.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    )
    with pytest.raises(TemplatDitolak, match="header"):
        compiled(titled, "nota_dinas")


def test_marks_that_cut_the_document_are_refused_at_the_gate():
    cut = "</w:t></w:r></w:p><w:p><w:r><w:t>"
    paragraph = "<w:p><w:r><w:t>{% if naskah.konsep %}" + cut + "{% endif %}</w:t></w:r></w:p>"
    half = "<w:p><w:r><w:t>{%p if naskah.konsep %}</w:t></w:r></w:p><w:p><w:r><w:t>a{% endif %}</w:t></w:r></w:p>"
    bad = changed(template("nota_dinas"), "word/document.xml", lambda xml: xml.replace("<w:body>", f"<w:body>{half}"))
    with pytest.raises(TemplatDitolak):
        check_template(bad, "nota_dinas")
    fine = changed(
        template("nota_dinas"), "word/document.xml", lambda xml: xml.replace("<w:body>", f"<w:body>{paragraph}")
    )
    assert check_template(fine, "nota_dinas").dipakai


def test_a_template_of_another_paper_is_refused_for_its_names():
    with pytest.raises(TemplatDitolak, match="tidak ada dalam daftar nama"):
        compiled(template("matriks_uji_konsekuensi"), "surat_keputusan")


def test_the_decree_cannot_be_taught_to_print_the_internal_text():
    for name in ("uraian", "bagian", "uji.dibuka", "dokumen_induk"):
        mark = f"{{% for k in kelompok %}}{{% for b in k.butir %}}{{{{ b.{name} }}}}{{% endfor %}}{{% endfor %}}"
        with pytest.raises(TemplatDitolak):
            compiled(with_text(template("surat_keputusan"), mark), "surat_keputusan")


def test_what_clerks_may_write_is_accepted():
    marks = (
        "{{ naskah.nomor|upper }} {% if rekap.terbuka > 0 and not naskah.konsep %}ada{% else %}tidak{% endif %} "
        "{{ naskah.tembusan|join('; ') }} {{ naskah.tembusan|length }} {{ 'ya' if naskah.putaran == 1 else 'tidak' }} "
        "{% for t in naskah.tembusan %}{{ loop.index }}. {{ t }}{% if not loop.last %}, {% endif %}{% endfor %}{# catatan #}"
    )
    good = with_text(template("nota_dinas"), marks)
    assert check_template(good, "nota_dinas").dipakai
    assert render(good, sample("nota_dinas"), jenis="nota_dinas", title="x")
