"""How a stored value is written on a screen: dates in words, Ya/Tidak, labels instead of code words, "–" for nothing."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from markupsafe import Markup, escape

from app.calendar.words import BULAN, hari, tanggal_panjang, tanggal_pendek, waktu_wib, wib
from app.models import PerangkatDaerah
from app.sop.words import LABEL_STATUS

NOTHING = "–"
_HARI = re.compile(rf"\b\d{{1,2}} ({'|'.join(BULAN)}) \d{{4}}\b")
# The colour family of a status badge; the text says the same, colour never stands alone.
WARNA: dict[str, str] = {
    **dict.fromkeys(("draf", "dibatalkan", "digabung", "dicabut", "ditunda", "nonaktif"), "abu"),
    **dict.fromkeys(("diajukan", "dihimpun", "penghimpunan", "terbit", "menunggu_ttd"), "biru"),
    **dict.fromkeys(("pengkajian", "pertimbangan", "diuji", "dipertimbangkan", "penetapan"), "kuning"),
    **dict.fromkeys(("dikembalikan", "perbaikan", "tidak_disetujui", "akan_berakhir", "berbeda"), "merah"),
    **dict.fromkeys(("selesai", "ditetapkan", "ditandatangani", "berlaku", "sama", "pengunggahan"), "hijau"),
}


def tanggal(value: date | None) -> str:
    """5 Maret 2026."""
    if value is None:
        return NOTHING
    return tanggal_panjang(local(value).date() if isinstance(value, datetime) else value)


def hari_tanggal(value: date | None) -> str:
    """Kamis, 5 Maret 2026."""
    if value is None:
        return NOTHING
    day = local(value).date() if isinstance(value, datetime) else value
    return f"{hari(day)}, {tanggal_panjang(day)}"


def waktu(value: datetime | None) -> str:
    """5 Maret 2026 pukul 09.15 WIB."""
    if value is None:
        return NOTHING
    return waktu_wib(local(value))


def local(value: datetime) -> datetime:
    """A stored moment on the office's clock; FAB's own tables keep naive UTC."""
    return wib(value if value.tzinfo else value.replace(tzinfo=UTC))


def ukuran(size: int | None) -> str:
    """1,2 MB."""
    if size is None:
        return NOTHING
    if size < 1024:
        return f"{size} bita"
    if size < 1024 * 1024:
        return f"{round(size / 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def angka(value: int | float | Decimal) -> str:
    """1.250.000 or 2,5."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def status(code: str | None, label: str | None = None) -> str:
    """A badge with the status in words."""
    if not code:
        return NOTHING
    text = label or LABEL_STATUS.get(code) or code.replace("_", " ").capitalize()
    return Markup('<span class="lencana lencana-{}">{}</span>').format(WARNA.get(code, "abu"), text)


def shown(value: Any) -> Any:
    """Any stored value in the words of the office."""
    if value is None or value == "" or value == []:
        return NOTHING
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, datetime):
        return waktu(value)
    if isinstance(value, date):
        return tanggal(value)
    if isinstance(value, time):
        return f"{value:%H.%M}"
    if isinstance(value, Enum):
        return LABEL_STATUS.get(value.value, value.value)
    if isinstance(value, float | Decimal):
        return angka(value)
    if isinstance(value, list | tuple | set):
        return _list(value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return value


def pendek(value: Any) -> Any:
    """A day or an agency as a narrow column has room for it, the whole as its title; a text with a day that stays on one
    line; None for any other value."""
    if isinstance(value, str) and _HARI.search(value):
        return _HARI.sub(lambda day: day[0].replace(" ", "\N{NO-BREAK SPACE}"), value)
    if isinstance(value, PerangkatDaerah):
        return Markup('<abbr title="{}">{}</abbr>').format(value.nama, value.singkatan)
    if not isinstance(value, date):
        return None
    day, clock = value, ""
    if isinstance(value, datetime):
        moment = local(value)
        day, clock = moment.date(), f" {moment:%H.%M}"
    whole = Markup('<time datetime="{}" title="{}">{}{}</time>')
    return whole.format(day.isoformat(), shown(value), tanggal_pendek(day), clock)


def _list(values: Any) -> Any:
    """Several values as a short list; a very long one is folded away behind its count."""
    items = [escape(shown(v)) for v in values]
    body = Markup("").join(Markup("<li>{}</li>").format(i) for i in items)
    listing = Markup('<ul class="rapat">{}</ul>').format(body)
    if len(items) <= 6:
        return listing
    return Markup("<details><summary>{} data</summary>{}</details>").format(len(items), listing)
