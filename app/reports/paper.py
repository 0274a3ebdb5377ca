"""A report as a paper (.docx): letterhead in words, the table with its heading on every page, who answers for it."""

import datetime as dt
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
LEBAR = 14570  # twentieths of a point between the margins of A4 on its side
_SEMPIT, _LUAS = 6, 40  # how narrow and wide a column may be, in characters


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
        paper.add_paragraph(
            f"Naskah ini memuat {PALING_BANYAK} baris pertama. Selebihnya ada pada berkas Excel (.xlsx)."
        )
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
        return f"{value:%d-%m-%Y}"
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
    widths = _widths(kolom, rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    head = _row(kolom, widths, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:rPr><w:b/></w:rPr>")
    body = "".join(_row(row, widths, "<w:trPr><w:cantSplit/></w:trPr>", "") for row in rows)
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
    )


def _row(values: Sequence[str], widths: Sequence[int], about: str, style: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
        f'<w:r>{style}<w:t xml:space="preserve">{escape(value)}</w:t></w:r></w:p></w:tc>'
        for value, width in zip(values, widths, strict=True)
    )
    return f"<w:tr>{about}{cells}</w:tr>"


def _widths(kolom: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """The page shared out by the longest word or text of each column, within bounds."""
    wanted = []
    for place, title in enumerate(kolom):
        longest = max((len(row[place]) for row in rows), default=0)
        word = max(map(len, title.split()), default=0)
        wanted.append(max(_SEMPIT, word + 1, min(_LUAS, longest)))
    return [LEBAR * part // sum(wanted) for part in wanted]


def _penutup(paper: Any, kepala: Kepala) -> None:
    if kepala.penandatangan is None:
        return
    office, name, nip = kepala.penandatangan
    lines = (f"Serang, {tanggal_panjang(kepala.tanggal)}", office, "", "", "", name, *((f"NIP {nip}",) if nip else ()))
    for text in ("", *lines):
        line = paper.add_paragraph(text)
        line.paragraph_format.left_indent, line.paragraph_format.space_after = Cm(17), Pt(0)
        line.paragraph_format.keep_with_next = text != lines[-1]
