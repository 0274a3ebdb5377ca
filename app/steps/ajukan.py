"""SOP 1: the agency hands its proposal to PPID Utama."""

from app.errors import Kekurangan
from app.law.validator import periksa_pengajuan
from app.sop.words import StatusUsulan
from app.steps.cases import butir_usulan
from app.steps.move import Move


def missing(move: Move) -> list[Kekurangan]:
    """At least one complete butir, or "nihil" and none."""
    rows = butir_usulan(move.session, move.case.id)
    if move.case.nihil:
        return [_nihil_but_filled()] if rows else []
    if not rows:
        return [
            Kekurangan(
                "butir_kosong",
                "Tambahkan sedikitnya satu butir informasi, atau nyatakan usulan ini nihil.",
                medan="butir",
                dasar="SOP 1",
            )
        ]
    return periksa_pengajuan(rows)


def _nihil_but_filled() -> Kekurangan:
    return Kekurangan(
        "nihil_berisi",
        "Usulan dinyatakan nihil tetapi masih berisi butir. Hapus butirnya atau batalkan pernyataan nihil.",
        medan="nihil",
        dasar="SOP 1",
    )


def effect(move: Move) -> None:
    """A returned proposal begins a new round."""
    usulan = move.case
    if usulan.status == StatusUsulan.DIKEMBALIKAN:
        usulan.putaran += 1
    usulan.pernah_diajukan = True
