"""Keeps files in the content-addressed store and their rows in the database. The bytes are durable before the row exists."""

from flask import current_app
from sqlalchemy.orm import Session

from app.errors import TidakTersedia
from app.files.names import nama_asli
from app.files.store import FileDamaged, FileStore, open_store
from app.models.papers import Unggahan

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KEY = "sidik_files"


def gudang() -> FileStore:
    """The store of this application at its address, opened on first use."""
    opened: dict[str, FileStore] = current_app.extensions.setdefault(_KEY, {})
    url = current_app.config["SIDIK_FILES_URL"]
    if url not in opened:
        opened[url] = open_store(url)
    return opened[url]


def simpan(session: Session, content: bytes, *, nama: str, mime: str, officer_id: int | None) -> Unggahan:
    """Keep bytes and add their row (flushed by the caller)."""
    sha, size = gudang().put(content)
    row = Unggahan(
        sha256=sha,
        nama_asli=nama_asli(nama),
        jenis_mime=mime,
        ukuran=size,
        kunci_penyimpanan=sha,
        diunggah_oleh_id=officer_id,
    )
    session.add(row)
    return row


def baca(unggahan: Unggahan) -> bytes:
    """The bytes of a kept file, verified against their SHA-256. TidakTersedia when they are gone or damaged."""
    try:
        return gudang().read(unggahan.kunci_penyimpanan)
    except (FileDamaged, FileNotFoundError):
        raise TidakTersedia(
            "File tidak dapat dibaca dari tempat penyimpanan. Hubungi administrator untuk memulihkannya dari cadangan."
        ) from None
