"""Files as people and attackers send them, made anew for each test: sound ones, and ways to spoil them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from docx import Document
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject


def docx(teks: str = "Usulan daftar informasi yang dikecualikan") -> bytes:
    """A plain Word document."""
    out = io.BytesIO()
    document = Document()
    document.add_paragraph(teks)
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    """A plain Excel workbook."""
    out = io.BytesIO()
    book = Workbook()
    book.active.append(["uraian", "pasal17"])
    book.save(out)
    return out.getvalue()


def repacked(isi: bytes, parts: Mapping[str, bytes] | None = None, *, drop: str = "") -> bytes:
    """The same package with these parts added or replaced, and one left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        content = {name: old.read(name) for name in old.namelist()} | dict(parts or {})
        for name, part in content.items():
            if name != drop:
                new.writestr(name, part)
    return out.getvalue()


def part(isi: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(isi)) as package:
        return package.read(name)


def with_relation(isi: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    """The document with one more relationship of its main part."""
    name = "word/_rels/document.xml.rels"
    line = (
        f'<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}" TargetMode="{mode}"/></Relationships>'
    )
    return repacked(isi, {name: part(isi, name).replace(b"</Relationships>", line.encode())})


def with_field(isi: bytes, *codes: str) -> bytes:
    """The document with a field whose code is spread over runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    start, end = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = part(isi, "word/document.xml").replace(b"<w:sectPr", f"<w:p>{start}{runs}{end}</w:p><w:sectPr".encode(), 1)
    return repacked(isi, {"word/document.xml": body})


def pdf(*, attach: bool = False, sandi: str = "", open_action: str = "", pages: int = 1) -> bytes:
    """A PDF of blank pages, with what the flags ask for."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if attach:
        writer.add_attachment("rahasia.txt", b"x")
    if open_action:
        key = NameObject("/JS" if open_action == "/JavaScript" else "/F")
        action = DictionaryObject({NameObject("/S"): NameObject(open_action), key: TextStringObject("x")})
        writer.root_object[NameObject("/OpenAction")] = action
    if sandi:
        writer.encrypt(sandi)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def png(lebar: int = 2, tinggi: int = 2) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * lebar) * tinggi)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(lebar: int = 1, tinggi: int = 1) -> bytes:
    """The markers of a picture of this size, as a camera writes them; its one scan is a stub."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, tinggi, lebar, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\x00\x00\x3f\x00" + b"\x37"
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0" + frame + scan + b"\xff\xd9"
