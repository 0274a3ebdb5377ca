"""The head of the public body refuses; the Tim considers again in a new round."""

from app.errors import Kekurangan
from app.steps.move import Move
from app.steps.rounds import putaran_baru


def missing(_move: Move) -> list[Kekurangan]:
    """Only the reason, which the table asks for."""
    return []


def effect(move: Move) -> None:
    """A new round: opinions and approval of the old one stay, marked withdrawn."""
    putaran_baru(move)
    move.butir_values = {"hasil_pertimbangan": None}
