"""Appends to the event log and verifies its chain. Every act of a person leaves one row, in the transaction of the act."""

import datetime as dt
import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.calendar.hours import di_luar_jam_kerja
from app.calendar.words import wib
from app.models.base import sekarang
from app.models.events import NOL, KepalaRantai, Peristiwa, canon
from app.models.office import HariLibur
from app.security.officer import Officer
from app.sop.notifikasi import PERISTIWA
from app.steps.notifikasi import kabarkan


def libur_pada(session: Session, tanggal: dt.date) -> Collection[dt.date]:
    """The holidays of the table that fall on one day (empty or that day)."""
    return set(session.scalars(select(HariLibur.tanggal).where(HariLibur.tanggal == tanggal)))


SISTEM = "Sistem"


@dataclass(frozen=True)
class Kejadian:
    """One event of the application's own work, before it stands in the chain."""

    objek_jenis: str
    objek_id: int
    verb: str
    operasi: str
    dari: str | None = None
    ke: str | None = None
    berkas_id: int | None = None
    ringkasan: dict[str, Any] = field(default_factory=dict)


def _kepala(session: Session) -> KepalaRantai:
    """The head of the chain, locked: it comes last in a transaction (lock order: case, number, head)."""
    query = select(KepalaRantai).where(KepalaRantai.id == 1).with_for_update()
    return session.execute(query.execution_options(populate_existing=True)).scalar_one()


def _luar_jam(session: Session, moment: dt.datetime) -> bool:
    return di_luar_jam_kerja(moment, libur_pada(session, wib(moment).date()))


def catat(
    session: Session,
    *,
    officer: Officer,
    objek_jenis: str,
    objek_id: int,
    verb: str,
    operasi: str | None = None,
    berkas_id: int | None = None,
    dari: str | None = None,
    ke: str | None = None,
    catatan: str = "",
    ringkasan: dict[str, Any] | None = None,
    atas_nama: str | None = None,
    waktu: dt.datetime | None = None,
) -> Peristiwa:
    """Append one event, and tell those whom it concerns. Locks the head of the chain, so it comes last in a transaction.

    Lock order: case, number, head.
    """
    moment = waktu or sekarang()
    head = _kepala(session)
    row = Peristiwa(
        urut=head.urut + 1,
        waktu=moment,
        pelaku_id=officer.id,
        pelaku_nama=officer.nama,
        pelaku_jabatan=officer.jabatan or None,
        peran=officer.peran[:200],
        atas_nama=atas_nama,
        objek_jenis=objek_jenis,
        objek_id=objek_id,
        berkas_id=berkas_id,
        verb=verb,
        operasi=operasi or str(uuid.uuid4()),
        dari=dari,
        ke=ke,
        catatan=catatan or None,
        di_luar_jam_kerja=_luar_jam(session, moment),
        ringkasan=canon(ringkasan or {}),
        sha_sebelumnya=head.sha,
    )
    row.sha = row.sidik()
    session.add(row)
    head.urut, head.sha = row.urut, row.sha
    session.flush()
    hal = PERISTIWA.get((objek_jenis, verb))
    if hal is not None:
        kabarkan(session, hal, [objek_id], kelompok=f"peristiwa:{row.urut}", waktu=moment, pelaku_id=officer.id)
    return row


def catat_sistem(session: Session, rows: Sequence[Kejadian], waktu: dt.datetime) -> None:
    """Append the events of the application's own work, in one statement. Nobody acts: `pelaku_id` stays empty.

    `operasi` names the work and its day, so that the database itself refuses a second time.
    """
    if not rows:
        return
    head = _kepala(session)
    outside, made = _luar_jam(session, waktu), []
    for row in rows:
        event = Peristiwa(
            **{f.name: getattr(row, f.name) for f in fields(row) if f.name != "ringkasan"},
            urut=head.urut + 1,
            waktu=waktu,
            pelaku_nama=SISTEM,
            peran=SISTEM,
            di_luar_jam_kerja=outside,
            ringkasan=canon(row.ringkasan),
            sha_sebelumnya=head.sha,
        )
        event.sha = event.sidik()
        head.urut, head.sha = event.urut, event.sha
        made.append({name: getattr(event, name) for name in _KOLOM})
    session.execute(insert(Peristiwa), made)
    session.flush()


_KOLOM = [column.key for column in Peristiwa.__table__.columns if column.key != "id"]


def periksa_rantai(session: Session, sampai: tuple[int, str] | None = None) -> list[str]:
    """What is wrong with the chain, as Indonesian sentences; empty when it holds.

    `sampai`: (urut, sha) of an outside witness, such as the head printed on a decree.
    """
    expected, before = 1, NOL
    query = select(Peristiwa).order_by(Peristiwa.urut).execution_options(yield_per=1000)
    with session.scalars(query) as rows:  # closed on every way out: PostgreSQL reads it through a server-side cursor
        for row in rows:
            if row.urut != expected:
                return [f"Peristiwa nomor {expected} hilang."]
            if row.sha_sebelumnya != before or row.sidik() != row.sha:
                return [f"Peristiwa nomor {row.urut} tidak cocok dengan sidik jarinya: isinya pernah diubah."]
            if sampai is not None and sampai[0] == row.urut and sampai[1] != row.sha:
                return [f"Peristiwa nomor {row.urut} berbeda dari saksi di luar."]
            expected, before = expected + 1, row.sha
    head = session.get_one(KepalaRantai, 1)
    if (head.urut, head.sha) != (expected - 1, before):
        return ["Kepala rantai tidak cocok dengan peristiwa terakhir."]
    if sampai is not None and sampai[0] >= expected:
        return ["Catatan lebih pendek daripada saksi di luar."]
    return []
