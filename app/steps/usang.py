"""Whether a paper that nobody signed yet would say something else if it were printed now: the data moved since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.documents.compiled import compiled
from app.documents.contexts.bahan import Orang
from app.documents.contexts.orang import dari_pengguna
from app.documents.sandbox import TemplatDitolak
from app.documents.vocabulary import VOCABULARY
from app.errors import IsianSalah
from app.steps.papers_cetak import templat
from app.steps.terbit_ulang import bahan_naskah, isi_kini

_SENDIRI = ("revisi", "kode_verifikasi", "alamat_verifikasi")  # every print has its own


def yang_berubah(session: Session, naskah: m.Naskah) -> list[str]:
    """What a new print would say otherwise than this paper, because the data moved: meanings of names, none: up to date.

    Only names that the template prints count, and who has it printed is no change. A paper of which no new print can be
    made, because its kept names or the template are too old, says nothing here.
    """
    try:
        now = isi_kini(bahan_naskah(session, _pembuat(session, naskah), naskah), naskah, naskah.token)
        used = dicetak(compiled(templat(session, naskah.jenis)[0], naskah.jenis).used)
    except (IsianSalah, TemplatDitolak):
        return []
    names = VOCABULARY[naskah.jenis]
    new, old = (tercetak({**isi, "naskah": _tanpa_cetak(isi["naskah"])}, used) for isi in (now, naskah.isi))
    return [names[name].arti for name in names if name in old and new.get(name) != old[name]]


def _pembuat(session: Session, naskah: m.Naskah) -> Orang:
    """Whoever had the paper printed, as a person on it."""
    user = session.get(m.Pengguna, naskah.dibuat_oleh_id) if naskah.dibuat_oleh_id is not None else None
    return Orang("") if user is None else dari_pengguna(user)


def _tanpa_cetak(naskah: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in naskah.items() if name not in _SENDIRI}


def dicetak(used: Iterable[str]) -> frozenset[str]:
    """The paths of names that a template prints, with everything above them."""
    pieces = (re.split(r"(?=\[|\.)", path) for path in used)
    return frozenset("".join(piece[:n]) for piece in pieces for n in range(1, len(piece) + 1))


def tercetak(isi: Any, used: frozenset[str], path: str = "") -> Any:
    """The part of a context that stands on the paper."""
    if isinstance(isi, Mapping):
        dot = f"{path}." if path else ""
        inside = {name: f"{dot}{name}" for name in isi}
        return {name: tercetak(value, used, inside[name]) for name, value in isi.items() if inside[name] in used}
    return [tercetak(row, used, f"{path}[]") for row in isi] if isinstance(isi, list) else isi
