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
    a, b = frozenset(_urut(satu)), frozenset(_urut(lain))
    return len(a & b) / len(a | b) if a and b else 0.0


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


def _dekat(sets: Sequence[frozenset[int]], batas: float) -> dict[int, list[int]]:
    """Different sets that are alike: two such sets share one of their rarest pieces (prefix filter).

    Where thousands are alike, at most `PALING_BANYAK_DIUJI` of them are compared with each: the answer stays bounded.
    """
    often = Counter(piece for pieces in sets for piece in pieces)
    index: dict[int, list[int]] = defaultdict(list)
    pairs: dict[int, list[int]] = defaultdict(list)
    for number, pieces in enumerate(sets):
        rare = sorted(pieces, key=lambda piece: (often[piece], piece))
        prefix = rare[: len(rare) - ceil(batas * len(rare)) + 1]
        for other in _calon(prefix, index):
            both = len(pieces & sets[other])
            if both >= batas * (len(pieces) + len(sets[other]) - both):
                pairs[number].append(other)
                pairs[other].append(number)
                if len(pairs[number]) >= PALING_BANYAK:
                    break
        for piece in prefix:
            index[piece].append(number)
    return pairs


def _calon(prefix: Sequence[int], index: dict[int, list[int]]) -> list[int]:
    """The earlier sets that share a rare piece, rarest first, a bounded number of them."""
    found: dict[int, None] = {}
    for piece in prefix:
        for other in index.get(piece, ()):
            found[other] = None
            if len(found) >= PALING_BANYAK_DIUJI:
                return list(found)
    return list(found)
