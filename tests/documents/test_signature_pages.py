"""No page holds a signature alone: wherever the break falls, two lines of what is signed stand above it.

Told twice: by the marks that Word obeys, for every way a paper may end, and by LibreOffice on papers that are pushed down
the page step by step.
"""

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from app.documents.dangers import W
from app.documents.render import render
from app.documents.vocabulary import CONTOH_NIHIL, VOCABULARY, sample
from tests.documents.reading import changed, template
from tests.scale import FULL

# Every paper that somebody signs; a box label and a control sheet bear no signature.
SIGNED = sorted(set(VOCABULARY) - {"label_boks", "lembar_kendali_sop"})
FIRST, LAST = "Jabatanpenanda", "Namapenanda"
# What stands over the office of who signs belongs to the signature.
_OVER = re.compile(r"Serang, |Ditetapkan di|pada tanggal|Mengetahui,|(Disusun|Diperiksa) oleh|Petikan sesuai")
_WHO = re.compile(r"\s*(Nama|Jabatan|Kedudukan)\s+:")  # an opinion sheet names its signer at its head too
_LONG = 120  # characters of a paragraph that is two lines even on a page on its side


def signed(jenis: str, **given: Any) -> dict[str, Any]:
    """Sample data in which every signature begins with FIRST and ends with LAST."""
    context = sample(jenis, given)
    for name, value in context.items():
        if isinstance(value, dict) and "nama_cetak" in value:
            context[name] = {**value, "jabatan_cetak": FIRST, "nama_cetak": LAST}
    if jenis == "lembar_pendapat":
        people = [{**a, "kedudukan": FIRST, "nama": LAST} for a in context["anggota"]]
        context["anggota"] = people
    return context


def endings(jenis: str) -> Iterator[dict[str, Any]]:
    """The sample, and the sample without all lists and texts that a paper may lack; in the proof also without each."""
    names, never = VOCABULARY[jenis], ("kelompok", "anggota" if jenis == "lembar_pendapat" else "")
    empty = {
        name: type(value)()
        for name, value in sample(jenis).items()
        if name not in never
        and (isinstance(value, list) or (isinstance(value, str) and "boleh kosong" in names[name].arti))
    }
    yield {}
    yield empty
    yield CONTOH_NIHIL.get(jenis, {})
    if FULL:
        yield from ({name: value} for name, value in empty.items())


def lines(block: etree._Element) -> list[tuple[int, bool]]:
    """(lines at least, held to what follows) of each paragraph or row of a block, by what Word reads."""
    if block.tag != f"{{{W}}}tbl":
        return [_line(block)]
    below_head = block.find(f".//{{{W}}}tblHeader") is not None  # a head that repeats stands above every row
    told = [_line(row) for row in block.iter(f"{{{W}}}tr")]
    return [(2 if below_head else count, held) for count, held in told]


def _line(part: etree._Element) -> tuple[int, bool]:
    paragraphs = list(part.iter(f"{{{W}}}p"))
    text = max(("".join(p.itertext(f"{{{W}}}t")) for p in paragraphs), key=len)
    styles = {p.find(f".//{{{W}}}pStyle").get(f"{{{W}}}val") for p in paragraphs}
    held = any(p.find(f".//{{{W}}}keepNext") is not None for p in paragraphs)
    of_itself = any(s.startswith(("Ttd", "Judul", "Bagian")) or s.endswith("Kepala") for s in styles)
    return (0 if not text.strip() else 2 if len(text) > _LONG else 1), held or of_itself


def held_above(docx: bytes) -> list[int]:
    """How many lines are held to each signature of a paper, from the first line above it on; 2 are enough."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    blocks, found = list(body), []
    for at, block in enumerate(blocks):
        if FIRST not in "".join(block.itertext(f"{{{W}}}t")):
            continue
        above = [line for other in blocks[:at] if not _is_section(other) for line in lines(other)]
        count = 0
        while above and count < 2:
            told, held = above.pop()
            if not held:
                break
            count += told
        found.append(count)
    return found


def _is_section(block: etree._Element) -> bool:
    return block.find(f".//{{{W}}}sectPr") is not None or block.tag == f"{{{W}}}sectPr"


@pytest.mark.parametrize("jenis", SIGNED)
def test_two_lines_are_held_to_every_signature_however_the_paper_ends(jenis):
    for given in endings(jenis):
        found = held_above(render(template(jenis), signed(jenis, **given), jenis=jenis, title="x"))
        assert found
        assert min(found) >= 2, (given, found)


def pushed(jenis: str, steps: range) -> str:
    """A paper once for every step, pushed down by so many twips, as the body of one document."""
    content = render(template(jenis), signed(jenis), jenis=jenis, title="x")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("word/document.xml").decode()
    inner, page = re.search(r"<w:body>(.*)(<w:sectPr>.*?</w:sectPr>)</w:body>", xml, re.DOTALL).groups()
    gap = '<w:p><w:pPr><w:spacing w:line="{}" w:lineRule="exact"/></w:pPr></w:p>'
    end = f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{page}</w:pPr></w:p>'
    return "".join(gap.format(step or 20) + inner + end for step in steps)


def printed(folder: Path, program: str, jenis: str, body: str) -> list[list[str]]:
    """The lines of each page of such a document, as LibreOffice breaks it."""
    docx = render(template(jenis), signed(jenis), jenis=jenis, title="x")
    whole = changed(
        docx, "word/document.xml", lambda xml: re.sub(r"(?s)(?<=<w:body>).*(?=<w:sectPr>)", lambda _: body, xml)
    )
    (folder / f"{jenis}.docx").write_bytes(whole)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / f"{jenis}.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    told = subprocess.run(["pdftotext", "-layout", str(folder / f"{jenis}.pdf"), "-"], check=True, capture_output=True)
    pages = told.stdout.decode().split("\f")
    return [[line for line in page.splitlines() if line.strip() and not _WHO.match(line)] for page in pages]


@pytest.mark.proof
@pytest.mark.parametrize("jenis", SIGNED if FULL else ["surat_keputusan"])
def test_wherever_the_break_falls_two_lines_stand_above_the_signature(jenis, require, tmp_path):
    require("poppler")
    steps = range(4800, 7200, 1600) if not FULL else range(0, 15000, 280)
    pages = printed(tmp_path, require("libreoffice"), jenis, pushed(jenis, steps))
    seen = 0
    for page in pages:
        first = next((at for at, line in enumerate(page) if FIRST in line), None)
        assert (first is None) == all(LAST not in line for line in page), page
        if first is not None:
            seen += 1
            above = [line for line in page[1:first] if not _OVER.search(line)]  # the first line of a page is its mark
            assert len(above) >= 2, page
    assert seen >= len(steps)
