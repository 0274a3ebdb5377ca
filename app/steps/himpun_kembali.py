"""A postponed butir is gathered again, into a berkas that still takes proposals."""

from app.errors import Kekurangan
from app.steps.himpun import periksa_tujuan, revisi_draft, tujuan
from app.steps.move import Move
from app.steps.rounds import salin


def missing(move: Move) -> list[Kekurangan]:
    """A berkas must be named, not its present one, and it must take proposals."""
    lacking = periksa_tujuan(move)
    berkas = tujuan(move)
    if not lacking and (berkas is None or berkas.id == move.case.berkas_id):
        lacking.append(Kekurangan("berkas_tujuan", "Pilih berkas lain sebagai tujuan butir ini.", medan="berkas"))
    return lacking


def effect(move: Move) -> None:
    """The butir goes to the new berkas with its test as a draft of the next round."""
    berkas = tujuan(move)
    if berkas is None:
        raise AssertionError("missing() checked the target")
    move.case.berkas_id = berkas.id
    move.case.catatan_status = None
    salin(move, move.case)
    move.extra["berkas"] = berkas.id


def after(move: Move) -> None:
    """The combined draft of the new berkas holds this butir too."""
    berkas = tujuan(move)
    if berkas is not None:
        revisi_draft(move, berkas)
