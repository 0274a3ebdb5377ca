"""Sends the messages of one group: claimed and written down one by one, so that a killed worker repeats one mail at the most.

A message that was handed over is never handed over again. Of one that was being handed over when the worker died nobody
knows; it goes again under the same Message-ID, by which the receiving server knows it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Any

from flask import current_app

from app.errors import TidakTersedia
from app.extensions import begin_mode, db, writing
from app.jobs.kanal import siarkan
from app.jobs.surat import Surat, nama_host, tulis
from app.jobs.surel import Ditolak, Server, Terputus, Tertunda
from app.models.base import sekarang
from app.steps import pesan_keluar

Lapor = Callable[[int], None]
SERING = 20  # messages between two signs of life; each may take surel.TUNGGU seconds, and the lease is longer than all


def kirim_pesan(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Everything of one group that was not sent yet. TidakTersedia while some of it has to wait: tried again later."""
    waiting = _menunggu(argumen["kelompok"])
    counted: Counter[str] = Counter()
    fault = ""
    url = current_app.config["SIDIK_MAIL_URL"] or ""
    with Server(url, nama_host()) as server:
        for number, ident in enumerate(waiting):
            try:
                counted[_satu(ident, server)] += 1
            except Tertunda as later:
                fault = str(later)
            except Terputus as gone:
                fault = str(gone)
                break
            if number % SERING == 0:
                lapor(100 * (number + 1) // len(waiting))
    left = len(waiting) - counted.total()
    if left:
        raise TidakTersedia(f"{fault} Menunggu dikirim: {left}.")
    return f"Terkirim {counted['terkirim']}, ditolak {counted['gagal']}, tidak dikirim {counted['batal']}."


def kabar_harian(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Once a day: forget what is old, and mail the digest to those who want one."""
    day = dt.date.fromisoformat(argumen["tanggal"])
    with writing() as session:
        pesan_keluar.lupakan(session, sekarang())
        kelompok = pesan_keluar.ringkas(session, day, sekarang())
    return kirim_pesan({"kelompok": kelompok}, lapor)


def _menunggu(kelompok: str) -> list[int]:
    begin_mode("DEFERRED")
    found = pesan_keluar.belum(db.session, kelompok)
    db.session.rollback()
    begin_mode("IMMEDIATE")
    return found


def _satu(ident: int, server: Server) -> str:
    """One message: claim, send outside any transaction, write down what came of it; -> its status now."""
    with writing() as session:
        row = pesan_keluar.ambil(session, ident)
        kelompok, kanal = row.kelompok, row.jenis == "kanal"
        surat = Surat() if kanal else tulis(session, row, server.dari)
    if surat.batal:
        return _catat(ident, "batal", surat.batal)
    try:
        if kanal:
            siarkan(kelompok)
        elif surat.isi is not None:
            server.kirim(surat.isi, surat.alamat)
    except Ditolak as refused:
        return _catat(ident, "gagal", str(refused))
    except (Tertunda, Terputus) as later:
        _catat(ident, "menunggu", str(later))
        raise
    return _catat(ident, "terkirim")


def _catat(ident: int, status: str, galat: str | None = None) -> str:
    with writing() as session:
        pesan_keluar.catat_hasil(session, ident, status, galat)
    return status
