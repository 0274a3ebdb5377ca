"""The agency sends its repaired butir back."""

from app.errors import Kekurangan
from app.law.validator import periksa_pengajuan
from app.steps.cases import butir_usulan
from app.steps.minta_perbaikan import guard as guard
from app.steps.move import Move


def missing(move: Move) -> list[Kekurangan]:
    """The butir must be complete, as at `ajukan`."""
    return periksa_pengajuan([b for b in butir_usulan(move.session, move.case.usulan_id) if b.id == move.case.id])


def effect(move: Move) -> None:
    """The request is done; the event keeps it."""
    move.case.catatan_status = None
