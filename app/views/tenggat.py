"""The due dates of one person, from every place that has some: office targets, ends of terms, agreed days. Titles only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from app import models as m
from app.calendar.permohonan import batas_jawaban
from app.calendar.sengketa import tenggat as tenggat_sengketa
from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import reading
from app.sop.notifikasi import ALAMAT, MENURUT_KODE
from app.sop.words import Pelaksana, StatusBerkas, StatusRegister
from app.views.sasaran import sasaran
from app.views.tugas import MENUNGGU, MODEL

TAMPAK = timedelta(days=370)  # how far ahead a calendar looks
LEWAT = timedelta(days=60)  # how long what is over still stands there
PPID = ("Atasan PPID", "Para pihak")  # whose deadlines of a dispute are ours


@dataclass(frozen=True)
class Tenggat:
    """One due date. `kode` and record name it for ever."""

    jenis: str
    id: int
    kode: str
    hal: str
    judul: str
    tanggal: date
    path: str
    diubah: datetime

    @property
    def kunci(self) -> str:
        return f"{self.jenis}-{self.id}-{self.kode}"


def tenggat(officer: Officer) -> list[Tenggat]:
    """Every due date within the officer's rows, soonest first; as many statements as there are kinds, not rows."""
    today = hari_ini_wib()
    found = [one for source in SUMBER for one in source(officer)]
    shown = [one for one in found if today - LEWAT <= one.tanggal <= today + TAMPAK]
    return sorted(shown, key=lambda one: (one.tanggal, one.kunci))


def _sasaran(officer: Officer) -> Iterator[Tenggat]:
    """The office's own targets of the steps that wait for this person."""
    for kind, verb in MENUNGGU:
        row = reading.cari(kind, verb)
        if row is None or not officer.may(f"can_{verb}", reading.SUMBER_DAYA[kind]):
            continue
        model = MODEL[kind]
        rows = db.session.scalars(sa.select(model).where(visible(model, officer), model.status.in_(row.dari))).unique()
        cases = {case.id: case for case in rows}
        for ident, due in sasaran(kind, verb, cases.values()).items():
            case = cases[ident]
            title = case.kode if kind == "butir" else str(case)
            yield _satu(kind, ident, verb, f"Sasaran: {row.label}", title, due.jatuh, case.diubah_pada)


def _register(officer: Officer) -> Iterator[Tenggat]:
    """Ends of terms, for those who have to decide on them."""
    if not officer.roles & set(MENURUT_KODE["akan_berakhir"].kepada):
        return
    e, today = m.ButirDitetapkan, hari_ini_wib()
    running = e.status.in_((StatusRegister.BERLAKU, StatusRegister.AKAN_BERAKHIR))
    soon = (e.akhir <= today + TAMPAK) | (e.tanggal_tinjau <= today + TAMPAK)
    query = sa.select(e.id, e.kode, e.batas_buka, e.akhir, e.tanggal_tinjau, e.diubah_pada)
    for row in db.session.execute(query.where(visible(e, officer), running, soon)):
        days = (
            ("batas", "Mulai wajib diputuskan", row.batas_buka),
            ("akhir", "Pengecualian berakhir", row.akhir),
            ("tinjau", "Tinjau pengecualian", row.tanggal_tinjau),
        )
        for code, what, day in days:
            if day is not None:
                yield _satu("register", row.id, code, what, row.kode, day, row.diubah_pada)


def _usulan(officer: Officer) -> Iterator[Tenggat]:
    """The day until which a berkas takes proposals."""
    b = m.Berkas
    gathering = (b.status == StatusBerkas.PENGHIMPUNAN, b.tenggat_usulan.is_not(None))
    for row in db.session.scalars(sa.select(b).where(visible(b, officer), *gathering)):
        if row.tenggat_usulan is not None:
            yield _satu(
                "berkas", row.id, "usulan", "Batas penyampaian usulan", str(row), row.tenggat_usulan, row.diubah_pada
            )


def _sengketa(officer: Officer) -> Iterator[Tenggat]:
    """Our own deadlines in disputes before the Komisi Informasi."""
    if Pelaksana.PPID_UTAMA not in officer.roles:
        return
    rows = db.session.scalars(sa.select(m.Sengketa).where(visible(m.Sengketa, officer))).all()
    holidays = set(db.session.scalars(sa.select(m.HariLibur.tanggal))) if rows else set()
    for row in rows:
        for one in tenggat_sengketa(vars(row), hari_ini_wib(), holidays):
            if one.selesai is None and one.langkah.pihak in PPID:
                what, code = f"Sengketa: {one.langkah.nama}", one.langkah.sejak
                yield _satu("sengketa", row.id, code, what, row.nomor_register_ki, one.batas, row.diubah_pada)


def _permohonan(officer: Officer) -> Iterator[Tenggat]:
    """The last days for the answers to requests for information."""
    if not officer.may("can_edit", "Permohonan"):
        return
    p = m.Permohonan
    rows = db.session.scalars(sa.select(p).where(visible(p, officer), p.jawaban.is_(None))).all()
    holidays = set(db.session.scalars(sa.select(m.HariLibur.tanggal))) if rows else set()
    for row in rows:
        last = batas_jawaban(row.diterima, holidays, diperpanjang=row.diperpanjang is not None)
        yield _satu("permohonan", row.id, "jawab", "Batas jawaban permohonan", str(row), last, row.diubah_pada)


def _peminjaman(officer: Officer) -> Iterator[Tenggat]:
    """The days on which lent hard copies should be back."""
    if not officer.may("can_edit", "PeminjamanArsip"):
        return
    p = m.PeminjamanArsip
    query = sa.select(p).where(visible(p, officer), p.dikembalikan.is_(None)).options(joinedload(p.arsip))
    for row in db.session.scalars(query):
        title = str(row.arsip)
        yield _satu("peminjaman", row.id, "kembali", "Arsip kembali", title, row.jatuh_tempo, row.diubah_pada)


LAIN = {"permohonan": "/permohonan/show/{}", "peminjaman": "/peminjaman-arsip/show/{}", "sengketa": "/sengketa/show/{}"}


def _satu(jenis: str, ident: int, kode: str, hal: str, judul: str, tanggal: date, diubah: datetime) -> Tenggat:
    path = (ALAMAT | LAIN)[jenis].format(ident)
    return Tenggat(jenis, ident, kode, hal, judul, tanggal, path, diubah)


SUMBER: tuple[Callable[[Officer], Iterator[Tenggat]], ...] = (
    _sasaran,
    _register,
    _usulan,
    _sengketa,
    _permohonan,
    _peminjaman,
)
