""" "Terima dan mulai kaji": gather a proposal and begin the examination of its berkas on one page, through the door twice."""

from __future__ import annotations

import uuid
from typing import Any

from flask import flash, redirect, request, url_for
from flask_appbuilder import expose

from app import models as m
from app.errors import Bentrok, IsianSalah, OrangSama
from app.extensions import db
from app.security.officer import Officer
from app.sop import reading
from app.sop.words import LABEL_NASKAH, StatusBerkas
from app.steps.perform import perform
from app.views.moves import look
from app.views.pages import CasePage
from app.views.verb_fields import data_of, form_for

HIMPUN = next(row for row in reading.langkah("usulan") if row.verb == "himpun")
KAJI = next(row for row in reading.langkah("berkas") if row.verb == "kaji")


class TerimaDanKaji(CasePage):
    """For the Verifikator who receives one proposal and starts at once."""

    route_base = "/terima-dan-kaji"
    izin = ("can_himpun", "Usulan")
    model = m.Usulan

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, usulan = self.opened(pk)
        row = HIMPUN
        form_class = form_for(row, usulan, officer, "usulan")
        form = (
            form_class()
            if request.method == "POST"
            else form_class(formdata=None, data={"versi": usulan.versi, "operasi": str(uuid.uuid4())})
        )
        refusal = ""
        if request.method == "POST" and form.validate():
            refusal, berkas_id = self._carry_out(officer, usulan.id, form, data_of(form, row, "usulan"))
            if not refusal:
                flash("Usulan diterima dan pengkajian dimulai.", "success")
                return redirect(url_for("BerkasView.show", pk=berkas_id))
            officer, usulan = self.opened(pk)
        page = self.render_template(
            "terima.html",
            title="Terima dan mulai kaji",
            usulan=usulan,
            form=form,
            tolak=refusal,
            periksa=look("usulan", usulan, row, officer, {}),
            naskah=[LABEL_NASKAH[n] for n in KAJI.naskah],
        )
        return page, 422 if request.method == "POST" else 200

    def _carry_out(self, officer: Officer, ident: int, form: Any, data: dict[str, Any]) -> tuple[str, int]:
        """(why not, id of the berkas). A berkas that is examined already only takes the proposal."""
        note, operation = form.catatan.data or "", form.operasi.data or str(uuid.uuid4())
        try:
            version = int(form.versi.data) if str(form.versi.data or "").isdecimal() else None
            done = perform(
                "usulan", ident, "himpun", officer=officer, version=version, note=note, operation=operation, data=data
            )
            berkas_id = int(done.extra["berkas"])
            if db.session.get_one(m.Berkas, berkas_id).status == StatusBerkas.PENGHIMPUNAN:
                second = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{operation}:kaji"))
                perform("berkas", berkas_id, "kaji", officer=officer, note=note, operation=second)
        except (Bentrok, IsianSalah, OrangSama) as refusal:
            lacking = " ".join(k.pesan for k in getattr(refusal, "kekurangan", []))
            return f"{refusal.pesan} {lacking}".strip(), 0
        return "", berkas_id
