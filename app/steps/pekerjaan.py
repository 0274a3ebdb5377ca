"""Background work: asked for in the transaction of an act, claimed by one worker, tried again, never lost. The owner of its status.

The row is the truth. A queue only wakes a worker sooner; whatever it forgets, the next look at the table finds.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import CursorResult, and_, or_, select, update
from sqlalchemy.orm import Session

from app import models as m
from app.errors import StatusBerubah, TidakBerwenang
from app.extensions import writing
from app.models.base import sekarang
from app.security import scope
from app.security.officer import ADMIN, Officer

MAKS_PERCOBAAN = 5
JEDA = tuple(dt.timedelta(minutes=n) for n in (1, 5, 30, 120))
SEWA = dt.timedelta(minutes=15)  # a worker that was not heard of for so long is gone, and its work is taken over
P = m.Pekerjaan


def antre(session: Session, jenis: str, kunci: str, argumen: dict[str, Any] | None = None) -> int:
    """Ask for work in the caller's transaction; -> id. The same kind and key again is the same work. `argumen`: ids only."""
    known = session.scalar(select(P.id).where(P.jenis == jenis, P.kunci == kunci))
    if known is not None:
        return known
    row = P(jenis=jenis, kunci=kunci, argumen=argumen or {}, coba_lagi_pada=sekarang())
    session.add(row)
    session.flush()
    return row.id


def _siap(now: dt.datetime) -> Any:
    waiting = and_(P.status == "menunggu", P.coba_lagi_pada <= now)
    orphaned = and_(P.status == "berjalan", P.denyut < now - SEWA)
    return or_(waiting, orphaned)


def jatuh_tempo(session: Session, now: dt.datetime) -> Sequence[int]:
    """What may be claimed now, oldest first."""
    return session.scalars(select(P.id).where(_siap(now)).order_by(P.coba_lagi_pada, P.id).limit(100)).all()


def ambil(session: Session, ident: int, now: dt.datetime) -> m.Pekerjaan | None:
    """Claim one: of two workers one gets it, the other None. The caller commits before it begins."""
    values = {"status": "berjalan", "mulai": now, "denyut": now, "percobaan": P.percobaan + 1, "kemajuan": 0}
    claim = update(P).where(P.id == ident, _siap(now)).values(**values, galat=None)
    result: CursorResult[Any] = session.execute(claim, execution_options={"synchronize_session": False})  # type: ignore[assignment]
    return session.get_one(P, ident, populate_existing=True) if result.rowcount else None


def lapor(session: Session, ident: int, kemajuan: int) -> None:
    """A sign of life, with how far it came."""
    alive = update(P).where(P.id == ident, P.status == "berjalan")
    session.execute(alive.values(kemajuan=max(0, min(100, kemajuan)), denyut=sekarang()))


def selesai(session: Session, ident: int, hasil: str) -> None:
    """Done."""
    row = session.get_one(P, ident, populate_existing=True, with_for_update=True)
    row.status, row.kemajuan, row.hasil, row.galat, row.selesai = "selesai", 100, hasil, None, sekarang()


def gagal(session: Session, ident: int, galat: str) -> None:
    """Failed: again after a while, and after the last time not again by itself."""
    row = session.get_one(P, ident, populate_existing=True, with_for_update=True)
    row.galat = galat
    if row.percobaan >= MAKS_PERCOBAAN:
        row.status, row.selesai = "gagal", sekarang()
        return
    row.status = "menunggu"
    row.coba_lagi_pada = sekarang() + JEDA[min(row.percobaan, len(JEDA)) - 1]


def boleh_mengulangi(officer: Officer) -> bool:
    """Background work moves no case, so administrators may try it again too."""
    return officer.may("can_ulangi", "Pekerjaan") or ADMIN in officer.roles


def ulangi(officer: Officer, ident: int) -> None:
    """A person asks for failed work once more."""
    if not boleh_mengulangi(officer):
        raise TidakBerwenang()
    with writing() as session:
        row = scope.one(session, P, ident, officer, lock=True)
        if row.status != "gagal":
            raise StatusBerubah("Hanya pekerjaan yang gagal dapat diulangi.", status=row.status)
        row.status, row.selesai, row.percobaan, row.coba_lagi_pada = "menunggu", None, 0, sekarang()
