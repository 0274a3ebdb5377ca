"""What stands on other sites of a decree that a newer one has replaced: marked there, or taken back, by itself and once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import tanggal_panjang
from app.extensions import writing
from app.law import settings
from app.register.ganti import Pengganti, pengganti_sk
from app.register.situs.saluran import DIDUKUNG
from app.register.situs.umumkan import antrekan
from app.steps.events import Kejadian, catat_sistem

PILIHAN = "sk_lama_di_situs"


@dataclass(frozen=True)
class Lama:
    """One publication of a replaced decree, and what is to be done about it: "tandai" or "tarik"."""

    publikasi_id: int
    baru: Pengganti
    tindakan: str

    @property
    def operasi(self) -> str:
        """The name under which it is done exactly once."""
        return f"ganti:{self.publikasi_id}:{self.baru.id}:{self.tindakan}:{int(self.baru.seluruhnya)}"


def kalimat(baru: Pengganti) -> str:
    """What readers are told."""
    begin = "Keputusan ini sudah diganti" if baru.seluruhnya else "Sebagian isi keputusan ini sudah diganti"
    return f"{begin} dengan keputusan nomor {baru.nomor} tanggal {tanggal_panjang(baru.tanggal)}."


def gantikan(session: Session, now: dt.datetime) -> int:
    """Put what is due for replaced decrees into the outbox; -> how many publications. Call it outside any transaction."""
    due = _jatuh(session)
    session.rollback()
    if not due:
        return 0
    with writing() as fresh:
        known = set(fresh.scalars(select(m.Peristiwa.operasi).where(m.Peristiwa.operasi.in_([d.operasi for d in due]))))
        events = [_lakukan(fresh, item, now) for item in due if item.operasi not in known]
        catat_sistem(fresh, [event for event in events if event is not None], now)
    return len(events)


def _jatuh(session: Session) -> list[Lama]:
    """What is due and not yet done."""
    p = m.Publikasi
    rows = session.execute(
        select(p.id, p.naskah_id).where(p.saluran.in_(DIDUKUNG), p.dicabut_pada.is_(None)).order_by(p.id)
    ).all()
    newer = pengganti_sk(session, {row.naskah_id for row in rows})
    if not newer:
        return []
    ids = [new.id for new in newer.values()]
    announced = set(session.scalars(select(p.naskah_id).where(p.naskah_id.in_(ids), p.dicabut_pada.is_(None))))
    wish = settings.nilai(session, PILIHAN)
    found = []
    for ident, decree in rows:
        if decree in newer:
            new = newer[decree]  # nothing is taken away before the newer one can be read
            gone = wish == "tarik" and new.seluruhnya and new.id in announced
            found.append(Lama(ident, new, "tarik" if gone else "tandai"))
    done = set(session.scalars(select(m.Peristiwa.operasi).where(m.Peristiwa.operasi.in_([f.operasi for f in found]))))
    return [item for item in found if item.operasi not in done]


def _lakukan(session: Session, item: Lama, now: dt.datetime) -> Kejadian | None:
    row = session.get_one(m.Publikasi, item.publikasi_id, with_for_update=True, populate_existing=True)
    if row.dicabut_pada is not None:
        return None
    if item.tindakan == "tarik":
        row.dicabut_pada, row.alasan_cabut = now, kalimat(item.baru)
    antrekan(session, row.id, "tarik" if item.tindakan == "tarik" else "kirim", now)
    return Kejadian(
        objek_jenis="naskah",
        objek_id=row.naskah_id,
        verb="publikasi_diganti",
        operasi=item.operasi,
        berkas_id=row.naskah.berkas_id,
        ringkasan={
            "publikasi": row.id,
            "saluran": row.saluran,
            "tindakan": item.tindakan,
            "pengganti": item.baru.nomor,
        },
    )
