"""The public register: entries in force of signed decrees that are announced on our own page. Reads the allow-list, nothing else."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from app import models as m
from app.calendar.words import hari_ini_wib
from app.register.columns import KOLOM
from app.sop.choices import CAKUPAN
from app.sop.words import LABEL_STATUS, Naskah, StatusNaskah, StatusRegister

# An extended or changed entry is replaced by that of the newer decree.
BERLAKU = (StatusRegister.BERLAKU, StatusRegister.AKAN_BERAKHIR)
SALURAN = "publik"


@dataclass(frozen=True)
class Pengumuman:
    """One announced decree."""

    token: str
    nomor: str
    tanggal: dt.date
    perihal: str
    judul: str
    diumumkan: dt.datetime
    sha256: str


def alamat_sk(token: str) -> str:
    """The stable path of an announced decree."""
    return f"/publik/sk/{token}"


def alamat_verifikasi(token: str) -> str:
    """The path that a paper prints: whoever holds it can verify it."""
    return f"/v/{token}"


def _diumumkan() -> ColumnElement[bool]:
    """A decree that is signed and announced on our own page now."""
    p = aliased(m.Publikasi)
    active = exists().where(p.naskah_id == m.Naskah.id, p.saluran == SALURAN, p.dicabut_pada.is_(None))
    return (m.Naskah.jenis == Naskah.SURAT_KEPUTUSAN) & (m.Naskah.status == StatusNaskah.DITANDATANGANI) & active


def _pilih(columns: Sequence[Any], cari: str, hari: dt.date) -> Any:
    b = m.ButirDitetapkan
    query = (
        select(*columns)
        .select_from(b)
        .join(m.Naskah, b.sk_id == m.Naskah.id)
        .join(m.PerangkatDaerah, b.perangkat_daerah_id == m.PerangkatDaerah.id)
        .where(_diumumkan(), b.status.in_(BERLAKU), or_(b.akhir.is_(None), b.akhir >= hari))
    )
    for word in cari.split()[:8]:
        places = (b.uraian_publik, b.kode, b.klasifikasi, b.dasar_hukum, m.PerangkatDaerah.nama, m.Naskah.nomor)
        query = query.where(or_(*(place.icontains(word, autoescape=True) for place in places)))
    return query


def daftar(
    session: Session, *, cari: str = "", mulai: int = 0, banyak: int | None = None, hari: dt.date | None = None
) -> list[dict[str, Any]]:
    """The published entries in force, in the words of the office: decree by decree, in the order of Lampiran I."""
    query = _pilih([kolom.asal.label(kolom.nama) for kolom in KOLOM], cari, hari or hari_ini_wib())
    query = query.order_by(m.Naskah.tanggal.desc(), m.Naskah.id.desc(), m.ButirDitetapkan.id).offset(mulai)
    rows = session.execute(query.limit(banyak) if banyak is not None else query)
    return [_kata(dict(row._mapping)) for row in rows]


def jumlah(session: Session, *, cari: str = "", hari: dt.date | None = None) -> int:
    """How many there are."""
    return int(session.scalar(_pilih([func.count()], cari, hari or hari_ini_wib())) or 0)


def _kata(row: dict[str, Any]) -> dict[str, Any]:
    row["cakupan"] = CAKUPAN.get(row["cakupan"], row["cakupan"])
    row["status"] = LABEL_STATUS.get(row["status"], row["status"])
    row["tautan_sk"] = alamat_sk(row["tautan_sk"])
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in row.items()}


def pengumuman(session: Session, banyak: int = 100) -> list[Pengumuman]:
    """The announced decrees, the newest first."""
    p, n = m.Publikasi, m.Naskah
    columns = (n.token, n.nomor, n.tanggal, n.perihal, p.judul, p.tanggal_unggah.label("diumumkan"), p.sha256)
    query = (
        select(*columns)
        .join(n, p.naskah_id == n.id)
        .where(_diumumkan(), p.saluran == SALURAN, p.dicabut_pada.is_(None))
    )
    rows = session.execute(query.order_by(p.tanggal_unggah.desc(), p.id.desc()).limit(banyak))
    return [Pengumuman(**row._mapping) for row in rows]


def berkas_sk(session: Session, token: str) -> m.Unggahan | None:
    """The signed bytes that are announced under a token: exactly those that the publication recorded, or None."""
    p, n, s, u = m.Publikasi, m.Naskah, m.SalinanTtd, m.Unggahan
    query = (
        select(u)
        .join(s, s.unggahan_id == u.id)
        .join(n, s.naskah_id == n.id)
        .join(p, p.naskah_id == n.id)
        .where(n.token == token, _diumumkan(), p.saluran == SALURAN, p.dicabut_pada.is_(None), p.sha256 == u.sha256)
    )
    return session.scalars(query.order_by(s.id.desc()).limit(1)).first()


def naskah(session: Session, token: str) -> m.Naskah | None:
    """The paper of a token, with its signed copies, for verification."""
    query = (
        select(m.Naskah)
        .where(m.Naskah.token == token)
        .options(joinedload(m.Naskah.salinan).joinedload(m.SalinanTtd.unggahan))
    )
    return session.scalars(query).unique().one_or_none()


def pengganti(session: Session, paper: m.Naskah) -> m.Naskah | None:
    """The paper that stands in the place of a withdrawn one: the newest valid one of its kind in the same case."""
    n = m.Naskah
    mine = n.berkas_id == paper.berkas_id if paper.berkas_id is not None else n.usulan_id == paper.usulan_id
    agency = n.perangkat_daerah_id.is_not_distinct_from(paper.perangkat_daerah_id)
    query = select(n).where(mine, agency, n.jenis == paper.jenis, n.id > paper.id, n.status != StatusNaskah.DICABUT)
    return session.scalars(query.order_by(n.id.desc()).limit(1)).first()


def cocok(session: Session, paper: m.Naskah, sha256: str) -> str:
    """Which of the files of a paper has this SHA-256: "ttd", "ttd_lama", "docx", "pdf", or "" for none of them."""
    copies = [copy.unggahan.sha256 for copy in paper.salinan]
    if sha256 in copies:
        return "ttd" if copies[-1] == sha256 else "ttd_lama"
    if sha256 == paper.sha256:
        return "docx"
    made = session.get(m.Unggahan, paper.pdf_id) if paper.pdf_id is not None else None
    return "pdf" if made is not None and made.sha256 == sha256 else ""
