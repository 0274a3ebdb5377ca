"""English at the door: a finished Indonesian page or mail is said in English by the catalogue `sidik.po`, phrase by phrase.

The house writes Indonesian once; a phrase of a page is a text between two tags, or a word of an attribute. Places in
braces stand for what changes ("Halaman {n} dari {n}"): {n} for a number, {t} for a date, {} for anything. A text of
several sentences is said sentence by sentence. What nobody translated, and all that people typed, stays as it is; marked
`translate="no"`, it is not even looked at. Papers are official and always Indonesian.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel.support import Translations
from lxml import html

from app.calendar.words import BULAN, BULAN_INGGRIS, HARI, HARI_INGGRIS

CATALOGUES = Path(__file__).resolve().parent
SCRIPTS = ("data-tersimpan", "data-belum-tersimpan", "data-gagal", "data-tanya")  # what scripts say
ATTRIBUTES = ("aria-label", "alt", "title", "placeholder", "data-label", *SCRIPTS)
SILENT = frozenset({"script", "style", "textarea", "code"})
_NAMES = dict(zip((*BULAN, *HARI), (*BULAN_INGGRIS, *HARI_INGGRIS), strict=True))
_DATE = re.compile(
    rf"(?:(?P<day>{'|'.join(HARI)}), )?(?P<n>\d{{1,2}}) (?P<month>{'|'.join(BULAN)}) (?P<year>\d{{4}})"
    r"(?: pukul (?P<h>\d\d)\.(?P<m>\d\d) WIB)?"
)
PLACES = {"{}": "(.+?)", "{n}": r"([\d.,]+)", "{t}": rf"({re.sub(r'[?]P<.>|[?]P<[a-z]+>', '?:', _DATE.pattern)})"}
_PLACE = re.compile(r"(\{[nt]?\})")
_FILL = re.compile(r"\{([nt]?|\d)\}")
KEYS = (12, 6, 3, 0)  # how many first letters patterns are found by: as many as they have before their first place
JOINTS = (re.compile(r"(?<=[.!?]) (?=[A-Z“(])"), re.compile(r" · |; "))  # of sentences, of the members of a row


class Buku:
    """The phrase book: whole phrases, and patterns found by how they begin."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self.whole = {source: said for source, said in catalogue.items() if not _PLACE.search(source)}
        self.patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for source in sorted(catalogue.keys() - self.whole.keys(), key=len, reverse=True):
            pieces = _PLACE.split(source)
            pattern = re.compile("".join(PLACES.get(piece) or re.escape(piece) for piece in pieces), re.S)
            begins = source[: next(key for key in KEYS if key <= len(pieces[0]))]
            self.patterns.setdefault(begins, []).append((pattern, catalogue[source]))

    def say(self, text: str) -> str | None:
        """The English of a text, its outer spaces kept; None when the book knows nothing of it."""
        plain = " ".join(text.split())
        said = self.phrase(plain) or self._pieces(plain)
        if said is None or said == plain:
            return said and text
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{lead}{said}{tail}"

    def phrase(self, plain: str) -> str | None:
        """The English of one phrase, a date, or what a pattern makes of it; None when the book does not know it."""
        if plain in self.whole:
            return self.whole[plain]
        if _DATE.fullmatch(plain):
            return _DATE.sub(_english_date, plain)
        for key in KEYS:
            for pattern, said in self.patterns.get(plain[:key], ()):
                found = pattern.fullmatch(plain)
                if found is not None:
                    return _filled(said, [self._part(part) for part in found.groups()])
        return None

    def _pieces(self, plain: str, joints: tuple[re.Pattern[str], ...] = JOINTS) -> str | None:
        """Several sentences, or the members of a row, each by itself; None when none of them is known."""
        if not joints:
            return None
        pieces = joints[0].split(plain)
        if len(pieces) == 1:
            return self._pieces(plain, joints[1:])
        said = [self.phrase(piece) or self._pieces(piece, joints[1:]) for piece in pieces]
        between = [*joints[0].findall(plain), ""]
        return (
            "".join((new or old) + joint for new, old, joint in zip(said, pieces, between, strict=True))
            if any(said)
            else None
        )

    def _part(self, part: str) -> str:
        """What stands in a place of a pattern: a phrase, several of them with commas, or anything else."""
        whole = self.phrase(part) or self._within(part) or self._pieces(part)
        return whole or ", ".join(self.phrase(one) or self._within(one) or one for one in part.split(", "))

    def _within(self, part: str) -> str | None:
        """A label inside a sentence begins with a small letter."""
        said = self.whole.get(part[:1].upper() + part[1:]) if part[:1].islower() else None
        return said and said[:1].lower() + said[1:]


def _filled(said: str, parts: list[str]) -> str:
    """The English of a pattern with its parts, in their order or where {0}, {1} … put them."""
    order = iter(parts)
    return _FILL.sub(lambda place: parts[int(place[1])] if place[1].isdigit() else next(order), said)


def _english_date(found: re.Match[str]) -> str:
    day = f"{_NAMES[found['day']]}, " if found["day"] else ""
    clock = f" at {found['h']}:{found['m']} WIB" if found["h"] else ""
    return f"{day}{found['n']} {_NAMES[found['month']]} {found['year']}{clock}"


@cache
def buku() -> Buku:
    """The book as it is shipped."""
    loaded: Any = Translations.load(str(CATALOGUES), ["en"], "sidik")
    return Buku({source: said for source, said in loaded._catalog.items() if source and said})


def in_english(page: str, book: Buku) -> str:
    """The page with every known phrase in English."""
    tree = html.document_fromstring(page)
    tree.set("lang", "en")
    _walk(tree, book)
    said: str = html.tostring(tree, encoding="unicode", doctype="<!doctype html>")
    return said


def lines_in_english(text: str, book: Buku) -> str:
    """A plain text, each line a phrase."""
    return "\n".join(book.say(line) or line for line in text.split("\n"))


def _walk(element: Any, book: Buku) -> None:
    for name in ATTRIBUTES:
        value = element.get(name)
        if value:
            element.set(name, book.say(value) or value)
    if element.text and element.text.strip():
        element.text = book.say(element.text) or element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in SILENT and child.get("translate") != "no":
            _walk(child, book)
        if child.tail and child.tail.strip():
            child.tail = book.say(child.tail) or child.tail
