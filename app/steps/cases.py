"""Reading a case with all that its papers and gates need, in a constant number of statements, and locking it in one order."""

from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app import models as m
from app.models.base import id_baris
from app.models.butir import uji_kini
from app.security import scope
from app.security.officer import Officer
from app.sop.choices import DIKECUALIKAN
from app.sop.words import StatusButir as S

T = TypeVar("T")


def kunci_berkas(session: Session, *ids: int | None) -> None:
    """Lock berkas rows in the order of their ids, before anything else is locked (lock order: berkas, usulan, butir)."""
    wanted = sorted({ident for ident in ids if ident is not None})
    if wanted:
        query = select(m.Berkas).where(m.Berkas.id.in_(wanted)).order_by(m.Berkas.id)
        session.execute(query.with_for_update().execution_options(populate_existing=True)).all()


def terkunci(session: Session, model: type[T], ident: object, officer: Officer, *, also: object = None) -> T:
    """A row of a berkas within the officer's rows, locked after its berkas (and after one more); or TidakDitemukan."""
    table: Any = model
    if id_baris(ident):
        held = session.scalar(select(table.berkas_id).where(table.id == ident))
        kunci_berkas(session, held, also if id_baris(also) else None)
    return scope.one(session, model, ident, officer, lock=True)


def lengkap(query: Any) -> Any:
    """The options that load butir with bases, tests and agency."""
    return query.options(
        selectinload(m.ButirInformasi.dasar).options(
            joinedload(m.DasarPengecualian.pasal17), joinedload(m.DasarPengecualian.peraturan)
        ),
        selectinload(m.ButirInformasi.uji).joinedload(m.UjiKonsekuensi.penguji),
        joinedload(m.ButirInformasi.usulan).joinedload(m.Usulan.perangkat_daerah),
        joinedload(m.ButirInformasi.klasifikasi_arsip),
    )


def butir_usulan(session: Session, usulan_id: int) -> list[m.ButirInformasi]:
    """All butir of a usulan, in order, complete."""
    query = lengkap(select(m.ButirInformasi).where(m.ButirInformasi.usulan_id == usulan_id))
    return _all(session, query)


def butir_berkas(session: Session, berkas_id: int, *statuses: S) -> list[m.ButirInformasi]:
    """The butir of a berkas (in some statuses), in order, complete."""
    query = lengkap(select(m.ButirInformasi).where(m.ButirInformasi.berkas_id == berkas_id))
    if statuses:
        query = query.where(m.ButirInformasi.status.in_(statuses))
    return _all(session, query)


def _all(session: Session, query: Any) -> list[m.ButirInformasi]:
    ordered = query.order_by(m.ButirInformasi.usulan_id, m.ButirInformasi.id)
    return list(session.scalars(ordered.execution_options(populate_existing=True)).unique())


def usulan_berkas(session: Session, berkas_id: int) -> list[m.Usulan]:
    """The usulan gathered in a berkas, and those whose postponed butir came to it, in order."""
    through = select(m.ButirInformasi.usulan_id).where(m.ButirInformasi.berkas_id == berkas_id)
    query = select(m.Usulan).where((m.Usulan.berkas_id == berkas_id) | m.Usulan.id.in_(through)).order_by(m.Usulan.id)
    return list(session.scalars(query).unique())


def kesimpulan(butir: m.ButirInformasi) -> str | None:
    """What the present test concluded, or None."""
    test = uji_kini(butir)
    return test.kesimpulan if test is not None else None


def dikecualikan(rows: Iterable[m.ButirInformasi]) -> list[m.ButirInformasi]:
    """Those whose test concluded that they are excluded, wholly or in part."""
    return [butir for butir in rows if kesimpulan(butir) in DIKECUALIKAN]


def naskah_berlaku(session: Session, berkas_id: int, jenis: str) -> m.Naskah | None:
    """The newest paper of a kind in a berkas that is not withdrawn."""
    query = (
        select(m.Naskah)
        .where(m.Naskah.berkas_id == berkas_id, m.Naskah.jenis == jenis, m.Naskah.status != "dicabut")
        .order_by(m.Naskah.id.desc())
        .limit(1)
    )
    return session.scalars(query).first()


def persetujuan_berlaku(session: Session, berkas: m.Berkas) -> m.PersetujuanPimpinan | None:
    """The approval that stands (a way back withdraws it), if it was given."""
    p = m.PersetujuanPimpinan
    query = select(p).where(p.berkas_id == berkas.id, p.dicabut.is_(False))
    return session.scalars(query.order_by(p.id.desc()).limit(1)).first()
