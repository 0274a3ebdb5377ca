"""SOP 1 to 2: the gathered proposals become one draft list, and the examination begins."""

from sqlalchemy import select

from app import models as m
from app.errors import Kekurangan
from app.steps.move import Move


def missing(move: Move) -> list[Kekurangan]:
    """At least one usulan, or one postponed butir that came here."""
    usulan = move.session.execute(select(m.Usulan.id).where(m.Usulan.berkas_id == move.case.id).limit(1)).first()
    butir = select(m.ButirInformasi.id).where(m.ButirInformasi.berkas_id == move.case.id)
    if usulan or move.session.execute(butir.limit(1)).first():
        return []
    return [Kekurangan("usulan_kosong", "Himpun sedikitnya satu usulan ke berkas ini.", medan="usulan", dasar="SOP 1")]


def effect(_move: Move) -> None:
    """The combined draft is issued by the table."""
