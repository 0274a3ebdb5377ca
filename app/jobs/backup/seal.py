"""The file of a backup: a plain zip whose comment carries the SHA-256 of all bytes before it, so one flipped bit is found."""

import contextlib
import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.errors import SidikError

MANIFES = "manifest.json"
PENANDA = b"SIDIK-SHA256:"
POTONG = 1024 * 1024
BENTUK = 1  # of the backup; a later one may be unreadable here


class CadanganRusak(SidikError):
    """The backup is not what was written."""

    status, kode = 422, "cadangan_rusak"


class CadanganGagal(SidikError):
    """A backup cannot be made or brought back here."""

    status, kode = 409, "cadangan_gagal"


class Writer:
    """Adds entries one by one and remembers what each must be. Nothing stands under the final name before `close`."""

    def __init__(self, target: Path) -> None:
        self.target, self.draft = target, target.with_name(f".{target.name}.{os.getpid()}.sementara")
        self.entries: dict[str, dict[str, Any]] = {}
        self._zip = zipfile.ZipFile(self.draft, "x", zipfile.ZIP_DEFLATED, compresslevel=1)
        self.draft.chmod(0o600)

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """One entry, in pieces of any size."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(name, "w", force_zip64=True) as entry:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                entry.write(chunk)
        self.entries[name] = {"sha256": digest.hexdigest(), "ukuran": size}

    def close(self, told: dict[str, Any]) -> str:
        """Write the manifest, seal, sync, give the file its name; -> the seal."""
        manifest = json.dumps(told | {"bentuk": BENTUK, "isi": self.entries}, ensure_ascii=False, indent=1)
        self._zip.writestr(MANIFES, manifest)
        self._zip.comment = PENANDA + b"0" * 64
        self._zip.close()
        seal = _hash(self.draft)
        with self.draft.open("r+b") as file:
            file.seek(-64, os.SEEK_END)
            file.write(seal.encode())
            file.flush()
            os.fsync(file.fileno())
        _name(self.draft, self.target)
        _sync_folder(self.target.parent)
        return seal

    def drop(self) -> None:
        """Leave nothing behind."""
        with contextlib.suppress(Exception):
            self._zip.close()
        self.draft.unlink(missing_ok=True)


def _name(draft: Path, target: Path) -> None:
    """Give the file its name, never over an older backup."""
    try:
        os.link(draft, target)
        draft.unlink()
    except FileExistsError:
        raise CadanganGagal(f"{target.name} sudah ada. Pilih nama lain.") from None
    except OSError:  # a disk without links, such as a memory stick
        draft.rename(target)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows has no handle for a folder
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hash(path: Path) -> str:
    """SHA-256 of all bytes but the last 64, where the seal itself stands."""
    digest, left = hashlib.sha256(), path.stat().st_size - 64
    with path.open("rb") as file:
        while left > 0 and (chunk := file.read(min(POTONG, left))):
            digest.update(chunk)
            left -= len(chunk)
    return digest.hexdigest()


@contextlib.contextmanager
def buka(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, Any]]]:
    """The zip and its manifest, after everything in it was compared. CadanganRusak says what is wrong."""
    try:
        _check_seal(path)
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFES))
            _check_entries(archive, manifest)
            yield archive, manifest
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError) as fault:
        raise CadanganRusak("File ini bukan cadangan SIDIK yang utuh. Pakai salinan lain.") from fault


def _check_seal(path: Path) -> None:
    if path.stat().st_size < 100:
        raise CadanganRusak("File ini terlalu pendek untuk sebuah cadangan. Pakai salinan lain.")
    with path.open("rb") as file:
        file.seek(-64 - len(PENANDA), os.SEEK_END)
        mark, seal = file.read(len(PENANDA)), file.read(64)
    if mark != PENANDA or seal.decode("ascii", "replace") != _hash(path):
        raise CadanganRusak("Cadangan ini berubah atau terpotong: segelnya tidak cocok. Pakai salinan lain.")


def _check_entries(archive: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
    """Each entry that the manifest names, exactly those, byte for byte."""
    if manifest["bentuk"] != BENTUK:
        raise CadanganRusak("Cadangan ini dibuat versi SIDIK yang lain bentuknya. Pakai versi itu.")
    listed, found = set(manifest["isi"]), set(archive.namelist()) - {MANIFES}
    if listed != found or len(archive.namelist()) != len(found) + 1:
        raise CadanganRusak("Isi cadangan tidak sama dengan daftarnya. Pakai salinan lain.")
    for name, row in manifest["isi"].items():
        digest, size = hashlib.sha256(), 0
        for chunk in baca(archive, name):
            digest.update(chunk)
            size += len(chunk)
        if (digest.hexdigest(), size) != (row["sha256"], row["ukuran"]):
            raise CadanganRusak(f"Isi cadangan rusak pada {name}. Pakai salinan lain.")


def baca(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The bytes of one entry, in pieces."""
    with archive.open(name) as entry:
        while chunk := entry.read(POTONG):
            yield chunk
