"""Reads the verification codes on a signed copy: from the text of a PDF, else from the QR in its pictures. Silent where nothing is legible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from app.documents.kode import ALPHABET, LENGTH, baca_kode

_SIGN = f"[{ALPHABET}]"
PRINTED = re.compile(rf"(?<![{ALPHABET}-]){_SIGN}{{4}}(?:[ ]?-[ ]?{_SIGN}{{4}}){{{LENGTH // 4 - 1}}}(?![{ALPHABET}-])")
ADDRESS = re.compile(rf"/v/({_SIGN}{{{LENGTH}}})(?![{ALPHABET}])")
HALAMAN, GAMBAR, TITIK = 6, 8, 50_000_000


@dataclass(frozen=True)
class Kode:
    """The tokens that were legible, and how they were read: "teks", "qr" or "" when nothing was."""

    token: frozenset[str]
    cara: str


def kode_pada(content: bytes, mime: str) -> Kode:
    """The codes on a scan or PDF that has passed the check of uploads."""
    if mime == "application/pdf":
        reader = PdfReader(BytesIO(content))
        found = frozenset(token for number in _places(len(reader.pages)) for token in di_teks(_text(reader, number)))
        if found:
            return Kode(found, "teks")
        pictures: Iterator[Any] = _pictures(reader)
    else:
        pictures = _opened(content)
    found = frozenset(token for picture in pictures for token in _qr(picture))
    return Kode(found, "qr" if found else "")


def di_teks(text: str) -> set[str]:
    """The tokens in a text, as they are printed on a paper or stand in its address."""
    printed = {baca_kode(code) for code in PRINTED.findall(text)}
    return printed | set(ADDRESS.findall(text))


def _places(pages: int) -> list[int]:
    """The first pages and the last one: every page bears the code."""
    return sorted({*range(min(pages, HALAMAN)), pages - 1})


def _text(reader: PdfReader, number: int) -> str:
    try:
        return reader.pages[number].extract_text()
    except Exception:  # whatever an odd font makes the reader raise: then the text is not legible
        return ""


def _pictures(reader: PdfReader) -> Iterator[Any]:
    names = [(number, name) for number in _places(len(reader.pages)) for name in _names(reader, number)]
    for number, name in names[:GAMBAR]:
        yield _picture(reader, number, name)


def _names(reader: PdfReader, number: int) -> list[Any]:
    try:
        return list(reader.pages[number].images.keys())
    except Exception:  # an odd page: nothing on it is legible
        return []


def _picture(reader: PdfReader, number: int, name: Any) -> Any:
    try:
        page = reader.pages[number]
        return page.images[name].image if _pixels(page, name) <= TITIK else None
    except Exception:  # a picture in a form that nothing here opens (JBIG2)
        return None


def _pixels(page: Any, name: Any) -> int:
    """How large the picture says that it is, before it is opened."""
    if not isinstance(name, str):
        return 0
    item = page["/Resources"]["/XObject"][name]
    return int(item["/Width"]) * int(item["/Height"])


def _opened(content: bytes) -> Iterator[Any]:
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height <= TITIK:
                picture.load()
                yield picture
    except Exception:  # it passed the check of its frame; what is wrong inside makes it illegible, nothing more
        return


def _qr(picture: Any) -> set[str]:
    """The tokens in the QR codes of a picture."""
    if picture is None:
        return set()
    import zxingcpp

    try:
        read = zxingcpp.read_barcodes(
            picture.convert("L"), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        )
    except Exception:
        return set()
    return {token for code in read for token in di_teks(code.text)}
