"""Keeps an import: usulan, butir with codes, bases, draft tests and the event, in one transaction and few statements."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import writing
from app.files.names import nama_asli
from app.models.history import PELAKU
from app.security.officer import Officer
from app.sop.words import StatusUsulan
from app.steps.butir_baru import judul_bawaan, kode_berturut
from app.steps.events import catat
from app.steps.impor_hasil import Pratinjau
from app.steps.isian import BUTIR

VERB = "impor"
_ANAK = (m.DasarPengecualian, m.BagianDikecualikan, m.UjiKonsekuensi)
_UJI = ("putaran", "isian_pengusul", "konsekuensi_dibuka", "konsekuensi_ditutup", "kepentingan_publik")

Row = dict[str, Any]


def simpan(agency_id: int, seen: Pratinjau, nama: str, officer: Officer, operation: str | None) -> int:
    """Write all of a preview, or nothing; -> id of the new usulan. Committed here."""
    butir, *children = _rows(seen.butir)  # read before the transaction, which forgets what was loaded
    with writing() as session:
        session.info[PELAKU] = officer.id
        agency = session.get_one(m.PerangkatDaerah, agency_id)
        usulan = m.Usulan(perangkat_daerah=agency, judul=judul_bawaan(agency), status=StatusUsulan.DRAF.value)
        session.add(usulan)
        session.flush()
        ids = _butir(
            session, officer, usulan.id, kode_berturut(session, agency, hari_ini_wib().year, len(butir)), butir
        )
        for model, groups in zip(_ANAK, children, strict=True):
            own = {"dibuat_oleh_id": officer.id, "diubah_oleh_id": officer.id}
            rows = [
                {**row, **own, "butir_id": ident} for ident, group in zip(ids, groups, strict=True) for row in group
            ]
            if rows:
                session.execute(insert(model).execution_options(render_nulls=True), rows)
        catat(
            session,
            officer=officer,
            objek_jenis="usulan",
            objek_id=usulan.id,
            verb=VERB,
            operasi=operation,
            ke=usulan.status,
            ringkasan={"berkas": nama_asli(nama), "baris": [row.baris for row in seen.baris]},
        )
        return usulan.id


def _rows(seen: Sequence[m.ButirInformasi]) -> tuple[list[Row], list[list[Row]], list[list[Row]], list[list[Row]]]:
    """The butir as rows, and the rows of bases, parts and tests of each."""
    butir = [{name: getattr(one, name) for name in BUTIR if name != "skkaad"} for one in seen]
    for row in butir:
        row["uraian_publik"] = row["uraian_publik"] or row["uraian"]
    bases = [[_dasar(row) for row in one.dasar] for one in seen]
    tests = [[{name: getattr(row, name) for name in _UJI} for row in one.uji] for one in seen]
    parts = [[_bagian(row) for row in one.bagian_rinci] for one in seen]
    return butir, bases, parts, tests


def _dasar(row: m.DasarPengecualian) -> Row:
    return {
        "pasal17_id": row.pasal17.id if row.pasal17 is not None else None,
        "peraturan_id": row.peraturan.id if row.peraturan is not None else None,
        "teks": row.teks,
        "pasal_ayat": row.pasal_ayat,
    }


def _bagian(row: m.BagianDikecualikan) -> Row:
    told: Row = {name: getattr(row, name) for name in ("halaman", "kolom", "frasa", "alasan")}
    return told | {"pasal17_id": row.pasal17.id if row.pasal17 is not None else None}


def _butir(session: Session, officer: Officer, usulan_id: int, codes: list[str], rows: list[Row]) -> list[int]:
    """Insert the butir; -> their ids in order."""
    own = {"usulan_id": usulan_id, "dibuat_oleh_id": officer.id, "diubah_oleh_id": officer.id}
    b = m.ButirInformasi
    whole = [{**row, **own, "kode": kode} for row, kode in zip(rows, codes, strict=True)]
    session.execute(insert(b).execution_options(render_nulls=True), whole)
    made = {row.kode: row.id for row in session.execute(select(b.kode, b.id).where(b.usulan_id == usulan_id))}
    return [made[kode] for kode in codes]
