"""THE DOOR. One function moves a case; buttons, FAB actions, REST and CLI are its faces. No other line sets these statuses."""

import datetime as dt
import importlib
import json
from types import ModuleType
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app import models as m
from app.documents.text import TeksDitolak, clean_text
from app.errors import (
    BelumLengkap,
    IsianSalah,
    Kekurangan,
    OperasiTerpakai,
    StatusBerubah,
    TidakBerwenang,
    TidakDitemukan,
    VersiBasi,
)
from app.extensions import db
from app.models.base import TEKS, sekarang
from app.models.history import PELAKU
from app.security import scope
from app.security.officer import Officer
from app.sop import procedure
from app.sop.reading import SUMBER_DAYA, cari
from app.sop.words import LABEL_STATUS
from app.steps import people
from app.steps.cases import terkunci
from app.steps.events import catat
from app.steps.following import ikuti
from app.steps.move import MODEL, Move, NaskahInfo, Outcome
from app.steps.papers import cabut, terbitkan

_RETRY = {"40001", "40P01"}  # PostgreSQL: serialization failure, deadlock
_TRIES = 4


def perform(
    kind: str,
    id: int,
    verb: str,
    *,
    officer: Officer,
    version: int | None = None,
    note: str = "",
    operation: str | None = None,
    data: dict[str, Any] | None = None,
) -> Outcome:
    """Move one case: change, papers and event in ONE transaction, committed here; nothing is left on any refusal.

    Checked in this order: permission, rows, replay, version, status, person, completeness (interface.md).
    Raises TidakBerwenang, TidakDitemukan, OperasiTerpakai, VersiBasi, StatusBerubah, OrangSama, BelumLengkap, IsianSalah.
    """
    session: Session = db.session
    for attempt in range(_TRIES):
        session.rollback()
        session.info[PELAKU] = officer.id
        try:
            outcome = _perform(session, kind, id, verb, officer, version, note, operation, data or {})
            session.commit()
            return outcome
        except StaleDataError:
            session.rollback()
            raise VersiBasi() from None
        except DBAPIError as fault:
            session.rollback()
            if getattr(fault.orig, "sqlstate", None) not in _RETRY or attempt == _TRIES - 1:
                raise
        except BaseException:
            session.rollback()
            raise
    raise AssertionError("unreachable")


def _perform(
    session: Session,
    kind: str,
    ident: int,
    verb: str,
    officer: Officer,
    version: int | None,
    note: str,
    operation: str | None,
    data: dict[str, Any],
) -> Outcome:
    row = cari(kind, verb) if kind in MODEL else None
    if row is None:
        raise TidakDitemukan("Tindakan ini tidak dikenal.")
    if not officer.may(f"can_{verb}", SUMBER_DAYA[kind]):
        raise TidakBerwenang()
    case = ambil(session, kind, ident, officer, also=data.get("berkas"))
    replayed = _replay(session, kind, case, verb, officer, operation)
    if replayed is not None:
        return replayed
    move = Move(session, kind, case, row, officer, sekarang(), _note(note), data)
    module = modul(verb)
    check_state(move, module, version)
    people.periksa(move)
    refuse_incomplete(move, module)
    return _carry_out(move, module, operation)


def ambil(session: Session, kind: str, ident: int, officer: Officer, *, also: Any = None) -> Any:
    """The case within the officer's rows, locked; its berkas (and one more) is locked first. TidakDitemukan otherwise."""
    model = MODEL[kind]
    if model is m.Berkas:
        return scope.one(session, model, ident, officer, lock=True)
    return terkunci(session, model, ident, officer, also=also)


def modul(verb: str) -> ModuleType:
    """The module of a verb: guard (optional), missing, effect."""
    return importlib.import_module(f"app.steps.{verb}")


def _note(note: str) -> str:
    try:
        return clean_text(note or "", maksimum=TEKS).strip()
    except TeksDitolak as refused:
        raise IsianSalah([Kekurangan("catatan", str(refused), medan="catatan")]) from None


def _replay(
    session: Session, kind: str, case: Any, verb: str, officer: Officer, operation: str | None
) -> Outcome | None:
    if operation is None:
        return None
    done = session.scalars(select(m.Peristiwa).where(m.Peristiwa.operasi == operation)).one_or_none()
    if done is None:
        return None
    if (done.pelaku_id, done.objek_jenis, done.objek_id, done.verb) != (officer.id, kind, case.id, verb):
        raise OperasiTerpakai()
    told = json.loads(done.ringkasan)["jawaban"]
    papers = tuple(NaskahInfo(**paper) for paper in told["naskah"])
    return Outcome(told["id"], told["status"], told["versi"], papers, told["extra"], diulang=True)


