"""Publishing a signed decree (verb publikasikan on naskah): on the built-in page at once, or an address given by hand with proof."""

import datetime as dt
from typing import Any

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.documents.keeping import baca, simpan
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang, TidakDitemukan, TidakTersedia
from app.extensions import db
from app.files.sniff import periksa
from app.law import settings
from app.models.base import ALAMAT, JUDUL, TEKS, id_baris, sekarang
from app.security import scope
from app.security.officer import Officer
from app.sop.words import Naskah, StatusNaskah
from app.steps.acting import acting
from app.steps.events import catat
from app.steps.isi_keluar import pakai, periksa_keluar, salinan_ttd
from app.steps.texts import isian

DUKUNGAN = ("publik", "manual")


def alamat_publik(naskah: m.Naskah) -> str:
    """The address of a decree on the built-in page."""
    return f"{current_app.config['SIDIK_PUBLIC_URL']}/publik/sk/{naskah.token}"


def situs_wajib(session: Session, decree: m.Naskah) -> list[m.PerangkatDaerah]:
    """The agencies named in the decree whose own site must carry it."""
    e, d = m.ButirDitetapkan, m.PerangkatDaerah
    named = select(e.perangkat_daerah_id).where(e.sk_id == decree.id)
    query = select(d).where(d.id.in_(named), d.situs_wajib_unggah, d.aktif).order_by(d.id)
    return list(session.scalars(query))


def periksa_setempat(publication: m.Publikasi, decree: m.Naskah, now: dt.datetime) -> None:
    """Check a publication on the built-in page: the bytes that are kept must be those that were announced."""
    if publication.saluran != "publik":
        return
    copy = decree.salinan[-1] if decree.salinan else None
    try:
        same = copy is not None and copy.unggahan.sha256 == publication.sha256 and bool(baca(copy.unggahan))
    except TidakTersedia:
        same = False
    publication.cek_terakhir, publication.hasil_cek = now, "sama" if same else "berbeda"


def publikasikan(officer: Officer, fields: dict[str, Any]) -> int:
    """Publish a signed decree; -> id of the Publikasi. Again on the same site: the same publication, checked anew.

    `fields`: naskah (id), saluran, perangkat_daerah (id), judul, and for "manual" url, bukti, and a screenshot as
    `bukti_file` (name, bytes: PDF, PNG, JPEG). Raises as the door does.
    """
    if not officer.may("can_publikasikan", "Naskah"):
        raise TidakBerwenang()
    decree = _decree(db.session, officer, fields.get("naskah"))
    _refuse(decree, salinan_ttd(db.session, decree.id), fields)
    fit, proof = periksa_keluar(db.session, decree, hanya_pdf=False), _bukti(fields)
    with acting(officer) as session:
        decree = _decree(session, officer, fields.get("naskah"), lock=True)
        _refuse(decree, salinan_ttd(session, decree.id), fields)
        agency = pemilik_situs(session, fields.get("perangkat_daerah"))
        digest = pakai(session, decree, fit, officer.id)
        session.refresh(decree, ["salinan"])
        row = _existing(session, decree, agency, fields) or _new(session, decree, agency, fields)
        row.sha256 = digest
        _check(row, decree, fields)
        if proof is not None:
            kept = simpan(session, proof[1], nama=proof[0], mime=proof[2], officer_id=officer.id)
            session.flush()
            row.bukti_unggahan_id = kept.id
        session.flush()
        catat(
            session,
            officer=officer,
            objek_jenis="naskah",
            objek_id=decree.id,
            verb="publikasikan",
            berkas_id=decree.berkas_id,
            ringkasan={"publikasi": row.id, "saluran": row.saluran, "url": row.url, "sha256": row.sha256},
        )
        return row.id


def _bukti(fields: dict[str, Any]) -> tuple[str, bytes, str] | None:
    """The screenshot or signed statement as (name, bytes, MIME type), or none; JenisSalah and TerlaluBesar for a wrong one."""
    if fields.get("saluran") != "manual" or not fields.get("bukti_file"):
        return None
    name, content = fields["bukti_file"]
    return name, content, periksa(name, content, ("pdf", "png", "jpeg")).mime


