"""The work of one day: the life of the register. Handed its day, so a run can be repeated, simulated, and caught up."""

import datetime as dt

from app.extensions import db, writing
from app.models.base import sekarang
from app.register.life import Hasil, jalankan


class _HanyaLihat(Exception):
    """Takes a dry run back."""


def harian(tanggal: dt.date, *, uji: bool = False) -> Hasil:
    """Do, or with `uji` only find out, everything that is due up to this day. Committed here."""
    found: list[Hasil] = []
    try:
        with writing() as session:
            found.append(jalankan(session, tanggal, sekarang()))
            if uji:
                raise _HanyaLihat
    except _HanyaLihat:
        db.session.expire_all()
    return found[0]
