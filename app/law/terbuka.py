"""The open list (DIP) as the rules ask it: what is recorded as open on a day."""

import datetime as dt

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.law.similarity import Pencari
from app.models import InformasiTerbuka

SERUPA = 0.8  # agencies seldom word the same information the same way twice


def daftar_terbuka(session: Session, hari_ini: dt.date) -> Pencari:
    """The summaries in force on a day, in one statement, ready to be searched."""
    i = InformasiTerbuka
    current = (i.berlaku_mulai <= hari_ini, or_(i.berlaku_sampai.is_(None), i.berlaku_sampai >= hari_ini))
    return Pencari(session.scalars(select(i.ringkasan).where(*current).order_by(i.id)), SERUPA)