def _decree(session: Session, officer: Officer, ident: Any, *, lock: bool = False) -> m.Naskah:
    found = scope.find(session, m.Naskah, ident, officer, lock=lock)
    if found is None:
        raise TidakDitemukan("Naskah tidak ditemukan, atau bukan dalam lingkup Anda.")
    return found


def _refuse(decree: m.Naskah, copy: m.SalinanTtd | None, fields: dict[str, Any]) -> None:
    if decree.status == StatusNaskah.DICABUT:
        raise StatusBerubah("SK ini sudah dicabut, jadi tidak dapat dipublikasikan.", status=decree.status)
    lacking = []
    if decree.jenis != Naskah.SURAT_KEPUTUSAN:
        lacking.append(Kekurangan("bukan_sk", "Hanya surat keputusan yang dipublikasikan.", medan="naskah"))
    elif decree.status != StatusNaskah.DITANDATANGANI or copy is None:
        sentence = "SK belum ditandatangani. Pasangkan dahulu salinan bertanda tangan."
        lacking.append(Kekurangan("belum_ttd", sentence, medan="naskah", dasar="SOP 5"))
    if fields.get("saluran") not in DUKUNGAN:
        sentence = "Pilih saluran: publik (halaman publik SIDIK), wordpress, ckan, folder, atau manual (alamat dicatat sendiri)."
        lacking.append(Kekurangan("saluran", sentence, medan="saluran"))
    if fields.get("saluran") == "manual":
        lacking += _manual(fields)
    if lacking:
        raise IsianSalah(lacking)


def _manual(fields: dict[str, Any]) -> list[Kekurangan]:
    lacking = []
    url = str(fields.get("url") or "")
    if not url.startswith(("https://", "http://")) or len(url) > ALAMAT:
        sentence = "Isi alamat lengkap halaman yang memuat SK, diawali https://."
        lacking.append(Kekurangan("url", sentence, medan="url"))
    if not str(fields.get("bukti") or "").strip():
        sentence = "Jelaskan bukti unggahan, misalnya tangkapan layar yang disimpan dan siapa yang memeriksanya."
        lacking.append(Kekurangan("bukti", sentence, medan="bukti"))
    return lacking


def pemilik_situs(session: Session, ident: Any) -> m.PerangkatDaerah:
    """The agency whose site it is; that of PPID Utama when none is named."""
    query = select(m.PerangkatDaerah)
    if id_baris(ident):
        query = query.where(m.PerangkatDaerah.id == ident)
    else:
        query = query.where(m.PerangkatDaerah.kode == settings.nilai(session, "perangkat_daerah_utama"))
    agency = session.scalars(query).one_or_none()
    if agency is None:
        raise IsianSalah(
            [Kekurangan("perangkat_daerah", "Pilih perangkat daerah pemilik situs.", medan="perangkat_daerah")]
        )
    return agency


def _existing(
    session: Session, decree: m.Naskah, agency: m.PerangkatDaerah, fields: dict[str, Any]
) -> m.Publikasi | None:
    p = m.Publikasi
    query = select(p).where(
        p.naskah_id == decree.id,
        p.perangkat_daerah_id == agency.id,
        p.saluran == fields["saluran"],
        p.dicabut_pada.is_(None),
    )
    return session.scalars(query).first()


def _new(session: Session, decree: m.Naskah, agency: m.PerangkatDaerah, fields: dict[str, Any]) -> m.Publikasi:
    row = m.Publikasi(
        naskah_id=decree.id,
        perangkat_daerah_id=agency.id,
        saluran=fields["saluran"],
        url=alamat_publik(decree),
        judul=isian("judul", fields.get("judul") or decree.perihal, JUDUL),
        tanggal_unggah=sekarang(),
        sha256=decree.sha256,
    )
    session.add(row)
    return row


def _check(row: m.Publikasi, decree: m.Naskah, fields: dict[str, Any]) -> None:
    if row.saluran == "publik":
        periksa_setempat(row, decree, sekarang())
        return
    row.url = isian("url", fields["url"], ALAMAT)
    row.bukti = isian("bukti", fields["bukti"], TEKS)
    row.cek_terakhir, row.hasil_cek = sekarang(), "tidak_dapat_diperiksa"
