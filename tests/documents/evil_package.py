"""A good template and ways to spoil its package, and what whoever uploads the result is told."""

from __future__ import annotations

import io
import re
import struct
import zipfile

from app.documents.trial import uji
from app.errors import SidikError
from app.files.sniff import periksa
from tests.documents.reading import changed, template

JENIS = "tanda_bukti_unggah"
GOOD = template(JENIS)
BODY, HEADER, FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
STYLES, SETTINGS, TYPES = "word/styles.xml", "word/settings.xml", "[Content_Types].xml"
RELS, ROOT = "word/_rels/document.xml.rels", "_rels/.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:r="{OFFICE}"'
)


def answer(content: bytes, name: str = "templat.docx") -> str:
    """What the uploader is told: the gate of uploads first, then the trial. Empty when the template is accepted."""
    try:
        periksa(name, content, ("docx",))
    except SidikError as refused:
        return refused.pesan
    return uji(content, JENIS, GOOD).ditolak


def put(xml: str, part: str = BODY) -> bytes:
    """The good template with more XML at the top of a part."""
    start = {BODY: r"<w:body>", HEADER: r"<w:hdr [^>]*>", FOOTER: r"<w:ftr [^>]*>", SETTINGS: r"<w:settings [^>]*>"}[
        part
    ]
    return changed(GOOD, part, lambda old: re.sub(start, lambda m: m[0] + xml, old, count=1))


def swap(part: str, old: str, new: str) -> bytes:
    """The good template with the first `old` of a part replaced; the text must be there."""

    def change(xml: str) -> str:
        assert old in xml, (part, old)
        return xml.replace(old, new, 1)

    return changed(GOOD, part, change)


def link(kind: str, target: str = "http://x.id/x", mode: str = ' TargetMode="External"', part: str = RELS) -> bytes:
    """The good template with one more relationship."""
    one = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return swap(part, "</Relationships>", one)


def typed(line: str) -> bytes:
    return swap(TYPES, "</Types>", f"{line}</Types>")


def para(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def field(*codes: str, result: str = "") -> str:
    """A complex field whose code is spread over runs."""
    spread = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes)
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return para(char.format("begin") + spread + char.format("separate") + result + char.format("end"))


def dtd(words: str, part: str = BODY) -> bytes:
    return changed(GOOD, part, lambda xml: re.sub(r"(\?>\s*)", rf"\1<!DOCTYPE x [{words}]>", xml, count=1))


def zipped(parts: list[tuple[str, bytes]], *, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"") -> bytes:
    """A package of exactly these parts, in this order, doubles included."""
    import warnings

    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, body in parts:
            archive.writestr(name, body)
        archive.comment = comment
    return out.getvalue()


def parts() -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def dropped(name: str) -> bytes:
    return zipped([(n, body) for n, body in parts() if n != name])


def encrypted() -> bytes:
    """The flag of a password on the first entry of the table of contents and at its place."""
    content = bytearray(GOOD)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(sign) + at
        content[place : place + 2] = struct.pack("<H", 1)
    return bytes(content)


def laughs() -> str:
    """A billion laughs: nine entities, each ten times the one before."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!ENTITY l0 "ha">{levels}'


def moved_header() -> bytes:
    """The header in a part of another name: nobody would stamp KONSEP on it."""
    plain = re.sub(rb"<w:t\b[^>]*>[^<]*</w:t>", b"", dict(parts())[HEADER])
    named = [(n, body.replace(b"header1.xml", b"kepala.xml")) for n, body in parts() if n != HEADER]
    return zipped([*named, ("word/kepala.xml", plain)])


def moved_body() -> bytes:
    """The root names another document than the one that is read."""
    other = dict(parts())[BODY]
    aimed = [
        (n, body.replace(b"word/document.xml", b"word/lain.xml") if n in (ROOT, TYPES) else body) for n, body in parts()
    ]
    return zipped([*aimed, ("word/lain.xml", other)])


def renamed_prefix() -> bytes:
    """The same words under another prefix: nothing would find where to stamp."""
    return changed(GOOD, HEADER, lambda xml: xml.replace("w:", "q:").replace("xmlns:w=", "xmlns:q="))
