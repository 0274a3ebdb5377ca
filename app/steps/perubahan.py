"""A person changes a register entry: extended or replaced by a newer decree, opened, annulled by a ruling; and then follows it up.

The one owner of these statuses. What the law does by itself is in app.register.life.
"""

import datetime as dt
import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.extensions import writing
from app.models.base import TEKS, sekarang
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import LABEL_STATUS
from app.sop.words import StatusRegister as S
from app.steps.events import catat
from app.steps.texts import isian

BERJALAN = (S.BERLAKU, S.AKAN_BERAKHIR)
MENJADI = {
    "diperpanjang": S.DIPERPANJANG,
    "dibuka": S.DIBUKA,
    "diubah": S.DIUBAH,
    "dibatalkan_putusan": S.DIBATALKAN,
}
DIGANTI = ("diperpanjang", "diubah")  # a newer decree carries the entry on, after a new test
TERBUKA = ("dibuka", "dibatalkan_putusan")
_HURUF = re.compile(r"\bhuruf ([a-j])\b")
_DATA_PRIBADI = frozenset("ghj")


def jenis_tindak_lanjut(klasifikasi: str) -> str:
    """What follows an opening: letters g, h and j touch persons, and never say "silakan diakses"."""
    return "tinjau_pdp" if _DATA_PRIBADI & set(_HURUF.findall(klasifikasi)) else "usul_terbuka"


def catat_perubahan(officer: Officer, fields: dict[str, Any]) -> int:
    """Record a change of an entry in force; -> id of the PerubahanKlasifikasi. Committed here.

    `fields`: butir_ditetapkan (id), jenis, dasar, tanggal; and for diperpanjang and diubah the berkas (id) of the new
    test, with `pengganti` (id of its entry) when that decree has several of the agency.
    """
    if not officer.may("can_add", "PerubahanKlasifikasi"):
        raise TidakBerwenang()
    with writing() as session:
        session.info[PELAKU] = officer.id
        entry = _entri(session, officer, fields.get("butir_ditetapkan"))
        kind, day, basis = _isi(entry, fields)
        successor = _pengganti(session, officer, entry, fields) if kind in DIGANTI else None
        change = m.PerubahanKlasifikasi(butir_ditetapkan_id=entry.id, jenis=kind, dasar=basis, tanggal=day)
        change.berkas_id = successor.sk.berkas_id if successor is not None else None
        session.add(change)
        before, entry.status = entry.status, MENJADI[kind].value
        if successor is not None:
            successor.menggantikan_id = entry.id
        if kind in TERBUKA:
            what = jenis_tindak_lanjut(entry.klasifikasi)
            session.add(m.TindakLanjut(butir_ditetapkan_id=entry.id, jenis=what, sejak=day))
        session.flush()
        told = {"perubahan": change.id, "kode": entry.kode, "tanggal": day.isoformat()}
        catat(
            session,
            officer=officer,
            objek_jenis="register",
            objek_id=entry.id,
            verb=kind,
            berkas_id=entry.sk.berkas_id,
            dari=before,
            ke=entry.status,
            catatan=basis,
            ringkasan=told | ({"pengganti": successor.id} if successor is not None else {}),
        )
        return change.id


def _entri(session: Session, officer: Officer, ident: Any) -> m.ButirDitetapkan:
    entry = scope.find(session, m.ButirDitetapkan, ident, officer, lock=True)
    if entry is None:
        raise TidakDitemukan("Butir tidak ditemukan, atau bukan dalam lingkup Anda.")
    if entry.status not in BERJALAN:
        label = LABEL_STATUS.get(entry.status, entry.status)
        raise StatusBerubah(f"Butir ini berstatus “{label}”, jadi tidak dapat diubah lagi.", status=entry.status)
    return entry


