"""Weighing the opinions of the Tim: who may vote on a butir, the quorum, the result."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from app import models as m
from app.law import settings
from app.sop import choices

# opinion -> result of the Tim when that opinion has the majority
HASIL = {
    "setuju": "disetujui",
    "setuju_sebagian": "disetujui_sebagian",
    "tidak_setuju": "tidak_disetujui",
    "perbaiki": "perbaiki",
}


@dataclass(frozen=True)
class Timbangan:
    """One butir weighed. `berhak`: members who may vote; `benturan`: members of the proposing agency, who may not;

    `sebab`: why the opinions come to this result.
    """

    butir: m.ButirInformasi
    berhak: tuple[m.AnggotaTim, ...]
    benturan: tuple[m.AnggotaTim, ...]
    pendapat: tuple[m.Pendapat, ...]
    kuorum: int
    hasil: str
    sebab: str

    @property
    def penjelasan(self) -> str:
        """How the result comes about, in one line for members and readers."""
        votes = Counter(p.sikap for p in self.pendapat)
        counted = ", ".join(f"{votes[sikap]} {label.lower()}" for sikap, label in choices.SIKAP.items() if votes[sikap])
        given = f"{len(self.pendapat)} dari {len(self.berhak)} anggota yang berhak sudah berpendapat"
        reached = "tercapai" if len(self.pendapat) >= self.kuorum else "belum tercapai"
        told = f"{given} (kuorum {self.kuorum}, {reached}){f': {counted}' if counted else ''}."
        return f"{told} {choices.HASIL_PERTIMBANGAN[self.hasil]}, karena {self.sebab}." if counted else told


def anggota_menjabat(session: Session, tanggal: dt.date) -> list[m.AnggotaTim]:
    """The members of the Tim in office on a day: ketua first, then sekretaris, then the others."""
    a = m.AnggotaTim
    query = select(a).where(a.mulai <= tanggal, or_(a.selesai.is_(None), a.selesai >= tanggal))
    rows = session.scalars(query.options(joinedload(a.pengguna), joinedload(a.pejabat)).order_by(a.id)).unique()
    rank = {"ketua": 0, "sekretaris": 1, "anggota": 2}
    return sorted(rows, key=lambda row: (rank[row.kedudukan], row.id))


def kuorum(berhak: int, sedikitnya: int = 2) -> int:
    """More than half of the members who may vote, at least as many as the office asks for."""
    return max(sedikitnya, berhak // 2 + 1)


def pendapat_putaran(
    session: Session, berkas: m.Berkas, butir: Sequence[m.ButirInformasi]
) -> dict[int, list[m.Pendapat]]:
    """butir id -> the opinions that stand (a way back withdraws those of its round), with their members."""
    p = m.Pendapat
    query = select(p).join(m.ButirInformasi, p.butir_id == m.ButirInformasi.id)
    query = query.where(m.ButirInformasi.berkas_id == berkas.id, p.dicabut.is_(False))
    loaded = query.options(joinedload(p.anggota).joinedload(m.AnggotaTim.pengguna), joinedload(p.dicatat_oleh))
    wanted = {row.id for row in butir}
    found: dict[int, list[m.Pendapat]] = defaultdict(list)
    for row in session.scalars(loaded.order_by(p.id)).unique():
        if row.butir_id in wanted:
            found[row.butir_id].append(row)
    return found


def timbang(session: Session, berkas: m.Berkas, butir: Sequence[m.ButirInformasi], tanggal: dt.date) -> list[Timbangan]:
    """Weigh every butir with the members in office on the day. Three statements, however many butir."""
    least = int(settings.nilai(session, "kuorum_sedikitnya"))
    members = anggota_menjabat(session, tanggal)
    opinions = pendapat_putaran(session, berkas, butir)
    return [_weigh(row, members, opinions.get(row.id, []), least) for row in butir]


def _weigh(
    butir: m.ButirInformasi, members: Sequence[m.AnggotaTim], opinions: Sequence[m.Pendapat], least: int
) -> Timbangan:
    agency = butir.usulan.perangkat_daerah_id
    conflicted = tuple(a for a in members if a.pengguna.perangkat_daerah_id == agency)
    entitled = tuple(a for a in members if a not in conflicted)
    allowed = {a.id for a in entitled}
    counted = tuple(p for p in opinions if p.anggota_id in allowed)
    return Timbangan(butir, entitled, conflicted, counted, kuorum(len(entitled), least), *_result(counted))


def _result(opinions: Sequence[m.Pendapat]) -> tuple[str, str]:
    """(result, why): the majority of those who took a side; a tie goes with the ketua, without him against exemption.

    Exemption is strict and limited (UU 14/2008 Ps 2): what finds no majority is not agreed.
    """
    votes = Counter(p.sikap for p in opinions if p.sikap in HASIL)
    if not votes:
        return "tidak_disetujui", "tidak ada yang menyatakan sikap"
    most = max(votes.values())
    leading = {sikap for sikap, count in votes.items() if count == most}
    if len(leading) == 1:
        return HASIL[sikap := leading.pop()], f"suara terbanyak {choices.SIKAP[sikap].lower()}"
    ketua = next((p.sikap for p in opinions if p.anggota.kedudukan == "ketua" and p.sikap in leading), None)
    if ketua is not None:
        return HASIL[ketua], "suara berimbang dan mengikuti Ketua"
    if leading == {"setuju", "setuju_sebagian"}:
        return "disetujui_sebagian", "suara berimbang antara setuju dan setuju sebagian"
    return "tidak_disetujui", "suara berimbang tanpa Ketua, dan pengecualian memerlukan suara terbanyak"
