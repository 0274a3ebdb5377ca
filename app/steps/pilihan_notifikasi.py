"""What a person does with his own news: reads it, chooses how to get it, confirms his address, opens and closes his calendar."""

import datetime as dt
import hashlib
import secrets
import uuid
from collections.abc import Iterable

from flask import current_app
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app import models as m
from app.errors import IsianSalah, Kekurangan, TidakDitemukan, TidakTersedia
from app.extensions import writing
from app.models.base import MAKS_ID, sekarang
from app.security import confirm
from app.security.officer import Officer
from app.sop import choices
from app.steps.pekerjaan import antre
from app.steps.pesan_keluar import TIDAK

N, P = m.Notifikasi, m.PilihanNotifikasi
JEDA_KONFIRMASI = dt.timedelta(minutes=5)
BELUM_ADA_SERVER = "Server surel belum diatur, jadi kabar hanya tampil di panel. Hubungi administrator."


def milik(session: Session, officer: Officer, ident: int) -> m.Notifikasi:
    """One row of the person's own inbox; TidakDitemukan for anybody else's."""
    row = None
    if 0 < ident <= MAKS_ID:
        row = session.scalars(select(N).where(N.id == ident, N.pengguna_id == officer.id)).one_or_none()
    if row is None:
        raise TidakDitemukan()
    return row


def baca(officer: Officer, ids: Iterable[int] | None) -> int:
    """Mark these rows (None: all) of the person's own inbox as read; -> how many were not. Committed here."""
    with writing() as session:
        own = update(N).where(N.pengguna_id == officer.id, N.dibaca_pada.is_(None))
        if ids is not None:
            own = own.where(N.id.in_([ident for ident in ids if 0 < ident <= MAKS_ID]))
        done = session.execute(own.values(dibaca_pada=sekarang()), execution_options={"synchronize_session": False})
        return int(done.rowcount)


def pilihan(session: Session, officer: Officer) -> m.PilihanNotifikasi:
    """The person's choices; what nobody chose is an unsaved row of defaults."""
    return session.get(P, officer.id) or P(pengguna_id=officer.id, cara=TIDAK)


def _sendiri(session: Session, officer: Officer) -> m.PilihanNotifikasi:
    """The row to be changed, made where there is none."""
    row = session.get(P, officer.id, with_for_update=True, populate_existing=True)
    if row is None:
        row = P(pengguna_id=officer.id, cara=TIDAK)
        session.add(row)
        session.flush()
    return row


def simpan_pilihan(officer: Officer, cara: str) -> None:
    """Choose how mail comes: tidak, segera, harian. Committed here; IsianSalah for any other word."""
    if cara not in choices.CARA_SUREL:
        raise IsianSalah([Kekurangan("cara", "Pilih salah satu cara menerima surel.", medan="cara")])
    with writing() as session:
        _sendiri(session, officer).cara = cara


def minta_konfirmasi(officer: Officer) -> None:
    """Send the confirmation mail to the person's own address; one every JEDA_KONFIRMASI. Committed here."""
    if not current_app.config["SIDIK_MAIL_URL"]:
        raise TidakTersedia(BELUM_ADA_SERVER)
    k, now = m.PesanKeluar, sekarang()
    with writing() as session:
        _sendiri(session, officer)  # locked: two requests at once send one mail
        mine = (k.pengguna_id == officer.id, k.jenis == "konfirmasi", k.dibuat_pada > now - JEDA_KONFIRMASI)
        if session.scalar(select(k.id).where(*mine).limit(1)) is not None:
            raise IsianSalah(
                pesan="Surel konfirmasi baru saja dikirim. Periksa juga folder spam; coba lagi 5 menit lagi."
            )
        kelompok = f"konfirmasi:{uuid.uuid4()}"
        values = {"kelompok": kelompok, "pengguna_id": officer.id, "jenis": "konfirmasi", "dibuat_pada": now}
        session.execute(insert(k).values(**values))
        antre(session, "kirim_pesan", kelompok, {"kelompok": kelompok})


def cocok(session: Session, officer: Officer, word: str) -> bool:
    """Whether a word from a confirmation mail is good for this person and his present address."""
    user = session.get(m.Pengguna, officer.id)
    return user is not None and confirm.cocok(current_app.config["SECRET_KEY"], word, user)


def konfirmasi(officer: Officer, word: str) -> None:
    """Confirm the present address. Committed here; IsianSalah for a word that is old or made for another address."""
    with writing() as session:
        if not cocok(session, officer, word):
            raise IsianSalah(pesan="Tautan konfirmasi tidak berlaku lagi. Minta surel konfirmasi yang baru.")
        row = _sendiri(session, officer)
        row.alamat = session.get_one(m.Pengguna, officer.id).email


def buka_kalender(officer: Officer) -> str:
    """A new secret address of the person's calendar; -> its word, shown once. The one before stops working."""
    word = secrets.token_urlsafe(32)
    with writing() as session:
        row = _sendiri(session, officer)
        row.kalender_sha256, row.kalender_dibuat_pada = sidik(word), sekarang()
    return word


def tutup_kalender(officer: Officer) -> None:
    """The calendar's address stops working. Committed here."""
    with writing() as session:
        row = _sendiri(session, officer)
        row.kalender_sha256 = row.kalender_dibuat_pada = None


def sidik(word: str) -> str:
    """What is kept of the word in an address: enough to know it again, too little to tell it."""
    return hashlib.sha256(word.encode("utf-8", "surrogatepass")).hexdigest()


def pemilik_kalender(session: Session, word: str) -> m.Pengguna:
    """The active person of a calendar's address; TidakDitemukan for any other word."""
    query = select(m.Pengguna).join(P, P.pengguna_id == m.Pengguna.id).where(P.kalender_sha256 == sidik(word))
    user = session.scalars(query).unique().one_or_none()
    if user is None or not user.active:
        raise TidakDitemukan()
    return user
