"""The letter that refuses a request, wholly or in part: what is refused, letter and law, result of the test, way to object.

Of each entry it prints what was announced anyway; nothing of the test's own words.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from app.calendar.words import tanggal_panjang
from app.documents.text import clean_text

KOLOM = ("No.", "Informasi", "Pasal 17 UU 14/2008", "Dasar hukum", "Alasan", "Jangka waktu", "Ditetapkan dengan")
LEBAR = (0.9, 3.2, 2.5, 2.9, 2.8, 2.1, 2.1)  # cm
KEBERATAN = (
    "Apabila Saudara berkeberatan, keberatan tertulis dapat diajukan kepada Atasan PPID paling lambat 30 (tiga puluh) "
    "hari kerja sejak surat ini diterima (Pasal 36 ayat (1) UU 14/2008). Atasan PPID menanggapinya paling lambat "
    "30 (tiga puluh) hari kerja.",
    "Apabila tanggapan Atasan PPID tidak memuaskan, permohonan penyelesaian sengketa dapat diajukan kepada Komisi "
    "Informasi Provinsi Banten paling lambat 14 (empat belas) hari kerja sejak tanggapan itu diterima (Pasal 37 "
    "ayat (2) UU 14/2008).",
)


@dataclass(frozen=True)
class Alasan:
    """One entry that is refused, in its public words."""

    informasi: str
    klasifikasi: str
    dasar_hukum: str
    alasan: str
    jangka: str
    sk: str


@dataclass(frozen=True)
class Surat:
    """What the letter says. `penandatangan`: (office, name, NIP); `sebagian`: the rest is given."""

    instansi: str
    alamat_instansi: str
    nomor: str
    tanggal: dt.date
    pemohon: str
    alamat: str
    permohonan: str
    diterima: dt.date
    rincian: str
    sebagian: bool
    alasan: Sequence[Alasan]
    keterangan: str
    penandatangan: tuple[str, str, str]


def surat(isi: Surat) -> bytes:
    """The .docx. TeksDitolak for text that Word cannot carry."""
    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(2)
    paper.styles["Normal"].font.name, paper.styles["Normal"].font.size = "Arial", Pt(11)
    about = paper.core_properties
    about.author, about.comments, about.language, about.title = "", "", "id-ID", "Jawaban permohonan informasi"
    for text, bold in (
        ("PEMERINTAH PROVINSI BANTEN", True),
        (isi.instansi.upper(), True),
        (isi.alamat_instansi, False),
    ):
        if text:
            line = _baris(paper, text)
            line.alignment, line.runs[0].bold = WD_ALIGN_PARAGRAPH.CENTER, bold
    _baris(paper, f"Serang, {tanggal_panjang(isi.tanggal)}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    what = "Penolakan sebagian permohonan informasi" if isi.sebagian else "Penolakan permohonan informasi"
    for text in (
        f"Nomor: {isi.nomor}",
        "Sifat: Biasa",
        "Lampiran: –",
        f"Hal: {what}",
        "",
        "Yth.",
        isi.pemohon,
        isi.alamat,
    ):
        _rapat(paper, text)
    for text in _isi(isi):
        _baris(paper, text).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    _tabel(paper, isi.alasan)
    for text in _penutup(isi):
        _baris(paper, text).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    office, name, nip = isi.penandatangan
    for text in (office, "", "", "", name, f"NIP {nip}" if nip else ""):
        _rapat(paper, text).paragraph_format.left_indent = Cm(8.5)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def _isi(isi: Surat) -> list[str]:
    given = "diberikan sebagian; yang berikut ini" if isi.sebagian else "tidak dapat diberikan karena"
    return [
        "",
        f"Sehubungan dengan permohonan informasi Saudara nomor {isi.permohonan} yang kami terima tanggal "
        f"{tanggal_panjang(isi.diterima)} tentang:",
        isi.rincian,
        f"dengan ini kami sampaikan bahwa informasi tersebut {given} termasuk informasi yang dikecualikan berdasarkan "
        "pengujian konsekuensi (Pasal 19 UU 14/2008) yang hasilnya telah ditetapkan:",
    ]


def _penutup(isi: Surat) -> list[str]:
    more = [isi.keterangan] if isi.keterangan else []
    return ["", *more, *KEBERATAN, "Demikian disampaikan, atas perhatian Saudara kami ucapkan terima kasih."]


def _baris(paper: Any, text: str) -> Any:
    return paper.add_paragraph(clean_text(text, maksimum=10_000) if text else "")


def _rapat(paper: Any, text: str) -> Any:
    line = _baris(paper, text)
    line.paragraph_format.space_after = Pt(0)
    return line


def _tabel(paper: Any, rows: Sequence[Alasan]) -> None:
    table = paper.add_table(rows=1, cols=len(KOLOM), style="Table Grid")
    table.autofit = False
    for place, word in enumerate(KOLOM):
        _sel(table.rows[0].cells[place], word, tebal=True)
    for number, row in enumerate(rows, 1):
        told = (str(number), row.informasi, row.klasifikasi, row.dasar_hukum, row.alasan, row.jangka, row.sk)
        for cell, text in zip(table.add_row().cells, told, strict=True):
            _sel(cell, text)
    for place, width in enumerate(LEBAR):
        table.columns[place].width = Cm(width)
        for cell in table.columns[place].cells:
            cell.width = Cm(width)


def _sel(cell: Any, text: str, *, tebal: bool = False) -> None:
    run = cell.paragraphs[0].add_run(clean_text(text, maksimum=10_000) if text else "–")
    run.bold, run.font.size = tebal, Pt(8)
