"""Passwords of other sites, locked with the key of this installation, so that a copy of the list of sites opens nothing."""

from __future__ import annotations

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken
from flask import current_app

TANDA = "tersandi:"


def kunci(terang: str) -> str:
    """What may stand in the list instead of the password or the private key itself."""
    return TANDA + _gembok().encrypt(terang.encode("utf-8")).decode("ascii")


def buka(tertulis: str) -> str:
    """The password behind what stands in the list; one that was written plainly is itself. ValueError with another key."""
    if not tertulis.startswith(TANDA):
        return tertulis
    try:
        return _gembok().decrypt(tertulis.removeprefix(TANDA).encode("ascii")).decode("utf-8")
    except (InvalidToken, UnicodeError):
        raise ValueError("sandi dikunci dengan SIDIK_SECRET_KEY yang lain") from None


def _gembok() -> Fernet:
    key = str(current_app.config["SECRET_KEY"]).encode("utf-8")
    return Fernet(base64.urlsafe_b64encode(hmac.new(key, b"sidik situs", hashlib.sha256).digest()))
