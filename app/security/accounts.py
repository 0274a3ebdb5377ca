"""What is done to an account: links for a password, new passwords, ending of sessions, switching off and on. Knows no web.

The caller gives a session inside an act (`acting`), so that every line of the account's history names who did it.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from flask import current_app
from flask_appbuilder.security.sqla.models import Role, assoc_user_role
from sqlalchemy import delete, exists, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from werkzeug.security import generate_password_hash

from app.errors import IsianSalah, Kekurangan, Terkunci
from app.extensions import db
from app.models import Kredensial, MasukAkun, Pengguna, TautanAkun
from app.models.account_history import catat_akun
from app.models.base import NAMA, sekarang
from app.models.triggers import TERAKHIR
from app.security import factor, passwords
from app.security.officer import ADMIN
from app.security.policy import kebijakan

UMUR_TAUTAN = timedelta(hours=72)
UMUR_CATATAN = timedelta(days=90)  # of a login: long enough to look into a stolen account
ADMIN_TERAKHIR = "Ini administrator aktif terakhir. Berikan peran Admin kepada orang lain terlebih dahulu."
GANTI_DAHULU = "Kata sandi ini diberikan administrator. Masuklah ke panel SIDIK dan ganti dahulu."
PASANG_DAHULU = "Peran Anda mewajibkan verifikasi dua langkah. Masuklah ke panel SIDIK dan pasang dahulu."
KODE_DIPERLUKAN = "Sertakan kode verifikasi enam angka dari ponsel Anda dalam isian kode."


def program_lacks(orang: Pengguna, peran: frozenset[str], kode: str) -> tuple[str, str, int]:
    """What a program still lacks after a right password: (sentence, kode, HTTP status), or ("", "", 0)."""
    ident = orang.id
    if wajib_ganti(db.session, orang):
        return GANTI_DAHULU, "ganti_sandi", 403
    if factor.aktif(db.session, ident):
        sentence = factor.salah(ident, kode) if kode else KODE_DIPERLUKAN
        status = 429 if sentence == factor.TERLALU_SERING else 401
        return (sentence, "kode_diperlukan", status) if sentence else ("", "", 0)
    if kebijakan(db.session).peran & peran:
        return PASANG_DAHULU, "faktor_diperlukan", 403
    return "", "", 0


# --- passwords ---------------------------------------------------------------------------------------
def sandi_tersimpan(password: str) -> str:
    """The password as it is kept, by FAB's own settings."""
    config = current_app.config
    method, salt = config.get("FAB_PASSWORD_HASH_METHOD", "scrypt"), config.get("FAB_PASSWORD_HASH_SALT_LENGTH", 16)
    return generate_password_hash(password, method=method, salt_length=salt)


def pasang_sandi(session: Session, orang: Pengguna, password: str, *, wajib_ganti: bool = False) -> None:
    """Keep a new password; sessions, tokens and open links die with the old one. IsianSalah for a weak one."""
    sentence = passwords.fault(password, orang.username)
    if sentence:
        raise IsianSalah([Kekurangan("sandi", sentence, "password")])
    orang.password = sandi_tersimpan(password)
    orang.cap_sesi += 1
    factor.kredensial(session, orang.id).wajib_ganti_sandi = wajib_ganti
    cabut_tautan(session, orang)


def beri_sandi(session: Session, orang: Pengguna, password: str) -> None:
    """An administrator gives a password, which must be changed at the next login."""
    pasang_sandi(session, orang, password, wajib_ganti=True)
    catat_akun(session, "sandi", orang)


def wajib_ganti(session: Session, orang: Pengguna) -> bool:
    """Whether this password was given by somebody else and must be changed first."""
    k = Kredensial
    return bool(session.scalar(select(k.wajib_ganti_sandi).where(k.pengguna_id == orang.id)))


# --- links -------------------------------------------------------------------------------------------
def buat_tautan(session: Session, orang: Pengguna) -> str:
    """A new link for this person's password; -> its token, shown once. Older links stop."""
    cabut_tautan(session, orang)
    token = secrets.token_urlsafe(32)
    session.add(TautanAkun(pengguna_id=orang.id, sidik=_sidik(token), berlaku_sampai=sekarang() + UMUR_TAUTAN))
    catat_akun(session, "undang", orang, f"berlaku {UMUR_TAUTAN // timedelta(hours=1)} jam")
    return token


def cabut_tautan(session: Session, orang: Pengguna) -> None:
    """Links that wait stop."""
    t = TautanAkun
    waiting = update(t).where(t.pengguna_id == orang.id, t.dipakai_pada.is_(None), t.dicabut_pada.is_(None))
    session.execute(waiting.values(dicabut_pada=sekarang()))


