"""Which texts of a list are (nearly) the same: the rarest words first. Pure text, bounded answers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import ceil

from app.law.wording import kata

BATAS = 0.9
PALING_BANYAK = 5
PALING_BANYAK_DIUJI = 60


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
    """Says which of many fixed texts is like a given one; made once for a list, asked for each butir."""

    def __init__(self, texts: Iterable[str] = (), batas: float = BATAS) -> None:
        self._batas = batas
        self._isi = [(text, frozenset(_urut(text))) for text in texts]
        self._jumlah = Counter(piece for _, pieces in self._isi for piece in pieces)
        self._letak: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, (_, pieces) in enumerate(self._isi):
            for piece in self._awalan(pieces):
                self._letak[piece].append(place)

    def cari(self, text: str | None) -> str | None:
        """The likest of the texts, the first of several; None when none is like it."""
        pieces = frozenset(_urut(text))
        near = {place for piece in self._awalan(pieces) for place in self._letak.get(piece, ())}
        likeness = {place: _bagian_sama(pieces, self._isi[place][1]) for place in sorted(near)}
        best = max(likeness, key=lambda place: likeness[place], default=None)
        return self._isi[best][0] if best is not None and likeness[best] >= self._batas else None

    def _awalan(self, pieces: frozenset[tuple[str, ...]]) -> list[tuple[str, ...]]:
        rare = sorted(pieces, key=lambda piece: (self._jumlah[piece], piece))
        return rare[: _panjang_awalan(len(rare), self._batas)]


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


def _calon(prefix: Sequence[int], index: dict[int, list[int]]) -> list[int]:
    """The earlier sets that share a rare piece, rarest first, a bounded number of them."""
    found: dict[int, None] = {}
    for piece in prefix:
        for other in index.get(piece, ()):
            found[other] = None
            if len(found) >= PALING_BANYAK_DIUJI:
                return list(found)
    return list(found)
