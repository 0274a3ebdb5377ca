"""The archive folder of one berkas: its papers numbered as they lie in it, soft and hard copy, and clocks that collide."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask_appbuilder import expose
from sqlalchemy.orm import joinedload

from app import models as m
from app.extensions import db
from app.register.clocks import akhir_retensi, bentrok_berkas
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.choices import NASIB_AKHIR, SKKAAD, TINGKAT_PERKEMBANGAN
from app.sop.words import LABEL_NASKAH, SKKAAD_NASKAH, StatusNaskah
from app.sop.words import Naskah as Jenis
from app.views.pages import CasePage

TEMPAT = ("gedung", "ruang", "lemari", "rak", "boks", "folder")


class FolderArsip(CasePage):
    route_base = "/folder-arsip"
    izin = ("can_show", "Arsip")

    @expose("/<pk>")
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        papers = _papers(berkas, officer)
        records = {row.naskah_id: row for row in _records(berkas, officer)}
        return self.render_template(
            "folder_arsip.html",
            title=f"Folder arsip {berkas.nomor or ''}",
            berkas=berkas,
            isi=[_row(number, paper, records.get(paper.id)) for number, paper in enumerate(papers, 1)],
            lengkap=sum(row.lengkap for row in records.values()),
            dapat_diserahkan=any(paper.berkas_id for paper in papers),
            bentrok=bentrok_berkas(_entries(berkas, officer), list(records.values())),
        )


def _papers(berkas: m.Berkas, officer: Officer) -> list[m.Naskah]:
    n = m.Naskah
    gathered = sa.select(m.Usulan.id).where(m.Usulan.berkas_id == berkas.id)
    mine = sa.or_(n.berkas_id == berkas.id, n.usulan_id.in_(gathered))
    query = sa.select(n).where(mine, n.status != StatusNaskah.DICABUT, visible(n, officer))
    return list(db.session.scalars(query.options(joinedload(n.salinan)).order_by(n.tanggal, n.id)).unique())


def _records(berkas: m.Berkas, officer: Officer) -> list[m.Arsip]:
    a, n = m.Arsip, m.Naskah
    kept = sa.select(n.id).where(
        n.berkas_id == berkas.id, n.status != StatusNaskah.DICABUT
    )  # a join would hide its scope
    query = sa.select(a).options(joinedload(a.naskah)).where(a.naskah_id.in_(kept), visible(a, officer))
    return list(db.session.scalars(query))


def _entries(berkas: m.Berkas, officer: Officer) -> list[m.ButirDitetapkan]:
    e = m.ButirDitetapkan
    query = sa.select(e).join(e.sk).where(m.Naskah.berkas_id == berkas.id, e.status != "dicabut", visible(e, officer))
    return list(db.session.scalars(query.order_by(e.id)))


def _row(number: int, paper: m.Naskah, record: m.Arsip | None) -> dict[str, Any]:
    place = [f"{name} {record.hardcopy[name]}" for name in TEMPAT if record.hardcopy[name]] if record else []
    return {
        "no": number,
        "id": paper.id,
        "label": LABEL_NASKAH[Jenis(paper.jenis)],
        "nomor": paper.nomor or "–",
        "tanggal": paper.tanggal,
        "ttd": bool(paper.salinan),
        "skkaad": SKKAAD[record.skkaad if record else SKKAAD_NASKAH[Jenis(paper.jenis)]],
        "tingkat": TINGKAT_PERKEMBANGAN[record.tingkat_perkembangan] if record else "–",
        "softcopy": f"SHA-256 {paper.sha256[:12]}…",
        "hardcopy": ", ".join(place) or "–",
        "lembar": record.hardcopy_jumlah_lembar if record else None,
        "retensi": f"{record.retensi_aktif} + {record.retensi_inaktif} tahun" if record else "–",
        "sampai": akhir_retensi(record) if record else None,
        "nasib": NASIB_AKHIR[record.nasib_akhir] if record else "–",
        "lengkap": record.lengkap if record else False,
    }
