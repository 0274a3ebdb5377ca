"""Finds what was decided or proposed on the same thing: precedents, and twins over agencies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app import models as m
from app.law.wording import kata_penting
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.words import StatusButir as S

TERBANYAK_DIBACA = 5_000
DIPUTUS = (S.DITETAPKAN, S.TERBUKA, S.TIDAK_DISETUJUI)
BERJALAN = tuple(s for s in S if s not in (*DIPUTUS, S.DIGABUNG))
PALING_RENDAH = 0.3
BOBOT_KATA = 0.75


@dataclass(frozen=True)
class Serupa:
    """A butir that is like another. `nilai`: from 0 to 1, by words first, then by letters of Pasal 17."""

    butir_id: int
    kode: str
    uraian: str
    perangkat_daerah: str
    status: str
    huruf: tuple[str, ...]
    nilai: float


def preseden(session: Session, officer: Officer, butir: m.ButirInformasi, *, banyak: int = 5) -> list[Serupa]:
    """What was decided on similar information, also where it was opened: the likest first, within the officer's rows."""
    return _serupa(session, officer, butir, DIPUTUS, banyak)


def kembaran(session: Session, officer: Officer, butir: m.ButirInformasi, *, banyak: int = 5) -> list[Serupa]:
    """Similar information that is under way, over all agencies that the officer sees: candidates for merging."""
    return _serupa(session, officer, butir, BERJALAN, banyak)


def gabungan(session: Session, officer: Officer, butir: m.ButirInformasi) -> list[Serupa]:
    """What was merged into this butir, oldest first: who proposed the same stays visible."""
    b = m.ButirInformasi
    query = select(b).where(b.digabung_ke_id == butir.id, visible(b, officer)).order_by(b.id)
    rows = list(session.scalars(query).unique())
    cited = _huruf(session, [row.id for row in rows])
    return [
        Serupa(
            row.id,
            row.kode,
            row.uraian or "",
            row.usulan.perangkat_daerah.nama,
            row.status,
            cited.get(row.id, ()),
            _kemiripan(kata_penting(butir.uraian), kata_penting(row.uraian)),
        )
        for row in rows
    ]


def _serupa(
    session: Session, officer: Officer, butir: m.ButirInformasi, statuses: Iterable[S], banyak: int
) -> list[Serupa]:
    mine, letters = kata_penting(butir.uraian), {row.pasal17.huruf for row in butir.dasar if row.pasal17 is not None}
    if not mine:
        return []
    b, usulan = m.ButirInformasi, aliased(m.Usulan)  # the row scope asks about Usulan on its own
    query = (
        select(b.id, b.kode, b.uraian, b.status, m.PerangkatDaerah.nama)
        .join(usulan, b.usulan_id == usulan.id)
        .join(m.PerangkatDaerah, usulan.perangkat_daerah_id == m.PerangkatDaerah.id)
        .where(b.status.in_([s.value for s in statuses]), b.id != butir.id, visible(b, officer))
        .order_by(b.id.desc())
        .limit(TERBANYAK_DIBACA)
    )
    rows = [(row, _kemiripan(mine, kata_penting(row.uraian))) for row in session.execute(query)]
    near = sorted((pair for pair in rows if pair[1] >= PALING_RENDAH), key=lambda pair: (-pair[1], pair[0].id))
    cited = _huruf(session, [row.id for row, _ in near[: 4 * banyak]])
    found = []
    for row, words in near[: 4 * banyak]:
        held = cited.get(row.id, ())
        found.append(
            Serupa(row.id, row.kode, row.uraian or "", row.nama, row.status, held, _nilai(words, letters, held))
        )
    return sorted(found, key=lambda one: (-one.nilai, one.butir_id))[:banyak]


def _kemiripan(mine: frozenset[str], other: frozenset[str]) -> float:
    """Share of common telling words."""
    return len(mine & other) / len(mine | other) if mine and other else 0.0


def _nilai(words: float, letters: set[str], held: Sequence[str]) -> float:
    same = bool(letters & set(held))
    return round(BOBOT_KATA * words + (1 - BOBOT_KATA) * same, 3)


def _huruf(session: Session, ids: list[int]) -> dict[int, tuple[str, ...]]:
    """butir id -> letters cited, in one statement."""
    if not ids:
        return {}
    d, p = m.DasarPengecualian, m.Pasal17
    found: dict[int, set[str]] = {}
    query = select(d.butir_id, p.huruf).join(p, d.pasal17_id == p.id).where(d.butir_id.in_(ids))
    for ident, letter in session.execute(query):
        found.setdefault(ident, set()).add(letter)
    return {ident: tuple(sorted(letters)) for ident, letters in found.items()}
