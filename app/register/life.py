"""The daily work on the register: reminders, the start of the duty to decide, and opening by force of law.

The day is handed in, so every run can be repeated and simulated. A run does all that is due up to its day, in the order
of the law, so days on which nothing ran are caught up; run again, it finds nothing to do. Terms that end with an event
or with somebody's consent have no end here and are never touched. The caller commits, or rolls back to only look.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import ColumnElement, Row, and_, exists, insert, literal, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from app import models as m
from app.calendar.terms import HARI_KERJA_BATAS_BUKA, HARI_KERJA_PENGINGAT, akhir_terjangkau, batas_buka_banyak
from app.sop.notifikasi import MENURUT_KODE
from app.sop.words import StatusRegister as S
from app.steps.events import Kejadian, catat_sistem
from app.steps.notifikasi import kabarkan
from app.steps.perubahan import jenis_tindak_lanjut

E = m.ButirDitetapkan
BERJALAN = (S.BERLAKU, S.AKAN_BERAKHIR)
SEHARI = dt.timedelta(days=1)
SEKALI = 500  # rows in one statement: below what any database takes as parameters
CAKRAWALA = dt.timedelta(days=240)  # ends for which the holidays are known well enough to count working days again


@dataclass
class Hasil:
    """What one run did, by the codes of the entries."""

    tanggal: dt.date
    akan_berakhir: list[str] = field(default_factory=list)
    terbuka: list[str] = field(default_factory=list)
    tinjau_pdp: list[str] = field(default_factory=list)
    pengingat: dict[str, int] = field(default_factory=dict)
    batas_dihitung_ulang: int = 0

    @property
    def kosong(self) -> bool:
        """Nothing was due."""
        return not (self.akan_berakhir or self.terbuka or any(self.pengingat.values()) or self.batas_dihitung_ulang)

    def kalimat(self) -> list[str]:
        """For the terminal and the list of jobs."""
        lines = [
            f"{len(self.akan_berakhir)} butir memasuki masa wajib diputuskan.",
            f"{len(self.terbuka)} butir terbuka demi hukum; {len(self.tinjau_pdp)} di antaranya menunggu tinjauan "
            "pelindungan data pribadi.",
            f"{sum(self.pengingat.values())} pengingat dicatat.",
        ]
        if self.batas_dihitung_ulang:
            lines.append(f"Batas buka {self.batas_dihitung_ulang} butir dihitung ulang menurut hari libur terbaru.")
        return lines


def jalankan(session: Session, tanggal: dt.date, waktu: dt.datetime) -> Hasil:
    """Everything that is due on this day. `waktu`: the moment that is written into the log."""
    done = Hasil(tanggal)
    holidays = frozenset(session.scalars(select(m.HariLibur.tanggal)))
    done.batas_dihitung_ulang = _hitung_ulang(session, tanggal, holidays, waktu)
    done.pengingat = _ingatkan(session, tanggal, holidays, waktu)
    kejadian = _mulai_kewajiban(session, done, holidays, waktu)
    kejadian += _buka_demi_hukum(session, done, waktu)
    catat_sistem(session, kejadian, waktu)
    _kabarkan(session, done, kejadian, waktu)
    return done


# What is told of an entry that became due for several things in one run: the most pressing alone, and its review.
_MENDESAK = ("akan_berakhir", "akhir_60", "akhir_90")


def _kabarkan(session: Session, done: Hasil, kejadian: Sequence[Kejadian], now: dt.datetime) -> None:
    """Tell the agencies and PPID Utama what this run found; each hears all of it in one mail."""
    p = m.PengingatRegister
    due: dict[str, set[int]] = defaultdict(set)
    if any(done.pengingat.values()):
        for kind, ident in session.execute(select(p.jenis, p.butir_ditetapkan_id).where(p.dicatat_pada == now)):
            due[kind].add(ident)
    due["akan_berakhir"] = {row.objek_id for row in kejadian if row.verb == "akan_berakhir"}
    told: set[int] = set()
    for kind in _MENDESAK:
        due[kind] -= told
        told |= due[kind]
    for kind in (*_MENDESAK, "tinjau"):
        for part in _pecah(sorted(due[kind])):
            kabarkan(session, MENURUT_KODE[kind], part, kelompok=f"harian:{now.isoformat()}", waktu=now)


def _berjangka(*statuses: S) -> ColumnElement[bool]:
    """Entries whose term ends on a day of the calendar."""
    return and_(E.status.in_(statuses), E.akhir.is_not(None), E.peristiwa.is_(None))


def _pecah(ids: Sequence[int]) -> Iterator[list[int]]:
    rest = iter(ids)
    while part := list(islice(rest, SEKALI)):
        yield part


def _hitung_ulang(session: Session, day: dt.date, holidays: Collection[dt.date], now: dt.datetime) -> int:
    """Holidays change by decree every year: the start of the duty of coming ends follows them."""
    soon = and_(_berjangka(S.BERLAKU), E.akhir > day, E.akhir <= day + CAKRAWALA)
    known = session.execute(select(E.akhir, E.batas_buka).where(soon).distinct()).all()
    right, changed = batas_buka_banyak([end for end, _ in known if end is not None], holidays), 0
    for end, kept in known:
        if end is not None and right[end] != kept:
            same = update(E).where(soon, E.akhir == end, E.batas_buka == kept)
            result = session.execute(same.values(batas_buka=right[end], diubah_pada=now), execution_options=_LANGSUNG)
            changed += result.rowcount  # type: ignore[attr-defined]  # an update has one
    return changed


_LANGSUNG = {"synchronize_session": False}


def _ingatkan(session: Session, day: dt.date, holidays: Collection[dt.date], now: dt.datetime) -> dict[str, int]:
    """Note each reminder once: the row's uniqueness holds even when two runs meet."""
    counted = {}
    for number in HARI_KERJA_PENGINGAT:
        within = and_(_berjangka(*BERJALAN), E.akhir <= akhir_terjangkau(day, number, holidays))
        counted[f"akhir_{number}"] = _catat_pengingat(session, f"akhir_{number}", E.akhir, within, now)
    due = and_(E.status.in_(BERJALAN), E.tanggal_tinjau <= day)
    counted["tinjau"] = _catat_pengingat(session, "tinjau", E.tanggal_tinjau, due, now)
    return counted


