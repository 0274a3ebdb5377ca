"""Our end: the berkas is given up before its decree; its proposals wait to be gathered again."""

from app.errors import Kekurangan
from app.steps.following import lepas_usulan
from app.steps.move import Move
from app.steps.rounds import putaran_baru


def missing(_move: Move) -> list[Kekurangan]:
    """Only the reason, which the table asks for."""
    return []


def effect(move: Move) -> None:
    """Usulan and butir are set free; what was concluded about them is withdrawn with the round."""
    putaran_baru(move)
    lepas_usulan(move, move.case.id)
    move.butir_values = {
        "berkas_id": None,
        "digabung_ke_id": None,
        "hasil_pertimbangan": None,
        "catatan_status": None,
    }
