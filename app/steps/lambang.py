"""The emblem on an agency's letterhead: uploaded by whoever keeps the agencies, checked, kept by content."""

from __future__ import annotations

from app import models as m
from app.documents.keeping import baca, simpan
from app.documents.pictures import ukuran_png
from app.errors import IsianSalah, Kekurangan
from app.extensions import db, writing
from app.files.sniff import periksa
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.steps.events import catat

TERKECIL, TERBESAR, TERBERAT = 150, 4000, 1024 * 1024


def perangkat(officer: Officer, ident: int) -> m.PerangkatDaerah:
    """One agency. TidakDitemukan otherwise."""
    return scope.one(db.session, m.PerangkatDaerah, ident, officer)


def pasang_lambang(officer: Officer, ident: int, *, content: bytes, nama: str) -> None:
    """Put an emblem on the letterhead of an agency. The screen asks for the right to change agencies before."""
    perangkat(officer, ident)
    periksa(nama, content, ("png",))
    if fault := _fault(content):
        raise IsianSalah([Kekurangan("lambang", fault, medan="unggahan")])
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = simpan(session, content, nama=nama, mime="image/png", officer_id=officer.id)
        session.flush()
        session.get_one(m.PerangkatDaerah, ident).kop_id = row.id
        catat(
            session,
            officer=officer,
            objek_jenis="perangkat_daerah",
            objek_id=ident,
            verb="pasang_lambang",
            ringkasan={"sha256": row.sha256},
        )


def _fault(content: bytes) -> str:
    width, height = ukuran_png(content)
    if len(content) > TERBERAT:
        return "Gambar lebih besar dari 1 MB. Perkecil, lalu unggah lagi."
    if not (TERKECIL <= width <= TERBESAR and TERKECIL <= height <= TERBESAR):
        return f"Sisi gambar harus {TERKECIL} sampai {TERBESAR} piksel; gambar ini {width} × {height}."
    if not 0.5 <= width / height <= 1.5:
        return f"Gambar terlalu lebar atau terlalu tinggi ({width} × {height}). Potong tepi kosongnya."
    return ""


def gambar(officer: Officer, ident: int) -> bytes | None:
    """The emblem of an agency, or None."""
    row = perangkat(officer, ident)
    return baca(db.session.get_one(m.Unggahan, row.kop_id)) if row.kop_id is not None else None
