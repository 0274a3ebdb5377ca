"""Which texts of a list are (nearly) the same: the rarest words first. Pure text, bounded answers."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import ceil

from app.law.wording import kata

BATAS = 0.9
PALING_BANYAK = 5
PALING_BANYAK_DIUJI = 60
_PANJANG = 3


def _potongan(text: str | None) -> frozenset[str]:
    """A text as the set of its three-word runs (of its words, when it is shorter)."""
    words = kata(text)
    if len(words) < _PANJANG:
        return frozenset(words)
    return frozenset(" ".join(words[i : i + _PANJANG]) for i in range(len(words) - _PANJANG + 1))


def kemiripan(satu: str | None, lain: str | None) -> float:
    """Share of common three-word runs, from 0 to 1."""
    a, b = _potongan(satu), _potongan(lain)
    return len(a & b) / len(a | b) if a and b else 0.0


def mirip(texts: Sequence[str | None], *, batas: float = BATAS) -> dict[int, list[int]]:
    """For each place whose text is at least `batas` like another: the other places, at most five, in order."""
    groups: dict[frozenset[str], list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        pieces = _potongan(text)
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


def _dekat(sets: Sequence[frozenset[str]], batas: float) -> dict[int, list[int]]:
    """Different sets that are alike: two such sets share one of their rarest pieces (prefix filter).

    Where thousands are alike, at most `PALING_BANYAK_DIUJI` of them are compared with each: the answer stays bounded.
    """
    often = Counter(piece for pieces in sets for piece in pieces)
    index: dict[str, list[int]] = defaultdict(list)
    pairs: dict[int, list[int]] = defaultdict(list)
    for number, pieces in enumerate(sets):
        rare = sorted(pieces, key=lambda piece: (often[piece], piece))
        prefix = rare[: len(rare) - ceil(batas * len(rare)) + 1]
        for other in _calon(prefix, index):
            both = len(pieces & sets[other])
            if both >= batas * (len(pieces) + len(sets[other]) - both):
                pairs[number].append(other)
                pairs[other].append(number)
        for piece in prefix:
            index[piece].append(number)
    return pairs


def _calon(prefix: Sequence[str], index: dict[str, list[int]]) -> list[int]:
    """The earlier sets that share a rare piece, rarest first, a bounded number of them."""
    found: dict[int, None] = {}
    for piece in prefix:
        for other in index.get(piece, ()):
            found[other] = None
            if len(found) >= PALING_BANYAK_DIUJI:
                return list(found)
    return list(found)
