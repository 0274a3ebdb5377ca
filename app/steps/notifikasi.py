"""Tells people of an event, in the transaction of the event: rows of their inbox, and what has to be sent after it.

Told are those whom the table names (app.sop.notifikasi) and who reach the record by the row scope: never the actor,
never a deactivated person, never the neighbour's. The number of statements does not grow with the people.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app
from sqlalchemy import insert, literal, or_, select
from sqlalchemy.orm import Session

from app import models as m
from app.models.base import JUDUL
from app.security.officer import Officer
from app.security.reach import menjangkau, pemegang
from app.sop.notifikasi import Hal
from app.sop.reading import SUMBER_DAYA
from app.sop.words import Naskah, Pelaksana
from app.steps.move import MODEL as KASUS
from app.steps.pesan_keluar import SEGERA, TIDAK, keluarkan

N, P = m.Notifikasi, m.PilihanNotifikasi


@dataclass
class Pokok:
    """What the news is about: the title of the record, and the agencies that it concerns."""

    judul: str
    perangkat_daerah: set[int | None]


def kabarkan(
    session: Session, hal: Hal, ids: Sequence[int], *, kelompok: str, waktu: dt.datetime, pelaku_id: int | None = None
) -> int:
    """Tell of `hal` about these records; -> how many rows the inboxes got. The caller commits.

    `kelompok`: the event, or the run of the daily work; what one person hears of it goes into one mail.
    """
    about = _pokok(session, hal, ids)
    people = [o for o in pemegang(session, hal.kepada, LAYAR[hal.objek]) if o.id != pelaku_id] if about else []
    reached = menjangkau(session, MODEL[hal.objek], list(about), people)
    told = [(o.id, i) for i in about for o in people if (o.id, i) in reached and _bersangkutan(o, hal, about[i])]
    if not told:
        return 0
    ways = _cara(session, {person for person, _ in told})
    rows = [
        {"pengguna_id": person, "hal": hal.kode, "objek_jenis": hal.objek, "objek_id": ident}
        | {"judul": about[ident].judul[:JUDUL], "kelompok": kelompok, "cara": ways.get(person, TIDAK), "waktu": waktu}
        for person, ident in told
    ]
    session.execute(insert(N), rows)
    keluarkan(session, kelompok, waktu, {person for person, way in ways.items() if way == SEGERA})
    return len(rows)


def _bersangkutan(officer: Officer, hal: Hal, pokok: Pokok) -> bool:
    """Whether one of the told roles is his; a Petugas is told of his own agency only."""
    roles = officer.roles & set(hal.kepada)
    return bool(roles - {Pelaksana.PETUGAS}) or officer.perangkat_daerah_id in pokok.perangkat_daerah


def _cara(session: Session, people: set[int]) -> dict[int, str]:
    """Person -> how he wants mail; nobody gets any at an address that he did not confirm, or while there is no server."""
    if not current_app.config["SIDIK_MAIL_URL"]:
        return {}
    confirmed = select(P.pengguna_id, P.cara).join(m.Pengguna, m.Pengguna.id == P.pengguna_id)
    query = confirmed.where(P.pengguna_id.in_(people), P.cara != TIDAK, P.alamat == m.Pengguna.email)
    return dict(session.execute(query).all())


MODEL: dict[str, Any] = {
    **KASUS,
    "naskah": m.Naskah,
    "register": m.ButirDitetapkan,
    "perangkat_daerah": m.PerangkatDaerah,
}
LAYAR = {**SUMBER_DAYA, "register": "ButirDitetapkan", "perangkat_daerah": "PerangkatDaerah"}


def _pokok(session: Session, hal: Hal, ids: Sequence[int]) -> dict[int, Pokok]:
    """Record -> its title and agencies. A butir is told by its code and a paper by its number: their texts are internal."""
    found: dict[int, Pokok] = {}
    for ident, title, agency in session.execute(JUDUL_POKOK[hal.objek]().where(MODEL[hal.objek].id.in_(ids))):
        found.setdefault(ident, Pokok(title or "", set())).perangkat_daerah.add(agency)
    return found


def _usulan() -> Any:
    return select(m.Usulan.id, m.Usulan.judul, m.Usulan.perangkat_daerah_id)


def _berkas() -> Any:
    b, u = m.Berkas, m.Usulan
    through = select(m.ButirInformasi.usulan_id).where(m.ButirInformasi.berkas_id == b.id)
    joined = or_(u.berkas_id == b.id, u.id.in_(through.correlate(b)))
    return select(b.id, b.nomor + literal(" ") + b.judul, u.perangkat_daerah_id).outerjoin(u, joined)


def _butir() -> Any:
    b, u = m.ButirInformasi, m.Usulan
    return select(b.id, b.kode, u.perangkat_daerah_id).join(u, b.usulan_id == u.id)


def _naskah() -> Any:
    """Decrees only, with the agencies that they name."""
    n, e = m.Naskah, m.ButirDitetapkan
    named = select(n.id, n.nomor, e.perangkat_daerah_id).outerjoin(e, e.sk_id == n.id)
    return named.where(n.jenis == Naskah.SURAT_KEPUTUSAN)


def _register() -> Any:
    e = m.ButirDitetapkan
    return select(e.id, e.kode, e.perangkat_daerah_id)


def _perangkat_daerah() -> Any:
    a = m.PerangkatDaerah
    return select(a.id, a.nama, a.id)


JUDUL_POKOK = {
    "usulan": _usulan,
    "berkas": _berkas,
    "butir": _butir,
    "naskah": _naskah,
    "register": _register,
    "perangkat_daerah": _perangkat_daerah,
}
