"""The evidence of one year for monev (SAQ): an index by question, the decrees with their papers, links that were tried, in one bag.

For the office's own use towards the Komisi Informasi: it holds internal papers, so its making is a permission of its own.
"""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from app import models as m
from app.calendar.words import hari_ini_wib, tanggal_panjang, waktu_wib, wib
from app.documents.keeping import baca
from app.errors import TidakBerwenang, TidakDitemukan
from app.extensions import db, writing
from app.files.names import nama_unduhan
from app.files.xlsx import tulis
from app.models.base import sekarang
from app.register.bukti.tabel import dokumen
from app.register.kantong import kantong
from app.register.situs import jaring, saluran
from app.security.officer import Officer
from app.sop.choices import HASIL_CEK, SALURAN
from app.sop.words import LABEL_NASKAH, Naskah, StatusNaskah
from app.steps.events import catat
from app.steps.papers_cetak import nama_berkas
from app.steps.publikasi import periksa_setempat
from app.steps.unduh import Unduhan

IZIN = ("can_monev", "Laporan")
# What a panel asks for -> the papers that answer it. The wording is ours: the questionnaire of Banten is not public.
PERTANYAAN: tuple[tuple[str, tuple[Naskah, ...]], ...] = (
    ("Daftar informasi yang dikecualikan ditetapkan dengan surat keputusan", (Naskah.SURAT_KEPUTUSAN,)),
    ("Pengujian konsekuensi dilakukan secara saksama", (Naskah.MATRIKS,)),
    ("Hasil klasifikasi dituangkan dalam berita acara", (Naskah.BERITA_ACARA, Naskah.DAFTAR_HADIR, Naskah.NOTULEN)),
    ("Pertimbangan tertulis diberikan", (Naskah.NOTA_DINAS, Naskah.HASIL_PERTIMBANGAN, Naskah.LEMBAR_PENDAPAT)),
    ("Surat keputusan diumumkan pada situs resmi", (Naskah.TANDA_BUKTI_UNGGAH,)),
    ("Pendokumentasian dilaporkan", (Naskah.LAPORAN,)),
)
KOLOM = ("Pertanyaan", "Data dukung", "Nomor", "Tanggal", "File", "Bertanda tangan")
KOLOM_TAUTAN = ("Surat keputusan", "Situs", "Saluran", "Alamat", "Hasil", "Diperiksa")
SEREMPAK, PALING_BANYAK = 8, 200
_AKHIRAN = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True)
class Tautan:
    """One announced address and what came of trying it."""

    sk: str
    situs: str
    saluran: str
    url: str
    hasil: str


def tahun_tersedia(session: Session) -> list[int]:
    """The years in which a decree was issued, the newest first."""
    n = m.Naskah
    days = session.scalars(select(n.tanggal).where(n.jenis == Naskah.SURAT_KEPUTUSAN, n.status != StatusNaskah.DICABUT))
    return sorted({day.year for day in days}, reverse=True)


def paket(officer: Officer, tahun: int) -> Unduhan:
    """The bag of a year; TidakDitemukan for a year without a decree. The network is asked outside any transaction."""
    if not officer.may(*IZIN):
        raise TidakBerwenang()
    session: Session = db.session
    papers = _naskah(session, tahun)
    if not papers:
        raise TidakDitemukan("Belum ada surat keputusan pada tahun ini.")
    files: list[tuple[str, bytes]] = []
    rows: list[Sequence[Any]] = []
    for question, kinds in PERTANYAAN:
        for paper in (p for p in papers if p.jenis in kinds):
            name, content = _file(paper)
            files.append((f"naskah/{name}", content))
            label = LABEL_NASKAH[Naskah(paper.jenis)]
            signed = "Ya" if paper.salinan else "Belum"
            rows.append((question, label, paper.nomor or "–", paper.tanggal, f"naskah/{name}", signed))
        if not any(p.jenis in kinds for p in papers):
            rows.append((question, "BELUM ADA", "–", None, "–", "–"))
    counted = _hitungan(session, tahun)
    asked = _alamat(session, tahun)
    session.rollback()
    links = _coba(asked)
    packed = _bungkus(tahun, rows, counted, links, files)
    _catat(officer, tahun, len(links), sum(link.hasil.startswith("Terbuka") for link in links))
    return Unduhan(packed, f"{_folder(tahun)}.zip", "application/zip", "")


def _folder(tahun: int) -> str:
    return nama_unduhan("Paket-Monev", str(tahun), ext="zip").removesuffix(".zip")


def _naskah(session: Session, tahun: int) -> list[m.Naskah]:
    """The papers in force of every berkas whose decree bears a day of this year."""
    n = m.Naskah
    first, last = dt.date(tahun, 1, 1), dt.date(tahun, 12, 31)
    decided = select(n.berkas_id).where(
        n.jenis == Naskah.SURAT_KEPUTUSAN, n.status != StatusNaskah.DICABUT, n.tanggal.between(first, last)
    )
    wanted = [kind for _, kinds in PERTANYAAN for kind in kinds]
    query = select(n).where(n.berkas_id.in_(decided), n.status != StatusNaskah.DICABUT, n.jenis.in_(wanted))
    loaded = (joinedload(n.salinan).joinedload(m.SalinanTtd.unggahan), joinedload(n.unggahan))
    return list(session.scalars(query.options(*loaded).order_by(n.tanggal, n.id)).unique())


