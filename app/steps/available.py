"""What an officer may do with a case now, and why not: the list behind buttons and GET …/tindakan. Changes nothing."""

from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.errors import Kekurangan, SidikError
from app.extensions import db
from app.models.base import sekarang
from app.security.officer import Officer
from app.sop.moves import Langkah
from app.sop.reading import SUMBER_DAYA, langkah
from app.sop.words import LABEL_STATUS
from app.steps import people
from app.steps.arsip import boleh_mengarsip
from app.steps.move import Move
from app.steps.perform import check_state, kekurangan, modul
from app.steps.tandatangani import boleh_memasang


def tindakan(kind: str, case: Any, officer: Officer) -> list[dict[str, Any]]:
    """One entry for each move that the officer's roles ever have on this kind of case, in table order:

    {"verb", "label", "boleh", "alasan": [sentences why not], "perlu_catatan", "berlaku": the status allows it now}.
    """
    rows = [row for row in langkah(kind) if officer.may(f"can_{row.verb}", SUMBER_DAYA[kind])]
    if kind == "naskah":
        rows = [row for row in rows if _fits(row, case, officer)]
    return [_entry(kind, case, row, officer) for row in rows]


def _fits(row: Langkah, naskah: m.Naskah, officer: Officer) -> bool:
    if row.verb == "tandatangani":
        return boleh_memasang(officer, naskah)
    if row.verb == "arsipkan":
        return boleh_mengarsip(officer, naskah)
    return naskah.jenis == "surat_keputusan"


def _entry(kind: str, case: Any, row: Langkah, officer: Officer) -> dict[str, Any]:
    now = case.status in row.dari
    why = _why_not(kind, case, row, officer) if now else [_wrong_status(case.status)]
    return {
        "verb": row.verb,
        "label": row.label,
        "boleh": now and not why,
        "alasan": why,
        "perlu_catatan": row.perlu_catatan,
        "berlaku": now,
    }


def _wrong_status(status: str) -> str:
    return f"Tidak berlaku pada status “{LABEL_STATUS.get(status, status)}”."


def _why_not(kind: str, case: Any, row: Langkah, officer: Officer) -> list[str]:
    if kind == "naskah":
        return []
    try:
        lacking = periksa(kind, case, row.verb, officer)
    except SidikError as refused:
        return [refused.pesan]
    return [k.pesan for k in lacking if k.tingkat == "blok"]


def periksa(kind: str, case: Any, verb: str, officer: Officer, data: dict[str, Any] | None = None) -> list[Kekurangan]:
    """What a move lacks now, but for the note; for the checklist of the confirmation page.

    Raises StatusBerubah or OrangSama as the door would.
    """
    session: Session = db.session
    row = next(row for row in langkah(kind) if row.verb == verb)
    move = Move(session, kind, case, row, officer, sekarang(), data=dict(data or {}))
    module = modul(verb)
    check_state(move, module, None)
    people.periksa(move)
    with session.no_autoflush:
        return [k for k in kekurangan(move, module) if k.kode != "catatan_wajib"]


def boleh(kind: str, case: Any, verb: str, officer: Officer) -> bool:
    """Whether the door would let the officer through now (a note given where one is needed)."""
    if not officer.may(f"can_{verb}", SUMBER_DAYA[kind]):
        return False
    try:
        return not any(k.tingkat == "blok" for k in periksa(kind, case, verb, officer))
    except SidikError:
        return False
