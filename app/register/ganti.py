"""Which decree stands in the place of which: read from the entries that carry others on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from app import models as m
from app.register.keadaan import BERJALAN
from app.sop.words import StatusNaskah


@dataclass(frozen=True)
class Pengganti:
    """The newest decree that carries on entries of an older one. `seluruhnya`: nothing of the older one is in force."""

    id: int
    nomor: str
    tanggal: dt.date
    token: str
    seluruhnya: bool


def pengganti_sk(session: Session, sk_ids: Collection[int]) -> dict[int, Pengganti]:
    """Of each of these decrees that was replaced, in part or whole, the newest signed decree that did it."""
    old, new, left, sk = m.ButirDitetapkan, aliased(m.ButirDitetapkan), aliased(m.ButirDitetapkan), m.Naskah
    running = exists().where(left.sk_id == old.sk_id, left.status.in_(BERJALAN))
    query = (
        select(old.sk_id, sk.id, sk.nomor, sk.tanggal, sk.token, ~running)
        .join(new, new.menggantikan_id == old.id)
        .join(sk, new.sk_id == sk.id)
        .where(old.sk_id.in_(sk_ids), new.sk_id != old.sk_id, sk.status == StatusNaskah.DITANDATANGANI)
        .order_by(sk.tanggal, sk.id)
    )
    return {row[0]: Pengganti(row[1], row[2] or "", row[3], row[4], bool(row[5])) for row in session.execute(query)}
