"""The draft of a paper on demand: within the officer's rows, marked KONSEP, numberless, kept nowhere."""

import hashlib
from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.documents.keeping import DOCX
from app.errors import TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.security import scope
from app.security.officer import Officer
from app.sop.words import MILIK_PERANGKAT_DAERAH, Naskah
from app.steps import papers
from app.steps.unduh import Unduhan

_MODEL = {"berkas": m.Berkas, "usulan": m.Usulan}


def konsep(officer: Officer, kind: str, ident: int, jenis: str) -> Unduhan:
    """The draft of one paper of a berkas or usulan. A paper over several agencies is for those who see all of it.

    Raises TidakBerwenang, TidakDitemukan, IsianSalah, TidakTersedia.
    """
    if not officer.may("can_get", "Naskah") and not officer.may("can_show", "Naskah"):
        raise TidakBerwenang()
    session: Session = db.session
    case: Any = scope.find(session, _MODEL[kind], ident, officer) if kind in _MODEL else None
    if case is None or not _terbaca(officer, kind, jenis):
        raise TidakDitemukan()
    content, name = papers.konsep(
        session,
        jenis=jenis,
        berkas=case if kind == "berkas" else None,
        usulan=case if kind == "usulan" else None,
        officer=officer,
    )
    return Unduhan(content, name, DOCX, hashlib.sha256(content).hexdigest())


def _terbaca(officer: Officer, kind: str, jenis: str) -> bool:
    """Whose rows end at the own agency, or at the announced papers, reads no draft of a whole berkas."""
    if scope.baca_dalam(officer):
        return True
    if kind == "usulan":
        return jenis in MILIK_PERANGKAT_DAERAH
    public = (Naskah.SURAT_KEPUTUSAN, Naskah.TANDA_BUKTI_UNGGAH, Naskah.LAPORAN)
    return jenis in public and officer.may(scope.BARIS_DATA, scope.RESOURCE)