def check_state(move: Move, module: ModuleType, version: int | None) -> None:
    """Raise VersiBasi or StatusBerubah when the case is no longer what the caller saw."""
    case = move.case
    seen = {"status": case.status, "versi": case.versi}
    if version is not None and version != case.versi:
        raise VersiBasi(None, **seen)
    if case.status not in move.row.dari:
        label = LABEL_STATUS.get(case.status, case.status)
        raise StatusBerubah(f"Tindakan ini tidak berlaku pada status “{label}”. Muat ulang halaman.", **seen)
    guard = getattr(module, "guard", None)
    reason = guard(move) if guard is not None else None
    if reason:
        raise StatusBerubah(reason, **seen)


def kekurangan(move: Move, module: ModuleType) -> list[Kekurangan]:
    """Everything that the move lacks, warnings included."""
    lacking: list[Kekurangan] = []
    if move.row.perlu_catatan and not move.note:
        lacking.append(Kekurangan("catatan_wajib", "Tuliskan alasannya pada kolom catatan.", medan="catatan"))
    lacking += module.missing(move)
    return lacking


def refuse_incomplete(move: Move, module: ModuleType) -> None:
    """Raise BelumLengkap for anything that blocks, and for warnings without a written reason."""
    lacking = kekurangan(move, module)
    unexplained = move.row.beralasan and not move.note and _tanpa_alasan(move.session, lacking)
    if any(k.tingkat == "blok" for k in lacking) or unexplained:
        raise BelumLengkap(lacking)
    move.peringatan = [k.as_dict() for k in lacking]


def _tanpa_alasan(session: Session, lacking: list[Kekurangan]) -> bool:
    """Whether a warning has no written reason of its own (that of its butir's present test)."""
    warned = {k.butir for k in lacking if k.tingkat == "peringatan"}
    if not warned or None in warned:
        return bool(warned)
    u = m.UjiKonsekuensi
    rows = session.execute(select(u.butir_id, u.alasan_peringatan).where(u.butir_id.in_(warned)).order_by(u.putaran))
    present = {row.butir_id: row.alasan_peringatan for row in rows}  # the highest round comes last
    return any(not present.get(ident) for ident in warned if ident is not None)


def _carry_out(move: Move, module: ModuleType, operation: str | None) -> Outcome:
    session, case, row = move.session, move.case, move.row
    before = case.status
    if row.mencabut:
        cabut(session, case, row.mencabut, alasan=move.note or row.label, langkah=row.verb)
    with session.no_autoflush:  # status and companion columns reach the database together, or a CHECK refuses
        module.effect(move)
        case.status = row.ke or before
        case.diubah_pada, case.diubah_oleh_id = move.now, move.officer.id  # also a move that stays raises the version
        if isinstance(case, m.Berkas):
            _advance(case, move.now)
    session.flush()
    ikuti(move)
    for jenis in row.naskah:
        move.naskah += terbitkan(move, jenis)
    after = getattr(module, "after", None)
    if after is not None:
        after(move)
    session.flush()
    papers = tuple(NaskahInfo(n.id, n.jenis, n.nomor, n.sha256) for n in move.naskah)
    outcome = Outcome(case.id, case.status, case.versi, papers, move.extra)
    _record(move, before, outcome, operation)
    return outcome


def _advance(berkas: m.Berkas, now: dt.datetime) -> None:
    """Keep the furthest status ever reached, and the end of the run."""
    reached = scope.TAHAP.get(berkas.status, 0)
    berkas.tahap_tertinggi = max(berkas.tahap_tertinggi, reached)
    berkas.berakhir_pada = now if berkas.status in procedure.AKHIR else None


def _record(move: Move, before: str, outcome: Outcome, operation: str | None) -> None:
    told = {
        "id": outcome.id,
        "status": outcome.status,
        "versi": outcome.versi,
        "naskah": [{"id": n.id, "jenis": n.jenis, "nomor": n.nomor, "sha256": n.sha256} for n in outcome.naskah],
        "extra": outcome.extra,
    }
    berkas = move.berkas
    catat(
        move.session,
        officer=move.officer,
        objek_jenis=move.kind,
        objek_id=outcome.id,
        verb=move.row.verb,
        operasi=operation,
        berkas_id=berkas.id if berkas is not None else None,
        dari=before,
        ke=outcome.status,
        catatan=move.note,
        ringkasan={"jawaban": told, "peringatan": move.peringatan},
        atas_nama=move.atas_nama,
        waktu=move.now,
    )
