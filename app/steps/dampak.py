"""What a change of the law touches: register entries and butir under way, and the reviews that it asks for (never twice)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.law.akibat import akibat
from app.models.base import TEKS, id_baris, sekarang
from app.security.officer import Officer
from app.security.scope import one, visible
from app.sop import choices
from app.sop.words import StatusButir as S
from app.sop.words import StatusRegister as R
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.texts import isian

Sebab = m.Peraturan | m.Pasal17
BERJALAN = tuple(s.value for s in S if s not in (S.DITETAPKAN, S.TERBUKA, S.TIDAK_DISETUJUI, S.DIGABUNG))
MASIH_TERTUTUP = tuple(s.value for s in (R.MENUNGGU_TTD, R.BERLAKU, R.AKAN_BERAKHIR))


@dataclass(frozen=True)
class Tersentuh:
    """One row that rests on the law in question. `akibat`: what the rule would say of its term; empty for nothing."""

    baris: m.ButirDitetapkan | m.ButirInformasi
    akibat: str
    tinjauan: m.Tinjauan | None

    @property
    def entri(self) -> bool:
        return isinstance(self.baris, m.ButirDitetapkan)


def sebab_kata(sebab: Sebab, hari_ini: dt.date) -> str:
    """What happened to the law, in one phrase; empty for a regulation in force, to which nothing happened."""
    if isinstance(sebab, m.Pasal17):
        if sebab.berlaku_sampai is not None:
            return f"Rumusan {sebab.sebutan} berakhir {tanggal_panjang(sebab.berlaku_sampai)}"
        begun = "mulai berlaku" if sebab.berlaku_mulai > hari_ini else "berlaku sejak"
        return f"Rumusan {sebab.sebutan} {begun} {tanggal_panjang(sebab.berlaku_mulai)}"
    by = f" oleh {sebab.dicabut_oleh.singkat}" if sebab.dicabut_oleh is not None else ""
    words = {"dicabut": f"{sebab.singkat} dicabut{by}", "diubah": f"{sebab.singkat} diubah{by}"}
    return words.get(sebab.status, "")


def dampak(session: Session, officer: Officer, sebab: Sebab) -> list[Tersentuh]:
    """Entries that are still closed, then butir under way, that rest on a regulation or a rule; the officer's rows only."""
    e, b, citing = m.ButirDitetapkan, m.ButirInformasi, _mengutip(sebab)
    entries = select(e).where(e.butir_id.in_(citing), e.status.in_(MASIH_TERTUTUP), visible(e, officer)).order_by(e.id)
    under_way = select(b).where(b.id.in_(citing), b.status.in_(BERJALAN), visible(b, officer)).order_by(b.id)
    rows = [*session.scalars(entries).unique(), *session.scalars(under_way).unique()]
    known = session.scalars(select(m.Tinjauan).where(m.Tinjauan.sebab_kunci.startswith(_awal(sebab), autoescape=True)))
    opened = {task.sebab_kunci: task for task in known}
    return [Tersentuh(row, _akibat(sebab, row), opened.get(_kunci(sebab, row))) for row in rows]


def _mengutip(sebab: Sebab) -> Select[int]:
    d, p = m.DasarPengecualian, m.Pasal17
    if isinstance(sebab, m.Peraturan):
        return select(d.butir_id).where(d.peraturan_id == sebab.id)
    same: Sequence[ColumnElement[bool]] = (p.huruf == sebab.huruf, p.angka.is_not_distinct_from(sebab.angka))
    return select(d.butir_id).join(p, d.pasal17_id == p.id).where(*same)


def _akibat(sebab: Sebab, row: m.ButirDitetapkan | m.ButirInformasi) -> str:
    if isinstance(sebab, m.Peraturan):
        return ""
    if isinstance(row, m.ButirDitetapkan):
        return akibat(sebab, jenis=row.isi.get("jangka_jenis"), mulai=row.mulai, akhir=row.akhir)
    start = row.jangka_mulai or max(sebab.berlaku_mulai, hari_ini_wib())
    return akibat(sebab, jenis=row.jangka_jenis, mulai=start, akhir=row.jangka_akhir, tahun=row.jangka_tahun)


