"""Blocks that many papers share: letterhead, titles, signatures, footers, tables of butir, rounds, warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx_templates.ooxml import Page, cell, each, field, p, row, row_each, section, shares, table, when
from docx_templates.styles import decimal

SHADE = "E7E6E6"
GREY = "F2F2F2"
GAP = p("", "Sela")


@dataclass(frozen=True)
class Paper:
    """The body of a paper, its last section included."""

    body: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table over rows: its head, its share of the width, what stands in each row."""

    head: str
    share: float
    content: str | tuple[str, ...]
    middle: bool = False


def make(*body: str, page: Page) -> Paper:
    return Paper((*body, section(page)))


def header(_paper: Paper) -> str:
    """The security mark (SKKAAD) stands at the top left of every page."""
    return p("{{ naskah.skkaad|upper }}", "Tanda")


def footer(_paper: Paper) -> str:
    """The verification code at the left, page n of m at the right, whatever the width of the page."""
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
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{share}" w:type="pct"/></w:tcPr>{content}</w:tc>'
        for share, content in ((3900, p(code, "Kaki")), (1100, pages))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>{line}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="7300"/><w:gridCol w:w="2050"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>{p("", "Kecil")}'
    )


def kop(page: Page) -> str:
    """The letterhead of the agency; the box holds the place of the regional emblem."""
    dotted = "".join(
        f'<w:{edge} w:val="dotted" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    words = (
        p("{{ instansi.pemerintah }}", "KopPemerintah"),
        p("{{ instansi.nama }}", "KopNama"),
        p("{{ instansi.alamat }}", "KopAlamat"),
        when("instansi.kontak", p("{{ instansi.kontak }}", "KopAlamat")),
    )
    box = cell("Lambang\nDaerah", 1134, style="KopLambang", borders=dotted, middle=True)
    head = table(
        [1134, page.inside - 1134], row(box, cell(words, page.inside - 1134, middle=True), least=1247), lined=False
    )
    return head + p("", "KopGaris")


def title(*lines: str, number: bool = True) -> str:
    """A centred title block, the number under it."""
    words = "".join(p(line, "Judul") for line in lines)
    return words + p("NOMOR {{ naskah.nomor }}" if number else "", "JudulNomor")


def section_title(text: str) -> str:
    return p(text, "Bagian")


def signer(name: str, *, place: str = "", before: str = "", style: str = "Ttd") -> tuple[str, ...]:
    """Whoever signs: office, room for the signature, name, rank, NIP. Never "a.n."."""
    return (
        *((p(place, style),) if place else ()),
        *((p(before, style),) if before else ()),
        p(f"{{{{ {name}.jabatan_cetak }}}}", style),
        *(p("", style) for _ in range(4)),
        p(f"**{{{{ {name}.nama_cetak }}}}**", style),
        when(f"{name}.pangkat", p(f"{{{{ {name}.pangkat }}}}", style)),
        when(f"{name}.nip", p(f"NIP {{{{ {name}.nip }}}}", style)),
        p("", "Kecil"),
    )


PLACE_DATE = "{{ naskah.tempat }}, {{ naskah.tanggal }}"


def signature(page: Page, name: str, *, place: str = PLACE_DATE, before: str = "") -> str:
    """One signature at the right half of the page, kept together."""
    widths = shares(page.inside, 52, 48)
    right = cell(signer(name, place=place, before=before), widths[1])
    return GAP + table(widths, row(cell("", widths[0], style="Ttd"), right, whole=True), lined=False)


def signature_pair(page: Page, left: str, left_word: str, right: str, right_word: str) -> str:
    """Two signatures side by side, the date over the right one."""
    widths = shares(page.inside, 50, 50)
    cells = (
        cell(signer(left, place=" ", before=left_word), widths[0]),
        cell(signer(right, place=PLACE_DATE, before=right_word), widths[1]),
    )
    return GAP + table(widths, row(*cells, whole=True), lined=False)


def signers_table(width: int, loop: str, columns: Sequence[Column]) -> str:
    """No · Nama · Jabatan · Tanda tangan, one person a row, room to sign."""
    every = [Column("No", 1, "{{ loop.index }}", middle=True), *columns, Column("Tanda tangan", 5, "")]
    return grid(width, loop, every, least=620)


