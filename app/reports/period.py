"""Laporan pendokumentasian of a period: what became of the butir of each agency, in the berkas opened within it."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, distinct, func, select
from sqlalchemy.orm import Session

from app import models as m
from app.reports.table import Laporan, Rentang
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.words import StatusButir as S

B = m.ButirInformasi
SELESAI = (S.DITETAPKAN, S.TIDAK_DISETUJUI, S.TERBUKA, S.DIGABUNG, S.DITUNDA)


def _count(when: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((when, 1), else_=0)), 0)


def _rows(session: Session, officer: Officer, period: Rentang) -> Iterator[Sequence[Any]]:
    decided = B.status == S.DITETAPKAN
    mine = select(B.id).where(visible(B, officer))  # apart: the scope names tables that are joined here too
    columns = (
        func.count(distinct(B.usulan_id)),
        func.count(B.id),
        _count(decided & (B.keputusan == "dikecualikan")),
        _count(decided & (B.keputusan == "dikecualikan_sebagian")),
        _count(B.status == S.TIDAK_DISETUJUI),
        _count(B.status == S.TERBUKA),
        _count(B.status == S.DIGABUNG),
        _count(B.status == S.DITUNDA),
        _count(B.status.not_in(SELESAI)),
    )
    query = (
        select(m.PerangkatDaerah.nama, *columns)
        .select_from(B)
        .join(m.Usulan, B.usulan_id == m.Usulan.id)
        .join(m.PerangkatDaerah, m.Usulan.perangkat_daerah_id == m.PerangkatDaerah.id)
        .join(m.Berkas, B.berkas_id == m.Berkas.id)
        .where(B.id.in_(mine), m.Berkas.dibuat_pada >= period.awal, m.Berkas.dibuat_pada < period.akhir)
        .group_by(m.PerangkatDaerah.id, m.PerangkatDaerah.nama)
        .order_by(m.PerangkatDaerah.nama)
    )
    rows = [tuple(row) for row in session.execute(query)]
    yield from rows
    if rows:
        yield ("Jumlah", *(sum(row[n] for row in rows) for n in range(1, len(columns) + 1)))


PERIODE = Laporan(
    nama="periode",
    judul="Laporan pendokumentasian per periode",
    penjelasan="Hasil butir tiap perangkat daerah, dari berkas yang dibuka dalam periode.",
    sumber="Laporan",
    kolom=(
        "Perangkat daerah",
        "Usulan",
        "Butir",
        "Dikecualikan seluruhnya",
        "Dikecualikan sebagian",
        "Tidak disetujui",
        "Terbuka",
        "Digabung",
        "Ditunda",
        "Masih berjalan",
    ),
    baris=_rows,
    berperiode=True,
    jadwal=("bulanan", "triwulan", "tahunan"),
)
