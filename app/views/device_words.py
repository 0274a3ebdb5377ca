"""The logins of a person that are still alive, each device in words."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from app.extensions import db
from app.models import Pengguna
from app.security import accounts
from app.security.manager import ABSOLUTE_LIMIT
from app.sop.choices import CARA_MASUK

# The first that matches names it: browsers speak for each other.
PERAMBAN = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
SISTEM = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def device(told: str) -> str:
    """ "Chrome di Windows", from what a browser says of itself; its own first word where nothing is known."""
    browser = next((word for mark, word in PERAMBAN if mark in told), "")
    system = next((word for mark, word in SISTEM if mark in told), "")
    if browser and system:
        return f"{browser} di {system}"
    return browser or system or (re.split(r"[\s/(]", told)[0][:40] or "Perangkat tidak dikenal")


def devices(user: Pengguna) -> list[dict[str, Any]]:
    """Every living login of a person, newest first."""
    rows = accounts.perangkat(db.session, user, timedelta(seconds=ABSOLUTE_LIMIT))
    return [
        {"id": row.id, "waktu": row.waktu, "nama": device(row.perangkat), "cara": CARA_MASUK[row.cara]} for row in rows
    ]
