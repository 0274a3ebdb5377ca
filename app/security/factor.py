"""The second factor: TOTP (RFC 6238) with a sealed secret, each code once, and ten recovery codes. Knows no web.

The secret is sealed with AES-GCM under a key derived from SECRET_KEY and bound to its person: a stolen database opens
nothing, and a row that is moved to another person does not open. Whoever changes SECRET_KEY makes everybody enrol anew.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import time

import pyotp
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.errors import IsianSalah, Kekurangan, Terkunci
from app.extensions import writing
from app.models import KodePemulihan, Kredensial, Pengguna
from app.models.account_history import catat_akun
from app.models.base import sekarang
from app.models.history import PELAKU
from app.security import throttle

log = logging.getLogger(__name__)
PENERBIT = "SIDIK"
BANYAK_KODE = 10
ABJAD = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that looks like something else
PANJANG_KODE = 12
LANGKAH = 30  # seconds
SALAH = "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya di ponsel Anda, lalu ketik keenam angkanya."
TERLALU_SERING = "Terlalu banyak percobaan. Tunggu 15 menit lalu coba lagi."


# --- the seal ----------------------------------------------------------------------------------------
def _box() -> AESGCM:
    key = str(current_app.config["SECRET_KEY"]).encode()
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=b"sidik faktor kedua").derive(key))


def tersegel(rahasia: str, pengguna_id: int) -> str:
    """The secret as it is kept: nonce and ciphertext in hexadecimal, bound to the person."""
    nonce = secrets.token_bytes(12)
    return (nonce + _box().encrypt(nonce, rahasia.encode(), b"%d" % pengguna_id)).hex()


def terbuka(segel: str, pengguna_id: int) -> str | None:
    """The secret, or None when it was sealed with another key or for another person."""
    raw = bytes.fromhex(segel)
    try:
        return _box().decrypt(raw[:12], raw[12:], b"%d" % pengguna_id).decode()
    except InvalidTag:
        return None


# --- reading -----------------------------------------------------------------------------------------
def aktif(session: Session, pengguna_id: int) -> bool:
    """Whether this person has a confirmed second factor."""
    query = select(Kredensial.faktor_sejak).where(Kredensial.pengguna_id == pengguna_id)
    return session.scalar(query) is not None


def sisa_kode(session: Session, pengguna_id: int) -> int:
    """How many recovery codes are left."""
    k = KodePemulihan
    query = select(func.count()).select_from(k).where(k.pengguna_id == pengguna_id, k.dipakai_pada.is_(None))
    return session.scalar(query) or 0


def kredensial(session: Session, pengguna_id: int) -> Kredensial:
    """The row of this person, locked; made when there is none."""
    row = session.get(Kredensial, pengguna_id, with_for_update=True)
    if row is None:
        row = Kredensial(pengguna_id=pengguna_id, langkah_terakhir=0, wajib_ganti_sandi=False)
        session.add(row)
        session.flush()
    return row


# --- enrolling and leaving ---------------------------------------------------------------------------
def mulai(session: Session, orang: Pengguna) -> str:
    """A new secret (base32) that waits for its first code. Terkunci while an older one is in force."""
    row = kredensial(session, orang.id)
    if row.faktor_sejak is not None:
        raise Terkunci("Verifikasi dua langkah sudah terpasang. Lepaskan dahulu bila ingin memasang di ponsel lain.")
    rahasia = pyotp.random_base32()
    row.rahasia = tersegel(rahasia, orang.id)
    return rahasia


def alamat(rahasia: str, username: str) -> str:
    """The address that an authenticator app reads from the QR."""
    return pyotp.TOTP(rahasia).provisioning_uri(name=username, issuer_name=PENERBIT)


def tertunda(session: Session, orang: Pengguna) -> str | None:
    """The secret that waits for its first code, or None."""
    row = session.get(Kredensial, orang.id)
    waiting = row is not None and row.rahasia is not None and row.faktor_sejak is None
    return terbuka(row.rahasia, orang.id) if waiting and row is not None and row.rahasia else None


def pasang(session: Session, orang: Pengguna, kode: str) -> list[str]:
    """Confirm the waiting secret by its first code; -> the recovery codes, to be shown once. All other sessions end.

    Raises IsianSalah for a wrong code, Terkunci when nothing waits.
    """
    row = kredensial(session, orang.id)
    rahasia = terbuka(row.rahasia, orang.id) if row.rahasia and row.faktor_sejak is None else None
    if rahasia is None:
        raise Terkunci("Belum ada kode QR yang menunggu. Mulailah pemasangan dari awal.")
    langkah = _langkah(rahasia, _rapi(kode))
    if langkah is None:
        raise IsianSalah([Kekurangan("kode_salah", SALAH, "kode")])
    row.faktor_sejak, row.langkah_terakhir = sekarang(), langkah
    orang.cap_sesi += 1
    catat_akun(session, "faktor_pasang", orang)
    return kode_baru(session, orang.id)


def kode_baru(session: Session, pengguna_id: int) -> list[str]:
    """Ten fresh recovery codes in place of the old ones; only their hashes are kept."""
    row = kredensial(session, pengguna_id)
    row.garam = secrets.token_hex(16)
    session.execute(delete(KodePemulihan).where(KodePemulihan.pengguna_id == pengguna_id))
    plain = ["".join(secrets.choice(ABJAD) for _ in range(PANJANG_KODE)) for _ in range(BANYAK_KODE)]
    session.add_all(KodePemulihan(pengguna_id=pengguna_id, sidik=_sidik(kode, row.garam)) for kode in plain)
    session.flush()
    return ["-".join(kode[i : i + 4] for i in range(0, PANJANG_KODE, 4)) for kode in plain]


def lepas(session: Session, orang: Pengguna, tindakan: str, isi: str = "") -> None:
    """Take the second factor away, with its codes and all sessions. `tindakan`: faktor_lepas or faktor_atur_ulang."""
    row = kredensial(session, orang.id)
    row.rahasia = row.faktor_sejak = row.garam = None
    session.execute(delete(KodePemulihan).where(KodePemulihan.pengguna_id == orang.id))
    orang.cap_sesi += 1
    catat_akun(session, tindakan, orang, isi)


# --- proving -----------------------------------------------------------------------------------------
def salah(pengguna_id: int, kode: str) -> str:
    """What is wrong with a code of this person, as a sentence; empty when it is right, and then it is used up.

    A write transaction of its own. The attempt is counted before the code is looked at: five in fifteen minutes.
    """
    key = throttle.account(f"faktor:{pengguna_id}")
    if not throttle.reserve(key):
        return TERLALU_SERING
    with writing() as session:
        session.info[PELAKU] = pengguna_id
        right = _cocok(session, pengguna_id, _rapi(kode))
    if not right:
        log.warning("code refused: person %s", pengguna_id)
        return SALAH
    throttle.forget([key])
    return ""


def _cocok(session: Session, pengguna_id: int, kode: str) -> bool:
    row = session.get(Kredensial, pengguna_id)
    if row is None or row.faktor_sejak is None or row.rahasia is None:
        return False
    if len(kode) == PANJANG_KODE and row.garam:
        return _pulih(session, pengguna_id, _sidik(kode, row.garam))
    rahasia = terbuka(row.rahasia, pengguna_id)
    langkah = _langkah(rahasia, kode) if rahasia else None
    if langkah is None:
        return False
    # The database decides who of two at once was first: one code counts once.
    fresh = update(Kredensial).where(Kredensial.pengguna_id == pengguna_id, Kredensial.langkah_terakhir < langkah)
    won = fresh.values(langkah_terakhir=langkah).returning(Kredensial.pengguna_id)
    return session.scalar(won) is not None


def _pulih(session: Session, pengguna_id: int, sidik: str) -> bool:
    k = KodePemulihan
    unused = update(k).where(k.pengguna_id == pengguna_id, k.sidik == sidik, k.dipakai_pada.is_(None))
    if session.scalar(unused.values(dipakai_pada=sekarang()).returning(k.id)) is None:
        return False
    catat_akun(session, "kode_pulih", session.get_one(Pengguna, pengguna_id))
    return True


def _rapi(kode: str) -> str:
    """As typed by a hand, without spaces and dashes."""
    return "".join(kode.split()).replace("-", "").upper()


def _langkah(rahasia: str, kode: str) -> int | None:
    """The time step whose code this is: now, or one step before or after for a clock that is off."""
    now = int(time.time()) // LANGKAH
    totp = pyotp.TOTP(rahasia)
    steps = (step for step in (now, now - 1, now + 1) if secrets.compare_digest(totp.generate_otp(step), kode))
    return next(steps, None) if kode.isascii() else None


def _sidik(kode: str, garam: str) -> str:
    return hashlib.scrypt(kode.encode(), salt=bytes.fromhex(garam), n=2**14, r=8, p=1, dklen=32).hex()
