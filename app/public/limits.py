"""Slows down who asks an anonymous page too often: a count per address in the last minute, per process, of bounded size."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass, field

JENDELA = 60.0
INGAT = 10_000


@dataclass
class Pembatas:
    """`paling_banyak`: how many counted acts an address has in a minute."""

    paling_banyak: int
    _times: OrderedDict[str, list[float]] = field(default_factory=OrderedDict)

    def terlalu_sering(self, who: str, now: float | None = None) -> bool:
        """Count one act of this address; is it one too many?"""
        at = time.monotonic() if now is None else now
        times = [moment for moment in self._times.pop(who, []) if at - moment < JENDELA]
        times.append(at)
        self._times[who] = times[-self.paling_banyak - 1 :]
        while len(self._times) > INGAT:
            self._times.popitem(last=False)
        return len(times) > self.paling_banyak

    def lupakan(self) -> None:
        """Begin anew."""
        self._times.clear()