def tautan(session: Session, token: str) -> TautanAkun | None:
    """The link of a token while it may be used."""
    t = TautanAkun
    query = select(t).where(t.sidik == _sidik(token), t.dipakai_pada.is_(None), t.dicabut_pada.is_(None))
    return session.scalars(query.where(t.berlaku_sampai > sekarang())).unique().one_or_none()


def menunggu(session: Session, orang: Pengguna) -> bool:
    """Whether a link of this person still waits."""
    t = TautanAkun
    waiting = (t.pengguna_id == orang.id, t.dipakai_pada.is_(None), t.dicabut_pada.is_(None))
    return bool(session.scalar(select(exists().where(*waiting, t.berlaku_sampai > sekarang()))))


def terima(session: Session, token: str, password: str) -> Pengguna | None:
    """Set one's own password by a link; -> the person, or None when the link is over. Two at once: one of them gets None."""
    found = tautan(session, token)
    if found is None:
        return None
    orang = found.pengguna
    t = TautanAkun
    unused = update(t).where(t.id == found.id, t.dipakai_pada.is_(None), t.dicabut_pada.is_(None))
    if session.scalar(unused.values(dipakai_pada=sekarang()).returning(t.id)) is None:
        return None
    pasang_sandi(session, orang, password)
    orang.active = True
    catat_akun(session, "terima", orang)
    return orang


def _sidik(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


# --- sessions ----------------------------------------------------------------------------------------
def akhiri_sesi(session: Session, orang: Pengguna) -> None:
    """End every session and token of a person, on every device."""
    orang.cap_sesi += 1
    catat_akun(session, "akhiri_sesi", orang)


def catat_masuk(session: Session, orang: Pengguna, cara: str, perangkat: str) -> int:
    """Remember a login; -> its id. `cara`: panel or program; `perangkat`: what the device said of itself."""
    old = (MasukAkun.pengguna_id == orang.id, MasukAkun.waktu < sekarang() - UMUR_CATATAN)
    session.execute(delete(MasukAkun).where(*old))
    row = MasukAkun(pengguna_id=orang.id, cap_sesi=orang.cap_sesi, cara=cara, perangkat=perangkat[:NAMA] or "–")
    session.add(row)
    session.flush()
    return row.id


def ikut(session: Session, orang: Pengguna, masuk_id: int) -> None:
    """The device on which the others were ended stays in the list."""
    k = MasukAkun
    here = update(k).where(k.id == masuk_id, k.pengguna_id == orang.id)
    session.execute(here.values(cap_sesi=orang.cap_sesi))


def perangkat(session: Session, orang: Pengguna, umur: timedelta) -> list[MasukAkun]:
    """The logins that are still alive, newest first."""
    k = MasukAkun
    query = select(k).where(k.pengguna_id == orang.id, k.cap_sesi == orang.cap_sesi, k.waktu > sekarang() - umur)
    return list(session.scalars(query.order_by(k.waktu.desc()).limit(50)))


# --- off and on --------------------------------------------------------------------------------------
def nonaktifkan(session: Session, orang: Pengguna, alasan: str) -> None:
    """Switch an account off: no login, no session, no token, no link. Terkunci for the last active administrator."""
    try:
        orang.active = False
        orang.cap_sesi += 1
        cabut_tautan(session, orang)
        catat_akun(session, "nonaktifkan", orang, alasan)
    except IntegrityError as refused:
        raise admin_terakhir(refused) from refused


def aktifkan(session: Session, orang: Pengguna) -> None:
    """Switch an account on again; its old sessions stay dead."""
    orang.active = True
    catat_akun(session, "aktifkan", orang)


def admin_terakhir(refused: IntegrityError) -> Exception:
    """The database's guard in our words; any other refusal as it is."""
    return Terkunci(ADMIN_TERAKHIR) if TERAKHIR in str(refused.orig) else refused


def satu_satunya_admin(session: Session, pengguna_id: int) -> bool:
    """Whether nobody else is an active administrator (asked for a good sentence; the database itself is the guard)."""
    p, h = Pengguna, assoc_user_role.c
    admin = select(h.user_id).join(Role, Role.id == h.role_id).where(Role.name == ADMIN)
    with session.no_autoflush:
        mine = session.scalar(select(exists().where(p.id == pengguna_id, p.active, p.id.in_(admin))))
        other = session.scalar(select(exists().where(p.id != pengguna_id, p.active, p.id.in_(admin))))
    return bool(mine and not other)
