"""English at the door: a finished Indonesian page or mail is said in English by the catalogue `sidik.po`, phrase by phrase.

The house writes Indonesian once; a phrase of a page is a text between two tags, or a word of an attribute. Places in
braces stand for what changes ("Halaman {n} dari {n}"): {n} for a number, {t} for a date, {} for anything. A text of
several sentences is said sentence by sentence. What nobody translated, and all that people typed, stays as it is; marked
`translate="no"`, it is not even looked at. Papers are official and always Indonesian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel.support import Translations
from lxml import html

from app.calendar.words import BULAN, BULAN_INGGRIS, BULAN_PENDEK, HARI, HARI_INGGRIS

CATALOGUES = Path(__file__).resolve().parent
SCRIPTS = ("data-tersimpan", "data-belum-tersimpan", "data-gagal", "data-tanya")  # what scripts say
ATTRIBUTES = ("aria-label", "alt", "title", "placeholder", "data-label", *SCRIPTS)
SILENT = frozenset({"script", "style", "textarea", "code"})
_SHORT = (month[:3] for month in BULAN_INGGRIS)
_NAMES = dict(zip((*BULAN_PENDEK, *BULAN, *HARI), (*_SHORT, *BULAN_INGGRIS, *HARI_INGGRIS), strict=True))
_DATE = re.compile(
    rf"(?:(?P<day>{'|'.join(HARI)}), )?(?P<n>\d{{1,2}}) (?P<month>{'|'.join((*BULAN, *BULAN_PENDEK))}) (?P<year>\d{{4}})"
    r"(?:(?P<said> pukul)? (?P<h>\d\d)\.(?P<m>\d\d)(?: WIB)?)?"
)
PLACES = {"{}": "(.+?)", "{n}": r"([\d.,]+)", "{t}": rf"({re.sub(r'[?]P<.>|[?]P<[a-z]+>', '?:', _DATE.pattern)})"}
_PLACE = re.compile(r"(\{[nt]?\})")
_FILL = re.compile(r"\{([nt]?|\d)\}")
_PERCENT = re.compile(r"%\(\w+\)[sd]|%[sd]")  # places as FAB and WTForms write them
LONGEST = 1000  # letters of a phrase; what is longer was typed by a person
RUN = 3  # sentences that may be one phrase of the book, said together with others
MARKS = (": ", ", ", ". ", "– ")
KEYS = (12, 6, 3)  # how many first letters patterns are found by: as many as they have before their first place
# What one text can consist of: a name and what it means, sentences, members of a row, and a list that is known as a whole.
JOINTS = tuple(re.compile(joint) for joint in (" – ", r"(?<=[.!?]) (?=[A-Z“(])", r" · |; (?=[A-Z“])", r", (?=[A-Z])"))


class Buku:
    """The phrase book: whole phrases, and patterns found by how they begin or else by how they end."""

    def __init__(self, catalogue: Mapping[str, str]) -> None:
        self.whole = {source: said for source, said in catalogue.items() if not _PLACE.search(source)}
        self.patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for source in sorted(catalogue.keys() - self.whole.keys(), key=len, reverse=True):
            pieces = _PLACE.split(source)
            pattern = "".join(PLACES.get(piece) or re.escape(piece) for piece in pieces)
            pattern = pattern.replace("“(.+?)”", "“(.*?)”")  # what a person typed can be nothing
            heads = [source[:key] for key in KEYS if key <= len(pieces[0])]
            key = heads[0] if heads else _ending(pieces[-1])
            self.patterns.setdefault(key, []).append((re.compile(pattern, re.S), catalogue[source]))

    def say(self, text: str) -> str | None:
        """The English of a text, its outer spaces kept; None when the book knows nothing of it."""
        plain = " ".join(text.split())
        said = self.whole.get(plain) or self._between_marks(plain) or self._sentences(plain)
        if said is None or said == plain:
            return said and text
        lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{lead}{said}{tail}"

    def phrase(self, plain: str) -> str | None:
        """The English of one phrase, a date, or what a pattern makes of it; None when the book does not know it."""
        if plain in self.whole:
            return self.whole[plain]
        if plain[:-1] in self.whole and plain[-1:] in ".;":  # a label at the end of a sentence or of a member
            return self.whole[plain[:-1]] + plain[-1]
        if len(plain) > LONGEST:
            return None
        if _DATE.fullmatch(plain):
            return _DATE.sub(_english_date, plain)
        for key in (*(plain[:key] for key in KEYS), _ending(plain), ""):
            for pattern, said in self.patterns.get(key, ()):
                found = pattern.fullmatch(plain)
                if found is not None:
                    return _filled(said, [self._part(part) for part in found.groups()])
        return None

    def _sentences(self, plain: str) -> str | None:
        """All that a text says, one by one; else the text as one phrase; else what of it is known."""
        said, complete = self._pieces(plain)
        return said if complete else self.phrase(plain) or said

    def _pieces(self, plain: str, joints: tuple[re.Pattern[str], ...] = JOINTS) -> tuple[str | None, bool]:
        """Several sentences, or the members of a row, in runs that the book knows; whether all of them are known."""
        if not joints:
            return None, False
        spans = [joint.span() for joint in joints[0].finditer(plain)]
        if not spans:
            return self._pieces(plain, joints[1:])
        begins, ends = [0, *(end for _, end in spans)], [*(begin for begin, _ in spans), len(plain)]
        said, known, first = "", [], 0
        while first < len(begins):
            last, new = self._run(plain, begins, ends, first)
            new = new or self._pieces(plain[begins[first] : ends[first]], joints[1:])[0]
            known.append(new is not None)
            said += (new or plain[begins[first] : ends[last]]) + plain[ends[last] : (*begins, None)[last + 1]]
            first = last + 1
        enough = any(known) if joints[1:] else all(known)
        return said if enough else None, all(known)

    def _run(self, plain: str, begins: list[int], ends: list[int], first: int) -> tuple[int, str | None]:
        """The first few pieces from here that together are a phrase: (number of the last, its English)."""
        for last in range(first, min(first + RUN, len(ends))):
            said = self.phrase(plain[begins[first] : ends[last]])
            if said is not None:
                return last, said
        return first, None

    def _between_marks(self, plain: str) -> str | None:
        """What goes on after a link: ": Kolom ini wajib diisi."."""
        if plain[:2] in MARKS:
            said = self.say(plain[2:])
            return said and plain[:2] + said
        return None

    def _part(self, part: str) -> str:
        """What stands in a place of a pattern: a phrase, several of them with commas, or anything else."""
        whole = self.whole.get(part) or self._within(part) or self._sentences(part)
        return whole or ", ".join(self.phrase(one) or self._within(one) or one for one in part.split(", "))

    def _within(self, part: str) -> str | None:
        """A label inside a sentence begins with a small letter."""
        said = self.whole.get(part[:1].upper() + part[1:]) if part[:1].islower() else None
        return said and said[:1].lower() + said[1:]


def _ending(plain: str) -> str:
    """By what a text is looked up among the patterns that begin with a place."""
    return f"…{plain[-3:]}" if len(plain) >= 3 else ""


def _filled(said: str, parts: list[str]) -> str:
    """The English of a pattern with its parts, in their order or where {0}, {1} … put them."""
    order = iter(parts)
    return _FILL.sub(lambda place: parts[int(place[1])] if place[1].isdigit() else next(order), said)


def _english_date(found: re.Match[str]) -> str:
    day = f"{_NAMES[found['day']]}, " if found["day"] else ""
    clock = f" {found['h']}:{found['m']}" if found["h"] else ""
    clock = f" at{clock} WIB" if found["said"] else clock
    return f"{day}{found['n']} {_NAMES[found['month']]} {found['year']}{clock}"


@cache
def buku() -> Buku:
    """The book as it is shipped; what FAB and WTForms say goes back to their own English, where the book has no other."""
    libraries = {said: english for domain in ("messages", "wtforms") for english, said in _catalogue("id", domain)}
    return Buku(libraries | dict(_catalogue("en", "sidik")))


def _catalogue(language: str, domain: str) -> Iterator[tuple[str, str]]:
    """(source, translation) of a catalogue, the places of libraries in our way of writing them."""
    loaded: Any = Translations.load(str(CATALOGUES), [language], domain)
    for source, said in loaded._catalog.items():
        plain = source[0] if isinstance(source, tuple) else source  # (text, number) where there are plurals
        if plain and said:
            yield _PERCENT.sub("{}", plain), _PERCENT.sub("{}", said)


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
