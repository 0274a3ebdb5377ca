"""Tells people of an event, in the transaction of the event: rows of their inbox, and what has to be sent after it.

Told are those whom the table names (app.sop.notifikasi) and who reach the record by the row scope: never the actor,
never a deactivated person, never the neighbour's. The number of statements does not grow with the people.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app
from sqlalchemy import CursorResult, delete, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from app import models as m
from app.models.base import JUDUL
from app.security.officer import Officer
from app.security.reach import menjangkau, pemegang
from app.sop.notifikasi import Hal
from app.sop.reading import SUMBER_DAYA
from app.sop.words import Naskah, Pelaksana
from app.steps.move import MODEL as KASUS
from app.steps.pekerjaan import antre

TIDAK, SEGERA, HARIAN = "tidak", "segera", "harian"
N, K, P = m.Notifikasi, m.PesanKeluar, m.PilihanNotifikasi
_LANGSUNG = {"synchronize_session": False}


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
    _keluarkan(session, kelompok, waktu, {person for person, way in ways.items() if way == SEGERA})
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


def _keluarkan(session: Session, kelompok: str, waktu: dt.datetime, people: set[int]) -> None:
    """Messages to be sent after the commit, and the work that sends them."""
    if people:
        surat(session, kelompok, SEGERA, waktu, people)
        sambungkan(session, kelompok, N.kelompok == kelompok, N.cara == SEGERA)
    if current_app.config["SIDIK_CHANNEL_URLS"]:
        known = select(K.id).where(K.kelompok == kelompok, K.jenis == "kanal")
        if session.scalar(known) is None:
            session.execute(insert(K).values(kelompok=kelompok, jenis="kanal", dibuat_pada=waktu))
    elif not people:
        return
    antre(session, "kirim_pesan", kelompok, {"kelompok": kelompok})


def surat(session: Session, kelompok: str, jenis: str, waktu: dt.datetime, people: set[int]) -> None:
    """One waiting mail for each of these people, unless this group gave them one already."""
    known = select(K.id).where(K.kelompok == kelompok, K.pengguna_id == m.Pengguna.id).exists()
    wanted = select(
        literal(kelompok),
        m.Pengguna.id,
        literal(jenis),
        literal("menunggu"),
        literal(0),
        literal(waktu, K.dibuat_pada.type),
    ).where(m.Pengguna.id.in_(people), ~known)
    names = ["kelompok", "pengguna_id", "jenis", "status", "percobaan", "dibuat_pada"]
    session.execute(insert(K).from_select(names, wanted))


def sambungkan(session: Session, kelompok: str, *which: Any) -> None:
    """Put what these people are told into their waiting mail of this group."""
    waiting = select(K.id).where(
        K.kelompok == kelompok, K.pengguna_id == N.pengguna_id, K.status == "menunggu", K.percobaan == 0
    )
    joined = update(N).where(*which, N.pesan_id.is_(None)).values(pesan_id=waiting.scalar_subquery())
    session.execute(joined, execution_options=_LANGSUNG)


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


SIMPAN = dt.timedelta(days=180)  # how long an inbox and the list of messages remember


def ringkas(session: Session, tanggal: dt.date, waktu: dt.datetime) -> str:
    """The digest of one day: what waits for those who want one mail a day is put into theirs; -> its group."""
    kelompok = f"ringkasan:{tanggal.isoformat()}"
    pending = (N.cara == HARIAN, N.pesan_id.is_(None))
    people = set(session.scalars(select(N.pengguna_id).where(*pending).distinct()))
    if people:
        surat(session, kelompok, "ringkasan", waktu, people)
        sambungkan(session, kelompok, *pending)
    return kelompok


def lupakan(session: Session, waktu: dt.datetime) -> int:
    """Take away what is older than SIMPAN; -> how many rows the inboxes lost."""
    gone: CursorResult[Any] = session.execute(delete(N).where(N.waktu < waktu - SIMPAN), execution_options=_LANGSUNG)  # type: ignore[assignment]
    used = select(N.id).where(N.pesan_id == K.id).exists()
    session.execute(delete(K).where(K.dibuat_pada < waktu - SIMPAN, ~used), execution_options=_LANGSUNG)
    return gone.rowcount
