"""Messages that leave the house: made in the transaction of the news, claimed one by one, and what came of each. Owns their status."""

import datetime as dt
from typing import Any

from flask import current_app
from sqlalchemy import CursorResult, delete, insert, literal, select, update
from sqlalchemy.orm import Session

from app import models as m
from app.models.base import sekarang
from app.steps.pekerjaan import antre

TIDAK, SEGERA, HARIAN = "tidak", "segera", "harian"
BELUM = ("menunggu", "menyerahkan")
SIMPAN = dt.timedelta(days=180)  # how long an inbox and the list of messages remember
N, K = m.Notifikasi, m.PesanKeluar
_LANGSUNG = {"synchronize_session": False}


def keluarkan(session: Session, kelompok: str, waktu: dt.datetime, people: set[int]) -> None:
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


def belum(session: Session, kelompok: str) -> list[int]:
    """The messages of a group that were not sent, or of which nobody knows; oldest first."""
    return list(session.scalars(select(K.id).where(K.kelompok == kelompok, K.status.in_(BELUM)).order_by(K.id)))


def ambil(session: Session, ident: int) -> m.PesanKeluar:
    """Claim one: from now on it is being handed over, until `catat_hasil`. The caller commits before it sends."""
    row = session.get_one(K, ident, populate_existing=True, with_for_update=True)
    row.percobaan, row.status = row.percobaan + 1, "menyerahkan"
    return row


def catat_hasil(session: Session, ident: int, status: str, galat: str | None = None) -> None:
    """What came of one: terkirim, gagal, batal, or again menunggu."""
    row = session.get_one(K, ident, populate_existing=True, with_for_update=True)
    row.status, row.galat = status, galat
    row.selesai_pada = None if status == "menunggu" else sekarang()


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