def grid(width: int, loop: str, columns: Sequence[Column], *, numbered: bool = False, style: str = "Sel", least: int = 0, split: bool = True, shade: str = "") -> str:  # fmt: skip
    """A table over `loop` whose head repeats on every page; `numbered` adds the row 1 2 3 … under the head."""
    widths = shares(width, *(column.share for column in columns))
    head = [
        row(
            *(
                cell(c.head, w, style=f"{style}Kepala", shade=SHADE, middle=True)
                for c, w in zip(columns, widths, strict=True)
            ),
            head=True,
        )
    ]
    if numbered:
        head.append(number_row(widths, style))
    body = row(
        *(
            cell(c.content, w, style=f"{style}Tengah" if c.middle else style, shade=shade)
            for c, w in zip(columns, widths, strict=True)
        ),
        least=least,
        whole=not split,
    )
    return table(widths, *head, row_each(loop, body))


def number_row(widths: Sequence[int], style: str = "Sel") -> str:
    """The row of column numbers, as on official forms."""
    return row(*(cell(str(i), w, style=f"{style}Tengah", shade=GREY) for i, w in enumerate(widths, 1)), head=True)


def butir_tables(width: int, columns: Sequence[Column], *, numbered: bool = False, style: str = "Sel") -> str:
    """Every butir, a new table with its own head after a hundred rows."""
    return each("k in kelompok", grid(width, "b in k.butir", columns, numbered=numbered, style=style), GAP)


def pairs(width: int, lines: Sequence[tuple[str, str]], *, label: float = 26, style: str = "Blok") -> str:
    """Label : value lines without rules."""
    widths = shares(width, label, 2.5, 100 - label - 2.5)
    rows = [
        row(*(cell(text, w, style=style) for text, w in zip((name, ":", value), widths, strict=True)))
        for name, value in lines
    ]
    return table(widths, *rows, lined=False)


def card(width: int, lines: Sequence[tuple[str, str | tuple[str, ...]]]) -> str:
    """Label and value with rules: one butir on a card."""
    widths = shares(width, 27, 73)
    rows = [row(cell(name, widths[0], style="SelMedan", shade=GREY), cell(value, widths[1])) for name, value in lines]
    return table(widths, *rows)


def numbered_list(loop: str, text: str, number: int, style: str = "Daftar") -> str:
    """A counted list over rows."""
    return each(loop, p(text, style, number=number))


def carbon_copy(n: int = 12) -> str:
    """Tembusan, and the initials of coordination when the office asks for them."""
    head = p("Tembusan:", "Tembusan", keep=True, more='<w:spacing w:before="200"/>')
    copies = when("naskah.tembusan", head, numbered_list("t in naskah.tembusan", "{{ t }}", decimal(n), "Tembusan"))
    initials = grid(
        4536, "j in naskah.paraf", [Column("Paraf koordinasi", 7, "{{ j }}"), Column("Paraf", 3, "")], least=400
    )
    return copies + when("naskah.paraf", GAP, initials, p("", "Kecil"))


def rounds(width: int, intro: str) -> str:
    """The rounds that came before, or nothing."""
    columns = [
        Column("Putaran", 1.3, "{{ r.putaran }}", middle=True),
        Column("Tanggal", 2.4, "{{ r.tanggal }}"),
        Column("Tindakan", 3, "{{ r.tindakan }}"),
        Column("Oleh", 3, "{{ r.pelaku }}"),
        Column("Alasan", 5, "{{ r.alasan }}"),
    ]
    return when("riwayat", p(intro, keep=True), grid(width, "r in riwayat", columns, split=False), GAP)


def warnings(width: int, intro: str) -> str:
    """Warnings that were accepted with a written reason, or nothing."""
    columns = [
        Column("No", 0.8, "{{ loop.index }}", middle=True),
        Column("Butir", 2.3, "{% if w.kode_butir %}{{ w.kode_butir }}{% else %}Seluruh berkas{% endif %}"),
        Column("Peringatan", 4.5, "{{ w.pesan }}{% if w.dasar %} ({{ w.dasar }}){% endif %}"),
        Column("Alasan diterima", 4.5, "{{ w.alasan }}"),
    ]
    return when("peringatan", p(intro, keep=True), grid(width, "w in peringatan", columns, split=False), GAP)


def duty_note() -> str:
    """Says so when the separation of duties was loosened."""
    return when("naskah.catatan_pemisahan", p("Catatan: {{ naskah.catatan_pemisahan }}", "Catatan"))


SCOPE = "{{ b.cakupan }}{% if b.bagian %}: {{ b.bagian }}{% endif %}"
TERM = "{{ b.jangka_waktu }}"
NIHIL = "Nihil."


def rows_or_nihil(name: str, *content: str) -> str:
    """Content when the list has rows, else the word Nihil."""
    return when(name, *content, otherwise=(p(NIHIL),))
