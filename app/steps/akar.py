"""Trust roots: one person uploads a certificate, a second person lets it count; whoever doubts it ends that. Their one owner."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.documents.keeping import simpan
from app.documents.ttd_elektronik import sertifikat
from app.errors import IsianSalah, JenisSalah, Kekurangan, OrangSama, TidakBerwenang
from app.extensions import writing
from app.models.base import TEKS
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import ADMIN, Officer
from app.steps.texts import isian

SUMBER = "AkarTerpercaya"
UNGGAH, AKTIFKAN = "can_add", "can_aktifkan"
MIME, TERBESAR = "application/pkix-cert", 64 * 1024


def boleh(officer: Officer, izin: str) -> bool:
    """Trust roots are master data: roles with the grant, and administrators."""
    return officer.may(izin, SUMBER) or ADMIN in officer.roles


def unggah_akar(officer: Officer, *, content: bytes, nama: str, alasan: str) -> int:
    """Keep a certificate; it counts for nothing yet. Raises TidakBerwenang, IsianSalah, JenisSalah."""
    _require(officer, UNGGAH)
    reason = isian("alasan", alasan, TEKS)
    try:
        if len(content) > TERBESAR:
            raise ValueError("terlalu besar")
        der, name, digest, start, end = sertifikat(content)
    except ValueError:
        told = "File ini bukan sertifikat otoritas (CA). Unggah sertifikat induk berformat .cer, .crt, atau .pem."
        raise JenisSalah(told) from None
    with writing() as session:
        session.info[PELAKU] = officer.id
        if session.scalar(select(m.AkarTerpercaya.id).where(m.AkarTerpercaya.sidik == digest)) is not None:
            raise IsianSalah([Kekurangan("kembar", f"Sertifikat {name} sudah ada.", medan="unggahan")])
        kept = simpan(session, der, nama=nama, mime=MIME, officer_id=officer.id)
        session.flush()
        row = m.AkarTerpercaya(
            nama=name,
            sidik=digest,
            berlaku_mulai=start,
            berlaku_sampai=end,
            unggahan_id=kept.id,
            aktif=False,
            alasan=reason,
        )
        session.add(row)
        session.flush()
        return int(row.id)


def tetapkan_akar(officer: Officer, ident: int, *, aktif: bool, alasan: str) -> None:
    """Let a root count (never by whoever uploaded it), or end that. Raises as the door does."""
    _require(officer, AKTIFKAN)
    reason = isian("alasan", alasan, TEKS)
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = satu(session, officer, ident, lock=True)
        if aktif and row.dibuat_oleh_id == officer.id:
            raise OrangSama("Anda yang mengunggah sertifikat ini. Mintalah rekan lain memeriksa dan mengaktifkannya.")
        row.aktif, row.alasan = aktif, reason


def satu(session: Session, officer: Officer, ident: int, *, lock: bool = False) -> m.AkarTerpercaya:
    """One root, or TidakDitemukan."""
    return scope.one(session, m.AkarTerpercaya, ident, officer, lock=lock)


def _require(officer: Officer, izin: str) -> None:
    if not boleh(officer, izin):
        raise TidakBerwenang()
