"""What an import tells: its rows with their findings, the preview, and what became of it."""

from dataclasses import dataclass, field
from typing import Any

from app import models as m
from app.errors import Kekurangan


@dataclass
class BarisImpor:
    """One row of the sheet and what was found in it. `diterima`: nothing in it refuses; `bagian`: its parts as read."""

    baris: int
    diterima: bool
    temuan: list[Kekurangan] = field(default_factory=list)
    bagian: str | None = field(default=None, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """JSON shape of interface.md."""
        return {"baris": self.baris, "diterima": self.diterima, "temuan": [t.as_dict() for t in self.temuan]}


@dataclass
class Pratinjau:
    """A sheet as it was understood: its rows, the butir that they would become, and remarks on the whole."""

    baris: list[BarisImpor]
    butir: list[m.ButirInformasi]
    catatan: list[str] = field(default_factory=list)


@dataclass
class HasilImpor:
    """What became of an import: the usulan when it was saved, and every row."""

    usulan_id: int | None
    baris: list[BarisImpor]
    catatan: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """JSON shape of interface.md."""
        rows = [row.as_dict() for row in self.baris]
        return {"usulan": self.usulan_id, "baris": rows, "catatan": self.catatan}
