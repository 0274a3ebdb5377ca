"""The parts of a .docx that are the same in every paper: styles, lists, settings, content types, relations."""

from __future__ import annotations

from docx_templates.ooxml import NAMESPACES

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONT = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
LISTS = 12  # lists of each kind that a paper may count apart


def _style(
    name: str,
    *,
    jc: str = "",
    size: float = 0,
    bold: bool = False,
    before: int = 0,
    after: int | None = None,
    line: int = 0,
    more: str = "",
    color: str = "",
    heading: bool = False,
    italic: bool = False,
) -> str:
    spacing = f' w:before="{before}"' if before else ""
    spacing += f' w:after="{after}"' if after is not None else ""
    spacing += f' w:line="{line}" w:lineRule="auto"' if line else ""
    paragraph = more + (f"<w:spacing{spacing}/>" if spacing else "") + (f'<w:jc w:val="{jc}"/>' if jc else "")
    paragraph += '<w:outlineLvl w:val="0"/>' if heading else ""
    letters = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    letters += f'<w:color w:val="{color}"/>' if color else ""
    letters += f'<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>' if size else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _table_style(name: str, line: str, side: int) -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{edge} w:val="{line}" w:sz="4" w:space="0" w:color="000000"/>' for edge in edges)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/><w:tblPr>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="{side}" '
        f'w:type="dxa"/>'
        f'<w:bottom w:w="30" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def styles() -> str:
    keep = "<w:keepNext/><w:keepLines/>"
    return (
        f'{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="22"/><w:szCs '
        f'w:val="22"/>'
        '<w:lang w:val="id-ID" w:eastAsia="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TabelBiasa"><w:name w:val="Normal Table"/></w:style>'
        + _style("KopPemerintah", jc="center", size=12, bold=True)
        + _style("KopNama", jc="center", size=16, bold=True)
        + _style("KopAlamat", jc="center", size=9)
        + _style("KopLambang", jc="center", size=7, color="808080")
        + _style(
            "KopGaris",
            size=4,
            after=160,
            more='<w:pBdr><w:top w:val="thinThickSmallGap" w:sz="24" w:space="1" w:color="000000"/></w:pBdr>',
        )
        + _style("Judul", jc="center", size=12, bold=True, more=keep)
        + _style("JudulNomor", jc="center", after=160, more=keep)
        + _style("Isi", jc="both", after=100, line=264)
        + _style("IsiKiri", jc="left", after=40, line=252)
        + _style("Bagian", jc="left", bold=True, before=160, after=80, more=keep, heading=True)
        + _style("Daftar", jc="left", after=60, line=252)
        + _style("Sel", jc="left", size=9)
        + _style("SelTengah", jc="center", size=9)
        + _style("SelKepala", jc="center", size=9, bold=True, more=keep)
        + _style("SelKecil", jc="left", size=8)
        + _style("SelKecilTengah", jc="center", size=8)
        + _style("SelKecilKepala", jc="center", size=8, bold=True, more=keep)
        + _style("SelMedan", jc="left", size=9, bold=True)
        + _style("Blok", jc="left")
        + _style("Ttd", jc="left", more=keep)
        + _style("TtdTengah", jc="center", more=keep)
        + _style("TtdKecil", jc="left", size=9, more=keep)
        + _style("Tembusan", jc="left", size=9)
        + _style("Catatan", jc="both", size=9, italic=True, before=60, after=60)
        + _style("Kecil", size=2)
        + _style("Sela", size=5)
        + _style("Kaki", jc="left", size=8, color="404040")
        + _style("Tanda", jc="left", size=9, bold=True)
        + _table_style("TabelGaris", "single", 70)
        + _table_style("TabelPolos", "nil", 40)
        + "</w:styles>"
    )


_KINDS = (("decimal", "%1."), ("lowerLetter", "%1."), ("bullet", "–"))


def decimal(n: int) -> int:
    """The id of the nth numbered list of a paper."""
    return _id(0, n)


def letter(n: int) -> int:
    """The id of the nth lettered list of a paper."""
    return _id(1, n)


def dash() -> int:
    """The id of the dashed list."""
    return _id(2, 1)


def _id(kind: int, n: int) -> int:
    if not 1 <= n <= LISTS:
        raise ValueError("a paper counts at most LISTS lists of a kind")
    return kind * LISTS + n


def numbering() -> str:
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start '
        f'w:val="1"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>'
        for i, (kind, text) in enumerate(_KINDS)
    )
    lists = "".join(
        f'<w:num w:numId="{_id(kind, n)}"><w:abstractNumId w:val="{kind}"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for kind in range(len(_KINDS))
        for n in range(1, LISTS + 1)
    )
    return f"{HEAD}<w:numbering {NAMESPACES}>{kinds}{lists}</w:numbering>"


SETTINGS = (
    f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop '
    f'w:val="709"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="id-ID"/></w:settings>'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "document.main": "document",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "header": "header1",
    "footer": "footer1",
}
CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    f'ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{_WORD}.{kind}+xml"/>' for kind, file in _PARTS.items()
    )
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
ROOT_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    f'Target="word/document.xml"/><Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="{ident}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>'
        for ident, kind, target in (
            ("rId1", "styles", "styles"),
            ("rId2", "numbering", "numbering"),
            ("rId3", "settings", "settings"),
            ("rId10", "header", "header1"),
            ("rId11", "footer", "footer1"),
        )
    )
    + f'<Relationship Id="rIdLambang" Type="{_OFFICE}/image" Target="media/lambang.png"/></Relationships>'
)
FOOTER_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rIdQr" Type="{_OFFICE}/image" Target="media/qr.png"/></Relationships>'
)
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>Templat "
    "naskah</dc:title><dc:creator>SIDIK</dc:creator><dc:language>id-ID</dc:language></cp:coreProperties>"
)
