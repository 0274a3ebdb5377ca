"""Numbers of papers: gaps that must not be, and numbers that are void, with their reasons."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.documents.numbering import celah
from app.reports.table import SEKALI, Laporan, Rentang
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.choices import STATUS_NOMOR
from app.sop.words import LABEL_NASKAH, Naskah


def _rows(session: Session, officer: Officer, _period: Rentang) -> Iterator[Sequence[Any]]:
    for sentence in celah(session):
        yield ("Celah", None, None, None, None, sentence)
    n = m.NomorNaskah
    query = select(n.jenis, n.unit, n.tahun, n.nomor, n.status, n.alasan_batal).where(visible(n, officer))
    query = query.where(n.status != "dipakai").order_by(n.tahun, n.jenis, n.unit, n.id)
    for kind, unit, year, number, status, reason in session.execute(query.execution_options(yield_per=SEKALI)):
        yield (STATUS_NOMOR[status], LABEL_NASKAH[Naskah(kind)], unit, year, number, reason)


NOMOR = Laporan(
    nama="nomor",
    judul="Celah dan pembatalan nomor naskah",
    penjelasan="Kosong berarti semua nomor berurutan dan terpakai.",
    sumber="NomorNaskah",
    kolom=("Keadaan", "Naskah", "Unit", "Tahun", "Nomor", "Keterangan"),
    baris=_rows,
    jadwal=("triwulan", "tahunan"),
)
