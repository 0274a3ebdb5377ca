"""Page profiles as data: paper, margins, font, size, and the rows of a nota dinas, laid over a shipped template."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from app.documents.compiled import parsed
from app.documents.dangers import BODY, W
from app.documents.package import deflated, read_parts, write

TWIP = 56.6929  # one millimetre
KERTAS = {"A4": (210, 297), "F4": (215, 330)}
# "F4 20-20-25-20 Arial 11"; which are allowed is said in app.law.settings.HALAMAN.
_SPELT = re.compile(r"(A4|F4) (\d\d)-(\d\d)-(\d\d)-(\d\d) ([A-Z][A-Za-z ]*) (\d{1,2})")
_STYLES = "word/styles.xml"
_STANDARD = 11


@dataclass(frozen=True)
class Profil:
    """One profile, in millimetres and points; `margin`: top, bottom, left, right."""

    kertas: str
    margin: tuple[int, int, int, int]
    huruf: str
    ukuran: int


def baca_profil(teks: str) -> Profil | None:
    """The profile that a setting spells, or None for the template as it is shipped."""
    spelt = _SPELT.fullmatch(teks)
    if spelt is None:
        return None
    top, bottom, left, right = (int(spelt[place]) for place in range(2, 6))
    return Profil(spelt[1], (top, bottom, left, right), spelt[6], int(spelt[7]))


def terapkan(template: bytes, profil: Profil) -> bytes:
    """The template on another page: the same bytes for the same profile."""
    parts = read_parts(template)
    body = parsed(parts[BODY])
    _pages(body, profil)
    parts[BODY] = _text(body)
    styles = parsed(parts[_STYLES])
    _letters(styles, profil)
    parts[_STYLES] = _text(styles)
    return write({name: deflated(content) for name, content in parts.items()})


def urutkan(template: bytes, baris: tuple[str, ...]) -> bytes:
    """The template of a nota dinas with the rows of its head in this order; a row that is not named is left out."""
    parts = read_parts(template)
    body = parsed(parts[BODY])
    for table in body.iter(f"{{{W}}}tbl"):
        named = {_first(row): row for row in table.findall(f"{{{W}}}tr")}
        if set(named) >= set(baris):
            for row in named.values():
                table.remove(row)
            table.extend([named[name] for name in baris])
    parts[BODY] = _text(body)
    return write({name: deflated(content) for name, content in parts.items()})


def _first(row: etree._Element) -> str:
    """What stands in the first cell."""
    cell = row.find(f"{{{W}}}tc")
    return "".join(str(text) for text in cell.itertext()) if cell is not None else ""


def _text(tree: etree._Element) -> bytes:
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)


def _pages(document: etree._Element, profil: Profil) -> None:
    """Section by section: the page, then the tables that stand on it."""
    pending: list[etree._Element] = []
    for block in document[0]:
        pending.append(block)
        section = block if block.tag == f"{{{W}}}sectPr" else block.find(f"{{{W}}}pPr/{{{W}}}sectPr")
        if section is not None:
            ratio = _page(section, profil)
            for held in pending:
                _stretch(held, ratio)
            pending = []


def _page(section: etree._Element, profil: Profil) -> float:
    """Set size and margins of a section, turned as it was. -> new inner width / old inner width."""
    size, margin = section.find(f"{{{W}}}pgSz"), section.find(f"{{{W}}}pgMar")
    if size is None or margin is None:
        return 1.0
    before = _inside(size, margin)
    turned = size.get(f"{{{W}}}orient") == "landscape"
    width, height = KERTAS[profil.kertas][::-1] if turned else KERTAS[profil.kertas]
    size.set(f"{{{W}}}w", str(round(width * TWIP)))
    size.set(f"{{{W}}}h", str(round(height * TWIP)))
    top, bottom, left, right = profil.margin
    sides = (("top", top), ("bottom", bottom), ("left", right if turned else left), ("right", right))
    for side, value in sides:
        margin.set(f"{{{W}}}{side}", str(round(value * TWIP)))
    return _inside(size, margin) / before


def _inside(size: etree._Element, margin: etree._Element) -> int:
    return int(str(size.get(f"{{{W}}}w"))) - sum(int(str(margin.get(f"{{{W}}}{s}"))) for s in ("left", "right"))


def _stretch(block: etree._Element, ratio: float) -> None:
    """Widths of every table in a block, so that columns still add up to their grid."""
    for table in block.iter(f"{{{W}}}tbl"):
        columns = table.findall(f"{{{W}}}tblGrid/{{{W}}}gridCol")
        widths = {old: int(old * ratio) for old in {int(str(c.get(f"{{{W}}}w"))) for c in columns}}
        for column in columns:
            column.set(f"{{{W}}}w", str(widths[int(str(column.get(f"{{{W}}}w")))]))
        total = sum(int(str(c.get(f"{{{W}}}w"))) for c in columns)
        whole = table.find(f"{{{W}}}tblPr/{{{W}}}tblW")
        if whole is not None and whole.get(f"{{{W}}}type") == "dxa":
            whole.set(f"{{{W}}}w", str(total))
        _cells(table, [int(str(c.get(f"{{{W}}}w"))) for c in columns])


def _cells(table: etree._Element, grid: list[int]) -> None:
    for row in table.findall(f"{{{W}}}tr"):
        place = 0
        for cell in row.findall(f"{{{W}}}tc"):
            width = cell.find(f"{{{W}}}tcPr/{{{W}}}tcW")
            span = cell.find(f"{{{W}}}tcPr/{{{W}}}gridSpan")
            count = int(str(span.get(f"{{{W}}}val"))) if span is not None else 1
            if width is not None and width.get(f"{{{W}}}type") == "dxa" and width.get(f"{{{W}}}w") != "0":
                width.set(f"{{{W}}}w", str(sum(grid[place : place + count])))
            place += count


def _letters(styles: etree._Element, profil: Profil) -> None:
    """The font everywhere; sizes grow or shrink with the running text."""
    for fonts in styles.iter(f"{{{W}}}rFonts"):
        for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(f"{{{W}}}{kind}", profil.huruf)
    if profil.ukuran == _STANDARD:
        return
    for size in styles.iter(f"{{{W}}}sz", f"{{{W}}}szCs"):
        now = int(str(size.get(f"{{{W}}}val")))
        size.set(f"{{{W}}}val", str(max(10, round(now * profil.ukuran / _STANDARD))))
