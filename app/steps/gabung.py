"""One butir is merged into another of the same berkas; who proposed it stays visible in the papers."""

from typing import Any

from app import models as m
from app.errors import Kekurangan
from app.models.base import id_baris
from app.sop.words import StatusButir
from app.steps.minta_perbaikan import guard as guard
from app.steps.move import Move


def _target(move: Move) -> m.ButirInformasi | None:
    ident: Any = move.data.get("ke")
    if not id_baris(ident) or ident == move.case.id:
        return None
    found = move.session.get(m.ButirInformasi, ident)
    same = found is not None and found.berkas_id == move.case.berkas_id and found.status == StatusButir.DIHIMPUN
    return found if same else None


def missing(move: Move) -> list[Kekurangan]:
    """The target is another gathered butir of the same berkas."""
    if _target(move) is not None:
        return []
    return [Kekurangan("butir_tujuan", "Pilih butir lain dalam berkas yang sama sebagai tujuan.", medan="ke")]


def effect(move: Move) -> None:
    """Keep where it went, and why; what was merged into it goes along."""
    target = _target(move)
    if target is None:
        raise AssertionError("missing() checked the target")
    move.case.digabung_ke_id = target.id
    move.case.catatan_status = move.note
    for earlier in move.session.query(m.ButirInformasi).filter_by(digabung_ke_id=move.case.id):
        earlier.digabung_ke_id = target.id
