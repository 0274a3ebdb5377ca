"""Publications that a person must look after: the address is broken, the file is another one, or sending gave up."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, or_

from app import models as m


def rusak() -> ColumnElement[bool]:
    """As a condition on Publikasi. A good check, or a good delivery, ends it by itself; nobody closes it by hand."""
    p, k = m.Publikasi, m.KotakKeluar
    unreadable = and_(p.hasil_cek == "tidak_dapat_diperiksa", p.saluran != "manual")
    stands = p.dicabut_pada.is_(None)
    gave_up = exists().where(k.publikasi_id == p.id, k.status == "gagal", or_(k.tindakan == "tarik", stands))
    return or_(and_(stands, or_(p.hasil_cek == "berbeda", unreadable)), gave_up)
