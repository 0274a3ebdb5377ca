"""Loans of hard copies: who has which record, until when; and its return. The owner of PeminjamanArsip."""

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang
from app.models.archive import HARDCOPY
from app.models.base import ALAMAT, NAMA, TEKS
from app.security import scope
from app.security.officer import Officer
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.texts import bersihkan

ISIAN = {"peminjam": NAMA, "unit_kerja": NAMA, "keperluan": TEKS}


def pinjam(officer: Officer, fields: dict[str, Any]) -> int:
    """Lend the hard copy of a record; -> id. `fields`: arsip (id), peminjam, unit_kerja, keperluan, jatuh_tempo."""
    if not officer.may("can_add", "PeminjamanArsip"):
        raise TidakBerwenang()
    with acting(officer) as session:
        record = _satu(session, m.Arsip, fields.get("arsip"), officer)
        _ada_di_tempat(session, record)
        row = m.PeminjamanArsip(arsip_id=record.id, dipinjam=hari_ini_wib())
        for name, value in bersihkan(fields, ISIAN).items():
            setattr(row, name, value)
        faults = [
            Kekurangan("wajib", "Kolom ini wajib diisi.", medan=n)
            for n in ISIAN
            if n != "unit_kerja" and not getattr(row, n)
        ]
        due = fields.get("jatuh_tempo")
        if not isinstance(due, dt.date) or due < row.dipinjam:
            sentence = "Isi tanggal kembali, hari ini atau sesudahnya."
            faults.append(Kekurangan("tanggal", sentence, medan="jatuh_tempo"))
        if faults or not isinstance(due, dt.date):
            raise IsianSalah(faults)
        row.jatuh_tempo = due
        session.add(row)
        session.flush()
        told = {"peminjaman": row.id, "jatuh_tempo": row.jatuh_tempo.isoformat()}
        _catat(session, officer, record, "pinjam_arsip", told)
        return row.id


def kembalikan(officer: Officer, ident: int, keadaan: str = "") -> None:
    """The hard copy is back in its place; `keadaan`: how it came back."""
    if not officer.may("can_edit", "PeminjamanArsip"):
        raise TidakBerwenang()
    with acting(officer) as session:
        row = _satu(session, m.PeminjamanArsip, ident, officer)
        if row.dikembalikan is not None:
            raise StatusBerubah("Arsip ini sudah dikembalikan.", status="dikembalikan")
        row.keadaan_kembali = bersihkan({"keadaan_kembali": keadaan}, {"keadaan_kembali": ALAMAT})["keadaan_kembali"]
        row.dikembalikan = hari_ini_wib()
        session.flush()
        _catat(session, officer, row.arsip, "kembalikan_arsip", {"peminjaman": row.id})


def dipinjam(session: Session, arsip_id: int) -> m.PeminjamanArsip | None:
    """Who has the hard copy now."""
    p = m.PeminjamanArsip
    return session.scalars(select(p).where(p.arsip_id == arsip_id, p.dikembalikan.is_(None))).one_or_none()


def sudah_pergi(session: Session, arsip_id: int) -> bool:
    """Whether the record was destroyed or handed over."""
    b, p = m.ButirPenyusutan, m.PenyusutanArsip
    gone = select(b.id).join(p, b.penyusutan_id == p.id).where(b.arsip_id == arsip_id, p.status == "selesai")
    return session.scalar(gone.limit(1)) is not None


def _ada_di_tempat(session: Session, record: m.Arsip) -> None:
    """Only what lies in its place can be lent."""
    if not any(getattr(record, f"hardcopy_{name}") for name in HARDCOPY[:-1]):
        raise IsianSalah(pesan="Lokasi hardcopy arsip ini belum dicatat. Isi dahulu pada catatan arsipnya.")
    if sudah_pergi(session, record.id):
        raise StatusBerubah("Arsip ini sudah dimusnahkan atau diserahkan.", status="selesai")
    out = dipinjam(session, record.id)
    if out is not None:
        until = tanggal_panjang(out.jatuh_tempo)
        raise StatusBerubah(f"Arsip ini masih dipinjam {out.peminjam} sampai {until}.", status="dipinjam")


def _satu(session: Session, model: Any, ident: Any, officer: Officer) -> Any:
    return scope.one(session, model, ident, officer, lock=True)


def _catat(session: Session, officer: Officer, record: m.Arsip, verb: str, told: dict[str, Any]) -> None:
    catat(
        session,
        officer=officer,
        objek_jenis="naskah",
        objek_id=record.naskah_id,
        verb=verb,
        berkas_id=record.naskah.berkas_id,
        ringkasan={"arsip": record.id, **told},
    )
