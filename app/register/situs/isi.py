"""The check of the bytes that leave. Signed bytes are never rewritten, so what must not leave refuses the publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from app.law.wording import kutipan_sama

FRASA = 6  # words in a row that only the internal text has
SOPAN = {"/Link", "/Widget"}  # the annotations that say nothing by themselves: links, and fields of a signature
_METADATA = {"/Author": "nama penyusun", "/Subject": "subjek", "/Keywords": "kata kunci"}
_TERSEMBUNYI = re.compile(rb"(?<![\w.])3\s+Tr(?!\w)")


def temuan(content: bytes, rahasia: Sequence[str] = (), umum: str = "") -> list[str]:
    """What forbids that this file leaves, as sentences. `rahasia`: internal texts; `umum`: words that are public anyway."""
    if not content.startswith(b"%PDF-"):
        return ["Hanya PDF yang dikirim ke situs lain. Pasangkan salinan bertanda tangan dalam bentuk PDF."]
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            return ["PDF terkunci sandi, jadi isinya tidak dapat diperiksa."]
        return [*_metadata(reader), *_struktur(reader), *_halaman(reader), *_frasa(reader, rahasia, umum)]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return ["PDF rusak atau tidak lazim, jadi isinya tidak dapat diperiksa."]


def _metadata(reader: PdfReader) -> Iterator[str]:
    about: Any = reader.metadata or {}
    found = [label for key, label in _METADATA.items() if str(about.get(key) or "").strip()]
    xmp = reader.xmp_metadata
    if xmp is not None and (xmp.dc_creator or xmp.dc_subject or xmp.pdf_keywords):
        found.append("metadata XMP")
    if found:
        yield f"PDF memuat metadata ({', '.join(dict.fromkeys(found))}). Hapus sebelum ditandatangani, lalu pasangkan lagi."


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


def _frasa(reader: PdfReader, rahasia: Sequence[str], umum: str) -> Iterator[str]:
    """Words that only the internal texts have. A scan without words cannot be read, and passes."""
    if not any(rahasia):
        return
    told = "\n".join(page.extract_text() or "" for page in reader.pages)
    for secret in rahasia:
        phrase = kutipan_sama(told, secret, kecuali=umum, panjang=FRASA)
        if phrase:
            yield f"Isi PDF mengutip uraian tertutup: “{phrase}”."
