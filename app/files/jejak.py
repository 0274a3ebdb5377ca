"""What a file tells besides its pages: author, place of a photo, comments, attachments. Finds it, and takes it off a plain scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, NameObject

RUSAK = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError, IndexError)
PDF, JPEG, PNG = b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
SOPAN = {"/Link", "/Widget"}  # the annotations that say nothing by themselves: links, and fields of a signature
ORIENTASI = 0x0112  # how a photo is turned is no secret, and without it the page lies on its side
_METADATA = {"/Author": "nama penyusun", "/Subject": "subjek", "/Keywords": "kata kunci"}
_TERSEMBUNYI = re.compile(rb"(?<![\w.])3\s+Tr(?!\w)")
_AKAR = ("/Metadata", "/AF", "/AA", "/OpenAction", "/PieceInfo")
_KATA_PNG = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"}


def jejak(content: bytes) -> list[str]:
    """What goes beyond the pages, as sentences; empty for a clean PDF, JPEG or PNG, and for kinds that are not known."""
    if content.startswith(JPEG):
        return ["Foto memuat metadata (misalnya tempat dan waktu)."] if _jpeg(content)[1] else []
    if content.startswith(PNG):
        return ["Gambar memuat metadata."] if _png(content)[1] else []
    if not content.startswith(PDF):
        return []
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            return ["PDF terkunci sandi, jadi isinya tidak dapat diperiksa."]
        return [*_metadata(reader), *_struktur(reader), *_halaman(reader)]
    except RUSAK:
        return ["PDF rusak atau tidak lazim, jadi isinya tidak dapat diperiksa."]


def bersih(content: bytes) -> bytes:
    """The same pages without what can be taken off. Never for a file that is signed electronically: that breaks it."""
    try:
        if content.startswith(JPEG):
            return _jpeg(content)[0]
        if content.startswith(PNG):
            return _png(content)[0]
        return _pdf(content) if content.startswith(PDF) else content
    except RUSAK:
        return content


def _metadata(reader: PdfReader) -> Iterator[str]:
    about: Any = reader.metadata or {}
    found = [label for key, label in _METADATA.items() if str(about.get(key) or "").strip()]
    xmp = reader.xmp_metadata
    if xmp is not None and (xmp.dc_creator or xmp.dc_subject or xmp.pdf_keywords):
        found.append("metadata XMP")
    if found:
        yield f"PDF memuat metadata ({', '.join(dict.fromkeys(found))})."


def _struktur(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.root_object
    names: Any = root.get("/Names") or {}
    names = names.get_object() if hasattr(names, "get_object") else names
    if "/EmbeddedFiles" in names or "/AF" in root:
        yield "PDF membawa file lampiran di dalamnya."
    if "/JavaScript" in names or "/AA" in root or _skrip(root.get("/OpenAction")):
        yield "PDF memuat skrip atau tindakan otomatis."
    layers: Any = root.get("/OCProperties")
    if layers is not None and (layers.get_object().get("/D") or {}).get("/OFF"):
        yield "PDF memuat lapisan tersembunyi."


def _skrip(action: Any) -> bool:
    action = action.get_object() if hasattr(action, "get_object") else action
    return isinstance(action, dict) and action.get("/S") in ("/JavaScript", "/Launch")


def _halaman(reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, 1):
        notes = {str(note.get_object().get("/Subtype")) for note in page.get("/Annots") or []}
        if notes - SOPAN:
            yield f"PDF memuat komentar atau catatan pada halaman {number}."
        contents = page.get_contents()
        hidden = contents is not None and _TERSEMBUNYI.search(contents.get_data()) is not None
        if hidden and not _bergambar(page):  # over a scan hidden text is what was read from it
            yield f"PDF memuat teks tersembunyi pada halaman {number}."


def _bergambar(page: Any) -> bool:
    resources: Any = page.get("/Resources")
    objects: Any = resources.get_object().get("/XObject") if resources is not None else None
    found: Any = objects.get_object().values() if objects is not None else ()
    return any(item.get_object().get("/Subtype") == "/Image" for item in found)


def _pdf(content: bytes) -> bytes:
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted:
        return content
    about: Any = reader.metadata or {}
    title = about.get("/Title")
    writer, out = PdfWriter(clone_from=reader), BytesIO()
    root: Any = writer.root_object
    names: Any = root.get("/Names")
    for holder, keys in (
        (root, _AKAR),
        (names.get_object() if names is not None else {}, ("/EmbeddedFiles", "/JavaScript")),
    ):
        for key in keys:
            holder.pop(NameObject(key), None)
    for page in writer.pages:
        for key in ("/AA", "/Metadata", "/PieceInfo"):
            page.pop(NameObject(key), None)
        notes: Any = page.get("/Annots")
        if notes is not None:
            kept = [note for note in notes.get_object() if str(note.get_object().get("/Subtype")) in SOPAN]
            page[NameObject("/Annots")] = ArrayObject(kept)
    writer.metadata = {"/Title": str(title)} if title else {}
    writer.write(out)
    again, fresh = BytesIO(), PdfWriter(clone_from=PdfReader(out))  # what nothing points at any more stays behind
    fresh.metadata = writer.metadata
    fresh.write(again)
    return again.getvalue()


def _jpeg(content: bytes) -> tuple[bytes, bool]:
    """(the picture without comments and metadata, whether there were any). How it is turned stays."""
    kept, found, at = [content[:2]], False, 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        mark, segment = content[at + 1], content[at : at + 2 + size]
        at += 2 + max(size, 2)
        if mark not in (0xE1, 0xED, 0xFE):  # Exif and XMP, IPTC, comment
            kept.append(segment)
            continue
        turned = _hanya_orientasi(segment)
        found = found or turned != segment
        kept.append(turned)
    return b"".join((*kept, content[at:])), found


def _hanya_orientasi(segment: bytes) -> bytes:
    """An Exif segment that says how the picture is turned and nothing else; b"" for all others."""
    from PIL import Image  # slow to load, and few copies are photos

    if not segment[4:].startswith(b"Exif\x00\x00"):
        return b""
    before, after = Image.Exif(), Image.Exif()
    before.load(segment[4:])
    if before.get(ORIENTASI) in (None, 1):
        return b""
    if set(before) == {ORIENTASI}:
        return segment
    after[ORIENTASI] = before[ORIENTASI]
    body = after.tobytes()
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body


def _png(content: bytes) -> tuple[bytes, bool]:
    """(the picture without its words, whether there were any)."""
    kept, found, at = [content[:8]], False, 8
    while at + 12 <= len(content):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        chunk = content[at : at + 12 + size]
        at += 12 + size
        if kind in _KATA_PNG:
            found = True
        else:
            kept.append(chunk)
    return b"".join(kept), found
