"""Calendar files (RFC 5545): whole-day events, written by hand because a dozen lines are all that is needed. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LEBAR = 75  # octets of a line; longer ones are folded


@dataclass(frozen=True)
class Acara:
    """One whole day in a calendar. `uid` names it for ever; `diubah` (aware) tells a calendar that it moved."""

    uid: str
    judul: str
    tanggal: date
    url: str
    diubah: datetime


def kalender(nama: str, acara: Iterable[Acara]) -> bytes:
    """A whole calendar file. The same events give the same bytes."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//SIDIK//Tenggat//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_teks(nama)}",
        "X-PUBLISHED-TTL:PT1H",
    ]
    for one in acara:
        moment = f"{one.diubah.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_teks(one.uid)}",
            f"DTSTAMP:{moment}",
            f"LAST-MODIFIED:{moment}",
            f"DTSTART;VALUE=DATE:{one.tanggal:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.tanggal + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_teks(one.judul)}",
            f"URL:{one.url}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return b"".join(_lipat(line) for line in [*lines, "END:VCALENDAR"])


def _teks(value: str) -> str:
    """A text value: its special characters escaped, and no line break left that could begin a property of its own."""
    plain = " ".join(value.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _lipat(line: str) -> bytes:
    """One content line, folded after LEBAR octets at the most and never inside a character."""
    parts: list[str] = []
    rest = line
    while len(rest.encode()) > LEBAR - bool(parts):
        size = LEBAR - bool(parts)
        head = rest.encode()[:size].decode("utf-8", "ignore")
        parts.append(head)
        rest = rest[len(head) :]
    return "\r\n ".join([*parts, rest]).encode() + b"\r\n"
