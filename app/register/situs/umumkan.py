"""Announcing a signed decree on another site, and taking it back: decided here in one transaction, carried out by the outbox."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.models.base import JUDUL, TEKS, id_baris, sekarang
from app.register.situs.saluran import DIDUKUNG, situs
from app.security import scope
from app.security.officer import Officer
from app.security.writing import boleh_ubah
from app.sop.words import Naskah, StatusNaskah
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.isi_keluar import pakai, periksa_keluar
from app.steps.publikasi import pemilik_situs, publikasikan
from app.steps.texts import isian


def siarkan(officer: Officer, fields: dict[str, Any]) -> int:
    """Publish on a site of any kind; -> id of the Publikasi. Without an agency: the site of PPID Utama."""
    if not officer.may("can_publikasikan", "Naskah"):
        raise TidakBerwenang()
    if fields.get("alasan_cabut"):
        sentence = "Alasan pencabutan hanya diisi pada publikasi yang sudah ada, untuk menariknya."
        raise IsianSalah([Kekurangan("alasan_cabut", sentence, medan="alasan_cabut")])
    if fields.get("saluran") not in DIDUKUNG:
        return publikasikan(officer, fields)
    if fields.get("perangkat_daerah") is None:
        fields = fields | {"perangkat_daerah": pemilik_situs(db.session, None).id}
    return umumkan(officer, fields)


def umumkan(officer: Officer, fields: dict[str, Any]) -> int:
    """Announce a decree on the site of an agency; -> id of the Publikasi. `fields`: naskah, perangkat_daerah, saluran, judul.

    Again on the same site: the same publication, sent anew. Raises IsianSalah with everything that must not leave.
    """
    if not officer.may("can_publikasikan", "Naskah"):
        raise TidakBerwenang()
    decree = _sk(db.session, officer, fields.get("naskah"))
    _pemilik(db.session, fields)
    fit = periksa_keluar(db.session, decree, hanya_pdf=True)
    with acting(officer) as session:
        decree, agency = _sk(session, officer, fields.get("naskah"), lock=True), _pemilik(session, fields)
        digest = pakai(session, decree, fit, officer.id)
        row = _baris(session, decree, agency, fields)
        row.sha256, row.cek_terakhir, row.hasil_cek = digest, None, None
        session.flush()
        antrekan(session, row.id, "kirim", sekarang())
        _log(session, officer, decree, row, "publikasikan")
        return row.id


def tarik(officer: Officer, publikasi_id: int, alasan: Any) -> None:
    """Take a publication back, with its reason. Its page on another site follows through the outbox."""
    if not officer.may("can_publikasikan", "Naskah"):
        raise TidakBerwenang()
    with acting(officer) as session:
        row = scope.one(session, m.Publikasi, publikasi_id, officer, lock=True)
        boleh_ubah(row, officer)
        if row.dicabut_pada is not None:
            raise StatusBerubah("Publikasi ini sudah ditarik.", status="dicabut")
        row.alasan_cabut, row.dicabut_pada = isian("alasan", alasan, TEKS), sekarang()
        if row.saluran in DIDUKUNG:
            antrekan(session, row.id, "tarik", sekarang())
        session.flush()
        _log(session, officer, row.naskah, row, "cabut_publikasi", row.alasan_cabut)


def antrekan(session: Session, publikasi_id: int, tindakan: str, now: dt.datetime) -> None:
    """Put one thing to do into the outbox; there is never more than one row for it."""
    k = m.KotakKeluar
    query = select(k).where(k.publikasi_id == publikasi_id, k.tindakan == tindakan).with_for_update()
    row = session.scalars(query).one_or_none() or k(publikasi_id=publikasi_id, tindakan=tindakan)
    session.add(row)
    kembali(row, now)


def kembali(row: m.KotakKeluar, now: dt.datetime) -> None:
    """From the beginning."""
    row.status, row.percobaan, row.coba_lagi_pada, row.galat, row.selesai_pada = "menunggu", 0, now, None, None


def _sk(session: Session, officer: Officer, ident: Any, *, lock: bool = False) -> m.Naskah:
    decree = scope.find(session, m.Naskah, ident, officer, lock=lock)
    if decree is None:
        raise TidakDitemukan("Naskah tidak ditemukan, atau bukan dalam lingkup Anda.")
    if decree.jenis != Naskah.SURAT_KEPUTUSAN or decree.status != StatusNaskah.DITANDATANGANI:
        sentence = "Hanya surat keputusan yang sudah ditandatangani dan tidak dicabut yang dipublikasikan."
        raise IsianSalah([Kekurangan("belum_ttd", sentence, medan="naskah", dasar="SOP 5")])
    return decree


def _pemilik(session: Session, fields: dict[str, Any]) -> m.PerangkatDaerah:
    ident, channel = fields.get("perangkat_daerah"), fields.get("saluran")
    agency = session.get(m.PerangkatDaerah, ident) if id_baris(ident) else None
    if agency is None or channel not in DIDUKUNG or situs(agency.kode, channel) is None:
        sentence = "Situs ini belum didaftarkan administrator. Pakai unggah manual, atau minta situsnya didaftarkan."
        raise IsianSalah([Kekurangan("situs", sentence, medan="saluran")])
    return agency


def _baris(session: Session, decree: m.Naskah, agency: m.PerangkatDaerah, fields: dict[str, Any]) -> m.Publikasi:
    p, channel = m.Publikasi, fields["saluran"]
    mine = (p.naskah_id == decree.id) & (p.perangkat_daerah_id == agency.id) & (p.saluran == channel)
    row = session.scalars(select(p).where(mine, p.dicabut_pada.is_(None))).first()
    if row is None:
        site = situs(agency.kode, channel)
        row = p(naskah_id=decree.id, perangkat_daerah_id=agency.id, saluran=channel, tanggal_unggah=sekarang())
        row.url = site.alamat if site is not None else ""
        session.add(row)
    row.judul = isian("judul", fields.get("judul") or decree.perihal, JUDUL)
    return row


def _log(
    session: Session, officer: Officer, decree: m.Naskah, row: m.Publikasi, verb: str, note: str | None = None
) -> None:
    told = {"publikasi": row.id, "saluran": row.saluran, "url": row.url, "sha256": row.sha256}
    catat(
        session,
        officer=officer,
        objek_jenis="naskah",
        objek_id=decree.id,
        verb=verb,
        berkas_id=decree.berkas_id,
        catatan=note or "",
        ringkasan=told,
    )
