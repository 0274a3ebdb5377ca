"""Blocks that many papers share: letterhead, titles, signatures, footers, tables of butir, rounds, warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.pictures import EMU, LAMBANG, QR, TALLEST
from docx_templates.ooxml import Page, cell, each, field, p, picture, row, row_when, section, shares, table, when
from docx_templates.styles import decimal
from docx_templates.tables import GAP, GAP_KEPT, Column, grid

PLACE_DATE = "{{ naskah.tempat }}, {{ naskah.tanggal }}"


@dataclass(frozen=True)
class Paper:
    """The body of a paper, its last section included."""

    body: tuple[str, ...]


def make(*body: str, page: Page) -> Paper:
    return Paper((*body, section(page)))


def header(_paper: Paper) -> str:
    """The security mark (SKKAAD) stands at the top left of every page."""
    return p("{{ naskah.skkaad|upper }}", "Tanda")


def footer(_paper: Paper) -> str:
    """The QR and the verification code at the left, page n of m at the right, whatever the width of the page."""
    code = (
        "{% if naskah.kode_verifikasi %}Kode verifikasi {{ naskah.kode_verifikasi }}. "
        "Keaslian naskah dapat diperiksa pada {{ naskah.alamat_verifikasi }}{% endif %}"
    )
    pages = (
        '<w:p><w:pPr><w:pStyle w:val="Kaki"/><w:jc w:val="right"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">Halaman </w:t></w:r>{field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> dari </w:t></w:r>{field("NUMPAGES")}</w:p>'
    )
    line = '<w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:tblBorders>'
    side = int(1.5 * EMU)
    seal = when("naskah.kode_verifikasi", picture(901, "rIdQr", QR, side, side, "Kecil"), otherwise=(p("", "Kecil"),))
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/><w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        for share, content in ((600, seal), (3300, p(code, "Kaki")), (1100, pages))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{line}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="1120"/><w:gridCol w:w="6180"/><w:gridCol w:w="2050"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>{p("", "Kecil")}'
    )


def kop(page: Page) -> str:
    """The letterhead of the agency, beside the regional emblem; the words stand alone until an emblem is uploaded."""
    words = (
        p("{{ instansi.pemerintah }}", "KopPemerintah"),
        p("{{ instansi.nama }}", "KopNama"),
        p("{{ instansi.alamat }}", "KopAlamat"),
        when("instansi.kontak", p("{{ instansi.kontak }}", "KopAlamat")),
    )
    name = cell(words, page.inside - 1134, middle=True)
    emblem = cell((picture(902, "rIdLambang", LAMBANG, 3 * TALLEST // 4, TALLEST, "KopLambang"),), 1134, middle=True)
    head = table(
        [1134, page.inside - 1134],
        row_when("instansi.lambang", row(emblem, name, least=1247)),
        row_when("not instansi.lambang", row(cell(words, page.inside, span=2, middle=True))),
        lined=False,
    )
    return head + p("", "KopGaris")


def title(*lines: str, number: bool = True) -> str:
    """A centred title block, the number under it."""
    words = "".join(p(line, "Judul") for line in lines)
    return words + p("NOMOR {{ naskah.nomor }}" if number else "", "JudulNomor")


def section_title(text: str) -> str:
    return p(text, "Bagian")


def _room(name: str) -> tuple[str, ...]:
    """Name, rank and NIP under the room for the signature."""
    return (
        p(f"**{{{{ {name}.nama_cetak }}}}**", "Ttd"),
        when(f"{name}.pangkat", p(f"{{{{ {name}.pangkat }}}}", "Ttd")),
        when(f"{name}.nip", p(f"NIP {{{{ {name}.nip }}}}", "Ttd")),
        p("", "Kecil"),
    )


def _office(name: str, *lines: str) -> tuple[str, ...]:
    """The office as it is printed. A Plt. or Plh. signs in their own name, never "a.n."."""
    return (*(p(line, "Ttd") for line in lines if line), p(f"{{{{ {name}.jabatan_cetak }}}}", "Ttd"))


def signature(page: Page, name: str, *, place: str = PLACE_DATE, before: str = "") -> str:
    """One signature at the right half of the page, kept together."""
    widths = shares(page.inside, 46, 54) if page.width < page.height else shares(page.inside, 56, 44)
    empty = cell("", widths[0], style="Ttd")
    office = row(empty, cell(_office(name, place, before), widths[1]), whole=True)
    below = row(empty, cell(_room(name), widths[1]), whole=True)
    return GAP_KEPT + table(widths, office, _signing_room(widths), below, lined=False)


def signature_pair(page: Page, left: str, left_word: str, right: str, right_word: str) -> str:
    """Two signatures side by side, the date over the right one, the names on one line."""
    widths = shares(page.inside, 50, 50)
    office = row(
        cell(_office(left, " ", left_word), widths[0]),
        cell(_office(right, PLACE_DATE, right_word), widths[1]),
        whole=True,
    )
    below = row(cell(_room(left), widths[0]), cell(_room(right), widths[1]), whole=True)
    return GAP_KEPT + table(widths, office, _signing_room(widths), below, lined=False)


def _signing_room(widths: Sequence[int]) -> str:
    return row(*(cell("", width, style="Ttd") for width in widths), whole=True, least=1020)


def numbered_list(loop: str, text: str, number: int, style: str = "Daftar") -> str:
    """A counted list over rows."""
    return each(loop, p(text, style, number=number))


def carbon_copy(n: int = 12) -> str:
    """Tembusan, and the initials of coordination."""
    head = p("Tembusan:", "Tembusan", keep=True, more='<w:spacing w:before="200"/>')
    copies = when("naskah.tembusan", head, numbered_list("t in naskah.tembusan", "{{ t }}", decimal(n), "Tembusan"))
    return copies + initials()


def initials() -> str:
    """The initials of coordination, when the office asks for them."""
    boxes = grid(
        4536, "j in naskah.paraf", [Column("Paraf koordinasi", 7, "{{ j }}"), Column("Paraf", 3, "")], least=400
    )
    return when("naskah.paraf", GAP, boxes, p("", "Kecil"))


def duty_note() -> str:
    """Says so when the separation of duties was loosened."""
    return when("naskah.catatan_pemisahan", p("Catatan: {{ naskah.catatan_pemisahan }}", "Catatan", keep=True))


SCOPE = "{{ b.cakupan }}{% if b.bagian %}: {{ b.bagian }}{% endif %}"
TERM = "{{ b.jangka_waktu }}"
NIHIL = "Nihil."


def rows_or_nihil(name: str, *content: str) -> str:
    """Content when the list has rows, else the word Nihil."""
    return when(name, *content, otherwise=(p(NIHIL),))
