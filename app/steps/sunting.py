"""The owners of what is changed or removed between moves and has no owner of its own: a berkas' particulars, rows of a draft."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.errors import Terkunci
from app.extensions import writing
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.security.writing import boleh_ubah
from app.steps.butir_baru import periksa_huruf, periksa_versi, susun_bagian
from app.steps.events import catat

JENIS: dict[type, str] = {m.Usulan: "usulan", m.ButirInformasi: "butir", m.Berkas: "berkas"}
PERNAH_TERBIT = "Usulan ini pernah disampaikan sehingga naskahnya tercatat. Perbaiki isinya, atau nyatakan nihil."


def ubah_berkas(officer: Officer, ident: int, fields: dict[str, Any], *, versi: int | None = None) -> None:
    """Change the title and the number of the request of a running berkas. Committed here."""
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = baris(session, m.Berkas, ident, officer)
        boleh_ubah(row, officer)
        periksa_versi(row, versi)
        for name, value in fields.items():
            setattr(row, name, value)
        session.flush()
        catat(session, officer=officer, objek_jenis="berkas", objek_id=row.id, verb="sunting", berkas_id=row.id)


def hapus(officer: Officer, model: Any, ident: int) -> None:
    """Remove a draft usulan, a draft butir with what hangs on it, a legal basis, or an excluded part. Committed here."""
    with writing() as session:
        session.info[PELAKU] = officer.id
        row = baris(session, model, ident, officer)
        boleh_ubah(row, officer)
        told = row.butir if isinstance(row, (m.DasarPengecualian, m.BagianDikecualikan)) else row
        kind, told_id, about = (
            JENIS[type(told)],
            told.id,
            {"dihapus": model.__tablename__, "id": ident, "isi": str(row)},
        )
        _REMOVE[model](session, row)
        session.flush()
        catat(session, officer=officer, objek_jenis=kind, objek_id=told_id, verb="hapus", ringkasan=about)


def baris(session: Session, model: Any, ident: int, officer: Officer) -> Any:
    """The row within the officer's rows, locked; TidakDitemukan otherwise."""
    return scope.one(session, model, ident, officer, lock=True)


def _dasar(session: Session, row: m.DasarPengecualian) -> None:
    butir = row.butir
    session.delete(row)
    session.flush()
    periksa_huruf(session, butir)


def _bagian(session: Session, row: m.BagianDikecualikan) -> None:
    butir = row.butir
    session.delete(row)
    session.flush()
    susun_bagian(session, butir)


def _butir(session: Session, row: m.ButirInformasi) -> None:
    """A butir that was sent back is mended, not removed: its rounds stay on record."""
    if row.berkas_id is not None:
        raise Terkunci("Butir ini sudah dihimpun. Perbaiki isinya lalu kirim kembali.", status=row.status)
    for child in (*row.dasar, *row.bagian_rinci, *row.uji):
        session.delete(child)
    session.flush()
    session.delete(row)


def _usulan(session: Session, row: m.Usulan) -> None:
    if session.scalar(select(m.Naskah.id).where(m.Naskah.usulan_id == row.id).limit(1)) is not None:
        raise Terkunci(PERNAH_TERBIT, status=row.status)
    for butir in list(row.butir):
        _butir(session, butir)
    session.flush()
    session.delete(row)


_REMOVE: dict[Any, Any] = {
    m.DasarPengecualian: _dasar,
    m.BagianDikecualikan: _bagian,
    m.ButirInformasi: _butir,
    m.Usulan: _usulan,
}
