"""Our way back: the Tim sends the berkas back to be examined again, all of it or with some butir named."""

from app.errors import Kekurangan
from app.steps.cases import butir_berkas
from app.steps.move import Move
from app.steps.rounds import putaran_baru, salin_uji


def missing(move: Move) -> list[Kekurangan]:
    """The butir named, if any, must stand in this berkas."""
    named = move.data.get("butir") or []
    known = {butir.id for butir in butir_berkas(move.session, move.case.id)}
    if isinstance(named, list) and all(type(ident) is int and ident in known for ident in named):
        return []
    return [Kekurangan("butir", "Sebutkan hanya butir yang ada di berkas ini.", medan="butir")]


def effect(move: Move) -> None:
    """A new round; tests are copied as drafts and must be concluded again. What was named is kept in the event."""
    putaran_baru(move)
    salin_uji(move)
    if move.data.get("butir"):
        move.extra["butir"] = sorted(move.data["butir"])
