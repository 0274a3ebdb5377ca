"""Register entries: born with the decree, in force when both signed copies are paired, gone when the decree is taken back."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.terms import akhir_jangka, batas_buka
from app.documents.contexts.butir import kolom_publik, potret_butir
from app.models.base import sekarang
from app.sop.words import Naskah, StatusButir, StatusNaskah, StatusRegister
from app.steps.cases import butir_berkas
from app.steps.move import Move
from app.steps.penyimpanan import tugaskan


def catat_entri(move: Move, decree: m.Naskah) -> None:
    """One entry for each butir that the decree fixes, in one statement."""
    holidays = set(move.session.scalars(select(m.HariLibur.tanggal)))
    rows = [_entry(move, butir, decree, holidays) for butir in _decided(move)]
    if rows:
        move.session.execute(insert(m.ButirDitetapkan), rows)


def _decided(move: Move) -> list[m.ButirInformasi]:
    return butir_berkas(move.session, move.case.id, StatusButir.DITETAPKAN)


def jangka(butir: m.ButirInformasi, ditetapkan: dt.date) -> tuple[dt.date, dt.date | None]:
    """(start, end or None) of the term: it starts with the decree unless the butir says otherwise."""
    start = butir.jangka_mulai or ditetapkan
    if butir.jangka_jenis == "tahun" and butir.jangka_tahun:
        return start, akhir_jangka(start, butir.jangka_tahun)
    if butir.jangka_jenis == "tanggal" and butir.jangka_akhir is not None and butir.jangka_akhir > start:
        return start, butir.jangka_akhir
    return start, None


def _entry(move: Move, butir: m.ButirInformasi, decree: m.Naskah, holidays: Collection[dt.date]) -> dict[str, Any]:
    start, end = jangka(butir, decree.tanggal)
    event = butir.jangka_peristiwa if butir.jangka_jenis in ("peristiwa", "persetujuan") else None
    return {
        "butir_id": butir.id,
        "sk_id": decree.id,
        "perangkat_daerah_id": butir.usulan.perangkat_daerah_id,
        **kolom_publik(butir, decree.tanggal),
        "isi": potret_butir(butir, decree.tanggal),
        "mulai": start,
        "akhir": end,
        "peristiwa": event,
        "batas_buka": batas_buka(end, holidays) if end is not None else None,
        "tanggal_tinjau": butir.tanggal_tinjau or akhir_jangka(decree.tanggal, 1),
        "status": StatusRegister.MENUNGGU_TTD.value,
        "dibuat_oleh_id": move.officer.id,
        "diubah_oleh_id": move.officer.id,
        "dibuat_pada": move.now,
        "diubah_pada": move.now,
    }


def _set(session: Session, decree_id: int, before: StatusRegister, after: StatusRegister) -> None:
    e = m.ButirDitetapkan
    values = {"status": after.value, "diubah_pada": sekarang()}
    query = update(e).where(e.sk_id == decree_id, e.status == before).values(values)
    session.execute(query.execution_options(synchronize_session=False))


def berlakukan(session: Session, berkas_id: int) -> bool:
    """Put the entries of a decree in force once body and Lampiran II are both signed; tells whether it did."""
    n = m.Naskah
    both = (Naskah.SURAT_KEPUTUSAN, Naskah.LAMPIRAN_TERBATAS)
    query = select(n).where(n.berkas_id == berkas_id, n.jenis.in_(both), n.status == StatusNaskah.DITANDATANGANI)
    signed = {row.jenis: row for row in session.scalars(query)}
    if set(signed) != set(both):
        return False
    _set(session, signed[Naskah.SURAT_KEPUTUSAN].id, StatusRegister.MENUNGGU_TTD, StatusRegister.BERLAKU)
    tugaskan(session, signed[Naskah.SURAT_KEPUTUSAN].id)
    return True


def cabut_entri(session: Session, berkas_id: int) -> None:
    """Withdraw the entries that wait for the signature of a decree that is taken back."""
    decrees = select(m.Naskah.id).where(m.Naskah.berkas_id == berkas_id, m.Naskah.jenis == Naskah.SURAT_KEPUTUSAN)
    for decree_id in session.scalars(decrees):
        _set(session, decree_id, StatusRegister.MENUNGGU_TTD, StatusRegister.DICABUT)
