"""What each kind of background work does, and how one piece of it runs: claimed, tried, and its end written down."""

import datetime as dt
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from app import models as m
from app.calendar.words import wib
from app.documents.keeping import gudang
from app.errors import SidikError
from app.extensions import begin_mode, db, writing
from app.jobs.daily import harian
from app.jobs.pesan import kabar_harian, kirim_pesan
from app.jobs.webhook import antre_webhook, kirim_webhook
from app.models.base import sekarang
from app.register.situs.periksa import periksa_lagi
from app.reports.stored import simpan_laporan
from app.steps import pekerjaan
from app.steps.bergerak import periksa_semua

PUKUL = dt.time(5, 30)  # the daily work begins, WIB: before the office opens
Lapor = Callable[[int], None]
log = logging.getLogger(__name__)


def _jadwal_harian(argumen: dict[str, Any], _lapor: Lapor) -> str:
    told = "\n".join(harian(dt.date.fromisoformat(argumen["tanggal"])).kalimat())
    periksa_semua()
    return told


def _sapu_berkas(_argumen: dict[str, Any], _lapor: Lapor) -> str:
    """Files that no row names and that are older than a day: what a crash left behind."""
    begin_mode("DEFERRED")
    referenced = set(db.session.scalars(select(m.Unggahan.sha256)))
    db.session.rollback()
    return f"{len(gudang().sweep(referenced))} file yatim dihapus."


def _periksa_publikasi(_argumen: dict[str, Any], _lapor: Lapor) -> str:
    """Decrees on other sites, looked at again: what is broken or changed is marked there (SOP 5)."""
    return f"{periksa_lagi(db.session)} publikasi di situs lain tidak lagi sama dengan SK."


def _simpan_laporan(argumen: dict[str, Any], _lapor: Lapor) -> str:
    """Reports of months, quarters and years that ended before this day (SOP: Laporan pendokumentasian)."""
    kept = simpan_laporan(dt.date.fromisoformat(argumen["tanggal"]))
    return f"{len(kept)} laporan berkala disimpan" + (f": {', '.join(kept)}." if kept else ".")


# kind (app.sop.choices.JENIS_PEKERJAAN) -> what does it. Each may run twice, or be killed half way, without harm.
KERJA: dict[str, Callable[[dict[str, Any], Lapor], str]] = {
    "jadwal_harian": _jadwal_harian,
    "sapu_berkas": _sapu_berkas,
    "periksa_publikasi": _periksa_publikasi,
    "simpan_laporan": _simpan_laporan,
    "kabar_harian": kabar_harian,
    "kirim_pesan": kirim_pesan,
    "kirim_webhook": kirim_webhook,
}
HARIAN = tuple(kind for kind in KERJA if kind not in ("kirim_pesan", "kirim_webhook"))  # those follow events


def kerjakan(ident: int) -> bool:
    """Run one piece, if it waits and nobody else has it; -> whether it ended well."""
    with writing() as session:
        row = pekerjaan.ambil(session, ident, sekarang())
        if row is None:
            return False
        kind, argumen = row.jenis, dict(row.argumen)
    try:
        told = KERJA[kind](argumen, lambda percent: _lapor(ident, percent))
    except Exception as fault:
        db.session.rollback()
        log.exception("pekerjaan %s gagal", ident)
        with writing() as session:
            pekerjaan.gagal(session, ident, _kata(fault))
        return False
    with writing() as session:
        pekerjaan.selesai(session, ident, told)
    return True


def _lapor(ident: int, percent: int) -> None:
    with writing() as session:
        pekerjaan.lapor(session, ident, percent)


def _kata(fault: Exception) -> str:
    """What the panel tells: our own sentence, or the kind of the fault; the log has the rest."""
    return fault.pesan if isinstance(fault, SidikError) else f"{type(fault).__name__}: lihat catatan server."


def antre_harian(now: dt.datetime) -> None:
    """From 05:30 WIB on, the work of this day waits once (before, that of yesterday): one run catches up all days before it."""
    moment = wib(now)
    started = moment.timetz().replace(tzinfo=None) >= PUKUL
    day = (moment.date() if started else moment.date() - dt.timedelta(days=1)).isoformat()
    begin_mode("DEFERRED")
    p = m.Pekerjaan
    known = set(db.session.scalars(select(p.jenis).where(p.kunci == day, p.jenis.in_(HARIAN))))
    db.session.rollback()
    if known < set(HARIAN):
        with writing() as session:
            for kind in HARIAN:
                pekerjaan.antre(session, kind, day, {"tanggal": day})


def detak(now: dt.datetime | None = None) -> list[int]:
    """One look around: put the day's work in line; -> ids of everything that may run now."""
    moment = now or sekarang()
    antre_harian(moment)
    try:
        antre_webhook()
    except SidikError:
        db.session.rollback()
        log.exception("daftar webhook tidak terbaca")  # nothing else waits for it
    begin_mode("DEFERRED")
    due = list(pekerjaan.jatuh_tempo(db.session, moment))
    db.session.rollback()
    begin_mode("IMMEDIATE")
    return due


def sampai_habis(now: dt.datetime | None = None) -> int:
    """Run everything that is due, here and now; -> how many ended well. For tests and for `flask worker --sekali`."""
    return sum(kerjakan(ident) for ident in detak(now))
