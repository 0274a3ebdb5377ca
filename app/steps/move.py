"""What one move carries through the door: the case, the row of the table, the officer, and what comes out."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.law import settings
from app.security.officer import Officer
from app.sop.moves import Langkah

MODEL: dict[str, Any] = {"usulan": m.Usulan, "berkas": m.Berkas, "butir": m.ButirInformasi}


@dataclass
class Move:
    """One act on one case. Modules of verbs read it and change the case; only the door sets the status."""

    session: Session
    kind: str
    case: Any
    row: Langkah
    officer: Officer
    now: dt.datetime
    note: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    naskah: list[m.Naskah] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)
    atas_nama: str | None = None
    peringatan: list[dict[str, Any]] = field(default_factory=list)  # warnings that pass with the note as their reason
    butir_values: dict[str, Any] = field(default_factory=dict)  # more columns for the butir that follow the move

    @property
    def today(self) -> dt.date:
        """The WIB day of the act."""
        return hari_ini_wib(self.now)

    @cached_property
    def settings(self) -> dict[str, str]:
        """The office choices, read once."""
        return settings.semua(self.session)

    @property
    def berkas(self) -> m.Berkas | None:
        """The berkas that the move is about, if any."""
        case = self.case
        return case if isinstance(case, m.Berkas) else case.berkas


@dataclass(frozen=True)
class NaskahInfo:
    """What an answer says of a paper."""

    id: int
    jenis: str
    nomor: str | None
    sha256: str

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "jenis": self.jenis,
            "nomor": self.nomor,
            "sha256": self.sha256,
            "unduh": f"/api/v1/naskah/{self.id}/unduh?format=docx",
        }


@dataclass(frozen=True)
class Outcome:
    """The answer of the door. `diulang`: this operation was done before and is only answered again."""

    id: int
    status: str
    versi: int
    naskah: tuple[NaskahInfo, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    diulang: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The shape of interface.md."""
        papers = [paper.as_dict() for paper in self.naskah]
        return {"id": self.id, "status": self.status, "versi": self.versi, "naskah": papers, **self.extra}
