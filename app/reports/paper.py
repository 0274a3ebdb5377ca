"""A report as a paper (.docx): letterhead in words, the table with its heading on every page, who answers for it."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt

from app.calendar.words import tanggal_panjang
from app.files.xlsx import RUSAK
from app.reports.table import Laporan, Rentang

PALING_BANYAK = 2000  # rows on paper; the spreadsheet has all
_PISAH = re.compile(r"[\s/-]+")  # where a line may break
LEBAR = 14570  # twentieths of a point between the margins of A4 on its side
TEPI = 160  # the same, of the edges of a cell
_CELAH = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
_BANYAK_KOLOM = 9  # more of them are printed smaller
_KATA, _LUAS = 20, 60  # letters of the longest word that is not broken, and of a text that asks for no more room


@dataclass(frozen=True)
class Kepala:
    """What stands around the table. `penandatangan`: (office, name, NIP) or None."""

    instansi: str
    lingkup: str
    tanggal: dt.date
    penandatangan: tuple[str, str, str] | None = None


def naskah(report: Laporan, kepala: Kepala, rows: Iterable[Sequence[Any]]) -> tuple[bytes, int]:
    """(the .docx, how many rows it shows). The rows beyond PALING_BANYAK are named in a sentence, never dropped in silence."""
    shown = list(islice(iter(rows), PALING_BANYAK + 1))
    more, shown = len(shown) > PALING_BANYAK, shown[:PALING_BANYAK]
    paper = _lembar(report.judul)
    for text, size, bold in (
        (kepala.instansi, 11, True),
        (report.judul.upper(), 12, True),
        (kepala.lingkup, 10, False),
    ):
        line = paper.add_paragraph()
        line.alignment, run = WD_ALIGN_PARAGRAPH.CENTER, line.add_run(text)
        run.bold, run.font.size = bold, Pt(size)
    paper.add_paragraph(report.penjelasan)
    if shown:
        paper.element.body.insert(-1, parse_xml(_table(report.kolom, [[kata(v) for v in row] for row in shown])))
    else:
        paper.add_paragraph("Nihil: tidak ada baris pada lingkup ini.")
    if more:
        paper.add_paragraph(f"Naskah ini memuat {PALING_BANYAK} baris pertama. Selebihnya ada pada file Excel (.xlsx).")
    _penutup(paper, kepala)
    out = BytesIO()
    paper.save(out)
    return out.getvalue(), len(shown)


def lingkup(report: Laporan, rentang: Rentang, hari: dt.date) -> str:
    """The line under the title: the period, or the day on which it was looked at."""
    if not report.berperiode:
        return f"Keadaan pada {tanggal_panjang(hari)}"
    return f"Periode {tanggal_panjang(rentang.mulai)} sampai {tanggal_panjang(rentang.selesai)}"


def kata(value: Any) -> str:
    """A value as the paper shows it."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return f"{value:%d.%m.%Y}"
    return RUSAK.sub("", str(value))


def _lembar(title: str) -> Any:
    paper = Document()
    section = paper.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.8)
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Arial", Pt(9)
    about = paper.core_properties
    about.author, about.title, about.comments, about.language = "", title[:250], "", "id-ID"
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:t xml:space="preserve">{escape(title)}, halaman </w:t></w:r>'))
    foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    return paper


def _table(kolom: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table as XML: python-docx needs minutes for what this writes in a blink."""
    size = 16 if len(kolom) > _BANYAK_KOLOM else 18  # half points
    widths, style = _widths(kolom, rows, int(size * 6.2)), f'<w:sz w:val="{size}"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    head = _row(kolom, widths, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", f"<w:b/>{style}")
    body = "".join(_row(row, widths, "<w:trPr><w:cantSplit/></w:trPr>", style) for row in rows)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/>{_CELAH}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
    )


def _row(values: Sequence[str], widths: Sequence[int], about: str, style: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
        f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(value)}</w:t></w:r></w:p></w:tc>'
        for value, width in zip(values, widths, strict=True)
    )
    return f"<w:tr>{about}{cells}</w:tr>"


def _widths(kolom: Sequence[str], rows: Sequence[Sequence[str]], huruf: int) -> list[int]:
    """Each column has room for its longest word; what is left of the page goes by the length of texts. `huruf`: of a letter."""
    least, wanted = [], []
    for place, title in enumerate(kolom):
        texts = [title, *(row[place] for row in rows)]
        word = max((len(word) for text in texts for word in _PISAH.split(text)), default=1)
        least.append(min(_KATA, word) * huruf + TEPI)
        wanted.append(max(0, min(_LUAS, max(map(len, texts))) * huruf + TEPI - least[-1]))
    spare = LEBAR - sum(least)
    if spare < 0:
        return [LEBAR * width // sum(least) for width in least]
    return [width + spare * more // (sum(wanted) or 1) for width, more in zip(least, wanted, strict=True)]


def _penutup(paper: Any, kepala: Kepala) -> None:
    if kepala.penandatangan is None:
        return
    office, name, nip = kepala.penandatangan
    lines = (f"Serang, {tanggal_panjang(kepala.tanggal)}", office, "", "", "", name, *((f"NIP {nip}",) if nip else ()))
    for text in ("", *lines):
        line = paper.add_paragraph(text)
        line.paragraph_format.left_indent, line.paragraph_format.space_after = Cm(17), Pt(0)
        line.paragraph_format.keep_with_next = text != lines[-1]
