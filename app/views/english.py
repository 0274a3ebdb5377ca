"""English at the door: a finished Indonesian page is said in English by the catalogue `sidik.po`, phrase by phrase.

The house writes Indonesian once; a phrase of a page is a text between two tags, or a word of an attribute. Places in
braces stand for what changes ("Halaman {} dari {}"). What nobody translated, and all that people typed, stays as it is;
marked `translate="no"`, it is not even looked at. Papers are official and always Indonesian.
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

CATALOGUES = Path(__file__).resolve().parent.parent / "translations"
ATTRIBUTES = ("aria-label", "alt", "title", "placeholder", "data-label", "data-tanya")
SILENT = frozenset({"script", "style", "textarea", "code"})
_NAMES = dict(zip((*BULAN, *HARI), (*BULAN_INGGRIS, *HARI_INGGRIS), strict=True))
_DATE = re.compile(
    rf"(?:(?P<day>{'|'.join(HARI)}), )?(?P<n>\d{{1,2}}) (?P<month>{'|'.join(BULAN)}) (?P<year>\d{{4}})"
    r"(?: pukul (?P<h>\d\d)\.(?P<m>\d\d) WIB)?"
)
KEY = 3  # letters by which patterns are found


class Buku:
    """The phrase book: whole phrases, and patterns found by how they begin."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self.whole = {source: said for source, said in catalogue.items() if "{}" not in source}
        self.patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for source in sorted((s for s in catalogue if "{}" in s), key=len, reverse=True):
            pieces = [re.escape(piece) for piece in source.split("{}")]
            begins = source[:KEY] if "{" not in source[:KEY] else ""
            self.patterns.setdefault(begins, []).append((re.compile("(.+?)".join(pieces), re.S), catalogue[source]))

    def say(self, text: str) -> str | None:
        """The English of a phrase, its outer spaces kept; None when the book does not know it."""
        plain = " ".join(text.split())
        said = self._plain(plain)
        if said is None or said == plain:
            return said and text
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{lead}{said}{tail}"

    def _plain(self, plain: str) -> str | None:
        if plain in self.whole:
            return self.whole[plain]
        if _DATE.fullmatch(plain):
            return _DATE.sub(_english_date, plain)
        for begins in (plain[:KEY], ""):
            for pattern, said in self.patterns.get(begins, ()):
                found = pattern.fullmatch(plain)
                if found is not None:
                    return said.format(*(self._part(part) for part in found.groups()))
        return None

    def _part(self, part: str) -> str:
        """What stands in a place of a pattern: a phrase, several of them with commas, or anything else."""
        return self._plain(part) or self._within(part) or ", ".join(self._plain(one) or one for one in part.split(", "))

    def _within(self, part: str) -> str | None:
        """A label inside a sentence begins with a small letter."""
        said = self.whole.get(part[:1].upper() + part[1:]) if part[:1].islower() else None
        return said and said[:1].lower() + said[1:]


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
    return html.tostring(tree, encoding="unicode", doctype="<!doctype html>")


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
