"""Tables over rows: heads that repeat, tables of butir, cards, label and value lines, rounds and warnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx_templates.ooxml import cell, each, p, row, row_each, row_when, shares, table, when

SHADE = "E7E6E6"
GREY = "F2F2F2"
GAP = p("", "Sela")
GAP_KEPT = p("", "Sela", keep=True)


@dataclass(frozen=True)
class Column:
    """A column of a table over rows: its head, its share of the width, what stands in each row."""

    head: str
    share: float
    content: str | tuple[str, ...]
    middle: bool = False


def grid(
    width: int,
    loop: str,
    columns: Sequence[Column],
    *,
    style: str = "Sel",
    least: int = 0,
    split: bool = True,
    shade: str = "",
    tail: bool = False,
    whole: int = 1,
) -> str:
    """A table over `loop` whose head repeats on every page.

    `tail` holds its last row to what follows; of a table of at most `whole` rows, every row.
    """
    widths = shares(width, *(column.share for column in columns))
    sized = list(zip(columns, widths, strict=True))
    head = row(*(cell(c.head, w, style=f"{style}Kepala", shade=SHADE, middle=True) for c, w in sized), head=True)

    def line(keep: bool) -> str:
        return row(
            *(
                cell(c.content, w, style=f"{style}Tengah" if c.middle else style, shade=shade, keep=keep)
                for c, w in sized
            ),
            least=least,
            whole=not split or keep,
        )

    held = f"loop.last or loop.length <= {whole}"
    rows = row_when(held, line(True)) + row_when(f"not ({held})", line(False)) if tail else line(False)
    return table(widths, head, row_each(loop, rows))


def number_row(widths: Sequence[int], style: str = "Sel") -> str:
    """The row of column numbers, as on official forms."""
    return row(*(cell(str(i), w, style=f"{style}Tengah", shade=GREY) for i, w in enumerate(widths, 1)), head=True)


def butir_tables(
    width: int, columns: Sequence[Column], *, style: str = "Sel", tail: bool = False, split: bool = True
) -> str:
    """Every butir, a new table with its own head after a hundred rows."""
    lines = grid(width, "b in k.butir", columns, style=style, tail=tail, split=split)
    return each("k in kelompok", lines, GAP_KEPT if tail else GAP)


def signers_table(width: int, loop: str, columns: Sequence[Column]) -> str:
    """No · Nama · Jabatan · Tanda tangan, one person a row, room to sign; a few stand on one page with what they sign."""
    every = [Column("No", 1, "{{ loop.index }}", middle=True), *columns, Column("Tanda tangan", 5, "")]
    return grid(width, loop, every, least=620, tail=True, whole=6)


def pairs(
    width: int, lines: Sequence[tuple[str, str]], *, label: float = 26, style: str = "Blok", keep: bool = False
) -> str:
    """Label : value lines without rules; `keep` holds them together and to what follows."""
    widths = shares(width, label, 2.5, 100 - label - 2.5)
    rows = [
        row(*(cell(text, w, style=style, keep=keep) for text, w in zip((name, ":", value), widths, strict=True)))
        for name, value in lines
    ]
    return table(widths, *rows, lined=False)


def card(width: int, lines: Sequence[tuple[str, str | tuple[str, ...]]], *, tail: int = 0) -> str:
    """Label and value with rules: one butir on a card; its last `tail` rows stay with what follows."""
    widths = shares(width, 27, 73)
    rows = [
        row(cell(name, widths[0], style="SelMedan", shade=GREY, keep=keep), cell(value, widths[1], keep=keep))
        for keep, (name, value) in ((at >= len(lines) - tail, line) for at, line in enumerate(lines))
    ]
    return table(widths, *rows)


def rounds(width: int, intro: str, *, tail: bool = False) -> str:
    """The rounds that came before, or nothing; `tail` holds them to the signature that follows."""
    columns = [
        Column("Putaran", 1.3, "{{ r.putaran }}", middle=True),
        Column("Tanggal", 2.4, "{{ r.tanggal }}"),
        Column("Tindakan", 3, "{{ r.tindakan }}"),
        Column("Oleh", 3, "{{ r.pelaku }}"),
        Column("Alasan", 5, "{{ r.alasan }}"),
    ]
    return when(
        "riwayat",
        p(intro, keep=True),
        grid(width, "r in riwayat", columns, split=False, tail=tail),
        GAP_KEPT if tail else GAP,
    )


def warnings(width: int, intro: str, *, tail: bool = False) -> str:
    """Warnings that were accepted with a written reason, or nothing; `tail` holds them to what follows."""
    columns = [
        Column("No", 0.8, "{{ loop.index }}", middle=True),
        Column("Butir", 2.3, "{% if w.kode_butir %}{{ w.kode_butir }}{% else %}Seluruh berkas{% endif %}"),
        Column("Peringatan", 4.5, "{{ w.pesan }}{% if w.dasar %} ({{ w.dasar }}){% endif %}"),
        Column("Alasan diterima", 4.5, "{{ w.alasan }}"),
    ]
    lines = grid(width, "w in peringatan", columns, split=False, tail=tail)
    return when("peringatan", p(intro, keep=True), lines, GAP_KEPT if tail else GAP)
