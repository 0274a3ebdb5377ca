"""POST /api/v1/impor/usulan: the sheet of an agency becomes a draft proposal, or is only looked at."""

from __future__ import annotations

from typing import Any

from flask import Response, request
from flask_appbuilder.api import expose
from flask_appbuilder.security.decorators import permission_name, protect

from app.api import filling
from app.api.base import RefusesInWords
from app.api.fields import Medan
from app.api.papers import unggahan
from app.extensions import begin_mode, db
from app.models.base import KODE
from app.security.manager import current_officer
from app.steps.impor import impor_usulan

YA_TIDAK = ("true", "false")
ISIAN = (
    Medan("perangkat_daerah", "perangkat_daerah", "teks", wajib=True, kosong=False, maks=KODE),
    Medan("simpan", "simpan", "teks", maks=5, pilihan=YA_TIDAK),
    Medan("operasi", "operasi", "uuid"),
)


class ImporApi(RefusesInWords):
    """The import of sheets."""

    resource_name = "impor"
    class_permission_name = "Usulan"
    method_permission_name = {"usulan": "impor"}

    @expose("/usulan", methods=["POST"])
    @protect()
    @permission_name("impor")
    def usulan(self) -> Response:
        """Preview (`simpan` false) or save a sheet: all of its rows or none."""
        officer, upload = current_officer(), unggahan()
        sent: dict[str, Any] = filling.isi(ISIAN, request.form, session=db.session, officer=officer, baru=True)
        content = upload.read()
        db.session.rollback()
        begin_mode("DEFERRED")  # the sheet is read and judged without a write lock; saving opens a fresh one
        done = impor_usulan(
            content,
            upload.filename or "usulan.xlsx",
            perangkat_daerah_kode=sent["perangkat_daerah"],
            officer=officer,
            simpan=sent.get("simpan") == "true",
            operation=sent.get("operasi"),
        )
        return self.response(200, result=done.as_dict())
