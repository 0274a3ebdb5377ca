"""Tells other systems what happened, signed: which events, what of them, when again. Public columns and numbers only.

The form is that of Standard Webhooks: the headers webhook-id, webhook-timestamp and webhook-signature
("v1," + base64 of HMAC-SHA256 over "id.timestamp.body"). The id of an event is the same at every attempt, so that a
receiver knows a repetition; the timestamp is that of the attempt, so that an old message cannot be replayed.
"""

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import func, or_, select

from app import models as m
from app.errors import TidakTersedia
from app.extensions import begin_mode, db, writing
from app.models.base import sekarang
from app.steps import pekerjaan

JENIS = "kirim_webhook"
AWALAN = "whsec_"
TUNGGU = 10.0
SEKALI = 200  # events that one look around takes up for one receiver
SETEMPAT = ("127.0.0.1", "localhost", "::1")
# What others may hear of: its name there -> (kind of object, verb) of the log, and the particulars that go along.
KEJADIAN: dict[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "permohonan.diterima": ((("permohonan", "terima_permohonan"),), ("kanal", "nomor")),
    "permohonan.diperpanjang": ((("permohonan", "perpanjang_permohonan"),), ("kanal", "nomor", "sampai")),
    "permohonan.dijawab": ((("permohonan", "jawab_permohonan"),), ("kanal", "nomor", "jawaban", "surat")),
    "sk.diumumkan": ((("naskah", "publikasikan"), ("naskah", "publikasi_terkirim")), ("saluran", "url", "sha256")),
    "sk.ditarik": ((("naskah", "publikasi_ditarik"),), ("saluran", "url", "sha256")),
    "butir.segera_berakhir": ((("register", "akan_berakhir"),), ("kode", "akhir")),
    "butir.terbuka": (
        (("register", "terbuka_demi_hukum"), ("register", "dibuka"), ("register", "dibatalkan_putusan")),
        ("kode", "sejak", "tanggal"),
    ),
}
_MENURUT = {place: name for name, (places, _) in KEJADIAN.items() for place in places}


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


# A signed message goes to the address of the list and to no other.
_LANGSUNG = urllib.request.build_opener(urllib.request.ProxyHandler({}), _TanpaAlih())


@dataclass(frozen=True)
class Penerima:
    """One receiver as the administrator wrote it down: `rahasia` signs, `kejadian` are names of KEJADIAN."""

    nama: str
    alamat: str
    rahasia: bytes = field(repr=False)
    kejadian: tuple[str, ...] = tuple(KEJADIAN)


def daftar() -> list[Penerima]:
    """The receivers of SIDIK_WEBHOOKS_FILE: a JSON list of nama, alamat, rahasia, and kejadian when not all."""
    path = Path(current_app.config["SIDIK_WEBHOOKS_FILE"])
    if not path.is_file():
        return []
    try:
        return [_penerima(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError, KeyError, AttributeError, binascii.Error):
        raise TidakTersedia("Daftar webhook tidak dapat dibaca. Administrator perlu memperbaiki filenya.") from None


def _penerima(row: dict[str, Any]) -> Penerima:
    address, secret = urlsplit(row["alamat"]), base64.b64decode(row["rahasia"].removeprefix(AWALAN), validate=True)
    safe = address.scheme == "https" or (address.scheme == "http" and address.hostname in SETEMPAT)
    wanted = tuple(row.get("kejadian") or KEJADIAN)
    if (
        not safe
        or not address.hostname
        or len(secret) < 24
        or not set(wanted) <= set(KEJADIAN)
        or not row["nama"].isidentifier()
    ):
        raise ValueError(row["nama"])
    return Penerima(row["nama"], row["alamat"], secret, wanted)


def antre_webhook() -> int:
    """Put every event that a receiver has not heard of in line; -> how many. A new receiver begins with what happens next."""
    begin_mode("DEFERRED")
    wanted = [(hook, *_baru(hook)) for hook in daftar()]
    db.session.rollback()
    count = 0
    for hook, places, first in wanted:
        if places:
            with writing() as session:
                for place in places:
                    told = {"penerima": hook.nama, "urut": place, "salam": first}
                    pekerjaan.antre(session, JENIS, _kunci(hook, place), told)
            count += len(places)
    begin_mode("IMMEDIATE")
    return count


def _kunci(hook: Penerima, urut: int) -> str:
    return f"{hook.nama}:{urut:012d}"


def _baru(hook: Penerima) -> tuple[list[int], bool]:
    """(events after the last that is in line, whether this is the greeting of a new receiver)."""
    p, e = m.Pekerjaan, m.Peristiwa
    last = db.session.scalar(select(func.max(p.kunci)).where(p.jenis == JENIS, p.kunci.startswith(f"{hook.nama}:")))
    if last is None:
        return [db.session.scalar(select(func.max(e.urut))) or 0], True
    places = [place for name in hook.kejadian for place in KEJADIAN[name][0]]
    known = or_(*((e.objek_jenis == kind) & (e.verb == verb) for kind, verb in places))
    query = select(e.urut).where(e.urut > int(last.rpartition(":")[2]), known).order_by(e.urut).limit(SEKALI)
    return list(db.session.scalars(query)), False


def kirim_webhook(argumen: dict[str, Any], _lapor: Any) -> str:
    """Send one message; TidakTersedia when the receiver does not take it: the job is tried again."""
    hook = next((one for one in daftar() if one.nama == argumen["penerima"]), None)
    if hook is None:
        return "Penerima ini tidak ada lagi pada daftar webhook."
    ident, body = _pesan(argumen["urut"], salam=argumen["salam"])
    db.session.rollback()  # the network part has nothing of the database open
    moment = sekarang()
    headers = {"Content-Type": "application/json", "User-Agent": "SIDIK", **tanda(hook.rahasia, ident, moment, body)}
    request = urllib.request.Request(hook.alamat, data=body, method="POST", headers=headers)  # noqa: S310  see _penerima
    try:
        with _LANGSUNG.open(request, timeout=TUNGGU) as answer:
            return f"Diterima (kode {answer.status})."
    except urllib.error.HTTPError as refused:
        refused.close()
        raise TidakTersedia(f"Penerima webhook menolak (kode {refused.code}).") from None
    except (OSError, http.client.HTTPException):
        raise TidakTersedia("Penerima webhook tidak menjawab.") from None


def _pesan(urut: int, *, salam: bool) -> tuple[str, bytes]:
    """(id, body) of an event, the same bytes every time."""
    if salam:
        return f"salam-{urut}", _ejaan({"type": "salam", "data": {"urut": urut}})
    row = db.session.scalars(select(m.Peristiwa).where(m.Peristiwa.urut == urut)).one()
    name = _MENURUT[row.objek_jenis, row.verb]
    said = json.loads(row.ringkasan)
    data = {key: said[key] for key in KEJADIAN[name][1] if key in said}
    return f"peristiwa-{urut}-{row.sha[:16]}", _ejaan({"type": name, "timestamp": row.waktu.isoformat(), "data": data})


def _ejaan(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8")


def tanda(rahasia: bytes, ident: str, waktu: dt.datetime, body: bytes) -> dict[str, str]:
    """The three headers that a receiver verifies."""
    stamp = str(int(waktu.timestamp()))
    signed = hmac.new(rahasia, f"{ident}.{stamp}.".encode() + body, hashlib.sha256).digest()
    return {
        "webhook-id": ident,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{base64.b64encode(signed).decode('ascii')}",
    }