def _file(paper: m.Naskah) -> tuple[str, bytes]:
    """The signed copy, else the paper as issued."""
    if not paper.salinan:
        return nama_berkas(paper), baca(paper.unggahan)
    copy = paper.salinan[-1].unggahan
    return nama_berkas(paper, _AKHIRAN.get(copy.jenis_mime, "bin"), ttd=True), baca(copy)


def _hitungan(session: Session, tahun: int) -> list[tuple[str, str]]:
    """Figures that panels ask for."""
    e, p = m.ButirDitetapkan, m.Permohonan
    first, last = dt.date(tahun, 1, 1), dt.date(tahun, 12, 31)
    fixed = select(func.count()).select_from(e).where(e.mulai.between(first, last), e.status != "dicabut")
    asked = select(func.count()).select_from(p).where(p.diterima.between(first, last))
    refused = asked.where(p.jawaban == "ditolak")
    return [
        ("Butir yang mulai dikecualikan pada tahun ini", str(session.scalar(fixed) or 0)),
        ("Permohonan informasi yang diterima", str(session.scalar(asked) or 0)),
        ("Permohonan yang ditolak karena dikecualikan", str(session.scalar(refused) or 0)),
        ("Daftar publik", f"{current_app.config['SIDIK_PUBLIC_URL']}/publik/"),
    ]


def _alamat(session: Session, tahun: int) -> list[tuple[Tautan, bool]]:
    """(publication, whether its site may be asked). Only sites that the office itself named are asked."""
    p, n = m.Publikasi, m.Naskah
    first, last = dt.date(tahun, 1, 1), dt.date(tahun, 12, 31)
    query = select(p).join(n, p.naskah_id == n.id).where(p.dicabut_pada.is_(None), n.tanggal.between(first, last))
    query = query.options(joinedload(p.naskah), joinedload(p.perangkat_daerah)).order_by(n.id, p.id)
    hosts, found = _dikenal(session), []
    for row in session.scalars(query.limit(PALING_BANYAK)).unique().all():
        with session.no_autoflush:  # looked at, not written
            periksa_setempat(row, row.naskah, sekarang())
        told = HASIL_CEK.get(row.hasil_cek or "", "Belum diperiksa")
        known = "Terbuka, SHA-256 sama" if row.saluran == "publik" and row.hasil_cek == "sama" else told
        link = Tautan(row.naskah.nomor or "–", row.perangkat_daerah.nama, SALURAN[row.saluran], row.url, known)
        found.append((link, row.saluran != "publik" and urlsplit(row.url).hostname in hosts))
    return found


def _dikenal(session: Session) -> set[str | None]:
    """Hosts of the agencies' sites in the master data, and of the list of sites."""
    named = [row for row in session.scalars(select(m.PerangkatDaerah.website)) if row]
    named += [site.alamat for site in saluran.daftar()]
    return {urlsplit(one if "//" in one else f"//{one}").hostname for one in named} - {None}


def _coba(asked: Sequence[tuple[Tautan, bool]]) -> list[Tautan]:
    """Try the addresses, several at a time."""
    with ThreadPoolExecutor(SEREMPAK) as hands:
        return list(hands.map(lambda one: _satu(*one), asked))


def _satu(link: Tautan, may: bool) -> Tautan:
    if not may:
        return link
    try:
        jaring.ambil(link.url)
    except saluran.GagalTetap as fault:
        return Tautan(link.sk, link.situs, link.saluran, link.url, f"RUSAK: {fault}")
    except saluran.GagalSementara as fault:
        return Tautan(link.sk, link.situs, link.saluran, link.url, f"Tidak menjawab: {fault}")
    return Tautan(
        link.sk, link.situs, link.saluran, link.url, f"Terbuka; pemeriksaan isi terakhir: {link.hasil.lower()}"
    )


def _bungkus(
    tahun: int,
    rows: Sequence[Sequence[Any]],
    counted: Iterable[tuple[str, str]],
    links: Sequence[Tautan],
    files: Sequence[tuple[str, bytes]],
) -> bytes:
    moment = waktu_wib(wib(sekarang()))
    tried = [(link.sk, link.situs, link.saluran, link.url, link.hasil, moment) for link in links]
    text = [[_kata(cell) for cell in row] for row in rows]
    told = [f"Tahun {tahun}, disusun {moment}.", *(f"{name}: {value}." for name, value in counted)]
    index = dokumen(f"Data Dukung Monev {tahun}", told, KOLOM, [("", text)])
    proof = dokumen(f"Pemeriksaan Tautan {tahun}", [f"Diperiksa {moment}."], KOLOM_TAUTAN, [("", tried)])
    front = [("Indeks.docx", index), ("Indeks.xlsx", _xlsx("Indeks", KOLOM, rows))]
    front += [("Tautan.docx", proof), ("Tautan.xlsx", _xlsx("Tautan", KOLOM_TAUTAN, tried))]
    about = (("External-Identifier", f"monev-{tahun}"), ("Bagging-Date", hari_ini_wib().isoformat()))
    return kantong(_folder(tahun), [*front, *files], about)


def _kata(cell: Any) -> str:
    return tanggal_panjang(cell) if isinstance(cell, dt.date) else str(cell or "–")


def _xlsx(judul: str, kolom: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    out = io.BytesIO()
    tulis(out, judul, kolom, rows)
    return out.getvalue()


def _catat(officer: Officer, tahun: int, links: int, open_: int) -> None:
    with writing() as session:
        told = {"tahun": tahun, "tautan": links, "terbuka": open_}
        catat(session, officer=officer, objek_jenis="laporan", objek_id=tahun, verb="paket_monev", ringkasan=told)
