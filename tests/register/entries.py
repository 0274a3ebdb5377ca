"""Register entries by the thousand, without a case behind each: one decree, one butir, many terms."""

import datetime as dt
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app import models as m
from app.models.base import sekarang

KLASIFIKASI = {
    "a": "Proses penegakan hukum (Pasal 17 huruf a)",
    "h": "Rahasia pribadi (Pasal 17 huruf h angka 2)",
    "b": "Persaingan usaha (Pasal 17 huruf b)",
}


def tambah(session: Session, entries: list[dict[str, Any]]) -> list[int]:
    """Copies of the first entry of the database, each with its own columns; -> their ids, in order."""
    e = m.ButirDitetapkan
    first = session.scalars(select(e).order_by(e.id).limit(1)).one()
    kept = {c.key: getattr(first, c.key) for c in e.__table__.columns if c.key != "id"}
    highest = session.scalars(select(e.id).order_by(e.id.desc()).limit(1)).one()
    rows = []
    for place, own in enumerate(entries, 1):
        end = own.get("akhir", kept["akhir"])
        early = {"batas_buka": end - dt.timedelta(days=42) if end else None, "kode": f"UJI-{place}"}
        calm = {"status": "berlaku", "peristiwa": None, "tanggal_tinjau": None, "dibuat_pada": sekarang()}
        rows.append(kept | early | calm | own | {"id": highest + place})
    session.execute(insert(e), rows)
    session.commit()
    return [row["id"] for row in rows]
