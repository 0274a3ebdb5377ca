"""Our way back: the agency takes its proposal back while nobody has gathered it."""

from app.errors import Kekurangan
from app.steps.move import Move


def missing(_move: Move) -> list[Kekurangan]:
    """Nothing is asked."""
    return []


def effect(_move: Move) -> None:
    """The papers of the submission are withdrawn by the table; nothing else changes."""
