"""Numbers of papers: 1..n without gap per kind, unit and WIB year, given inside the transaction that issues the paper."""

import datetime as dt
import string
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.calendar.words import romawi
from app.models.papers import NomorNaskah, PencacahNomor

TOKENS = ("kode", "urut", "unit", "romawi", "tahun", "sifat")


def bentuk(pola: str, *, urut: int, unit: str, tanggal: dt.date, kode: str = "488", sifat: str = "B") -> str:
    """The number that a pattern gives: "488/{urut}/BA-{unit}/{tahun}" -> "488/017/BA-DKISP.PPIDP/2026"."""
    values = {
        "kode": kode,
        "urut": f"{urut:03d}",
        "unit": unit,
        "romawi": romawi(tanggal.month),
        "tahun": str(tanggal.year),
        "sifat": sifat,
    }
    return string.Formatter().vformat(pola, (), values)


def berikut(session: Session, jenis: str, unit: str, tahun: int) -> int:
    """The next number of the counter; its row stays locked until the transaction ends, so a rollback leaves no gap."""
    counter = PencacahNomor
    key = (counter.jenis == jenis, counter.unit == unit, counter.tahun == tahun)
    raise_by_one = update(counter).where(*key).values(terakhir=counter.terakhir + 1).returning(counter.terakhir)
    options = {"synchronize_session": False}
    found = session.execute(raise_by_one.execution_options(**options)).scalar_one_or_none()
    if found is None:
        session.execute(_first(session, jenis, unit, tahun))
        found = session.execute(raise_by_one.execution_options(**options)).scalar_one()
    return int(found)


def _first(session: Session, jenis: str, unit: str, tahun: int) -> Any:
    """The row of a new counter; whoever comes second finds it there."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    return insert(PencacahNomor).values(jenis=jenis, unit=unit, tahun=tahun, terakhir=0).on_conflict_do_nothing()


def beri_nomor(session: Session, *, jenis: str, unit: str, pola: str, tanggal: dt.date) -> NomorNaskah:
    """Give the next number of a kind and unit, as used."""
    urut = berikut(session, jenis, unit, tanggal.year)
    row = NomorNaskah(
        pola=pola,
        jenis=jenis,
        unit=unit,
        tahun=tanggal.year,
        urut=urut,
        nomor=bentuk(pola, urut=urut, unit=unit, tanggal=tanggal),
        status="dipakai",
    )
    session.add(row)
    session.flush()
    return row


def batalkan_nomor(session: Session, nomor: NomorNaskah, alasan: str) -> None:
    """Void a number with its reason; it is never given again."""
    nomor.status, nomor.alasan_batal = "batal", alasan


def celah(session: Session) -> list[str]:
    """Gaps and doubles in our own numbers, as sentences; empty when every kind, unit and year runs 1..n."""
    seen: dict[tuple[str, str, int], list[int]] = {}
    n = NomorNaskah
    query = select(n.jenis, n.unit, n.tahun, n.urut).where(n.urut.is_not(None))
    for jenis, unit, tahun, urut in session.execute(query):
        seen.setdefault((jenis, unit, tahun), []).append(urut or 0)
    return [
        f"Nomor {jenis} unit {unit} tahun {tahun} tidak berurutan 1 sampai {len(found)}."
        for (jenis, unit, tahun), found in sorted(seen.items())
        if sorted(found) != list(range(1, len(found) + 1))
    ]