def _isi(entry: m.ButirDitetapkan, fields: dict[str, Any]) -> tuple[str, dt.date, str]:
    """(kind, day, basis), or everything that is wrong with them."""
    kind, faults = fields.get("jenis"), []
    if kind not in MENJADI:
        faults.append(Kekurangan("jenis", f"Pilih salah satu: {', '.join(MENJADI)}.", medan="jenis"))
    today = hari_ini_wib(sekarang())
    try:
        given = fields.get("tanggal")
        day = given if isinstance(given, dt.date) else dt.date.fromisoformat(str(given))
    except ValueError:
        day = None
    if day is None:
        faults.append(Kekurangan("tanggal", "Isi tanggal perubahan, contoh 2026-10-02.", medan="tanggal"))
    elif not entry.mulai <= day <= today:
        between = f"{tanggal_panjang(entry.mulai)} sampai {tanggal_panjang(today)}"
        faults.append(Kekurangan("tanggal", f"Tanggal perubahan harus di antara {between}.", medan="tanggal"))
    basis = ""
    try:
        basis = isian("dasar", fields.get("dasar"), TEKS)
    except IsianSalah as refused:
        faults += refused.kekurangan
    if faults or day is None or kind is None:
        raise IsianSalah(faults)
    return kind, day, basis


def _pengganti(
    session: Session, officer: Officer, entry: m.ButirDitetapkan, fields: dict[str, Any]
) -> m.ButirDitetapkan:
    """The entry of the newer decree that carries this one on: renewal only through a new consequence test."""
    e = m.ButirDitetapkan
    query = (
        select(e)
        .join(m.Naskah, e.sk_id == m.Naskah.id)
        .where(m.Naskah.berkas_id == fields.get("berkas"), e.perangkat_daerah_id == entry.perangkat_daerah_id)
        .where(e.id > entry.id, e.sk_id != entry.sk_id, e.status.in_(BERJALAN), e.menggantikan_id.is_(None))
        .where(scope.visible(e, officer))
    )
    good = isinstance(fields.get("berkas"), int)
    found = list(session.scalars(query.order_by(e.id).with_for_update(of=e))) if good else []
    chosen = [row for row in found if fields.get("pengganti") in (None, row.id)]
    if len(chosen) == 1:
        return chosen[0]
    if not found:
        sentence = "Pilih berkas dengan uji konsekuensi baru yang SK-nya sudah berlaku dan memuat butir pengganti."
        raise IsianSalah([Kekurangan("berkas", sentence, medan="berkas", dasar="PP 61/2010")])
    names = "; ".join(f"{row.id} ({row.kode})" for row in found[:10])
    sentence = f"Pilih butir pengganti: {names}."
    raise IsianSalah([Kekurangan("pengganti", sentence, medan="pengganti")])


def selesaikan_tindak_lanjut(officer: Officer, ident: int, fields: dict[str, Any]) -> int:
    """A person says what became of the file of an opened entry; `fields`: hasil, keterangan. Once "ditahan", it may be mended."""
    if not officer.may("can_edit", "TindakLanjut"):
        raise TidakBerwenang()
    with writing() as session:
        session.info[PELAKU] = officer.id
        task = scope.one(session, m.TindakLanjut, ident, officer, lock=True)
        if task.hasil not in (None, "ditahan"):
            raise StatusBerubah("Tindak lanjut ini sudah selesai.", status=task.hasil)
        if fields.get("hasil") not in choices.HASIL_TINDAK_LANJUT:
            raise IsianSalah([Kekurangan("hasil", "Pilih hasil tindak lanjut.", medan="hasil")])
        task.keterangan = isian("keterangan", fields.get("keterangan"), TEKS)
        task.hasil, task.selesai_pada = fields["hasil"], sekarang()
        session.flush()
        catat(
            session,
            officer=officer,
            objek_jenis="register",
            objek_id=task.butir_ditetapkan_id,
            verb="tindak_lanjut",
            berkas_id=task.butir_ditetapkan.sk.berkas_id,
            ke=task.hasil,
            catatan=task.keterangan,
        )
        return int(task.id)
