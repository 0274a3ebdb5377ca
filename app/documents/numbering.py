"""Numbers of papers: 1..n without gap per kind, unit and WIB year, given inside the transaction that issues the paper."""

import datetime as dt
import re
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.calendar.words import romawi
from app.models.papers import NomorNaskah, PencacahNomor

DICADANGKAN = "dicadangkan"
TOKENS = ("kode", "urut", "unit", "romawi", "tahun", "sifat")


def bentuk(pola: str, *, urut: int | None, unit: str, tanggal: dt.date, kode: str = "488", sifat: str = "B") -> str:
    """The number that a pattern gives: "488/{urut}/BA-{unit}/{tahun}" -> "488/017/BA-DKISP.PPIDP/2026".

    `{urut}` has three digits, `{urut:1}` as many as it needs, `{urut:4}` four; without `urut` its place stays blank.
    """
    values = {"kode": kode, "unit": unit, "romawi": romawi(tanggal.month), "tahun": str(tanggal.year), "sifat": sifat}

    def value(token: re.Match[str]) -> str:
        name, width = token[1], int(token[2] or 3)
        if name == "urut":
            return " " if urut is None else f"{urut:0{width}d}"
        return values[name]

    return re.sub(r"\{(\w+)(?::(\d))?\}", value, pola)


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
    """Give a number of a kind and unit, as used: the oldest that was reserved in that year, else the next one."""
    n = NomorNaskah
    kept = select(n).where(n.jenis == jenis, n.unit == unit, n.tahun == tanggal.year, n.status == DICADANGKAN)
    row = session.scalars(kept.order_by(n.urut).limit(1).with_for_update(skip_locked=True)).first()
    if row is None:
        row = _row(session, jenis=jenis, unit=unit, pola=pola, tanggal=tanggal)
        session.add(row)
    row.status, row.tanggal = "dipakai", tanggal
    session.flush()
    return row


def cadangkan_nomor(
    session: Session, *, jenis: str, unit: str, pola: str, tanggal: dt.date, keperluan: str
) -> NomorNaskah:
    """Give the next number before its paper exists; the next paper of the series takes it."""
    row = _row(session, jenis=jenis, unit=unit, pola=pola, tanggal=tanggal)
    row.status, row.keperluan = DICADANGKAN, keperluan
    session.add(row)
    session.flush()
    return row


def _row(session: Session, *, jenis: str, unit: str, pola: str, tanggal: dt.date) -> NomorNaskah:
    urut = berikut(session, jenis, unit, tanggal.year)
    number = bentuk(pola, urut=urut, unit=unit, tanggal=tanggal)
    return NomorNaskah(pola=pola, jenis=jenis, unit=unit, tahun=tanggal.year, urut=urut, nomor=number)


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
