"""Paragraphs, tables, loops and sections as WordprocessingML text; knows Word, knows no paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CM = 567  # twips


@dataclass(frozen=True)
class Page:
    """Paper size and margins in twips."""

    width: int
    height: int
    top: int = 2 * CM
    bottom: int = 2 * CM
    left: int = 2 * CM
    right: int = 2 * CM

    @property
    def inside(self) -> int:
        return self.width - self.left - self.right

    def turned(self) -> Page:
        return Page(self.height, self.width, self.top, self.bottom, 2 * CM, 2 * CM)


A4 = Page(11906, 16838, left=1418)
F4 = Page(12191, 18711, left=1418)
A4_LANDSCAPE = A4.turned()
F4_LANDSCAPE = F4.turned()


def _run(text: str, properties: str = "") -> str:
    """One run; a line feed breaks the line, a tab is a tab."""
    pieces = re.split(r"([\n\t])", text)
    inner = "".join(
        {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in pieces
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def runs(text: str, properties: str = "") -> str:
    """Text in which **…** is bold."""
    parts = re.split(r"\*\*", text)
    return "".join(_run(part, ("<w:b/>" if i % 2 else "") + properties) for i, part in enumerate(parts) if part)


def p(
    text: str,
    style: str = "Isi",
    *,
    number: int = 0,
    level: int = 0,
    keep: bool = False,
    long: bool = False,
    more: str = "",
) -> str:
    """A paragraph; `number` is a list's id, `keep` holds it with the next one, `more` are further properties.

    One that is kept stays in one piece; a `long` one may break, and its last two lines go with the next.
    """
    properties = f'<w:pStyle w:val="{style}"/>'
    properties += "<w:keepNext/>" if keep else ""
    properties += "<w:keepLines/>" if keep and not long else ""
    properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{runs(text)}</w:p>"


def picture(ident: int, relation: str, told: str, width: int, height: int, style: str) -> str:
    """A paragraph with one picture; `told` is its alternative text, sizes are in EMU."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="{ident}" name="{told}" descr="{told}"/>'
        f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
        f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr><pic:cNvPr id="{ident}" name="{told}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def mark(statement: str) -> str:
    """A paragraph that vanishes and leaves its statement between paragraphs."""
    return f"<w:p><w:r><w:t>{{%p {escape(statement)} %}}</w:t></w:r></w:p>"


def each(loop: str, *content: str) -> str:
    """Content repeated: each("b in k.butir", …)."""
    return mark(f"for {loop}") + "".join(content) + mark("endfor")


def each_held(loop: str, text: str, style: str = "Isi", *, number: int = 0) -> str:
    """A paragraph for each row; the last two stay with what follows."""
    plain, kept = (p(text, style, number=number, keep=keep, long=True) for keep in (False, True))
    return each(loop, when("loop.revindex <= 2", kept, otherwise=(plain,)))


def when(condition: str, *content: str, otherwise: Sequence[str] = ()) -> str:
    """Content under a condition, between paragraphs."""
    other = mark("else") + "".join(otherwise) if otherwise else ""
    return mark(f"if {condition}") + "".join(content) + other + mark("endif")


def or_dash(name: str) -> str:
    """The value, or a dash when it is empty."""
    return f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}–{{% endif %}}"


def cell(
    content: str | Sequence[str],
    width: int,
    *,
    style: str = "Sel",
    span: int = 1,
    merge: str = "",
    shade: str = "",
    borders: str = "",
    middle: bool = False,
    keep: bool = False,
) -> str:
    """A cell; content is one text (a paragraph of `style`) or ready paragraphs."""
    paragraphs = p(content, style, keep=keep) if isinstance(content, str) else "".join(content)
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    properties += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += {"start": '<w:vMerge w:val="restart"/>', "on": "<w:vMerge/>"}.get(merge, "")
    properties += f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    properties += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def row(*cells: str, head: bool = False, whole: bool = False, least: int = 0) -> str:
    """A row; `head` repeats on every page, `whole` does not split, `least` is its smallest height in twips."""
    properties = "<w:cantSplit/>" if head or whole else ""
    properties += f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
    properties += "<w:tblHeader/>" if head else ""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def row_each(loop: str, *rows: str) -> str:
    """Rows repeated."""
    return _row_mark(f"for {loop}") + "".join(rows) + _row_mark("endfor")


def row_when(condition: str, *rows: str) -> str:
    """Rows under a condition."""
    return _row_mark(f"if {condition}") + "".join(rows) + _row_mark("endif")


def _row_mark(statement: str) -> str:
    text = f"<w:p><w:r><w:t>{{%tr {escape(statement)} %}}</w:t></w:r></w:p>"
    return f'<w:tr><w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{text}</w:tc></w:tr>'


def table(widths: Sequence[int], *rows: str, lined: bool = True, indent: int = 0) -> str:
    """A table of fixed columns; `lined` draws all its lines."""
    style = "TabelGaris" if lined else "TabelPolos"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    place = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def shares(total: int, *parts: float) -> list[int]:
    """`total` cut in proportion; the last column takes the rounding."""
    widths = [int(total * part / sum(parts)) for part in parts]
    return [*widths[:-1], total - sum(widths[:-1])]


def section(page: Page) -> str:
    """The properties of a section; the header and the footer are the same in all of a paper."""
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:footerReference w:type="default" r:id="rId11"/>'
        f'<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )


def section_end(page: Page) -> str:
    """The last paragraph of a section; what follows begins on a new page."""
    least = (
        '<w:spacing w:line="20" w:lineRule="exact"/>'  # a full page above leaves it room, else it makes an empty page
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Kecil"/>{least}{section(page)}</w:pPr></w:p>'


def field(instruction: str) -> str:
    """A field that Word counts itself: PAGE, NUMPAGES."""
    small = '<w:rPr><w:sz w:val="16"/></w:rPr>'
    return (
        f'<w:r>{small}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{small}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{small}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{small}<w:t>1</w:t></w:r>'
        f'<w:r>{small}<w:fldChar w:fldCharType="end"/></w:r>'
    )
