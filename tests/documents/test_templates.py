"""The committed templates are what the script builds, they pass the gate, and they are Word documents in order."""

import io
import zipfile

import pytest
from docx import Document
from lxml import etree

from app.documents.dangers import W
from app.documents.render import check_template
from app.documents.vocabulary import VOCABULARY, daftar_nama
from docx_templates.build import FOLDER, build
from tests.documents.reading import template

JENIS = sorted(VOCABULARY)


@pytest.mark.parametrize("jenis", JENIS)
def test_building_again_gives_the_committed_bytes(jenis):
    assert build(jenis) == template(jenis)


def test_there_is_one_template_per_paper_and_no_other():
    assert sorted(path.stem for path in FOLDER.glob("*.docx")) == JENIS


@pytest.mark.parametrize("jenis", JENIS)
def test_the_gate_accepts_it_and_reports_what_it_uses(jenis):
    report = check_template(template(jenis), jenis)
    assert set(report.dipakai) <= {name for name, _ in daftar_nama(jenis)}
    assert "instansi.nama" in report.dipakai or jenis == "lampiran_terbatas"
    assert not set(report.dipakai) & set(report.tidak_dipakai)


@pytest.mark.parametrize("jenis", JENIS)
def test_tables_have_fixed_columns_that_fill_their_grid_and_heads_that_repeat(jenis):
    with zipfile.ZipFile(io.BytesIO(template(jenis))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    lined = [t for t in body.iter(f"{{{W}}}tbl") if t.find(f".//{{{W}}}tblStyle").get(f"{{{W}}}val") == "TabelGaris"]
    assert lined
    for table in lined:
        grid = [int(column.get(f"{{{W}}}w")) for column in table.iter(f"{{{W}}}gridCol")]
        for row in table.iter(f"{{{W}}}tr"):
            widths = [int(width.get(f"{{{W}}}w")) for width in row.iter(f"{{{W}}}tcW")]
            assert sum(widths) in (sum(grid), 0)  # 0: a row that holds a mark only
        if len(grid) > 2:
            assert table.find(f".//{{{W}}}tblHeader") is not None


@pytest.mark.parametrize("jenis", JENIS)
def test_python_docx_opens_it_and_no_page_leaves_the_paper(jenis):
    document = Document(io.BytesIO(template(jenis)))
    for section in document.sections:
        usable = section.page_width - section.left_margin - section.right_margin
        assert usable > 0
        assert {section.header.is_linked_to_previous, section.footer.is_linked_to_previous} == {False}
    widest = max(s.page_width - s.left_margin - s.right_margin for s in document.sections)
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= widest
