"""Our way back: PPID Utama returns a proposal for repair, also one already gathered while its berkas is not past examination."""

from app import models as m
from app.errors import Kekurangan
from app.sop.words import StatusBerkas, StatusUsulan
from app.steps.himpun import MENERIMA, revisi_draft
from app.steps.move import Move


def guard(move: Move) -> str | None:
    """A gathered proposal can be returned only before its berkas went to the Tim."""
    usulan = move.case
    if usulan.status == StatusUsulan.DIHIMPUN and usulan.berkas.status not in MENERIMA:
        return "Berkasnya sudah melewati pengkajian, jadi usulan ini tidak dapat dikembalikan lagi."
    return None


def missing(_move: Move) -> list[Kekurangan]:
    """Only the reason, which the table asks for."""
    return []


def effect(move: Move) -> None:
    """Usulan and butir leave the berkas."""
    move.extra["berkas"] = move.case.berkas_id
    move.case.berkas_id = None
    move.butir_values = {"berkas_id": None, "digabung_ke_id": None, "catatan_status": move.note}


def after(move: Move) -> None:
    """The combined draft no longer holds these butir."""
    ident = move.extra.pop("berkas")
    berkas = move.session.get(m.Berkas, ident) if ident is not None else None
    if berkas is not None and berkas.status == StatusBerkas.PENGKAJIAN:
        revisi_draft(move, berkas)
