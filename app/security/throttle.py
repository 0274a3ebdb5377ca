"""Failed logins, counted per account and, on a known device, per device; never per office address."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta

from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy.exc import IntegrityError

from app.extensions import writing
from app.models import PercobaanMasuk
from app.models.base import sekarang

MOST = 5
WINDOW = timedelta(minutes=15)
LOCK = timedelta(minutes=15)
COOKIE = "sidik_perangkat"  # in production behind __Host-, so that no sister site can set it
MOST_ACCOUNTS = 10


def cookie_name(secure: bool) -> str:
    """The name of the device cookie."""
    return f"__Host-{COOKIE}" if secure else COOKIE


def account(username: str | None) -> str:
    """The key of an account; unknown names are counted like known ones, so that nothing can be told from it."""
    return hashlib.sha256(f"akun:{(username or '').strip().lower()}".encode()).hexdigest()


def attempt_key(username: str | None, device: dict[str, object]) -> str:
    """The device's own counter where this account has logged in before, else the account's: nobody can lock out its owner."""
    key = account(username)
    known = device.get("akun")
    if isinstance(known, list) and key in known:
        return hashlib.sha256(f"perangkat:{device.get('id')}:{key}".encode()).hexdigest()
    return key


def reserve(key: str) -> bool:
    """Count an attempt before its password is looked at; False while the key is locked."""
    now = sekarang()
    try:
        with writing() as session:
            row = session.get(PercobaanMasuk, key, with_for_update=True)
            if row is None:
                session.add(PercobaanMasuk(kunci=key, gagal=1, sejak=now))
                return True
            if row.sampai is not None and row.sampai > now:
                return False
            if row.sampai is not None or now - row.sejak > WINDOW:
                row.gagal, row.sejak, row.sampai = 0, now, None
            row.gagal += 1
            if row.gagal >= MOST:
                row.sampai = now + LOCK
            return True
    except IntegrityError:  # two first attempts at once: the other one made the row
        return reserve(key)


def forget(keys: Iterable[str]) -> None:
    """A right password ends the counting."""
    with writing() as session:
        for key in keys:
            row = session.get(PercobaanMasuk, key)
            if row is not None:
                session.delete(row)


def read_device(cookie: str | None, secret: str) -> dict[str, object]:
    """The device cookie: a random id and the accounts that logged in here; empty when it is not ours."""
    try:
        found = URLSafeSerializer(secret, "perangkat").loads(cookie or "")
    except BadSignature:
        return {}
    return found if isinstance(found, dict) else {}


def remember(device: dict[str, object], username: str, secret: str) -> str:
    """The device cookie with one more account that logged in here."""
    known = device.get("akun")
    accounts = [a for a in known if a != account(username)] if isinstance(known, list) else []
    content = {"id": device.get("id") or secrets.token_hex(16), "akun": [*accounts, account(username)][-MOST_ACCOUNTS:]}
    return str(URLSafeSerializer(secret, "perangkat").dumps(content))
