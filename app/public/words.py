"""How public values are written: dates in words, cells that no spreadsheet runs, text that XML can carry."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from app.calendar.words import BULAN_INGGRIS, tanggal_panjang
from app.documents.kode import baca_kode
from app.files.sel import tanda_teks

_TANGGAL = ("berlaku_mulai", "berlaku_sampai", "status_sejak", "tanggal_sk")
_KENDALI = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_EKSTENSI = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


def bersih(text: str) -> str:
    """Text without characters that XML or a reader cannot carry."""
    return _KENDALI.sub("", text)


def tanggal(day: dt.date, bahasa: str = "id") -> str:
    """A day in words."""
    return f"{day.day} {BULAN_INGGRIS[day.month - 1]} {day.year}" if bahasa == "en" else tanggal_panjang(day)


def tampil(name: str, value: Any, bahasa: str = "id") -> str:
    """One value on the page."""
    if value is None:
        return "–"
    return tanggal(dt.date.fromisoformat(value), bahasa) if name in _TANGGAL else str(value)


def sel(value: Any) -> str:
    """One CSV cell; what a spreadsheet would run as a formula is marked as text."""
    return str(tanda_teks("" if value is None else bersih(str(value))))


def token(raw: str) -> str:
    """A token as it is kept, however it was typed from the paper."""
    return re.sub("[^0-9A-Z]", "", baca_kode(raw[:60]))


def nama_fail(token: str, mime: str) -> str:
    """The name of an announced file, the same as on other sites; what somebody called it on his own machine stays inside."""
    return f"sk-{token.lower()}{_EKSTENSI.get(mime, '.bin')}"
