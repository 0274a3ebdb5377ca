"""What every connector promises, and the file that names the sites. Passwords stand in that file only, never in the database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from flask import current_app

from app.errors import TidakTersedia

SETEMPAT = ("127.0.0.1", "localhost", "::1")


class GagalSementara(Exception):
    """The site does not answer now; try again later. The text is a sentence for staff."""


class GagalTetap(Exception):
    """The site refuses; a person must mend something first. The text is a sentence for staff."""


@dataclass(frozen=True)
class Situs:
    """One site of one agency as the administrator wrote it down."""

    kode: str
    saluran: str
    alamat: str
    pengguna: str = ""
    sandi: str = field(default="", repr=False)
    folder: str = ""


@dataclass(frozen=True)
class Kiriman:
    """All that leaves: public words of the decree and the signed bytes, nothing else. `slug` is the same every time."""

    slug: str
    judul: str
    nomor: str
    tanggal: str
    perihal: str
    perangkat_daerah: str
    verifikasi: str
    isi: bytes = field(repr=False, default=b"")

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.isi).hexdigest()

    @property
    def file(self) -> str:
        """The name of the file: another one for other bytes."""
        return f"{self.slug}-{self.sha256[:8]}"


@dataclass(frozen=True)
class Terkirim:
    """Where it stands: the page for readers, and the ids on the other side."""

    url: str
    id_jauh: str


class Penyalur(Protocol):
    """A connector. Sending the same thing twice leaves one; taking back what is gone is no fault."""

    def kirim(self, kiriman: Kiriman) -> Terkirim:
        """Put it there, or mend what is there."""

    def ambil(self, url: str) -> bytes:
        """The bytes that a reader gets from this address."""

    def tarik(self, slug: str) -> None:
        """Take it back, found by its slug."""


def penyalur(situs: Situs) -> Penyalur:
    """The connector of a site."""
    from app.register.situs.folder import Folder
    from app.register.situs.wordpress import WordPress

    kinds: dict[str, Callable[[Situs], Penyalur]] = {"wordpress": WordPress, "folder": Folder}
    return kinds[situs.saluran](situs)


DIDUKUNG = ("wordpress", "folder")


def daftar() -> list[Situs]:
    """The sites of SIDIK_SITES_FILE: a JSON list of kode, saluran, alamat, and pengguna with sandi or folder."""
    path = Path(current_app.config["SIDIK_SITES_FILE"])
    if not path.is_file():
        return []
    try:
        return [_situs(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise TidakTersedia("Daftar situs tidak dapat dibaca. Administrator perlu memperbaiki file situs.") from None


def _situs(row: dict[str, str]) -> Situs:
    names = ("kode", "saluran", "alamat", "pengguna", "sandi", "folder")
    site = Situs(**{name: str(row[name]).strip() for name in names if name in row})
    address = urlsplit(site.alamat)
    safe = address.scheme == "https" or (address.scheme == "http" and address.hostname in SETEMPAT)
    if site.saluran not in DIDUKUNG or not safe or not address.hostname:
        raise ValueError(site.saluran)
    if site.saluran == "folder" and not Path(site.folder).is_absolute():
        raise ValueError("folder")
    return site


def situs(kode: str, saluran: str) -> Situs | None:
    """The site of an agency on a channel, if the administrator named one."""
    return next((site for site in daftar() if (site.kode, site.saluran) == (kode, saluran)), None)
