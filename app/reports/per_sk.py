"""Laporan pendokumentasian per SK: each decree of the period with what it fixed, where it stands, and how it is kept."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app import models as m
from app.reports.table import Laporan, Rentang
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.words import LABEL_STATUS, Naskah, StatusNaskah

N, E, P, A = m.Naskah, m.ButirDitetapkan, m.Publikasi, m.Arsip


def _rows(session: Session, officer: Officer, period: Rentang) -> Iterator[Sequence[Any]]:
    mine = select(N.id).where(visible(N, officer))
    query = (
        select(N.id, N.nomor, N.tanggal, N.status, m.Berkas.id.label("berkas"), m.Berkas.nomor.label("nomor_berkas"))
        .join(m.Berkas, N.berkas_id == m.Berkas.id)
        .where(N.jenis == Naskah.SURAT_KEPUTUSAN, N.id.in_(mine), N.tanggal.between(period.mulai, period.selesai))
        .order_by(N.tanggal, N.id)
    )
    decrees = session.execute(query).all()
    counted, sites, kept = _butir(session), _situs(session), _arsip(session)
    for row in decrees:
        agencies, whole, part = counted.get(row.id, (0, 0, 0))
        same, active = sites.get(row.id, (0, 0))
        complete, papers = kept.get(row.berkas, (0, 0))
        told = (row.nomor, row.tanggal, LABEL_STATUS[row.status], row.nomor_berkas, agencies, whole, part)
        yield (*told, f"{same} dari {active}", f"{complete} dari {papers}")


def _butir(session: Session) -> dict[int, tuple[int, int, int]]:
    """Decree → (agencies, entries closed as a whole, entries closed in part)."""
    whole = func.sum(case((E.cakupan == "seluruh", 1), else_=0))
    query = select(E.sk_id, func.count(E.perangkat_daerah_id.distinct()), whole, func.count() - whole).group_by(E.sk_id)
    return {sk: (agencies, all_, part) for sk, agencies, all_, part in session.execute(query)}


def _situs(session: Session) -> dict[int, tuple[int, int]]:
    """Decree → (sites whose last check was the same, sites where it stands)."""
    same = func.sum(case((P.hasil_cek == "sama", 1), else_=0))
    query = select(P.naskah_id, same, func.count()).where(P.dicabut_pada.is_(None)).group_by(P.naskah_id)
    return {sk: (good, all_) for sk, good, all_ in session.execute(query)}


def _arsip(session: Session) -> dict[int, tuple[int, int]]:
    """Berkas → (papers whose archive record is complete, papers)."""
    done = func.sum(case((A.lengkap, 1), else_=0))
    query = select(N.berkas_id, done, func.count(N.id)).outerjoin(A, A.naskah_id == N.id)
    query = query.where(N.berkas_id.is_not(None), N.status != StatusNaskah.DICABUT).group_by(N.berkas_id)
    return {berkas: (good, all_) for berkas, good, all_ in session.execute(query)}


PER_SK = Laporan(
    nama="per-sk",
    judul="Laporan pendokumentasian per surat keputusan",
    penjelasan="Surat keputusan yang ditetapkan dalam periode: isi, pengunggahan, dan arsipnya.",
    sumber="Laporan",
    kolom=(
        "Nomor SK",
        "Tanggal",
        "Status",
        "Berkas",
        "Perangkat daerah",
        "Dikecualikan seluruhnya",
        "Dikecualikan sebagian",
        "Situs sesuai",
        "Arsip lengkap",
    ),
    baris=_rows,
    berperiode=True,
    jadwal=("triwulan", "tahunan"),
)
