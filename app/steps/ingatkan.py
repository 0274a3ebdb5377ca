"""Reminding an agency that its proposal of the year is awaited (SOP 1): an event, and a row in the inbox of its Petugas."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import WIB, hari_ini_wib
from app.errors import TidakBerwenang, TidakDitemukan
from app.models.base import sekarang
from app.security.officer import Officer
from app.steps.acting import acting
from app.steps.events import catat

OBJEK, VERB = "perangkat_daerah", "ingatkan"


def ingatkan(officer: Officer, perangkat_daerah: Collection[int]) -> int:
    """Remind these agencies; one that was reminded today already is left in peace. -> how many were reminded.

    Raises TidakBerwenang for who does not gather proposals, TidakDitemukan for an agency that is not active.
    """
    if not officer.may("can_himpun", "Usulan"):
        raise TidakBerwenang()
    wanted = set(perangkat_daerah)
    with acting(officer) as session:
        a = m.PerangkatDaerah
        if set(session.scalars(select(a.id).where(a.id.in_(wanted), a.aktif))) != wanted:
            raise TidakDitemukan("Ada perangkat daerah yang tidak aktif. Muat ulang halaman, lalu pilih lagi.")
        left = sorted(wanted - _hari_ini(session))
        for ident in left:
            catat(session, officer=officer, objek_jenis=OBJEK, objek_id=ident, verb=VERB)
        return len(left)


def terakhir(session: Session) -> dict[int, dt.datetime]:
    """Agency -> when it was last reminded."""
    p = m.Peristiwa
    query = select(p.objek_id, p.waktu).where(p.objek_jenis == OBJEK, p.verb == VERB).order_by(p.urut)
    return dict(session.execute(query).all())


def _hari_ini(session: Session) -> set[int]:
    midnight = dt.datetime.combine(hari_ini_wib(sekarang()), dt.time(), WIB)
    p = m.Peristiwa
    return set(session.scalars(select(p.objek_id).where(p.objek_jenis == OBJEK, p.verb == VERB, p.waktu >= midnight)))
