"""Compares the words of a born-digital PDF with those of the paper as it was issued, and says what is missing or changed."""

from __future__ import annotations

import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from defusedxml.ElementTree import fromstring
from pypdf import PdfReader

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HALAMAN_TERBANYAK = 60
TERBACA = 0.6  # of the paragraphs: below, the text of the PDF is too poor to judge by
POTONGAN, TERPENDEK = 5, 8
TUNJUKKAN = 5
PANJANG = 160


@dataclass(frozen=True)
class Banding:
    """`dapat`: could it be judged at all? `berbeda`: paragraphs of the issued paper that the PDF does not hold."""

    dapat: bool
    berbeda: tuple[str, ...] = ()


def bandingkan(docx: bytes, pdf: bytes) -> Banding:
    """Every paragraph and cell of the issued paper must stand in the PDF, as often as in the paper."""
    reader = PdfReader(BytesIO(pdf))
    if len(reader.pages) > HALAMAN_TERBANYAK:
        return Banding(dapat=False)
    try:
        text = _plain("".join(page.extract_text() for page in reader.pages))
    except Exception:  # an odd font: the text is not legible
        return Banding(dapat=False)
    wanted = Counter(part for part in paragraf(docx) if _plain(part))
    lacking = [part for part, count in wanted.items() if not _stands(_plain(part), count, text)]
    legible = not wanted or 1 - len(lacking) / len(wanted) >= TERBACA
    return Banding(legible, tuple(part[:PANJANG] for part in lacking[:TUNJUKKAN]) if legible else ())


def paragraf(docx: bytes) -> Iterator[str]:
    """The paragraphs of the body, those in cells among them."""
    with zipfile.ZipFile(BytesIO(docx)) as bundle:
        tree = fromstring(bundle.read("word/document.xml"))
    for paragraph in tree.iter(f"{W}p"):
        text = "".join(_piece(node) for node in paragraph.iter()).strip()
        if text:
            yield text


def _piece(node: object) -> str:
    tag, text = getattr(node, "tag", ""), getattr(node, "text", None)
    return str(text or "") if tag == f"{W}t" else " " if tag in (f"{W}tab", f"{W}br") else ""


def _plain(text: str) -> str:
    """Letters and digits alone: line breaks, hyphens, dotted blanks and capitals differ between programs."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def _stands(part: str, count: int, text: str) -> bool:
    if count == 1 and part in text:
        return True
    return text.count(part) >= count or (len(part) > TERPENDEK and _in_pieces(part, text))


def _in_pieces(part: str, text: str) -> bool:
    """A paragraph that a page break divides stands in a few long pieces."""
    for _ in range(POTONGAN):
        low, high = 0, len(part)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if part[:middle] in text else (low, middle - 1)
        if low < min(TERPENDEK, len(part)):
            return False
        part = part[low:]
        if not part:
            return True
    return False


def sama_kata(before: bytes, after: bytes) -> bool:
    """Do two PDFs read the same, page by page? A program may have written the same pages anew."""
    try:
        old, new = PdfReader(BytesIO(before)), PdfReader(BytesIO(after))
        texts = [[_plain(page.extract_text()) for page in reader.pages] for reader in (old, new)]
    except Exception:  # what cannot be read is not the same
        return False
    return texts[0] == texts[1]
