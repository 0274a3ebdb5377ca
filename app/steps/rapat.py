"""Meetings of a berkas and who was there: the berita acara is dated by its meeting."""

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.errors import IsianSalah, Kekurangan, Terkunci, TidakBerwenang, TidakDitemukan
from app.models.base import JUDUL, NAMA, TEKS, id_baris, sekarang
from app.security import scope
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import StatusBerkas
from app.steps.acting import acting
from app.steps.cases import kunci_berkas
from app.steps.events import catat
from app.steps.texts import bersihkan

ISIAN = {"tempat": JUDUL, "pimpinan": NAMA, "notulis": NAMA, "undangan_nomor": NAMA, "notulen": TEKS}
TAHAP = {"uji_konsekuensi": StatusBerkas.PENGKAJIAN, "pertimbangan": StatusBerkas.PERTIMBANGAN}


def simpan_rapat(officer: Officer, fields: dict[str, Any], *, ident: int | None = None) -> int:
    """Keep a meeting (new, or `ident`); -> its id. `fields`: berkas, jenis, tanggal, mulai, selesai, tempat, … and

    `kehadiran`: [{nama, jabatan, instansi, peran, hadir}], which replaces who was there. Raises as the door does.
    """
    if not officer.may("can_post", "Rapat"):
        raise TidakBerwenang()
    with acting(officer) as session:
        return _keep(session, officer, fields, ident)


def _keep(session: Session, officer: Officer, fields: dict[str, Any], ident: int | None) -> int:
    row = _row(session, officer, fields, ident)
    kunci_berkas(session, row.berkas_id)
    berkas = scope.find(session, m.Berkas, row.berkas_id, officer)
    if berkas is None:
        raise TidakDitemukan()
    jenis = fields.get("jenis", row.jenis)
    if jenis in TAHAP and berkas.status != TAHAP[jenis]:
        raise Terkunci("Rapat hanya dapat dicatat selama tahapnya berjalan.", status=berkas.status)
    for name, value in _clean(fields, row).items():
        setattr(row, name, value)
    session.add(row)
    session.flush()
    if "kehadiran" in fields:
        _attendance(session, row, fields["kehadiran"])
    catat(
        session,
        officer=officer,
        objek_jenis="rapat",
        objek_id=row.id,
        verb="catat_rapat",
        berkas_id=row.berkas_id,
        ringkasan={"jenis": row.jenis, "tanggal": row.tanggal.isoformat()},
    )
    return row.id


def _row(session: Session, officer: Officer, fields: dict[str, Any], ident: int | None) -> m.Rapat:
    if ident is None:
        target = fields.get("berkas")
        if not id_baris(target):
            raise IsianSalah([Kekurangan("berkas", "Pilih berkas yang dirapatkan.", medan="berkas")])
        return m.Rapat(berkas_id=target)
    return scope.one(session, m.Rapat, ident, officer, lock=True)


def _clean(fields: dict[str, Any], row: m.Rapat) -> dict[str, Any]:
    clean = bersihkan(fields, ISIAN)
    faults: list[Kekurangan] = []
    for name, parse, sample in (
        ("tanggal", _date, "2026-10-02"),
        ("mulai", _time, "09:00"),
        ("selesai", _time, "11:30"),
    ):
        if fields.get(name) in (None, ""):
            continue
        try:
            clean[name] = parse(fields[name])
        except ValueError:
            faults.append(Kekurangan(name, f"Isi seperti contoh: {sample}.", medan=name))
    if "jenis" in fields:
        clean["jenis"] = fields["jenis"]
    merged = {name: clean.get(name, getattr(row, name)) for name in ("jenis", "tanggal", "tempat", "mulai", "selesai")}
    faults += _faults(merged)
    if faults:
        raise IsianSalah(faults)
    return clean


def _faults(row: dict[str, Any]) -> list[Kekurangan]:
    faults = []
    if row["jenis"] not in choices.JENIS_RAPAT:
        faults.append(Kekurangan("jenis", f"Pilih jenis rapat: {', '.join(choices.JENIS_RAPAT)}.", medan="jenis"))
    if row["tanggal"] is None:
        faults.append(Kekurangan("tanggal", "Isi tanggal rapat.", medan="tanggal"))
    elif row["tanggal"] > hari_ini_wib(sekarang()):
        today = tanggal_panjang(hari_ini_wib(sekarang()))
        faults.append(Kekurangan("tanggal", f"Tanggal rapat tidak boleh sesudah hari ini, {today}.", medan="tanggal"))
    if not row["tempat"]:
        faults.append(Kekurangan("tempat", "Isi tempat rapat.", medan="tempat"))
    if row["mulai"] and row["selesai"] and row["selesai"] < row["mulai"]:
        faults.append(Kekurangan("selesai", "Jam selesai tidak boleh sebelum jam mulai.", medan="selesai"))
    return faults


def _date(value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))


def _time(value: Any) -> dt.time:
    return value if isinstance(value, dt.time) else dt.time.fromisoformat(str(value).replace(".", ":"))


def _attendance(session: Session, row: m.Rapat, given: Any) -> None:
    people = given if isinstance(given, list) else []
    session.query(m.KehadiranRapat).filter_by(rapat_id=row.id).delete()
    for person in people:
        clean = bersihkan(person, {"nama": NAMA, "jabatan": NAMA, "instansi": NAMA})
        role = person.get("peran") or "anggota"
        if not clean.get("nama") or role not in choices.PERAN_RAPAT:
            raise IsianSalah([Kekurangan("kehadiran", "Isi nama dan peran setiap peserta.", medan="kehadiran")])
        session.add(m.KehadiranRapat(rapat_id=row.id, peran=role, hadir=bool(person.get("hadir", True)), **clean))
    session.flush()
