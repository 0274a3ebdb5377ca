"""The life of a template: uploaded as a draft, tried, activated with a reason by a second person, retired. Its one owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, joinedload

from app import models as m
from app.documents.contract import Kontrak
from app.documents.keeping import DOCX, baca, simpan
from app.documents.trial import Percobaan, coba
from app.errors import IsianSalah, Kekurangan, OrangSama, StatusBerubah, TidakBerwenang
from app.extensions import db, writing
from app.files.sniff import periksa
from app.models.base import TEKS, sekarang
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import ADMIN, Officer
from app.sop import choices
from app.steps.events import catat
from app.steps.papers_cetak import bawaan, sidik, templat
from app.steps.texts import isian

SUMBER = "TemplatNaskah"
UNGGAH, AKTIFKAN = "can_unggah", "can_aktifkan"
KONSEP, AKTIF, PENSIUN = "konsep", "aktif", "pensiun"


@dataclass(frozen=True)
class Hasil:
    """What became of an upload: the draft's id, or None with the reasons in `percobaan`."""

    percobaan: Percobaan
    id: int | None = None

    @property
    def kontrak(self) -> Kontrak:
        return self.percobaan.kontrak


def boleh(officer: Officer, izin: str) -> bool:
    """Templates are master data: roles with the grant, and administrators."""
    return officer.may(izin, SUMBER) or ADMIN in officer.roles


def unggah_templat(officer: Officer, jenis: str, *, content: bytes, nama: str, catatan: str) -> Hasil:
    """Try an edited template and keep it as a draft. A refused one is kept nowhere: its reasons are the answer.

    Raises TidakBerwenang, IsianSalah, and JenisSalah or TerlaluBesar for what is no clean .docx.
    """
    _require(officer, UNGGAH)
    shipped = bawaan(jenis)
    note = isian("catatan", catatan, TEKS)
    periksa(nama, content, ("docx",))
    db.session.rollback()  # the trial takes seconds: no transaction waits for it
    found = coba(content, jenis, shipped)
    if found.ditolak:
        return Hasil(found)
    with writing() as session:
        session.info[PELAKU] = officer.id
        ident = _keep(session, officer, jenis, content, nama, note)
    return Hasil(found, ident)


def _keep(session: Session, officer: Officer, jenis: str, content: bytes, nama: str, note: str) -> int:
    t = m.TemplatNaskah
    latest = session.scalar(select(func.max(t.nomor_versi)).where(t.jenis == jenis)) or 0
    file = simpan(session, content, nama=nama, mime=DOCX, officer_id=officer.id)
    session.flush()
    row = t(
        jenis=jenis,
        nomor_versi=latest + 1,
        unggahan_id=file.id,
        sha256=file.sha256,
        status=KONSEP,
        alasan="",
        catatan=note,
        dibuat_oleh_id=officer.id,
    )
    session.add(row)
    session.flush()
    _log(session, officer, row, "unggah_templat", note)
    return row.id


def aktifkan(officer: Officer, ident: int, *, alasan: str) -> int:
    """Put a draft in force: by another person than its uploader, with a reason. -> how many unsigned papers it outdates."""
    _require(officer, AKTIFKAN)
    row = satu(officer, ident)
    if row.status != KONSEP:
        raise StatusBerubah(_keadaan(row), status=row.status)
    if row.dibuat_oleh_id == officer.id:
        raise OrangSama("Templat diaktifkan oleh orang kedua: mintalah rekan yang tidak mengunggahnya.")
    reason, content = isian("alasan", alasan, TEKS), baca(row.unggahan)
    jenis, shipped = row.jenis, bawaan(row.jenis)
    db.session.rollback()
    refused = coba(content, jenis, shipped).ditolak  # the vocabulary may have moved since the upload
    if refused:
        raise IsianSalah([Kekurangan("templat_ditolak", refused, medan="alasan")])
    with writing() as session:
        session.info[PELAKU] = officer.id
        return _activate(session, officer, ident, reason)


def _activate(session: Session, officer: Officer, ident: int, reason: str) -> int:
    t = m.TemplatNaskah
    row = _locked(session, ident, KONSEP)
    for other in session.scalars(select(t).where(t.jenis == row.jenis, t.status == AKTIF).with_for_update()):
        other.status = PENSIUN
    session.flush()
    row.status, row.alasan = AKTIF, reason
    row.diaktifkan_oleh_id, row.diaktifkan_pada = officer.id, sekarang()
    count = _outdate(session, row.jenis, row.sha256)
    _log(session, officer, row, "aktifkan_templat", reason, usang=count)
    return count


def pensiunkan(officer: Officer, ident: int, *, alasan: str) -> int:
    """Take a draft or the active template out of use; the shipped one serves again. -> how many papers it outdates."""
    _require(officer, AKTIFKAN)
    satu(officer, ident)
    reason = isian("alasan", alasan, TEKS)
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = _locked(session, ident, KONSEP, AKTIF)
        was_active = row.status == AKTIF
        row.status, row.alasan = PENSIUN, reason
        session.flush()
        count = _outdate(session, row.jenis, sidik(templat(session, row.jenis)[0])) if was_active else 0
        _log(session, officer, row, "pensiunkan_templat", reason, usang=count)
        return count


def _outdate(session: Session, jenis: str, sha: str) -> int:
    """Mark the unsigned papers of a kind that another template printed; a paper of this one is fresh again."""
    n = m.Naskah
    open_papers = (n.jenis == jenis) & (n.status == "terbit")
    quiet = {"synchronize_session": False}
    stale = update(n).where(open_papers, n.templat_sha256 != sha, n.usang.is_(False))
    fresh = update(n).where(open_papers, n.templat_sha256 == sha, n.usang.is_(True))
    session.execute(fresh.values(usang=False, versi=n.versi + 1).execution_options(**quiet))
    done: Any = session.execute(stale.values(usang=True, versi=n.versi + 1).execution_options(**quiet))
    return int(done.rowcount)


def satu(officer: Officer, ident: int) -> m.TemplatNaskah:
    """One template that the officer may see. TidakDitemukan otherwise."""
    return scope.one(db.session, m.TemplatNaskah, ident, officer)


def aktif(session: Session) -> dict[str, m.TemplatNaskah]:
    """Kind → the office's own template in force."""
    t = m.TemplatNaskah
    query = select(t).where(t.status == AKTIF).options(joinedload(t.unggahan))
    return {row.jenis: row for row in session.scalars(query)}


def _locked(session: Session, ident: int, *wanted: str) -> m.TemplatNaskah:
    """The row, locked, still in one of the wanted states."""
    row = session.scalars(select(m.TemplatNaskah).where(m.TemplatNaskah.id == ident).with_for_update()).one()
    if row.status not in wanted:
        raise StatusBerubah(_keadaan(row), status=row.status)
    return row


def _keadaan(row: m.TemplatNaskah) -> str:
    return f"Templat ini sudah berstatus “{choices.STATUS_TEMPLAT[row.status]}”. Muat ulang halaman ini."


def _require(officer: Officer, izin: str) -> None:
    if not boleh(officer, izin):
        raise TidakBerwenang()


def _log(session: Session, officer: Officer, row: m.TemplatNaskah, verb: str, note: str, **more: Any) -> None:
    told = {"jenis": row.jenis, "versi": row.nomor_versi, "sha256": row.sha256, **more}
    catat(
        session, officer=officer, objek_jenis="templat", objek_id=row.id, verb=verb, catatan=note[:TEKS], ringkasan=told
    )
