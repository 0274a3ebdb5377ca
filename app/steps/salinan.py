"""Judges a signed copy before it is paired: is it of this paper (its code), is its signature good, does it say the same?"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import tanggal_panjang
from app.documents.isi_sama import Banding, bandingkan
from app.documents.keeping import baca
from app.documents.kode import baca_kode, kode_verifikasi
from app.documents.kode_pindaian import Kode, kode_pada
from app.documents.ttd_elektronik import TandaTangan, TidakTerbaca, tanda_tangan
from app.errors import IsianSalah, Kekurangan
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.words import LABEL_NASKAH, StatusNaskah
from app.sop.words import Naskah as Jenis
from app.steps.officials import peringatan_jabatan

PDF = "application/pdf"
TTE = "tte"
# What the person who pairs answers when no code is legible: its letters, or that it cannot be seen.
TIDAK_TERLIHAT = "tidak terlihat"
PERUBAHAN = {
    "sebagian": "tanda tangannya tidak meliputi seluruh isi PDF",
    "diubah": "PDF diubah sesudahnya",
}


@dataclass(frozen=True)
class Terbaca:
    """What a file tells about itself, read before any lock is taken."""

    kode: Kode
    ttd: tuple[TandaTangan, ...] = ()
    rusak: bool = False
    banding: Banding | None = None


@dataclass(frozen=True)
class Penilaian:
    """What is kept with the copy. `kode_cocok` None: nobody could read a code."""

    kode_cocok: bool | None
    hasil: dict[str, Any] = field(default_factory=dict)


def akar(session: Session) -> list[bytes]:
    """The trust roots in force, as DER."""
    a = m.AkarTerpercaya
    return [baca(row.unggahan) for row in session.scalars(select(a).where(a.aktif).order_by(a.id))]


def bacalah(content: bytes, mime: str, roots: list[bytes], docx: bytes | None = None) -> Terbaca:
    """Read the code and the signatures of a file; `docx`: the issued paper, to compare a born-digital file with."""
    found = kode_pada(content, mime)
    if mime != PDF:
        return Terbaca(found)
    compared = bandingkan(docx, content) if docx is not None else None
    try:
        return Terbaca(found, tuple(tanda_tangan(content, roots)), banding=compared)
    except TidakTerbaca:
        return Terbaca(found, rusak=True)


def nilai(
    session: Session,
    officer: Officer,
    naskah: m.Naskah,
    terbaca: Terbaca,
    *,
    mime: str,
    metode: str,
    kode: str | None,
) -> Penilaian:
    """Refuse a swapped, broken or altered file with what differs; else what was found, to be kept. `kode`: as typed, or None."""
    matched, told = _kode(session, officer, naskah, terbaca.kode, kode)
    result: dict[str, Any] = {"kode": told, "tanda_tangan": [one.as_dict() for one in terbaca.ttd]}
    if metode == TTE or terbaca.ttd or terbaca.rusak:
        _tolak_ttd(terbaca, mime, metode)
    if terbaca.banding is not None:
        if terbaca.banding.berbeda:
            raise _beda(terbaca.banding.berbeda)
        result["isi"] = "sama" if terbaca.banding.dapat else "tidak_dapat_dibandingkan"
    return Penilaian(matched, result)


def peringatan(session: Session, naskah: m.Naskah, tanggal: dt.date) -> list[str]:
    """What to look at again, though the copy is taken: did its signer still hold the office on the day of signing?"""
    ident = (naskah.penandatangan or {}).get("id")
    signer = session.get(m.Pejabat, ident) if ident else None
    saran = "Periksa siapa yang menandatangani. Bila pejabatnya sudah berganti, mintalah naskah baru ditandatangani."
    return [k.pesan for k in peringatan_jabatan(signer, tanggal, saran)] if signer is not None else []


# --- the code -------------------------------------------------------------------------------------------------------
def _kode(
    session: Session, officer: Officer, naskah: m.Naskah, read: Kode, typed: str | None
) -> tuple[bool | None, dict[str, Any]]:
    if naskah.token in read.token:
        return True, {"cara": read.cara}
    if read.token:
        raise _salah("kode_berbeda", _bukan_ini(session, officer, naskah, read), "unggahan")
    if typed is None:
        return None, {"cara": "tidak_ditanyakan"}
    if typed == TIDAK_TERLIHAT:
        return None, {"cara": "tidak_terlihat"}
    if not typed.strip():
        raise _salah(
            "kode_tidak_terbaca",
            "Kode verifikasi pada salinan ini tidak terbaca. Ketik kode dari kaki halamannya, atau centang bahwa "
            "kodenya tidak terlihat setelah Anda mencocokkan nomor dan tanggalnya.",
            "kode",
        )
    if baca_kode(typed[:60]) != naskah.token:
        sentence = f"Kode yang diketik bukan kode naskah ini ({_disebut(naskah)}). Periksa apakah salinannya tertukar."
        raise _salah("kode_berbeda", sentence, "kode")
    return True, {"cara": "diketik"}


def _bukan_ini(session: Session, officer: Officer, naskah: m.Naskah, read: Kode) -> str:
    """Whose code it is, as far as this person may know."""
    n = m.Naskah
    other = session.scalars(select(n).where(n.token.in_(read.token), visible(n, officer)).limit(1)).first()
    shown = kode_verifikasi(min(read.token))
    if other is None:
        return f"Kode pada salinan ini ({shown}) bukan kode {_disebut(naskah)}. Pilih pindaian yang benar."
    old = " yang sudah dicabut" if other.status == StatusNaskah.DICABUT else ""
    return (
        f"Salinan ini dari naskah lain{old}: {_disebut(other)} (kode {shown}). Yang ditunggu: {_disebut(naskah)}. "
        "Pilih pindaian yang benar."
    )


def _disebut(naskah: m.Naskah) -> str:
    label = LABEL_NASKAH[Jenis(naskah.jenis)]
    return f"{label} {naskah.nomor or ''}".strip() + f", {tanggal_panjang(naskah.tanggal)}"


# --- the signature --------------------------------------------------------------------------------------------------
def _tolak_ttd(terbaca: Terbaca, mime: str, metode: str) -> None:
    if mime != PDF:
        raise _salah("bukan_pdf", "Salinan bertanda tangan elektronik harus PDF, bukan gambar.", "unggahan")
    if terbaca.rusak:
        sentence = "Tanda tangan elektronik di dalam PDF ini rusak. Unduh lagi PDF-nya dari layanan tanda tangan."
        raise _salah("ttd_rusak", sentence, "unggahan")
    if metode == TTE and not terbaca.ttd:
        sentence = (
            "PDF ini belum memuat tanda tangan elektronik. Unggah PDF hasil layanan tanda tangan tanpa dicetak "
            "atau disimpan ulang, atau pilih metode tanda tangan basah bila ini pindaian."
        )
        raise _salah("tanpa_ttd", sentence, "unggahan")
    faults = [told for one in terbaca.ttd if (told := _cacat(one))]
    if faults:
        raise IsianSalah([Kekurangan("ttd_tidak_sah", told, medan="unggahan") for told in faults])


def _cacat(one: TandaTangan) -> str:
    again = "Unduh lagi PDF aslinya dari layanan tanda tangan."
    if not one.utuh:
        return f"Isi PDF ini sudah berbeda dari yang ditandatangani {one.penanda}. {again}"
    if not one.sah:
        return f"Tanda tangan {one.penanda} tidak cocok dengan sertifikatnya. {again}"
    if one.perubahan:
        details = f": {'; '.join(one.berbeda)}" if one.berbeda else ""
        return f"Setelah ditandatangani {one.penanda}, {PERUBAHAN[one.perubahan]}{details}. {again}"
    return ""


def _beda(parts: tuple[str, ...]) -> IsianSalah:
    told = "; ".join(f"“{part}”" for part in parts)
    return _salah(
        "isi_berbeda",
        f"Isi PDF ini berbeda dari naskah yang diterbitkan. Pada naskah tertulis, tetapi tidak pada PDF: {told}. "
        "Tandatangani naskah yang diterbitkan, atau terbitkan ulang naskahnya.",
        "unggahan",
    )


def _salah(kode: str, sentence: str, medan: str) -> IsianSalah:
    return IsianSalah([Kekurangan(kode, sentence, medan=medan)])
