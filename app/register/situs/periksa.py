"""Looks again at every publication, on every kind of site: does the address answer, and are the bytes still the same?"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin, urlsplit

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app import models as m
from app.extensions import writing
from app.models.base import sekarang
from app.register.situs import jaring
from app.register.situs.keluar import cocokkan, slug
from app.register.situs.saluran import DIDUKUNG, GagalSementara, GagalTetap, daftar, penyalur, situs
from app.steps.publikasi import periksa_setempat

TAUTAN = re.compile(r'href="([^"]+\.(?:pdf|jpe?g|png)(?:\?[^"]*)?)"', re.IGNORECASE)
TAUTAN_TERBANYAK = 20


@dataclass(frozen=True)
class _Baris:
    """What the network part needs of one publication."""

    id: int
    kode: str
    saluran: str
    url: str
    sha256: str
    slug: str


def periksa_lagi(session: Session, umur: dt.timedelta = dt.timedelta(days=1), satu: int | None = None) -> int:
    """Check the publications whose last check is older, or this one; -> how many are no longer the same. Own transactions."""
    p, now = m.Publikasi, sekarang()
    old = or_(p.cek_terakhir.is_(None), p.cek_terakhir <= now - umur) if satu is None else p.id == satu
    sent = or_(p.saluran.not_in(DIDUKUNG), p.id_jauh.is_not(None)) & p.dicabut_pada.is_(None)
    found = session.scalars(select(p).where(old, sent).order_by(p.id)).all()
    rows = [_Baris(r.id, r.perangkat_daerah.kode, r.saluran, r.url, r.sha256, slug(r.naskah)) for r in found]
    session.rollback()
    changed = 0
    for row in rows:
        result = None if row.saluran == "publik" else _di_luar(row)
        changed += _simpan(row, result) == "berbeda"
    return changed


def _di_luar(row: _Baris) -> str | None:
    """The result on another site; None when the list does not name it any more."""
    if row.saluran == "manual":
        return manual(row.url, row.sha256)
    site = situs(row.kode, row.saluran)
    return (
        cocokkan(penyalur(site), row.url, f"{row.slug}-{row.sha256[:8]}", row.sha256)[0] if site is not None else None
    )


def _simpan(row: _Baris, result: str | None) -> str | None:
    with writing() as session:
        kept = session.get_one(m.Publikasi, row.id, with_for_update=True, populate_existing=True)
        if kept.sha256 != row.sha256 or kept.dicabut_pada is not None:
            return None
        if kept.saluran == "publik":
            periksa_setempat(kept, kept.naskah, sekarang())
        elif result is not None:
            kept.hasil_cek, kept.cek_terakhir = result, sekarang()
        checked: str | None = kept.hasil_cek
        return checked


def manual(url: str, sha256: str) -> str:
    """An address that a person wrote down: it is the file, or a page that links to it. What cannot be seen rests on its proof."""
    hosts = {urlsplit(site.alamat).hostname or "" for site in daftar()}
    try:
        page = jaring.ambil_umum(url, hosts)
        if hashlib.sha256(page).hexdigest() == sha256:
            return "sama"
        links = dict.fromkeys(TAUTAN.findall(page.decode("utf-8", "replace")))
        for link in list(links)[:TAUTAN_TERBANYAK]:
            address = urljoin(url, unescape(link))
            if urlsplit(address).netloc == urlsplit(url).netloc and _isi(address, hosts) == sha256:
                return "sama"
    except GagalTetap:
        return "berbeda"
    except GagalSementara:
        pass
    return "tidak_dapat_diperiksa"


def _isi(address: str, hosts: set[str]) -> str:
    """The SHA-256 at an address, or nothing."""
    try:
        return hashlib.sha256(jaring.ambil_umum(address, hosts)).hexdigest()
    except (GagalTetap, GagalSementara):
        return ""