def _awal(sebab: Sebab) -> str:
    """Names the law and its present state: another change of the same law asks anew."""
    if isinstance(sebab, m.Peraturan):
        return f"peraturan:{sebab.id}:{sebab.status}:"
    return f"pasal17:{sebab.id}:{sebab.berlaku_mulai}:{sebab.berlaku_sampai or ''}:"


def _kunci(sebab: Sebab, row: m.ButirDitetapkan | m.ButirInformasi) -> str:
    kind = "register" if isinstance(row, m.ButirDitetapkan) else "butir"
    return f"{_awal(sebab)}{kind}:{row.id}"


def buka_tinjauan(officer: Officer, jenis: str, ident: int) -> int:
    """Open a review for each row that is touched and has none; -> how many. `jenis`: "peraturan" or "pasal17".

    TidakBerwenang, TidakDitemukan; IsianSalah for a regulation that is still in force.
    """
    if not officer.may("can_add", "Tinjauan"):
        raise TidakBerwenang()
    with acting(officer) as session:
        model: Any = {"peraturan": m.Peraturan, "pasal17": m.Pasal17}[jenis]
        law = session.get(model, ident, with_for_update={"of": model}) if id_baris(ident) else None
        if law is None:
            raise TidakDitemukan()
        today = hari_ini_wib(sekarang())
        reason = sebab_kata(law, today)
        if not reason:
            sentence = "Peraturan ini masih berlaku. Tinjauan dibuka setelah statusnya Diubah atau Dicabut."
            raise IsianSalah([Kekurangan("masih_berlaku", sentence, medan="status")])
        waiting = [one for one in dampak(session, officer, law) if one.tinjauan is None]
        for one in waiting:
            session.add(_tinjauan(law, one, f"{reason}. {one.akibat}".strip(), today))
        session.flush()
        if waiting:
            told = {"sebab": reason, "jumlah": len(waiting)}
            catat(session, officer=officer, objek_jenis=jenis, objek_id=law.id, verb="buka_tinjauan", ringkasan=told)
        return len(waiting)


def _tinjauan(law: Sebab, one: Tersentuh, reason: str, today: dt.date) -> m.Tinjauan:
    place = {"butir_ditetapkan_id" if one.entri else "butir_id": one.baris.id}
    cause = {"peraturan_id" if isinstance(law, m.Peraturan) else "pasal17_id": law.id}
    return m.Tinjauan(sebab_kunci=_kunci(law, one.baris), sebab=reason, dibuka=today, **place, **cause)


def selesaikan_tinjauan(officer: Officer, ident: int, fields: dict[str, Any]) -> int:
    """A person says what became of a review; `fields`: hasil, keterangan. -> its id."""
    if not officer.may("can_edit", "Tinjauan"):
        raise TidakBerwenang()
    with acting(officer) as session:
        task = one(session, m.Tinjauan, ident, officer, lock=True)
        if task.hasil is not None:
            raise StatusBerubah("Tinjauan ini sudah selesai.", status=task.hasil)
        if fields.get("hasil") not in choices.HASIL_TINJAUAN:
            raise IsianSalah([Kekurangan("hasil", "Pilih hasil tinjauan.", medan="hasil")])
        task.keterangan = isian("keterangan", fields.get("keterangan"), TEKS)
        task.hasil, task.selesai_pada = fields["hasil"], sekarang()
        session.flush()
        catat(
            session,
            officer=officer,
            objek_jenis="register" if task.butir_ditetapkan_id else "butir",
            objek_id=task.butir_ditetapkan_id or task.butir_id or 0,  # a CHECK: one of the two stands
            verb="selesai_tinjauan",
            ke=task.hasil,
            catatan=task.keterangan,
        )
        return int(task.id)
