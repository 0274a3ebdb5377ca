"""One berkas on one phone page, for those who decide: the counts, who dissents, what is still open, the papers, the moves."""

from __future__ import annotations

from collections import Counter
from typing import Any

import sqlalchemy as sa
from flask_appbuilder import expose
from flask_appbuilder.security.decorators import has_access, permission_name
from sqlalchemy.orm import joinedload

from app import models as m
from app.extensions import db
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import choices, reading
from app.steps.cases import butir_berkas, kesimpulan
from app.views.butir_words import dasar_kata
from app.views.case import papers_of, waiting_for
from app.views.moves import look

TERBANYAK = 30  # opinions and warnings on the page; the record page has them all
BERBEDA = ("tidak_setuju", "setuju_sebagian", "perbaiki")


class RingkasPage:
    """Mixed into the screen of berkas."""

    @expose("/<pk>/ringkas", methods=["GET"])
    @has_access
    @permission_name("show")
    def ringkas(self: Any, pk: str) -> Any:
        berkas, officer = self.row(pk), current_officer()
        deeds = self.deeds(berkas, officer)
        return self.render_template(
            "ringkas.html",
            title=self.record_title(berkas),
            item=berkas,
            view=self,
            hitungan=_counts(berkas, officer),
            berbeda=_dissents(berkas, officer),
            peringatan=_open(berkas, officer, deeds),
            naskah=papers_of(m.Naskah.berkas_id == berkas.id, officer),
            tindakan=deeds,
            menunggu="" if any(d["maju"] for d in deeds) else waiting_for("berkas", berkas),
        )


def _counts(berkas: m.Berkas, officer: Officer) -> list[tuple[str, int]]:
    """(conclusion, number of butir) of the rows that this person sees."""
    seen = visible(m.ButirInformasi, officer)
    ids = set(db.session.scalars(sa.select(m.ButirInformasi.id).where(m.ButirInformasi.berkas_id == berkas.id, seen)))
    concluded = Counter(kesimpulan(row) or "" for row in butir_berkas(db.session, berkas.id) if row.id in ids)
    words = {**choices.KESIMPULAN, "": "Belum disimpulkan"}
    return [("Butir", sum(concluded.values())), *((words[code], concluded[code]) for code in words if concluded[code])]


def _dissents(berkas: m.Berkas, officer: Officer) -> list[dict[str, Any]]:
    """Opinions of this round that do not simply agree."""
    o, b = m.Pendapat, m.ButirInformasi
    query = (
        sa.select(o)
        .join(b, b.id == o.butir_id)
        .where(b.berkas_id == berkas.id, o.putaran == berkas.putaran, o.dicabut.is_(False), o.sikap.in_(BERBEDA))
        .where(visible(o, officer))
        .options(joinedload(o.butir), joinedload(o.anggota))
        .order_by(o.butir_id, o.id)
        .limit(TERBANYAK)
    )
    return [
        {
            "butir": row.butir,
            "dasar": dasar_kata(row.butir),
            "anggota": str(row.anggota),
            "sikap": choices.SIKAP[row.sikap],
            "alasan": row.alasan_uu or row.alasan_kepatutan or row.alasan_kepentingan_umum or "",
        }
        for row in db.session.scalars(query).unique()
    ]


def _open(berkas: m.Berkas, officer: Officer, deeds: list[dict[str, Any]]) -> list[Any]:
    """What the door would still say to the move that leads on."""
    onward = next((deed for deed in deeds if deed["maju"]), None)
    row = reading.cari("berkas", onward["verb"]) if onward is not None else None
    return look("berkas", berkas, row, officer, {}).kekurangan[:TERBANYAK] if row is not None else []
