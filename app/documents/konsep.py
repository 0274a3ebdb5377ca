"""The mark across a page and in the header line of every page, whatever the template says: KONSEP, or CONTOH in a rehearsal."""

from __future__ import annotations

import re

NOMOR_TITIK = ". " * 14 + "."
# The word across the page -> the line above it.
TANDA = {
    "KONSEP": "KONSEP: belum bernomor dan belum berlaku sebagai naskah dinas",
    "CONTOH": "CONTOH: dibuat untuk latihan, bukan naskah dinas",
}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SHAPE = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
    '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
    '<v:shape id="tanda_konsep" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:420pt;'
    "height:120pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" fillcolor="#d9d9d9" stroked="f">'
    '<v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="{tanda}"/>'
    "</v:shape></w:pict></w:r>"
)
_PARAGRAPH = (
    f'<w:p {_W}><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>{_SHAPE}'
    '<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:color w:val="C00000"/>'
    '<w:sz w:val="18"/></w:rPr><w:t>{kalimat}</w:t></w:r></w:p>'
)
_START = re.compile(r"<w:hdr\b[^>]*>")


def stamp(header: str, tanda: str = "KONSEP") -> str:
    """The XML of a header with the mark (a key of TANDA) as its first paragraph."""
    paragraph = _PARAGRAPH.replace("{tanda}", tanda).replace("{kalimat}", TANDA[tanda])
    return _START.sub(lambda start: start[0] + paragraph, header, count=1)
