"""What every connector promises, and the file that names the sites. Passwords stand in that file only, never in the database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from flask import current_app

from app.errors import TidakTersedia
from app.register.situs.sandi import buka

SETEMPAT = ("127.0.0.1", "localhost", "::1")


class GagalSementara(Exception):
    """The site does not answer now; try again later. The text is a sentence for staff."""


class GagalTetap(Exception):
    """The site refuses; a person must mend something first. The text is a sentence for staff."""


@dataclass(frozen=True)
class Situs:
    """One site of one agency as the administrator wrote it down.

    `sandi`: password, application password or token · `organisasi`: of CKAN · `folder`: a path, or sftp://host:port/path
    with `pengguna`, `sandi` or `kunci` (a private key), and `kunci_host` (the one host key that is believed).
    """

    kode: str
    saluran: str
    alamat: str
    pengguna: str = ""
    sandi: str = field(default="", repr=False)
    folder: str = ""
    organisasi: str = ""
    kunci: str = field(default="", repr=False)
    kunci_host: str = ""


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
    status: str = ""  # a sentence once a newer decree stands in its place
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
    from app.register.situs.ckan import Ckan
    from app.register.situs.folder import Folder
    from app.register.situs.wordpress import WordPress

    kinds: dict[str, Callable[[Situs], Penyalur]] = {"wordpress": WordPress, "ckan": Ckan, "folder": Folder}
    return kinds[situs.saluran](situs)


DIDUKUNG = ("wordpress", "ckan", "folder")
_NAMA = tuple(one.name for one in fields(Situs))


def daftar() -> list[Situs]:
    """The sites of SIDIK_SITES_FILE: a JSON list of objects with the names of `Situs`."""
    path = Path(current_app.config["SIDIK_SITES_FILE"])
    if not path.is_file():
        return []
    try:
        return [_situs(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, TypeError, KeyError, AttributeError):
        raise TidakTersedia("Daftar situs tidak dapat dibaca. Administrator perlu memperbaiki file situs.") from None


def _situs(row: dict[str, str]) -> Situs:
    site = Situs(**{name: buka(str(row[name]).strip()) for name in _NAMA if name in row})
    address = urlsplit(site.alamat)
    safe = address.scheme == "https" or (address.scheme == "http" and address.hostname in SETEMPAT)
    if site.saluran not in DIDUKUNG or not safe or not address.hostname:
        raise ValueError(site.saluran)
    needed = {"ckan": bool(site.organisasi), "folder": _folder(site)}
    if not needed.get(site.saluran, True):
        raise ValueError(site.saluran)
    return site


def _folder(site: Situs) -> bool:
    """A folder of this machine, or one behind SFTP whose host key is known."""
    if not site.folder.startswith("sftp://"):
        return Path(site.folder).is_absolute()
    return bool(urlsplit(site.folder).hostname and site.pengguna and site.kunci_host)


def situs(kode: str, saluran: str) -> Situs | None:
    """The site of an agency on a channel, if the administrator named one."""
    return next((site for site in daftar() if (site.kode, site.saluran) == (kode, saluran)), None)
