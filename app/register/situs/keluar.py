"""Delivers the outbox: claim in one transaction, network in none, result in another. Killed half way, it is done again, to one post."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import tanggal_panjang
from app.documents.keeping import baca
from app.errors import SidikError
from app.extensions import writing
from app.models.base import ALAMAT, NAMA, sekarang
from app.register.ganti import pengganti_sk
from app.register.situs.lama import gantikan, kalimat
from app.register.situs.saluran import GagalSementara, GagalTetap, Kiriman, Penyalur, penyalur, situs
from app.register.situs.umumkan import antrekan
from app.sop.words import StatusNaskah
from app.steps.events import Kejadian, catat_sistem
from app.steps.isi_keluar import salinan_ttd

PALING_SERING = 8
SEWA = dt.timedelta(minutes=5)  # longer than the network may take
ULANG = dt.timedelta(minutes=2)


@dataclass(frozen=True)
class Tugas:
    """One claimed row of the outbox, with all that the network part needs."""

    id: int
    tindakan: str
    percobaan: int
    publikasi_id: int
    kode: str
    saluran: str
    kiriman: Kiriman
    dicabut: bool


@dataclass(frozen=True)
class Hasil:
    """What came of it: `galat` "" when it is done; `lagi`: whether trying again may help."""

    galat: str = ""
    lagi: bool = False
    url: str = ""
    id_jauh: str = ""
    cek: str = ""


def kirim_keluar(session: Session) -> int:
    """Do what is due in the outbox, one after the other; -> how many were tried. Call it outside any transaction."""
    gantikan(session, sekarang())
    count = 0
    while (task := _ambil(sekarang())) is not None:
        session.rollback()
        _catat(task, _kerjakan(task), sekarang())
        count += 1
    return count


def _ambil(now: dt.datetime) -> Tugas | None:
    """Claim the oldest due row: whoever claims it has it for the time of the lease."""
    k = m.KotakKeluar
    due = select(k).where(k.status == "menunggu", k.coba_lagi_pada <= now).order_by(k.coba_lagi_pada, k.id).limit(1)
    with writing() as session:
        row = session.scalars(due.with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        row.percobaan, row.coba_lagi_pada = row.percobaan + 1, now + SEWA
        return _tugas(session, row)


def _tugas(session: Session, row: m.KotakKeluar) -> Tugas:
    p = row.publikasi
    gone = p.dicabut_pada is not None or p.naskah.status != StatusNaskah.DITANDATANGANI
    copy = salinan_ttd(session, p.naskah_id)
    content = baca(copy.unggahan) if copy is not None and row.tindakan == "kirim" else b""
    return Tugas(
        row.id,
        row.tindakan,
        row.percobaan,
        p.id,
        p.perangkat_daerah.kode,
        p.saluran,
        _kiriman(session, p, content),
        gone,
    )


def slug(decree: m.Naskah) -> str:
    """The short address of a decree on every site."""
    return f"sk-{decree.token.lower()}"


def _kiriman(session: Session, p: m.Publikasi, content: bytes) -> Kiriman:
    """What leaves, field by field: the allow-list of a publication."""
    decree = p.naskah
    newer = pengganti_sk(session, [decree.id]).get(decree.id)
    return Kiriman(
        slug=slug(decree),
        judul=p.judul,
        nomor=decree.nomor or "",
        tanggal=tanggal_panjang(decree.tanggal),
        perihal=decree.perihal,
        perangkat_daerah=p.perangkat_daerah.nama,
        verifikasi=f"{current_app.config['SIDIK_PUBLIC_URL']}/v/{decree.token}",
        status=kalimat(newer) if newer is not None else "",
        isi=content,
    )


def _kerjakan(task: Tugas) -> Hasil:
    """The network part. Nothing of the database is open."""
    try:
        site = situs(task.kode, task.saluran)
        if site is None:
            return Hasil("Situs ini tidak ada lagi pada file situs. Hubungi administrator.")
        connector = penyalur(site)
        if task.tindakan == "tarik":
            connector.tarik(task.kiriman.slug)
            return Hasil()
        if task.dicabut:
            return Hasil()
        sent = connector.kirim(task.kiriman)
        checked, why = cocokkan(connector, sent.url, task.kiriman.file, task.kiriman.sha256)
        done = "" if checked == "sama" else why
        return Hasil(done, bool(done), sent.url[:ALAMAT], sent.id_jauh[:NAMA], checked)
    except GagalSementara as fault:
        return Hasil(str(fault), lagi=True)
    except (GagalTetap, SidikError) as fault:
        return Hasil(str(fault))
    except (KeyError, TypeError, ValueError, AttributeError):
        return Hasil("Situs menjawab dengan bentuk yang tidak dikenal.", lagi=True)


def cocokkan(connector: Penyalur, url: str, file: str, sha256: str) -> tuple[str, str]:
    """(sama | berbeda | tidak_dapat_diperiksa, why): the page answers, links the file, and the file has these bytes."""
    try:
        page = connector.ambil(url).decode("utf-8", "replace")
        links = re.findall(rf'href="([^"]*{re.escape(file)}[^"]*)"', page)
        if not links:
            return "berbeda", "Halaman pada situs tidak memuat tautan ke SK."
        address = urljoin(url, unescape(links[0]))
        if urlsplit(address).netloc != urlsplit(url).netloc:
            return "berbeda", "Tautan ke SK menunjuk ke situs lain."
        same = hashlib.sha256(connector.ambil(address)).hexdigest() == sha256
    except GagalTetap as fault:
        return "berbeda", str(fault)
    except GagalSementara as fault:
        return "tidak_dapat_diperiksa", str(fault)
    return ("sama", "") if same else ("berbeda", "File pada situs berbeda dari salinan bertanda tangan.")


def _catat(task: Tugas, done: Hasil, now: dt.datetime) -> None:
    with writing() as session:
        row = session.get_one(m.KotakKeluar, task.id, with_for_update=True, populate_existing=True)
        if (row.status, row.percobaan) != ("menunggu", task.percobaan):
            return  # somebody put it back to the beginning meanwhile
        again = done.galat and done.lagi and row.percobaan < PALING_SERING
        row.galat = done.galat or None
        if again:
            row.coba_lagi_pada = now + ULANG * 2 ** (row.percobaan - 1)
        else:
            row.status, row.selesai_pada = ("gagal" if done.galat else "selesai"), now
        _terapkan(session, row, task, done, now)


def _terapkan(session: Session, row: m.KotakKeluar, task: Tugas, done: Hasil, now: dt.datetime) -> None:
    """The publication as it stands now, and the event."""
    p = row.publikasi
    if done.url:
        p.url, p.id_jauh, p.cek_terakhir, p.hasil_cek = done.url, done.id_jauh, now, done.cek
        if p.dicabut_pada is not None:  # taken back while it was being sent
            antrekan(session, p.id, "tarik", now)
    if row.status == "menunggu":
        return
    verb = {"kirim": "publikasi_terkirim", "tarik": "publikasi_ditarik"}[task.tindakan]
    told = {"publikasi": p.id, "saluran": p.saluran, "url": p.url, "hasil": done.cek, "sha256": p.sha256}
    event = Kejadian(
        objek_jenis="naskah",
        objek_id=p.naskah_id,
        verb=verb if row.status == "selesai" else "publikasi_gagal",
        operasi=f"keluar:{row.id}:{now:%Y%m%d%H%M%S%f}",
        berkas_id=p.naskah.berkas_id,
        ringkasan=told,
    )
    catat_sistem(session, [event], now)
