"""Pairs the signed copy with its paper (verb tandatangani on naskah). The one owner of a paper's "ditandatangani"."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang
from app.documents.keeping import baca, simpan
from app.errors import IsianSalah, Kekurangan, StatusBerubah, TidakBerwenang
from app.extensions import db
from app.files.sniff import periksa
from app.models.base import sekarang
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.sop import choices
from app.sop.papers import KETENTUAN
from app.sop.words import LABEL_STATUS, Naskah, Pelaksana, StatusNaskah
from app.steps.cases import terkunci
from app.steps.entries import berlakukan
from app.steps.events import catat
from app.steps.penomoran import pasang_nomor
from app.steps.salinan import TTE, Terbaca, akar, bacalah, nilai, peringatan

JENIS = ("pdf", "jpeg", "png")


def boleh_memasang(officer: Officer, naskah: m.Naskah) -> bool:
    """Whether the SOP's role of the officer pairs copies of this kind of paper (roles of the office's own: yes)."""
    held = officer.roles & {role.value for role in Pelaksana}
    pairing = {role.value for role in KETENTUAN[Naskah(naskah.jenis)].pemasang}
    return not held or bool(held & pairing)


def pasangkan(
    officer: Officer,
    naskah_id: int,
    *,
    content: bytes,
    nama: str,
    tanggal_ttd: Any,
    metode: str,
    nomor: str | None = None,
    kode: str | None = None,
) -> int:
    """Pair a scan or an electronically signed file with its paper; -> id of the SalinanTtd. Committed here.

    `tanggal_ttd`: date or ISO text, between the paper's date and today WIB; `metode`: basah | tte. The bytes are kept
    as they came. `nomor`: of the register outside, for a paper that waits for one. `kode`: the code as typed, "" to be
    asked for it when it is not legible, None where nobody can be asked. Raises as the door does; the file itself may be
    refused as JenisSalah, TerlaluBesar, or as another paper's, broken or altered (IsianSalah with what differs).
    """
    if not officer.may("can_tandatangani", "Naskah"):
        raise TidakBerwenang()
    session: Session = db.session
    session.rollback()
    session.info[PELAKU] = officer.id
    try:
        file = _read(session, officer, naskah_id, content, nama, metode, kode)
        ident = _pair(session, officer, naskah_id, file, tanggal_ttd, metode, nomor)
        session.commit()
        return ident
    except BaseException:
        session.rollback()
        raise


@dataclass(frozen=True)
class _File:
    """The file that came, with what it tells about itself."""

    isi: bytes
    nama: str
    mime: str
    terbaca: Terbaca
    kode: str | None


def _read(
    session: Session, officer: Officer, ident: int, content: bytes, nama: str, metode: str, kode: str | None
) -> _File:
    """Check and read the file while no row is locked; first of all the paper must be there for this officer."""
    naskah = scope.one(session, m.Naskah, ident, officer)
    mime = periksa(nama, content, JENIS).mime
    roots, docx = akar(session), baca(naskah.unggahan) if metode == TTE else None
    session.rollback()
    return _File(content, nama, mime, bacalah(content, mime, roots, docx), kode)


def _pair(
    session: Session,
    officer: Officer,
    naskah_id: int,
    file: _File,
    tanggal_ttd: Any,
    metode: str,
    nomor: str | None,
) -> int:
    naskah = _paper(session, officer, naskah_id)
    if naskah.status != StatusNaskah.TERBIT:
        label = LABEL_STATUS[StatusNaskah(naskah.status)]
        raise StatusBerubah(f"Naskah ini sudah berstatus “{label}”.", status=naskah.status, versi=naskah.versi)
    when = _date(naskah, tanggal_ttd, metode)
    pasang_nomor(session, naskah, nomor)
    judged = nilai(session, officer, naskah, file.terbaca, mime=file.mime, metode=metode, kode=file.kode)
    row = simpan(session, file.isi, nama=file.nama, mime=file.mime, officer_id=officer.id)
    session.flush()
    _refuse_swapped(session, naskah, row)
    copy = m.SalinanTtd(naskah_id=naskah.id, unggahan_id=row.id, tanggal_ttd=when, metode=metode)
    doubts = peringatan(session, naskah, when)
    copy.kode_cocok, copy.hasil_validasi = judged.kode_cocok, judged.hasil | ({"peringatan": doubts} if doubts else {})
    session.add(copy)
    naskah.status, naskah.usang = StatusNaskah.DITANDATANGANI.value, False
    session.flush()
    in_force = naskah.berkas_id is not None and berlakukan(session, naskah.berkas_id)
    catat(
        session,
        officer=officer,
        objek_jenis="naskah",
        objek_id=naskah.id,
        verb="tandatangani",
        berkas_id=naskah.berkas_id,
        dari=StatusNaskah.TERBIT.value,
        ke=naskah.status,
        ringkasan={
            "salinan": copy.id,
            "sha256": row.sha256,
            "metode": metode,
            "berlaku": in_force,
            "peringatan": doubts,
        },
    )
    return copy.id


def _paper(session: Session, officer: Officer, ident: int) -> m.Naskah:
    naskah = terkunci(session, m.Naskah, ident, officer)
    if not boleh_memasang(officer, naskah):
        raise TidakBerwenang("Salinan naskah ini hanya dapat dipasangkan oleh peran lain.")
    return naskah


def _date(naskah: m.Naskah, given: Any, metode: str) -> dt.date:
    faults = []
    today = hari_ini_wib(sekarang())
    try:
        when = given if isinstance(given, dt.date) else dt.date.fromisoformat(str(given))
    except ValueError:
        when = None
    if when is None:
        faults.append(Kekurangan("tanggal_ttd", "Isi tanggal tanda tangan, contoh 2026-10-02.", medan="tanggal_ttd"))
    elif not naskah.tanggal <= when <= today:
        between = f"{tanggal_panjang(naskah.tanggal)} sampai {tanggal_panjang(today)}"
        sentence = f"Tanggal tanda tangan harus di antara tanggal naskah dan hari ini: {between}."
        faults.append(Kekurangan("tanggal_ttd", sentence, medan="tanggal_ttd"))
    if metode not in choices.METODE_TTD:
        faults.append(Kekurangan("metode", f"Pilih metode: {', '.join(choices.METODE_TTD)}.", medan="metode"))
    if faults or when is None:
        raise IsianSalah(faults)
    return when


def _refuse_swapped(session: Session, naskah: m.Naskah, row: m.Unggahan) -> None:
    """A file that is already the signed copy of another paper was taken by mistake."""
    s, u, n = m.SalinanTtd, m.Unggahan, m.Naskah
    query = select(n).join(s, s.naskah_id == n.id).join(u, s.unggahan_id == u.id)
    other = session.scalars(query.where(u.sha256 == row.sha256, n.id != naskah.id).limit(1)).first()
    if other is not None:
        sentence = f"File ini sudah dipasangkan pada naskah {other.nomor or other.perihal}. Pilih pindaian yang benar."
        raise IsianSalah([Kekurangan("salinan_tertukar", sentence, medan="unggahan")])
