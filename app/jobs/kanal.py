"""Announces on the office's channels (chat services, by the optional library apprise) that something happened: no title, a link."""

from __future__ import annotations

import importlib
import warnings
from typing import Any

from flask import current_app
from sqlalchemy import select

from app import models as m
from app.extensions import begin_mode, db
from app.jobs.surat import alamat_umum
from app.jobs.surel import Ditolak, Tertunda
from app.sop.notifikasi import ALAMAT, MENURUT_KODE

BANYAK = 20  # lines in one message; a channel is no archive
BELUM_TERPASANG = (
    "Pustaka apprise belum terpasang. Pasang dengan: pip install 'sidik[kanal]', atau kosongkan SIDIK_CHANNEL_URLS."
)


def pustaka() -> Any:
    """The library, or Tertunda with the sentence that says how to install it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", DeprecationWarning
            )  # it still looks for modules that Python is about to drop
            apprise = importlib.import_module("apprise")
            apprise.Apprise().add("json://localhost")  # its services are loaded with the first address
    except ImportError:
        raise Tertunda(BELUM_TERPASANG) from None
    return apprise


def siarkan(kelompok: str) -> None:
    """One message on all channels for one group. Raises Ditolak for an address that nobody can use, Tertunda otherwise.

    A channel is read by people of several agencies: it hears what happened and where to look, never a title.
    """
    sender = pustaka().Apprise()
    for url in current_app.config["SIDIK_CHANNEL_URLS"]:
        if not sender.add(url):
            raise Ditolak("Ada alamat kanal yang tidak dikenal. Periksa SIDIK_CHANNEL_URLS.")
    if not sender.notify(title="SIDIK", body=kabar(kelompok)):
        raise Tertunda("Ada kanal yang belum menerima pesan.")


def kabar(kelompok: str) -> str:
    """What a channel is told: a fixed sentence and a link for each record."""
    begin_mode("DEFERRED")
    n = m.Notifikasi
    query = select(n.hal, n.objek_jenis, n.objek_id).where(n.kelompok == kelompok).distinct()
    rows = db.session.execute(query.order_by(n.hal, n.objek_id)).all()
    db.session.rollback()
    begin_mode("IMMEDIATE")
    lines = [
        f"{MENURUT_KODE[hal].judul}: {alamat_umum(ALAMAT[kind].format(ident))}" for hal, kind, ident in rows[:BANYAK]
    ]
    more = [f"Dan {len(rows) - BANYAK} kabar lain."] if len(rows) > BANYAK else []
    return "\n".join([*lines, *more])
