"""Files that come with a form: checked, kept by content, answered by the id of their row."""

from __future__ import annotations

from werkzeug.datastructures import FileStorage

from app.documents.keeping import simpan
from app.errors import IsianSalah, Kekurangan
from app.extensions import writing
from app.files.sniff import periksa
from app.models.history import PELAKU
from app.security.officer import Officer

PINDAIAN = ("pdf", "jpeg", "png")


def content_of(upload: FileStorage | None) -> tuple[bytes, str]:
    """(bytes, name) of an uploaded file; IsianSalah when none was chosen."""
    if upload is None or not upload.filename:
        raise IsianSalah([Kekurangan("unggahan", "Pilih file yang akan diunggah.", "unggahan")])
    return upload.stream.read(), upload.filename


def kept_upload(upload: FileStorage, officer: Officer) -> int:
    """Keep one uploaded scan; JenisSalah or TerlaluBesar when it is not accepted."""
    content, name = content_of(upload)
    checked = periksa(name, content, PINDAIAN)
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = simpan(session, content, nama=name, mime=checked.mime, officer_id=officer.id)
        session.flush()
        return int(row.id)
