"""Officials in office: who holds a function on a day, and the snapshot that is printed on a paper."""

import datetime as dt
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.calendar.words import tanggal_panjang
from app.errors import Kekurangan
from app.models.office import Pejabat


def pejabat_menjabat(
    session: Session, fungsi: str, tanggal: dt.date, perangkat_daerah_id: int | None = None
) -> Pejabat | None:
    """The holder of a function on a day (of one agency when given); the newest when records overlap; None when nobody."""
    p = Pejabat
    query = select(p).where(p.fungsi == fungsi, p.mulai <= tanggal, or_(p.selesai.is_(None), p.selesai >= tanggal))
    if perangkat_daerah_id is not None:
        query = query.where(p.perangkat_daerah_id == perangkat_daerah_id)
    return session.scalars(query.order_by(p.mulai.desc(), p.id.desc()).limit(1)).first()


def menjabat(pejabat: Pejabat, tanggal: dt.date) -> bool:
    """Whether the official is in office on a day."""
    return pejabat.mulai <= tanggal and (pejabat.selesai is None or pejabat.selesai >= tanggal)


def peringatan_jabatan(
    pejabat: Pejabat, tanggal: dt.date, saran: str = "Pilih pejabat yang menjabat, atau jelaskan sebabnya."
) -> list[Kekurangan]:
    """Warns when the office of a signer ends before the day on which the paper is (or will be) signed; `saran`: what to do."""
    if pejabat.selesai is None or pejabat.selesai >= tanggal:
        return []
    ended = tanggal_panjang(pejabat.selesai)
    sentence = f"Masa jabatan {pejabat.nama} berakhir {ended}, sebelum hari penandatanganan. {saran}"
    return [Kekurangan("masa_jabatan", sentence, medan="penandatangan", tingkat="peringatan", dasar="Masa jabatan")]


def potret(pejabat: Pejabat | None) -> dict[str, Any] | None:
    """What a paper keeps of its signer, as of the day it was issued."""
    if pejabat is None:
        return None
    return {
        "id": pejabat.id,
        "nama": pejabat.nama,
        "gelar": pejabat.gelar,
        "nip": pejabat.nip,
        "pangkat": pejabat.pangkat,
        "jabatan": pejabat.jabatan,
        "kapasitas": pejabat.kapasitas,
        "atas_nama": pejabat.atas_nama,
        "untuk_beliau": pejabat.untuk_beliau,
        "fungsi": pejabat.fungsi,
    }
