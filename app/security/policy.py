"""What the office chose about proving who one is: which roles need a second factor, which moves a fresh proof, how fresh.

The keys stand among the office's choices (app.law.settings); this room reads them itself, for a login asks no law.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Pengaturan
from app.security.officer import ADMIN
from app.sop.reading import semua
from app.sop.words import Pelaksana

PERAN, LANGKAH, MENIT = "faktor_kedua_wajib", "bukti_ulang_langkah", "bukti_ulang_menit"
PEMISAH = "; "
BOLEH_PERAN = (ADMIN, *(role.value for role in Pelaksana))
BOLEH_LANGKAH = tuple(dict.fromkeys(row.verb for _, row in semua()))
BAWAAN = {PERAN: "", LANGKAH: "tetapkan; unggah", MENIT: "10"}


def daftar_pola(words: Iterable[str]) -> str:
    """The pattern of a list of these words, separated by "; ", possibly empty."""
    one = "(" + "|".join(words) + ")"
    return f"({one}({PEMISAH}{one})*)?"


@dataclass(frozen=True)
class Kebijakan:
    """`peran`: roles that need a second factor; `langkah`: moves that need a proof at most `umur` old."""

    peran: frozenset[str]
    langkah: frozenset[str]
    umur: timedelta


def kebijakan(session: Session) -> Kebijakan:
    """The choices in force; a word that no list knows counts for nothing."""
    rows = session.execute(select(Pengaturan.kunci, Pengaturan.nilai).where(Pengaturan.kunci.in_(BAWAAN)))
    kept = BAWAAN | {kunci: nilai or "" for kunci, nilai in rows}
    menit = kept[MENIT] if kept[MENIT].isascii() and kept[MENIT].isdecimal() else BAWAAN[MENIT]
    return Kebijakan(
        frozenset(kept[PERAN].split(PEMISAH)) & frozenset(BOLEH_PERAN),
        frozenset(kept[LANGKAH].split(PEMISAH)) & frozenset(BOLEH_LANGKAH),
        timedelta(minutes=int(menit[:3])),
    )
