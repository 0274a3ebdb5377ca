"""How butir follow their case: bulk statements, each with status and companion columns together. Part of the door."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import update

from app import models as m
from app.sop.reading import ikut
from app.sop.words import StatusButir, StatusUsulan
from app.steps.move import Move


def _values(move: Move, status: str, more: dict[str, Any]) -> dict[str, Any]:
    b = m.ButirInformasi
    return {
        "status": status,
        "versi": b.versi + 1,
        "diubah_oleh_id": move.officer.id,
        "diubah_pada": move.now,
        **more,
    }


def ikuti(move: Move) -> None:
    """Move the butir that follow the case by the table (butir.MENGIKUTI), in one statement."""
    before, after = ikut(move.kind, move.row.verb)
    if after is None:
        return
    b = m.ButirInformasi
    of_case = b.usulan_id == move.case.id if move.kind == "usulan" else b.berkas_id == move.case.id
    query = update(b).where(of_case, b.status.in_(before)).values(_values(move, after, move.butir_values))
    move.session.execute(query.execution_options(synchronize_session=False))
    move.session.expire_all()


def pindahkan(move: Move, ids: Iterable[int], status: StatusButir, **values: Any) -> None:
    """Move some butir otherwise than they follow (butir.MENYIMPANG), with the columns that the status asks for."""
    wanted = list(ids)
    if not wanted:
        return
    query = update(m.ButirInformasi).where(m.ButirInformasi.id.in_(wanted)).values(_values(move, status, values))
    move.session.execute(query.execution_options(synchronize_session=False))


def lepas_usulan(move: Move, berkas_id: int) -> None:
    """The usulan of a cancelled berkas wait to be gathered again."""
    u = m.Usulan
    values = {"status": StatusUsulan.DIAJUKAN.value, "berkas_id": None, "versi": u.versi + 1, "diubah_pada": move.now}
    query = update(u).where(u.berkas_id == berkas_id).values(values | {"diubah_oleh_id": move.officer.id})
    move.session.execute(query.execution_options(synchronize_session=False))
