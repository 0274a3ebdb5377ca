"""Reads what an evidence bundle is made of: the dispute, its entries, the papers of the berkas, and its events. Decides nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload, undefer

from app import models as m
from app.models.events import canon, sejak_lahir
from app.register.bukti.periksa import tutup
from app.sop.words import Naskah

SHA = re.compile(r"[0-9a-f]{64}")
# Who read or bundled something says nothing about how the case went.
MEMBACA = ("unduh", "bukti")


@dataclass
class Bahan:
    """All rows of one bundle. `saksi`: the head of the log as the decree prints it, "urut:sha", or ""."""

    sengketa: m.Sengketa
    berkas: m.Berkas
    sk: m.Naskah
    entri: Sequence[m.ButirDitetapkan]
    naskah: Sequence[m.Naskah]
    publikasi: Sequence[m.Publikasi]
    peristiwa: Sequence[m.Peristiwa] = ()
    disebut: dict[str, int] = field(default_factory=dict)  # SHA-256 of a file → the event that names it

    @property
    def saksi(self) -> str:
        told = str(self.sk.isi.get("jejak") or "") if isinstance(self.sk.isi, dict) else ""
        return told if re.fullmatch(r"[1-9]\d*:[0-9a-f]{64}", told) else ""


def kumpulkan(session: Session, sengketa: m.Sengketa) -> Bahan | None:
    """Everything about the case in which the disputed entry was decided; None for an entry without a berkas."""
    sk = session.scalars(
        select(m.Naskah).where(m.Naskah.id == sengketa.butir_ditetapkan.sk_id).options(undefer(m.Naskah.isi))
    ).one()
    if sk.berkas is None:
        return None
    found = Bahan(
        sengketa, sk.berkas, sk, _entri(session, sengketa, sk), _naskah(session, sk.berkas), _publikasi(session, sk)
    )
    found.peristiwa = _peristiwa(session, found)
    for row in found.peristiwa:
        for sha in SHA.findall(row.ringkasan):
            found.disebut.setdefault(sha, row.urut)
    return found


def _entri(session: Session, sengketa: m.Sengketa, sk: m.Naskah) -> Sequence[m.ButirDitetapkan]:
    """The entries of this decree in the same case at the Komisi Informasi."""
    e, s = m.ButirDitetapkan, m.Sengketa
    same = select(s.butir_ditetapkan_id).where(s.nomor_register_ki == sengketa.nomor_register_ki)
    query = select(e).where(e.id.in_(same), e.sk_id == sk.id).options(joinedload(e.perangkat_daerah))
    return session.scalars(query.order_by(e.id)).all()


def _naskah(session: Session, berkas: m.Berkas) -> Sequence[m.Naskah]:
    """Every paper of the berkas and of its proposals, withdrawn ones too, in the order in which they were issued."""
    n, u, b = m.Naskah, m.Usulan, m.ButirInformasi
    through = select(b.usulan_id).where(b.berkas_id == berkas.id)
    proposals = select(u.id).where((u.berkas_id == berkas.id) | u.id.in_(through))
    loaded = (joinedload(n.unggahan), joinedload(n.nomor_naskah), joinedload(n.perangkat_daerah))
    query = select(n).where((n.berkas_id == berkas.id) | n.usulan_id.in_(proposals)).options(*loaded)
    return session.scalars(
        query.options(selectinload(n.salinan).joinedload(m.SalinanTtd.unggahan)).order_by(n.id)
    ).all()


def _publikasi(session: Session, sk: m.Naskah) -> Sequence[m.Publikasi]:
    p = m.Publikasi
    query = select(p).where(p.naskah_id == sk.id).options(joinedload(p.perangkat_daerah)).order_by(p.id)
    return session.scalars(query).all()


def _milik(bahan: Bahan) -> ColumnElement[bool]:
    """The events of this case: of the berkas, and of its proposals, butir and papers before they came to it."""
    p, b = m.Peristiwa, m.ButirInformasi
    butir = select(b.id).where(b.berkas_id == bahan.berkas.id)
    usulan = {n.usulan_id for n in bahan.naskah if n.usulan_id is not None}
    return or_(
        p.berkas_id == bahan.berkas.id,
        (p.objek_jenis == "usulan") & p.objek_id.in_(usulan) & sejak_lahir(p, m.Usulan),
        (p.objek_jenis == "butir") & p.objek_id.in_(butir) & sejak_lahir(p, b),
        (p.objek_jenis == "naskah") & p.objek_id.in_([n.id for n in bahan.naskah]),
    )


def _peristiwa(session: Session, bahan: Bahan) -> Sequence[m.Peristiwa]:
    p = m.Peristiwa
    return session.scalars(select(p).where(_milik(bahan), p.verb.not_in(MEMBACA)).order_by(p.urut)).all()


def rantai(session: Session, bahan: Bahan) -> tuple[int, int, bytes] | None:
    """(first, last, lines) of the chain from the first to the last event of the case; events of other cases stay closed."""
    own = {row.urut for row in bahan.peristiwa}
    if not own:
        return None
    witness = int(bahan.saksi.partition(":")[0]) if bahan.saksi else min(own)
    p = m.Peristiwa
    first = min(min(own), witness)
    last = min(max(max(own), witness), session.scalar(select(func.max(p.urut))) or 0)
    query = select(p).where(p.urut.between(first, last)).order_by(p.urut).execution_options(yield_per=500)
    lines = []
    for row in session.scalars(query):
        if row.urut in own:
            told: dict[str, object] = {"isi": row.payload()}
        else:
            told = {"urut": row.urut, **tutup(canon(row.payload()).encode("utf-8"))}
        lines.append(canon({**told, "sha": row.sha}))
    return first, last, ("\n".join(lines) + "\n").encode("utf-8")


def terbuka(naskah: m.Naskah) -> bool:
    """May this paper be shown to everybody? Only the signed body of the decree with Lampiran I."""
    return naskah.jenis == Naskah.SURAT_KEPUTUSAN and naskah.status == "ditandatangani"
