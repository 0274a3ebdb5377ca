"""Keeps the badge "Perlu dibuat ulang" of unsigned papers true: an act that moves what they print has them compared.

Lists read the stored flag alone, so a page costs the same with every number of rows (docs/decisions/0018).
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, event, or_, select, true
from sqlalchemy.orm import Session

from app import models as m
from app.extensions import begin_mode, db, writing
from app.sop.words import Naskah, StatusNaskah
from app.steps.papers_cetak import templat
from app.steps.terbit_ulang import SEGAR, SELAMA
from app.steps.usang import yang_berubah

N = m.Naskah
SEKALIGUS = 50  # papers compared within one act, the newest first; the others wait for the night
# The kinds that tell how things stand, by what an event is about; those of a meeting move with it alone.
_RAPAT = (Naskah.UNDANGAN, Naskah.DAFTAR_HADIR, Naskah.NOTULEN)
_BERKAS = tuple(kind for kind in SEGAR if kind not in _RAPAT)
_UMUM = (m.Pejabat, m.PerangkatDaerah, m.Pengaturan)  # letterhead and signers: any paper
_TERDENGAR = "bergerak"


@event.listens_for(db.session, "after_flush")
def _dengar(session: Session, _context: Any) -> None:
    heard = session.info.setdefault(_TERDENGAR, set())
    for row in session.new:
        if isinstance(row, m.Peristiwa) and row.berkas_id is not None:
            heard.add((row.berkas_id, row.objek_jenis == "rapat"))
    if any(isinstance(row, _UMUM) and session.is_modified(row) for row in (*session.new, *session.dirty)):
        heard.add((None, False))


@event.listens_for(db.session, "before_commit")
def _bandingkan(session: Session) -> None:
    if session.in_nested_transaction():
        return
    session.flush()
    heard = session.info.pop(_TERDENGAR, None)
    if heard:
        periksa(session, _tersentuh(heard), paling_banyak=SEKALIGUS)


@event.listens_for(db.session, "after_rollback")
def _lupakan(session: Session) -> None:
    session.info.pop(_TERDENGAR, None)


def _tersentuh(heard: set[tuple[int | None, bool]]) -> ColumnElement[bool]:
    if (None, False) in heard:
        return true()
    told = {kind: {berkas for berkas, of_meeting in heard if of_meeting is kind} for kind in (True, False)}
    return or_(
        N.berkas_id.in_(told[True]) & N.jenis.in_(_RAPAT),
        N.berkas_id.in_(told[False]) & N.jenis.in_(_BERKAS) & ~_selesai_bergerak(),
    )


@cache
def _selesai_bergerak() -> ColumnElement[bool]:
    """A paper whose berkas has gone past the steps at which it follows, and that nothing outdated before."""
    past = [and_(N.jenis == kind, N.berkas.has(m.Berkas.status.not_in(steps))) for kind, steps in SELAMA.items()]
    return or_(*past) & N.usang.is_(False)


def periksa(session: Session, which: ColumnElement[bool], *, paling_banyak: int | None = None) -> int:
    """Compare these unsigned papers with what would be printed now, and keep the answer; -> how many badges changed.

    A paper that somebody signs or prints anew at this moment is left to him.
    """
    query = select(N).where(N.status == StatusNaskah.TERBIT, which).order_by(N.id.desc()).limit(paling_banyak)
    changed = 0
    for paper in session.scalars(query.with_for_update(skip_locked=True, of=N)).all():
        stale = _templat_berganti(session, paper) or bool(yang_berubah(session, paper))
        changed += stale != paper.usang
        paper.usang = stale
    session.flush()
    return changed


def periksa_semua() -> int:
    """Every unsigned paper, some in each transaction; -> how many badges changed. For the night."""
    begin_mode("DEFERRED")
    every = list(db.session.scalars(select(N.id).where(N.status == StatusNaskah.TERBIT)))
    changed = 0
    for start in range(0, len(every), SEKALIGUS):
        with writing() as session:
            changed += periksa(session, N.id.in_(every[start : start + SEKALIGUS]))
    return changed


def _templat_berganti(session: Session, paper: m.Naskah) -> bool:
    """The office put another template in force since; a new release of the shipped ones asks for no new print."""
    own = templat(session, paper.jenis)[1]
    return paper.templat_id is not None if own is None else paper.templat_sha256 != own.sha256
