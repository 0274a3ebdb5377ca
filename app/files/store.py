"""The content-addressed store in a local folder: a file's SHA-256 is its name, and its bytes never change.

A file is durable before `put` returns, so the row that names it is written afterwards; a crash in between leaves an
orphan for `sweep`, never a row without its file.
"""

import contextlib
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from app.errors import TerlaluBesar, TidakTersedia

SHA256 = re.compile(r"[0-9a-f]{64}")
ONE_DAY = 24 * 60 * 60


class FileDamaged(Exception):
    """The bytes on disk are not those that were stored."""


class FileStore(Protocol):
    """What every kind of store promises."""

    def put(self, content: bytes | Iterable[bytes], limit: int | None = None) -> tuple[str, int]:
        """Keep the bytes; return their SHA-256 and size."""

    def read(self, sha256: str) -> bytes:
        """The bytes, verified against their name."""

    def ready(self) -> bool:
        """Can files be kept right now?"""

    def all(self) -> Iterator[str]:
        """Every SHA-256 in the store."""

    def sweep(self, referenced: Collection[str], min_age: float = ONE_DAY) -> list[str]:
        """Remove old files that no row names; return what went."""


class Store:
    """A folder: `ab/abcdef…` holds the file whose SHA-256 is `abcdef…`; `tmp/` holds what is being written."""

    def __init__(self, root: str | Path) -> None:
        self.root = Path(root).resolve()
        self.drafts = self.root / "tmp"
        self.drafts.mkdir(mode=0o700, parents=True, exist_ok=True)

    def path(self, sha256: str) -> Path:
        """Where this file lies. A name that is no SHA-256 is refused, so no path ever leaves the folder."""
        if not SHA256.fullmatch(sha256):
            raise ValueError("bukan SHA-256")
        return self.root / sha256[:2] / sha256

    def put(self, content: bytes | Iterable[bytes], limit: int | None = None) -> tuple[str, int]:
        """Write aside, fsync, rename, fsync the folder. The same bytes again change nothing."""
        chunks = (content,) if isinstance(content, bytes) else content
        handle, draft = tempfile.mkstemp(dir=self.drafts)
        try:
            sha256, size = _write(handle, chunks, limit)
            target = self.path(sha256)
            if not target.parent.is_dir():
                target.parent.mkdir(mode=0o700, exist_ok=True)
                _fsync_folder(self.root)
            os.replace(draft, target)
            _fsync_folder(target.parent)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(draft)
            raise
        return sha256, size

    def exists(self, sha256: str) -> bool:
        """Is a file of this name kept here (its bytes unread)?"""
        return self.path(sha256).is_file()

    def read(self, sha256: str) -> bytes:
        """The bytes, hashed again: a damaged file is an error and never delivered."""
        content = self.path(sha256).read_bytes()
        if hashlib.sha256(content).hexdigest() != sha256:
            raise FileDamaged(sha256)
        return content

    def ready(self) -> bool:
        """The folder is there and takes a file."""
        try:
            handle, draft = tempfile.mkstemp(dir=self.drafts)
            os.close(handle)
            os.unlink(draft)
        except OSError:
            return False
        return True

    def all(self) -> Iterator[str]:
        """Every SHA-256 in the folder, in no promised order."""
        for folder in self.root.iterdir():
            if len(folder.name) == 2:
                yield from (file.name for file in folder.iterdir() if SHA256.fullmatch(file.name))

    def sweep(self, referenced: Collection[str], min_age: float = ONE_DAY) -> list[str]:
        """Remove orphans older than `min_age` seconds: younger ones may wait for their row."""
        orphans = [self.path(sha256) for sha256 in self.all() if sha256 not in referenced]
        oldest = time.time() - min_age
        gone = []
        for file in [*orphans, *self.drafts.iterdir()]:
            with contextlib.suppress(FileNotFoundError):
                if file.stat().st_mtime < oldest:
                    file.unlink()
                    gone.append(file.name)
        return gone


def open_store(url: str) -> FileStore:
    """The store at an address of SIDIK_FILES_URL: `file:///folder`, or a plain path."""
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Store(unquote(parts.path))
    if parts.scheme == "":
        return Store(url)
    raise TidakTersedia(f"Penyimpanan file {parts.scheme}:// belum dipasang. Pakai SIDIK_FILES_URL=file:///folder.")


def _write(handle: int, chunks: Iterable[bytes], limit: int | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if limit is not None and size > limit:
                raise TerlaluBesar
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fchmod(file.fileno(), 0o440)
        os.fsync(file.fileno())
    return digest.hexdigest(), size


def _fsync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
