"""Our way back for one butir: PPID Utama asks its agency to repair it while the berkas is examined."""

from app.errors import Kekurangan
from app.sop.words import StatusBerkas
from app.steps.move import Move


def guard(move: Move) -> str | None:
    """Butir move on their own only while their berkas is examined."""
    berkas = move.case.berkas
    if berkas is None or berkas.status != StatusBerkas.PENGKAJIAN:
        return "Butir hanya dapat digerakkan sendiri selama berkasnya dikaji."
    return None


def missing(_move: Move) -> list[Kekurangan]:
    """Only the reason, which the table asks for."""
    return []


def effect(move: Move) -> None:
    """The agency sees why."""
    move.case.catatan_status = move.note
