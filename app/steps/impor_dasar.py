"""Reads citations as people type them: letters of Pasal 17, laws with their articles. It guesses nothing silently."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import DasarPengecualian, Pasal17, Peraturan
from app.models.base import ALAMAT, NAMA
from app.steps.isian import Ditolak

_PASAL17 = re.compile(
    r"(?i)\s*(?:(?:uu|undang-?undang)\b.*?\bpasal\s*17\s*|pasal\s*17\s*)?(?:ayat\s*\(?1\)?\s*)?(?:huruf\s*)?"
    r"\(?([a-z])\)?\s*(?:[.,]?\s*(?:angka\s*)?\(?(\d{1,2})\)?)?\s*"
    r"(?:(?:uu|undang-?undang)\b.*)?"
)
_KITAB = {
    "undang-undang": "UU",
    "undang undang": "UU",
    "uu": "UU",
    "peraturan pemerintah": "PP",
    "pp": "PP",
    "peraturan presiden": "Perpres",
    "perpres": "Perpres",
    "peraturan komisi informasi": "PerKI",
    "perki": "PerKI",
    "peraturan daerah": "Perda",
    "perda": "Perda",
    "peraturan gubernur": "Pergub",
    "pergub": "Pergub",
}
_HUKUM = re.compile(
    r"(?i)\s*(?P<jenis>undang[- ]undang|uu|peraturan pemerintah|pp|peraturan presiden|perpres|"
    r"peraturan komisi informasi|perki|peraturan daerah|perda|peraturan gubernur|pergub|peraturan menteri [a-z ]+?|permen\w*)"
    r"(?:\s+(?:provinsi|kabupaten|kota)\s+\w+)?\s+(?:republik indonesia\s+|ri\s+)?(?:nomor|no\.?)?\s*"
    r"(?P<nomor>\d{1,4}[a-z]?)\s*(?:/|\s*tahun\s*)\s*(?P<tahun>\d{4})\b(?P<sisa>.*)",
    re.DOTALL,
)
_PASAL = re.compile(r"(?i)\bpasal\b.*", re.DOTALL)


@dataclass(frozen=True)
class Acuan:
    """The reference data of one import: letters in force, regulations, both by how people cite them."""

    pasal17: dict[tuple[str, int | None], Pasal17]
    peraturan: dict[tuple[str, str, int], Peraturan]

    def huruf(self, letter: str) -> list[str]:
        """The codes that a letter has: ["h.1", …]."""
        return [row.kode for (huruf, _), row in sorted(self.pasal17.items(), key=str) if huruf == letter]


def muat_acuan(session: Session, pada: dt.date) -> Acuan:
    """The reference data in two statements."""
    rows = session.scalars(select(Pasal17).where(Pasal17.berlaku_mulai <= pada).order_by(Pasal17.berlaku_mulai))
    valid = {(r.huruf, r.angka): r for r in rows if r.berlaku_sampai is None or r.berlaku_sampai >= pada}
    laws = {(law.jenis, law.nomor.lower(), law.tahun): law for law in session.scalars(select(Peraturan))}
    return Acuan(valid, laws)


def potong(text: str) -> Iterator[str]:
    """The single citations of a cell."""
    for part in re.split(r"[;\n]", text):
        if part.strip(" .,"):
            yield part.strip()


def baca_pasal17(text: str, acuan: Acuan) -> list[Pasal17]:
    """Every letter of a cell; Ditolak with the first that is unknown, lacks its number, or is cited twice over."""
    found: dict[str, Pasal17] = {}
    for part in potong(re.sub(r"(?i),(?=\s*(?:huruf\s*)?[a-z]\b)", ";", text)):
        row = _satu_huruf(part, acuan)
        found[row.kode] = row
    return list(found.values())


def _satu_huruf(part: str, acuan: Acuan) -> Pasal17:
    match = _PASAL17.fullmatch(part)
    if match is None:
        raise Ditolak(f"Huruf tidak dikenal: “{part[:40]}”. Tulis huruf a sampai j Pasal 17, contoh h.2")
    letter, number = match.group(1).lower(), int(match.group(2)) if match.group(2) else None
    row = acuan.pasal17.get((letter, number))
    if row is not None:
        return row
    known = acuan.huruf(letter)
    if not known:
        raise Ditolak(f"Huruf tidak dikenal: “{letter}”. Tulis huruf a sampai j Pasal 17, contoh h.2")
    if number is None:
        raise Ditolak(f"Huruf {letter} tanpa angka: pilih salah satu dari {', '.join(known)}")
    raise Ditolak(f"Huruf {letter} angka {number} tidak dikenal: yang ada {', '.join(known)}")


def baca_dasar(text: str, acuan: Acuan) -> list[DasarPengecualian]:
    """Every other law of a cell. What is not in the registry stays as the text that was written."""
    return [_satu_dasar(part, acuan) for part in potong(text)]


def _satu_dasar(part: str, acuan: Acuan) -> DasarPengecualian:
    match = _HUKUM.fullmatch(part)
    law = _terdaftar(match, acuan) if match is not None else None
    rest = match.group("sisa") if match is not None and law is not None else part
    article = _PASAL.search(rest)
    pasal_ayat = article.group().strip(" .,") if article is not None else None
    if pasal_ayat is not None and len(pasal_ayat) > NAMA:
        raise Ditolak(f"Pasal terlalu panjang: paling banyak {NAMA} karakter")
    if law is not None:
        return DasarPengecualian(peraturan=law, pasal_ayat=pasal_ayat)
    name = part[: article.start()].strip(" .,") if article is not None else part
    if len(name or part) > ALAMAT:
        raise Ditolak(f"Dasar terlalu panjang: paling banyak {ALAMAT} karakter; pisahkan dengan titik koma")
    return DasarPengecualian(teks=name or part, pasal_ayat=pasal_ayat if name else None)


def _terdaftar(match: re.Match[str], acuan: Acuan) -> Peraturan | None:
    kind = " ".join(match.group("jenis").lower().split())
    number, year = match.group("nomor").lower(), int(match.group("tahun"))
    if kind in _KITAB:
        return acuan.peraturan.get((_KITAB[kind], number, year))
    # Ministries number alike: a Permen counts only when the registry names the same ministry.
    law = acuan.peraturan.get(("Permen", number, year))
    named = (law.catatan or "").lower() if law is not None else ""
    if kind in ("permen", named) or (named == "permendagri" and kind == "peraturan menteri dalam negeri"):
        return law
    return None
