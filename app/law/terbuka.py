"""What is known to be open, as the rules ask it: the open list (DIP), and what PPID Utama concluded before."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.law.similarity import Pencari
from app.models import ButirInformasi, InformasiTerbuka
from app.sop.words import StatusButir

SERUPA = 0.8  # agencies seldom word the same information the same way twice
TERBANYAK_DIINGAT = 5_000


@dataclass(frozen=True)
class PutusanTerbuka:
    """Butir concluded open in other berkas: asked with a butir's words, answered with a code and never with a text."""

    pencari: Pencari = field(default_factory=Pencari)
    kode: Mapping[str, str] = field(default_factory=dict)

    def cari(self, text: str | None) -> str | None:
        """The code of the likest, None when none is like it."""
        found = self.pencari.cari(text)
        return None if found is None else self.kode[found]


def isi_butir(uraian: str | None, dokumen_induk: str | None) -> str:
    """What a butir is about, in one text."""
    return f"{uraian or ''} {dokumen_induk or ''}"


def daftar_terbuka(session: Session, hari_ini: dt.date) -> Pencari:
    """The summaries in force on a day, in one statement, ready to be searched."""
    i = InformasiTerbuka
    current = (i.berlaku_mulai <= hari_ini, or_(i.berlaku_sampai.is_(None), i.berlaku_sampai >= hari_ini))
    return Pencari(session.scalars(select(i.ringkasan).where(*current).order_by(i.id)), SERUPA)


def putusan_terbuka(session: Session, berkas_id: int | None) -> PutusanTerbuka:
    """What berkas other than this one left open (UU 14/2008 Pasal 2: alike is treated alike), the newest first."""
    b = ButirInformasi
    elsewhere = (b.status == StatusButir.TERBUKA, b.berkas_id.is_not(None), b.berkas_id != berkas_id)
    query = select(b.uraian, b.dokumen_induk, b.kode).where(*elsewhere).order_by(b.id.desc()).limit(TERBANYAK_DIINGAT)
    known: dict[str, str] = {}
    for uraian, induk, kode in session.execute(query):
        known.setdefault(isi_butir(uraian, induk), kode)
    return PutusanTerbuka(Pencari(known, SERUPA), known)
