"""SOP 2 and 4: what the law says of butir under examination, with all that the office knows to be open."""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app import models as m
from app.errors import Kekurangan
from app.law.terbuka import daftar_terbuka, putusan_terbuka
from app.law.validator import periksa_kajian
from app.steps.move import Move


def temuan_kajian(
    session: Session, berkas_id: int, butir: Sequence[m.ButirInformasi], hari_ini: dt.date, pilihan: Mapping[str, str]
) -> list[Kekurangan]:
    """The findings on butir of one berkas on a day: hints before, refusals and warnings at the gates."""
    known, earlier = daftar_terbuka(session, hari_ini), putusan_terbuka(session, berkas_id)
    return periksa_kajian(butir, hari_ini=hari_ini, pilihan=pilihan, terbuka=known, putusan=earlier)


def kurang_kajian(move: Move, butir: Sequence[m.ButirInformasi]) -> list[Kekurangan]:
    """What a gate says of these butir of its case."""
    return temuan_kajian(move.session, move.case.id, butir, move.today, move.settings)
