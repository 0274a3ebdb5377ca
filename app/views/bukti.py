"""The evidence bundle of a dispute: what it holds, and the two downloads. Every one is logged with its seal."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import request, send_file
from flask_appbuilder import expose

from app import models as m
from app.register.bukti.susun import BAGIAN, IZIN, unduh_bukti
from app.security.manager import current_officer
from app.views.pages import CasePage
from app.views.repair import clean_id


class BuktiSengketa(CasePage):
    """Get the bundle of one case at the Komisi Informasi."""

    route_base = "/bukti-sengketa"
    izin = IZIN
    model = m.Sengketa

    @expose("/<pk>")
    def index(self, pk: str) -> Any:
        _, case = self.opened(pk)
        return self.render_template("bukti.html", title="Paket bukti sengketa", item=case, bagian=BAGIAN)

    @expose("/<pk>/unduh")
    def unduh(self, pk: str) -> Any:
        """The archive itself; the papers are hashed and packed anew each time."""
        found = unduh_bukti(current_officer(), clean_id(pk), request.args.get("bagian", "lengkap"))
        return send_file(BytesIO(found.isi), mimetype=found.mime, as_attachment=True, download_name=found.nama)
