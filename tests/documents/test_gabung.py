"""Many PDFs become one: the same pages, a bookmark for each, nothing of the sources' own catalogues, little memory."""

import io
import tracemalloc

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from app.documents.gabung import gabungkan
from tests.scale import scale


def source(*texts: str, inherited: bool = False) -> bytes:
    """A small PDF whose pages say these texts; `inherited`: font and page size stand at the tree, not at the page."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    resources = DictionaryObject({NameObject("/Font"): fonts})
    for text in texts:
        page = writer.add_page(PageObject.create_blank_page(width=300, height=200))
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 12 Tf 20 100 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(content)
        if inherited:
            tree = page["/Parent"].get_object()
            tree[NameObject("/Resources")] = resources
            tree[NameObject("/MediaBox")] = page["/MediaBox"]
            del page["/MediaBox"]
            page.pop("/Resources", None)
        else:
            page[NameObject("/Resources")] = resources
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read(pieces: object) -> PdfReader:
    return PdfReader(io.BytesIO(b"".join(pieces)), strict=True)  # type: ignore[arg-type]


def test_all_pages_in_order_with_a_bookmark_to_each_paper() -> None:
    papers = [("Usulan – Dinkes (1)", source("a1", "a2")), ("Kosong \\ (", source("b1")), ("SK", source("c1", "c2"))]
    merged = read(gabungkan(papers))
    assert [page.extract_text() for page in merged.pages] == ["a1", "a2", "b1", "c1", "c2"]
    marks = [(mark.title, merged.get_destination_page_number(mark)) for mark in merged.outline]
    assert marks == [("Usulan – Dinkes (1)", 0), ("Kosong \\ (", 2), ("SK", 3)]


def test_what_a_page_inherits_comes_with_it_and_scripts_stay_behind() -> None:
    content = b"".join(gabungkan([("x", source("warisan", "dua", inherited=True))]))
    merged = PdfReader(io.BytesIO(content), strict=True)
    assert [page.extract_text() for page in merged.pages] == ["warisan", "dua"]
    assert {tuple(float(n) for n in page.mediabox) for page in merged.pages} == {(0.0, 0.0, 300.0, 200.0)}
    assert b"app.alert" not in content


def test_nothing_to_join_is_still_a_pdf() -> None:
    assert len(read(gabungkan([])).pages) == 0


MANY = scale(400, full=2000)
ALLOWED = 20 * 2**20


@pytest.mark.proof
def test_two_thousand_papers_never_stand_in_memory_together() -> None:
    """However many they are, together they are three times as long as the memory that is allowed."""
    paper = source(*[f"halaman {number} " + "x" * (ALLOWED // MANY) for number in range(3)])
    tracemalloc.start()
    total = sum(len(piece) for piece in gabungkan((f"Naskah {number}", paper) for number in range(MANY)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert total > 3 * ALLOWED
    assert peak < ALLOWED
