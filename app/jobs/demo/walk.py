"""Drives the door so that one berkas stands in every status, and one usulan too."""

from sqlalchemy.orm import Session

from app.models import Pengguna


def isi_perkara(session: Session, people: dict[str, Pengguna]) -> None:
    """Not written yet."""