def _catat_pengingat(
    session: Session,
    kind: str,
    about: InstrumentedAttribute[dt.date | None],
    due: ColumnElement[bool],
    now: dt.datetime,
) -> int:
    p = m.PengingatRegister
    known = exists().where(p.butir_ditetapkan_id == E.id, p.jenis == kind, p.acuan == about)
    rows = select(E.id, literal(kind), about, literal(now, p.dicatat_pada.type)).where(due, ~known)
    names = ["butir_ditetapkan_id", "jenis", "acuan", "dicatat_pada"]
    wanted = insert(p.__table__).from_select(names, rows).execution_options(preserve_rowcount=True)
    return session.connection().execute(wanted).rowcount


def _jatuh(session: Session, *where: ColumnElement[bool]) -> Sequence[Row[tuple[int, str, str, dt.date, int]]]:
    """The entries that are due, locked in the order of their ids."""
    query = select(E.id, E.kode, E.klasifikasi, E.akhir, m.Naskah.berkas_id).join(m.Naskah, E.sk_id == m.Naskah.id)
    return session.execute(query.where(*where).order_by(E.id).with_for_update(of=E)).all()  # type: ignore[return-value]


def _set(session: Session, ids: Sequence[int], after: S, now: dt.datetime) -> None:
    for part in _pecah(ids):
        change = update(E).where(E.id.in_(part)).values(status=after.value, diubah_pada=now)
        session.execute(change, execution_options=_LANGSUNG)


def _mulai_kewajiban(session: Session, done: Hasil, holidays: Collection[dt.date], now: dt.datetime) -> list[Kejadian]:
    """The last 30 working days have begun: PPID must decide."""
    reach = akhir_terjangkau(done.tanggal, HARI_KERJA_BATAS_BUKA, holidays)
    rows = _jatuh(session, _berjangka(S.BERLAKU), E.akhir <= reach)
    _set(session, [row.id for row in rows], S.AKAN_BERAKHIR, now)
    done.akan_berakhir = [row.kode for row in rows]
    return [_kejadian(row, "akan_berakhir", S.BERLAKU, S.AKAN_BERAKHIR, row.akhir) for row in rows]


def _buka_demi_hukum(session: Session, done: Hasil, now: dt.datetime) -> list[Kejadian]:
    """Nobody decided and the end has passed: the entry is open by law. The file itself waits for a person."""
    rows = _jatuh(session, _berjangka(S.AKAN_BERAKHIR), E.akhir < done.tanggal)
    _set(session, [row.id for row in rows], S.TERBUKA_DEMI_HUKUM, now)
    done.terbuka = [row.kode for row in rows]
    kinds = {row.id: jenis_tindak_lanjut(row.klasifikasi) for row in rows}
    done.tinjau_pdp = [row.kode for row in rows if kinds[row.id] == "tinjau_pdp"]
    tasks = [
        {"butir_ditetapkan_id": row.id, "jenis": kinds[row.id], "sejak": row.akhir + SEHARI}
        | {"dibuat_pada": now, "diubah_pada": now}
        for row in rows
    ]
    if tasks:
        session.execute(insert(m.TindakLanjut), tasks)
    return [
        _kejadian(row, "terbuka_demi_hukum", S.AKAN_BERAKHIR, S.TERBUKA_DEMI_HUKUM, row.akhir + SEHARI) for row in rows
    ]


def _kejadian(row: Row[tuple[int, str, str, dt.date, int]], verb: str, before: S, after: S, since: dt.date) -> Kejadian:
    return Kejadian(
        objek_jenis="register",
        objek_id=row.id,
        verb=verb,
        operasi=f"jadwal:{verb}:{row.id}:{row.akhir:%Y%m%d}",
        dari=before.value,
        ke=after.value,
        berkas_id=row.berkas_id,
        ringkasan={"kode": row.kode, "akhir": row.akhir.isoformat(), "sejak": since.isoformat()},
    )
