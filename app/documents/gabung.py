"""Joins many PDFs into one for printing, with a bookmark for each, as a stream: never more than one of them in memory."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

_CATALOG, _PAGES, _OUTLINES = 1, 2, 3
# What a page may inherit from the tree that is left behind, and what points into a structure that is left behind.
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_DROPPED = ("/Parent", "/StructParents", "/StructParent", "/Tabs", "/Annots", "/B", "/Metadata", "/PieceInfo", "/AA")


class _Writer:
    """Numbers and places of the objects of the new file."""

    def __init__(self) -> None:
        self.at = 0
        self.places: dict[int, int] = {}
        self.last = _OUTLINES
        self.pages: list[int] = []
        self.marks: list[tuple[str, int]] = []

    def number(self) -> int:
        self.last += 1
        return self.last

    def raw(self, piece: bytes) -> bytes:
        self.at += len(piece)
        return piece

    def object(self, number: int, item: PdfObject) -> bytes:
        self.places[number] = self.at
        body = BytesIO()
        body.write(b"%d 0 obj\n" % number)
        item.write_to_stream(body)
        body.write(b"\nendobj\n")
        return self.raw(body.getvalue())


class _Copy:
    """One source on its way into the new file: its objects get new numbers as they are met."""

    def __init__(self, reader: PdfReader, writer: _Writer) -> None:
        self.reader, self.writer = reader, writer
        self.numbers: dict[int, int] = {}
        self.waiting: list[IndirectObject] = []

    def pieces(self) -> Iterator[bytes]:
        for page in self.reader.pages:
            number = self.writer.number()
            own = page.indirect_reference
            if own is not None:
                self.numbers[own.idnum] = number
            self.writer.pages.append(number)
            yield self.writer.object(number, self._page(page))
            while self.waiting:
                reference = self.waiting.pop()
                item = reference.get_object()
                yield self.writer.object(self.numbers[reference.idnum], self._fresh(item))

    def _page(self, page: Any) -> DictionaryObject:
        flat = DictionaryObject({key: page.raw_get(key) for key in page if key not in _DROPPED})
        for key in _INHERITED:
            node: Any = page
            while key not in flat and node is not None:
                if key in node:
                    flat[NameObject(key)] = node.raw_get(key)
                node = node["/Parent"].get_object() if "/Parent" in node else None
        made = self._fresh(flat)
        made[NameObject("/Parent")] = _ref(_PAGES)
        return made  # type: ignore[no-any-return]

    def _fresh(self, item: Any) -> Any:
        """The same value with the references of the new file."""
        if isinstance(item, IndirectObject):
            return self._reference(item)
        if isinstance(item, ArrayObject):
            return ArrayObject(self._fresh(value) for value in item)
        if isinstance(item, StreamObject):
            copy: Any = type(item)()
            copy._data = item._data
            copy.update(self._entries(item))
            return copy
        if isinstance(item, DictionaryObject):
            return DictionaryObject(self._entries(item))
        return item

    def _entries(self, item: DictionaryObject) -> dict[Any, Any]:
        dropped = ("/Length", *_DROPPED) if isinstance(item, StreamObject) else ("/StructParent",)
        return {NameObject(key): self._fresh(item.raw_get(key)) for key in item if key not in dropped}

    def _reference(self, item: IndirectObject) -> IndirectObject:
        if item.idnum not in self.numbers:
            self.numbers[item.idnum] = self.writer.number()
            self.waiting.append(item)
        return _ref(self.numbers[item.idnum])


def gabungkan(sources: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """One PDF of many (title, PDF): each title is a bookmark to its first page. Yields the file piece by piece."""
    writer = _Writer()
    yield writer.raw(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    for title, content in sources:
        writer.marks.append((title, len(writer.pages)))
        yield from _Copy(PdfReader(BytesIO(content)), writer).pieces()
    yield from _outlines(writer)
    yield writer.object(_PAGES, _pages(writer))
    catalog = {"/Type": NameObject("/Catalog"), "/Pages": _ref(_PAGES), "/Outlines": _ref(_OUTLINES)}
    catalog["/PageMode"] = NameObject("/UseOutlines")
    yield writer.object(_CATALOG, _dictionary(catalog))
    yield _tail(writer)


def _ref(number: int) -> IndirectObject:
    return IndirectObject(number, 0, None)


def _dictionary(entries: dict[str, PdfObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _pages(writer: _Writer) -> DictionaryObject:
    kids = ArrayObject(_ref(number) for number in writer.pages)
    return _dictionary({"/Type": NameObject("/Pages"), "/Count": NumberObject(len(kids)), "/Kids": kids})


def _outlines(writer: _Writer) -> Iterator[bytes]:
    numbers = [writer.number() for _ in writer.marks]
    for place, (title, page) in enumerate(writer.marks):
        target = ArrayObject([_ref(writer.pages[page]), NameObject("/Fit")])
        entries = {"/Title": TextStringObject(title), "/Parent": _ref(_OUTLINES), "/Dest": target}
        if place:
            entries["/Prev"] = _ref(numbers[place - 1])
        if place + 1 < len(numbers):
            entries["/Next"] = _ref(numbers[place + 1])
        yield writer.object(numbers[place], _dictionary(entries))
    root: dict[str, PdfObject] = {"/Type": NameObject("/Outlines"), "/Count": NumberObject(len(numbers))}
    if numbers:
        root |= {"/First": _ref(numbers[0]), "/Last": _ref(numbers[-1])}
    yield writer.object(_OUTLINES, _dictionary(root))


def _tail(writer: _Writer) -> bytes:
    start, size = writer.at, writer.last + 1
    rows = [b"0000000000 65535 f \n"]
    rows += [b"%010d 00000 n \n" % writer.places[number] for number in range(1, size)]
    return (
        b"xref\n0 %d\n" % size
        + b"".join(rows)
        + b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, _CATALOG, start)
    )
