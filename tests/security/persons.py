"""People with a second factor, and a phone whose clock the test holds."""

import time
from typing import Any

import pyotp
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.models.base import sekarang
from app.security import factor


def person(session: Session, name: str) -> Any:
    return session.scalars(select(m.Pengguna).where(m.Pengguna.username == name)).unique().one()


def enrolled(session: Session, name: str) -> str:
    """Give somebody a second factor in force, without recovery codes; -> its secret. Committed."""
    secret = pyotp.random_base32()
    user = person(session, name)
    row = factor.kredensial(session, user.id)
    row.rahasia, row.faktor_sejak = factor.tersegel(secret, user.id), sekarang()
    session.commit()
    return secret


def code(secret: str, steps: int = 0) -> str:
    """What the phone shows, `steps` of thirty seconds from now."""
    return pyotp.TOTP(secret).generate_otp(int(time.time()) // 30 + steps)
