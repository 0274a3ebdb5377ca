"""The public register: entries of signed decrees that are announced on our own page. Reads the allow-list, nothing else."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, exists, func, or_, select
from sqlalchemy.orm import Session, aliased, joinedload

from app import models as m
from app.calendar.words import WIB, hari_ini_wib
from app.register.columns import KOLOM
from app.register.ganti import Pengganti, pengganti_sk
from app.register.keadaan import BERJALAN, DITAMPILKAN, keadaan, label, sejak
from app.sop.choices import CAKUPAN
from app.sop.words import Naskah, StatusNaskah

SALURAN = "publik"
CAKUPAN_EN = {"seluruh": "Whole document", "sebagian": "Part of the document"}


@dataclass(frozen=True)
class Saringan:
    """What is asked for: words that must all stand there, and "berlaku", "selesai" or "" for both; on which day."""

    cari: str = ""
    keadaan: str = ""
    hari: dt.date | None = None

    @property
    def pada(self) -> dt.date:
        return self.hari or hari_ini_wib()


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
    mime: str
    pengganti: Pengganti | None = None


def alamat_sk(token: str) -> str:
    """The stable path of an announced decree."""
    return f"/publik/sk/{token}"


def alamat_butir(ident: int) -> str:
    """The stable path of an entry."""
    return f"/publik/informasi/{ident}"


def alamat_verifikasi(token: str) -> str:
    """The path that a paper prints: whoever holds it can verify it."""
    return f"/v/{token}"


def _diumumkan() -> ColumnElement[bool]:
    """A decree that is signed and announced on our own page now."""
    p = aliased(m.Publikasi)
    active = exists().where(p.naskah_id == m.Naskah.id, p.saluran == SALURAN, p.dicabut_pada.is_(None))
    return (m.Naskah.jenis == Naskah.SURAT_KEPUTUSAN) & (m.Naskah.status == StatusNaskah.DITANDATANGANI) & active


def _berjalan(hari: dt.date) -> ColumnElement[bool]:
    b = m.ButirDitetapkan
    return b.status.in_(BERJALAN) & or_(b.akhir.is_(None), b.akhir >= hari)


def _pilih(columns: Sequence[Any], asked: Saringan) -> Any:
    b = m.ButirDitetapkan
    query = (
        select(*columns)
        .select_from(b)
        .join(m.Naskah, b.sk_id == m.Naskah.id)
        .join(m.PerangkatDaerah, b.perangkat_daerah_id == m.PerangkatDaerah.id)
        .where(_diumumkan(), b.status.in_(DITAMPILKAN))
    )
    if asked.keadaan in ("berlaku", "selesai"):
        running = _berjalan(asked.pada)
        query = query.where(running if asked.keadaan == "berlaku" else ~running)
    for word in asked.cari.split()[:8]:
        places = (b.uraian_publik, b.kode, b.klasifikasi, b.dasar_hukum, m.PerangkatDaerah.nama, m.Naskah.nomor)
        query = query.where(or_(*(place.icontains(word, autoescape=True) for place in places)))
    return query


def daftar(
    session: Session, asked: Saringan, *, mulai: int = 0, banyak: int | None = None, bahasa: str = "id"
) -> list[dict[str, Any]]:
    """The published entries: those in force first, then the others, decree by decree, in the order of Lampiran I."""
    query = _pilih([kolom.asal.label(kolom.nama) for kolom in KOLOM], asked)
    ended = case((_berjalan(asked.pada), 0), else_=1)
    query = query.order_by(ended, m.Naskah.tanggal.desc(), m.Naskah.id.desc(), m.ButirDitetapkan.id).offset(mulai)
    rows = session.execute(query.limit(banyak) if banyak is not None else query)
    return [_kata(dict(row._mapping), asked.pada, bahasa) for row in rows]


def butir(session: Session, ident: int, *, bahasa: str = "id") -> dict[str, Any] | None:
    """One published entry, or None."""
    asked = Saringan()
    query = _pilih([kolom.asal.label(kolom.nama) for kolom in KOLOM], asked).where(m.ButirDitetapkan.id == ident)
    row = session.execute(query).one_or_none()
    return _kata(dict(row._mapping), asked.pada, bahasa) if row is not None else None


def penerus(session: Session, ident: int) -> int | None:
    """The published entry that stands in the place of this one."""
    b = m.ButirDitetapkan
    query = _pilih([b.id], Saringan()).where(b.menggantikan_id == ident).order_by(b.id.desc()).limit(1)
    found: int | None = session.scalar(query)
    return found


def jumlah(session: Session, asked: Saringan) -> int:
    """How many there are."""
    return int(session.scalar(_pilih([func.count()], asked)) or 0)


def terakhir_berubah(session: Session, hari: dt.date | None = None) -> dt.datetime | None:
    """When the public register last changed: something was announced, taken back or changed, or a term ended."""
    b, p, today = m.ButirDitetapkan, m.Publikasi, hari or hari_ini_wib()
    ours = select(func.max(p.diubah_pada)).where(p.saluran == SALURAN).scalar_subquery()
    ended = func.max(case((b.akhir < today, b.akhir)))
    row = session.execute(
        _pilih([func.max(b.diubah_pada), func.max(m.Naskah.diubah_pada), ours, ended], Saringan())
    ).one()
    moments = [moment for moment in row[:3] if moment is not None]
    if row[3] is not None:
        moments.append(dt.datetime.combine(row[3] + dt.timedelta(days=1), dt.time(), WIB))
    return max(moments, default=None)


def _kata(row: dict[str, Any], hari: dt.date, bahasa: str) -> dict[str, Any]:
    state = keadaan(row["status"], row["berlaku_sampai"], row["klasifikasi"], hari)
    row["status_sejak"] = sejak(state, row["berlaku_sampai"], row["berlaku_mulai"], row["status_sejak"])
    row["status"] = label(state, bahasa)
    row["cakupan"] = (CAKUPAN_EN if bahasa == "en" else CAKUPAN).get(row["cakupan"], row["cakupan"])
    row["tautan_sk"], row["tautan"] = alamat_sk(row["tautan_sk"]), alamat_butir(row["tautan"])
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in row.items()}


def pengumuman(session: Session, banyak: int = 100) -> list[Pengumuman]:
    """The announced decrees, the newest first, each with the one that replaced it."""
    p, n, u = m.Publikasi, m.Naskah, m.Unggahan
    mime = select(u.jenis_mime).where(u.sha256 == p.sha256).limit(1).scalar_subquery().label("mime")
    columns = (n.token, n.nomor, n.tanggal, n.perihal, p.judul, p.tanggal_unggah.label("diumumkan"), p.sha256, mime)
    query = (
        select(n.id, *columns)
        .join(n, p.naskah_id == n.id)
        .where(_diumumkan(), p.saluran == SALURAN, p.dicabut_pada.is_(None))
    )
    rows = session.execute(query.order_by(p.tanggal_unggah.desc(), p.id.desc()).limit(banyak)).all()
    replaced = pengganti_sk(session, [row[0] for row in rows])
    names = [column.key for column in columns]
    return [Pengumuman(**dict(zip(names, row[1:], strict=True)), pengganti=replaced.get(row[0])) for row in rows]


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
    if paper.jenis == Naskah.KEPUTUSAN_PERUBAHAN:  # of several changes in one berkas, that of the same one
        query = query.where(n.nomor_naskah_id.is_not_distinct_from(paper.nomor_naskah_id))
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
