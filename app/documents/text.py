"""Text that Word can carry and a reader can see: normalises what is harmless, refuses the rest with its place."""

from __future__ import annotations

import re
import unicodedata

# Everything that XML or Word drops, or that a reader cannot see: C0 and C1 controls but tab and line feed, surrogates,
# line and paragraph separators, direction marks, tag characters, noncharacters.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_REFUSED = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029{_BIDI}\U000e0000-\U000e007f{_NONCHARACTERS}]"
)


class TeksDitolak(ValueError):
    """A text that cannot be printed as it stands; `posisi` counts from 1, `jalur` is its place when known."""

    def __init__(self, posisi: int, alasan: str, *, jalur: str = "") -> None:
        place = f"Isian '{jalur}'" if jalur else "Teks"
        super().__init__(f"{place} ditolak: {alasan} pada posisi {posisi}.")
        self.posisi, self.alasan, self.jalur = posisi, alasan, jalur


def clean_text(value: str, *, maksimum: int, satu_baris: bool = False) -> str:
    """`value` in NFC with plain line feeds; raises TeksDitolak for what a paper cannot carry or nobody can see."""
    text = value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    if not text.isprintable() and (refused := _REFUSED.search(text)):  # most texts are, and that is quick to tell
        raise TeksDitolak(refused.start() + 1, _reason(refused[0]))
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if satu_baris and "\n" in text:
        raise TeksDitolak(text.index("\n") + 1, "hanya boleh satu baris, ada pindah baris")
    if len(text) > maksimum:
        raise TeksDitolak(maksimum + 1, f"lebih panjang dari {maksimum} karakter")
    return text


def _reason(char: str) -> str:
    code = ord(char)
    name = f"U+{code:04X}"
    if 0xD800 <= code <= 0xDFFF:
        return f"potongan karakter yang tidak utuh ({name})"
    if unicodedata.category(char) == "Cc":
        return f"karakter kendali {name}"
    if char in "\u2028\u2029":
        return f"pemisah baris {name} (pakai Enter biasa)"
    if unicodedata.category(char) == "Cn":
        return f"kode {name} yang bukan karakter"
    return f"karakter tak terlihat atau pembalik arah {name}"
