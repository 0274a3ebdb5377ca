"""Which texts of a list are (nearly) the same: the rarest words first. Pure text, bounded answers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import ceil

from app.law.wording import kata

BATAS = 0.9
PALING_BANYAK = 5
PALING_BANYAK_DIUJI = 60
PALING_BANYAK_DICARI = 100


def _urut(text: str | None) -> Iterable[tuple[str, ...]]:
    """The three-word runs of a text (its words, when it is shorter)."""
    words = kata(text)
    return zip(words, words[1:], words[2:], strict=False) if len(words) > 2 else [(word,) for word in words]


def kemiripan(satu: str | None, lain: str | None) -> float:
    """Share of common three-word runs, from 0 to 1."""
    return _bagian_sama(frozenset(_urut(satu)), frozenset(_urut(lain)))


def mirip(texts: Sequence[str | None], *, batas: float = BATAS) -> dict[int, list[int]]:
    """For each place whose text is at least `batas` like another: the other places, at most five, in order."""
    groups: dict[frozenset[int], list[int]] = defaultdict(list)
    numbers: dict[tuple[str, ...], int] = {}  # pieces as small numbers: quick to compare, the same in every run
    for place, text in enumerate(texts):
        pieces = frozenset([numbers.setdefault(piece, len(numbers)) for piece in _urut(text)])
        if pieces:
            groups[pieces].append(place)
    members = list(groups.values())
    near = _dekat(list(groups), batas)
    answer: dict[int, list[int]] = {}
    for number, places in enumerate(members):
        others = [place for other in near.get(number, ()) for place in members[other][:PALING_BANYAK]]
        for place in places:
            same = [other for other in places[: PALING_BANYAK + 1] if other != place]
            if found := sorted([*same, *others])[:PALING_BANYAK]:
                answer[place] = found
    return answer


class Pencari:
    """Says which of many fixed texts is like a given one; made once for a list, asked for each butir.

    The same text is always found. Where thousands are alike, at most `PALING_BANYAK_DICARI` of them are compared.
    """

    def __init__(self, texts: Iterable[str] = (), batas: float = BATAS) -> None:
        self._batas = batas
        self._nomor: dict[tuple[str, ...], int] = {}  # pieces as small numbers: quick to compare
        self._isi = [(text, self._bernomor(text)) for text in texts]
        self._jumlah = Counter(piece for _, pieces in self._isi for piece in pieces)
        self._sama = {pieces: text for text, pieces in reversed(self._isi) if pieces}
        self._letak: dict[int, list[int]] = defaultdict(list)
        for place, (_, pieces) in enumerate(self._isi):
            for piece in self._awalan(pieces, len(pieces)):
                self._letak[piece].append(place)

    def cari(self, text: str | None) -> str | None:
        """The likest of the texts, the first of several; None when none is like it."""
        told = frozenset(_urut(text))
        pieces = frozenset([self._nomor[piece] for piece in told if piece in self._nomor])
        if len(pieces) == len(told) and pieces in self._sama:
            return self._sama[pieces]
        best, likest = None, self._batas
        for place in sorted(_calon(self._awalan(pieces, len(told)), self._letak, PALING_BANYAK_DICARI)):
            other, theirs = self._isi[place]
            both = len(pieces & theirs)
            likeness = both / (len(told) + len(theirs) - both)
            if likeness > likest or (likeness == likest and best is None):
                best, likest = other, likeness
        return best

    def _bernomor(self, text: str) -> frozenset[int]:
        return frozenset([self._nomor.setdefault(piece, len(self._nomor)) for piece in _urut(text)])

    def _awalan(self, pieces: frozenset[int], jumlah: int) -> list[int]:
        """The rarest pieces of a text that has `jumlah` of them; those that no text of the list has are the rarest of all."""
        rare = sorted(pieces, key=lambda piece: (self._jumlah[piece], piece))
        return rare[: max(0, _panjang_awalan(jumlah, self._batas) - (jumlah - len(pieces)))]


def _panjang_awalan(jumlah: int, batas: float) -> int:
    """How many of the rarest pieces two alike sets cannot both miss."""
    return jumlah - ceil(batas * jumlah) + 1 if jumlah else 0


def _bagian_sama(satu: frozenset[tuple[str, ...]], lain: frozenset[tuple[str, ...]]) -> float:
    """Common pieces over all pieces, from 0 to 1."""
    return len(satu & lain) / len(satu | lain) if satu and lain else 0.0


def _dekat(sets: Sequence[frozenset[int]], batas: float) -> dict[int, list[int]]:
    """Different sets that are alike: two such sets share one of their rarest pieces (prefix filter).

    Where thousands are alike, at most `PALING_BANYAK_DIUJI` of them are compared with each: the answer stays bounded.
    """
    often = Counter(piece for pieces in sets for piece in pieces)
    index: dict[int, list[int]] = defaultdict(list)
    marks = [_tanda(pieces) for pieces in sets]
    pairs: dict[int, list[int]] = defaultdict(list)
    for number, pieces in enumerate(sets):
        rare = sorted(pieces, key=lambda piece: (often[piece], piece))
        prefix = rare[: _panjang_awalan(len(rare), batas)]
        for other in _calon(prefix, index):
            size = len(pieces) + len(sets[other])
            # Alike means at most so many pieces that only one of the two has; their marks differ in no more places.
            if (marks[number] ^ marks[other]).bit_count() > size * (1 - batas) / (1 + batas) + 1:
                continue
            both = len(pieces & sets[other])
            if both >= batas * (size - both):
                pairs[number].append(other)
                pairs[other].append(number)
                if len(pairs[number]) >= PALING_BANYAK:
                    break
        for piece in prefix:
            index[piece].append(number)
    return pairs


def _tanda(pieces: frozenset[int]) -> int:
    """A set of pieces as 1 024 places: quick to compare with another, and never further from it than the sets are."""
    places = 0
    for piece in pieces:
        places |= 1 << (piece & 1023)
    return places


def _calon(prefix: Sequence[int], index: dict[int, list[int]], banyak: int = PALING_BANYAK_DIUJI) -> list[int]:
    """The earlier sets that share a rare piece, rarest first, a bounded number of them."""
    found: dict[int, None] = {}
    for piece in prefix:
        for other in index.get(piece, ()):
            found[other] = None
            if len(found) >= banyak:
                return list(found)
    return list(found)
