"""Downloads of papers: bound to the record, within the officer's rows; every reading of an internal paper is logged."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.documents.keeping import DOCX, baca, simpan
from app.documents.pdf import ke_pdf
from app.errors import IsianSalah, Kekurangan, TidakBerwenang, TidakDitemukan
from app.extensions import db, writing
from app.security import scope
from app.security.officer import Officer
from app.sop.words import Naskah
from app.steps.events import catat
from app.steps.papers import nama_berkas

FORMAT = ("docx", "pdf", "ttd")
PDF = "application/pdf"
_AKHIRAN = {PDF: "pdf", "image/jpeg": "jpg", "image/png": "png", DOCX: "docx"}


@dataclass(frozen=True)
class Unduhan:
    """A file to hand out: bytes, speaking name, MIME type, SHA-256 of the bytes."""

    isi: bytes
    nama: str
    mime: str
    sha256: str


def unduh(officer: Officer, naskah_id: int, bentuk: str = "docx") -> Unduhan:
    """The .docx as issued, its PDF, or the signed copy ("ttd"). Raises TidakDitemukan, IsianSalah, TidakTersedia."""
    if bentuk not in FORMAT:
        raise IsianSalah([Kekurangan("format", f"Pilih format: {', '.join(FORMAT)}.", medan="format")])
    if not officer.may("can_get", "Naskah") and not officer.may("can_show", "Naskah"):
        raise TidakBerwenang()
    session: Session = db.session
    naskah = scope.one(session, m.Naskah, naskah_id, officer)
    kept = _kept(session, naskah, bentuk)
    content = baca(kept)
    name = nama_berkas(naskah, _AKHIRAN.get(kept.jenis_mime, "docx"), ttd=bentuk == "ttd")
    found = Unduhan(content, name, kept.jenis_mime, kept.sha256)
    if naskah.jenis != Naskah.SURAT_KEPUTUSAN:
        _log(officer, naskah.id, naskah.berkas_id, bentuk)
    return found


def _kept(session: Session, naskah: m.Naskah, bentuk: str) -> m.Unggahan:
    if bentuk == "docx":
        return naskah.unggahan
    if bentuk == "pdf":
        return pdf_naskah(session, naskah)
    if not naskah.salinan:
        raise TidakDitemukan("Naskah ini belum mempunyai salinan bertanda tangan.")
    return naskah.salinan[-1].unggahan


def pdf_naskah(session: Session, naskah: m.Naskah) -> m.Unggahan:
    """The PDF, made once and kept: the conversion runs outside any transaction."""
    if naskah.pdf_id is not None:
        return session.get_one(m.Unggahan, naskah.pdf_id)
    ident, docx, name = naskah.id, baca(naskah.unggahan), nama_berkas(naskah, "pdf")
    session.rollback()
    content = ke_pdf(docx)
    with writing() as fresh:
        row = simpan(fresh, content, nama=name, mime=PDF, officer_id=None)
        fresh.flush()
        query = select(m.Naskah).where(m.Naskah.id == ident).with_for_update()
        fresh.scalars(query).one().pdf_id = row.id
    return session.get_one(m.Unggahan, row.id)


def _log(officer: Officer, naskah_id: int, berkas_id: int | None, bentuk: str) -> None:
    with writing() as session:
        catat(
            session,
            officer=officer,
            objek_jenis="naskah",
            objek_id=naskah_id,
            verb="unduh",
            berkas_id=berkas_id,
            ringkasan={"format": bentuk},
        )
