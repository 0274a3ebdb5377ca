"""Our way back: PPID Utama takes a decree back that nobody has signed yet."""

from app.errors import Kekurangan
from app.sop.words import Naskah, StatusNaskah
from app.steps.cases import naskah_berlaku
from app.steps.entries import cabut_entri
from app.steps.move import Move


def guard(move: Move) -> str | None:
    """A signed decree is changed by a new decree only."""
    for jenis in (Naskah.SURAT_KEPUTUSAN, Naskah.LAMPIRAN_TERBATAS):
        paper = naskah_berlaku(move.session, move.case.id, jenis)
        if paper is not None and paper.status == StatusNaskah.DITANDATANGANI:
            return "SK atau lampirannya sudah ditandatangani, jadi hanya dapat diubah dengan keputusan baru."
    return None


def missing(_move: Move) -> list[Kekurangan]:
    """Only the reason, which the table asks for."""
    return []


def effect(move: Move) -> None:
    """The entries go; opinions, approval and the papers before the decree stand."""
    cabut_entri(move.session, move.case.id)
    move.case.putaran += 1
    move.butir_values = {"keputusan": None, "alasan_berbeda": None}
