"""Lembar kendali SOP: the five rows of the sheet with who did them and when, for one berkas; made for printing."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import sqlalchemy as sa
from flask import send_file
from flask_appbuilder import expose

from app import models as m
from app.documents.keeping import DOCX
from app.extensions import db
from app.models.events import sejak_lahir
from app.security.scope import baca_dalam
from app.steps.lembar_kendali import cetak_lembar_kendali
from app.views.case import papers_of
from app.views.event_words import tindakan_kata
from app.views.pages import CasePage
from app.views.sop import baris

# Which moves prove which row of the sheet.
BUKTI = {
    1: ("ajukan", "himpun", "kaji"),
    2: ("sampaikan",),
    3: ("pertimbangkan",),
    4: ("setujui", "tetapkan"),
    5: ("unggah", "tutup_tanpa_sk"),
}


class LembarKendali(CasePage):
    """The control sheet of one berkas."""

    route_base = "/lembar-kendali"
    izin = ("can_show", "Berkas")

    @expose("/<pk>")
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        done = _events(berkas)
        rows = [{**row, "peristiwa": [e for e in done if e["verb"] in BUKTI[row["no"]]]} for row in baris()]
        return self.render_template(
            "kendali.html",
            title="Lembar kendali SOP",
            berkas=berkas,
            baris=rows,
            naskah=papers_of(m.Naskah.berkas_id == berkas.id, officer),
        )

    @expose("/<pk>/unduh")
    def unduh(self, pk: str) -> Any:
        """The same sheet as a paper."""
        officer, berkas = self.opened(pk)
        content, name = cetak_lembar_kendali(db.session, berkas, dalam=baca_dalam(officer))
        return send_file(BytesIO(content), mimetype=DOCX, as_attachment=True, download_name=name)


def _events(berkas: m.Berkas) -> list[dict[str, Any]]:
    """The moves of the berkas and of its usulan, oldest first."""
    p = m.Peristiwa
    gathered = sa.select(m.Usulan.id).where(m.Usulan.berkas_id == berkas.id)
    mine = (p.objek_jenis == "berkas") & (p.objek_id == berkas.id)
    proposed = (p.objek_jenis == "usulan") & p.objek_id.in_(gathered) & sejak_lahir(p, m.Usulan)
    rows = db.session.scalars(sa.select(p).where(mine | proposed).order_by(p.urut))
    return [
        {
            "verb": r.verb,
            "label": tindakan_kata(r.objek_jenis, r.verb),
            "nama": r.pelaku_nama,
            "peran": r.peran,
            "waktu": r.waktu,
        }
        for r in rows
    ]
