"""The text of a .docx line by line, and what differs between two of them. Compares words, never layout."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from app.documents.compiled import parsed
from app.documents.dangers import W
from app.documents.package import read_parts

SAMA, HAPUS, TAMBAH, LEWAT = "sama", "hapus", "tambah", "lewat"
AROUND = 2
_PRINTED = re.compile(r"word/(header\d*|document|footer\d*)\.xml")


@dataclass(frozen=True)
class Baris:
    """One line of a comparison; `lewat` stands for equal lines that are left out."""

    jenis: str
    teks: str


def baris_teks(docx: bytes) -> list[str]:
    """Every paragraph with text, headers first, then the body, then the footers."""
    parts = read_parts(docx)
    names = sorted(
        (n for n in parts if _PRINTED.fullmatch(n)), key=lambda n: (n.find("footer") > 0, "document" in n, n)
    )
    return [line for name in names for line in _lines(parts[name])]


def _lines(xml: bytes) -> list[str]:
    found = []
    for paragraph in parsed(xml).iter(f"{{{W}}}p"):
        pieces = []
        for element in paragraph.iter(f"{{{W}}}t", f"{{{W}}}tab", f"{{{W}}}br"):
            pieces.append(str(element.text or "") if element.tag.endswith("}t") else " ")
        text = re.sub(r"\s+", " ", "".join(pieces)).strip()
        found += [text] if text else []
    return found


def beda(lama: bytes, baru: bytes) -> list[Baris]:
    """What changed from one to the other, with a little of what stayed around it; empty when all words are equal."""
    before, after = baris_teks(lama), baris_teks(baru)
    told: list[Baris] = []
    groups = list(difflib.SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(AROUND))
    for number, group in enumerate(groups):
        if number or group[0][1]:
            told.append(Baris(LEWAT, "…"))
        for tag, a, b, c, d in group:
            if tag == "equal":
                told += [Baris(SAMA, line) for line in before[a:b]]
                continue
            told += [Baris(HAPUS, line) for line in before[a:b]] + [Baris(TAMBAH, line) for line in after[c:d]]
    return told
