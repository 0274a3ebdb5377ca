"""Blocks of a decree: Menimbang … Memperhatikan, the numbered dictums, the head of an attachment."""

from __future__ import annotations

from collections.abc import Mapping

from docx_templates.ooxml import Page, cell, p, row, row_when, shares, table


def reasons(width: int, *parts: tuple[str, str]) -> str:
    """Menimbang : a. b. c., one row each."""
    widths = shares(width, 19, 2.5, 78.5)
    rows = [
        row(
            cell(name, widths[0], style="Blok"),
            cell(":", widths[1], style="Blok"),
            cell((content, p("", "Kecil")), widths[2]),
        )
        for name, content in parts
    ]
    return table(widths, *rows, lined=False)


def diktum(width: int, *parts: tuple[str, str], conditional: Mapping[int, str]) -> str:
    """KESATU : …; a dictum under a condition leaves no empty row behind, and the last two stay with the signature."""
    widths = shares(width, 19, 2.5, 78.5)
    first = row(
        cell("Menetapkan", widths[0], style="Blok"),
        cell(":", widths[1], style="Blok"),
        cell("KEPUTUSAN {{ jabatan_penetap }} TENTANG {{ naskah.perihal|upper }}.", widths[2], style="Isi"),
        whole=True,
    )
    rows = [first]
    for at, (name, text) in enumerate(parts):
        keep = at >= len(parts) - 2 - len(conditional)
        line = row(
            cell(name, widths[0], style="Blok", keep=keep),
            cell(":", widths[1], style="Blok", keep=keep),
            cell(text, widths[2], style="Isi", keep=keep),
            whole=True,
        )
        rows.append(row_when(conditional[at], line) if at in conditional else line)
    return table(widths, *rows, lined=False)


def annex_head(
    page: Page,
    name: str,
    *,
    number: str = "naskah.nomor",
    date: str = "naskah.tanggal",
    subject: str = "naskah.perihal",
) -> str:
    """The head of an attachment at the top right: which decree, its number, date and subject."""
    widths = shares(page.inside, 52, 12, 2, 34) if page.width > page.height else shares(page.inside, 38, 15, 3, 44)
    lines = (
        ("NOMOR", f"{{{{ {number} }}}}"),
        ("TANGGAL", f"{{{{ {date}|upper }}}}"),
        ("TENTANG", f"{{{{ {subject}|upper }}}}"),
    )
    small = "IsiKiri"
    top = row(
        cell("", widths[0], style=small),
        cell((p(name, small), p("KEPUTUSAN {{ jabatan_penetap }}", small)), sum(widths[1:]), span=3),
    )
    rows = [
        row(
            cell("", widths[0], style=small),
            cell(label, widths[1], style=small),
            cell(":", widths[2], style=small),
            cell(text, widths[3], style=small),
        )
        for label, text in lines
    ]
    return table(widths, top, *rows, lined=False) + p("", "Sela")
