"""The agency's own words on the consequences of one butir, before it is submitted: the draft of the test."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from wtforms import TextAreaField
from wtforms.validators import Length, Optional

from app import models as m
from app.errors import IsianSalah, SidikError
from app.law.guidance import UMUM, panduan
from app.models.base import TEKS
from app.models.butir import uji_kini
from app.steps.uji import ISIAN_PENGUSUL, simpan_uji
from app.views.autosave import otomatis, tersimpan
from app.views.fields import Menyusul, VersionField
from app.views.labels import HINT, LABEL
from app.views.pages import CasePage
from app.views.writing import told


def _field(name: str) -> TextAreaField:
    presence = Menyusul() if name.startswith("konsekuensi") else Optional()
    return TextAreaField(LABEL[name], [presence, Length(max=TEKS)], description=HINT.get(name, ""))


FormKonsekuensi = type(
    "FormKonsekuensi", (DynamicForm,), {"versi": VersionField(), **{name: _field(name) for name in ISIAN_PENGUSUL}}
)


class Konsekuensi(CasePage):
    """For the Petugas of the proposing agency, while the butir is his to write."""

    route_base = "/konsekuensi"
    izin = ("can_add", "UjiKonsekuensi")
    model = m.ButirInformasi

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, butir = self.opened(pk)
        test = uji_kini(butir)
        data = {name: getattr(test, name) for name in ISIAN_PENGUSUL} if test is not None else {}
        form = FormKonsekuensi(data={**data, "versi": _versi(butir)})
        if request.method == "POST" and form.validate():
            try:
                words, seen = {name: form[name].data or None for name in ISIAN_PENGUSUL}, str(form.versi.data)
                simpan_uji(officer, butir.id, words, version=int(seen) if seen.isdecimal() else None)
                if otomatis():
                    return tersimpan(uji_kini(self.opened(pk)[1]))
                flash("Konsekuensi sudah disimpan.", "success")
                return redirect(url_for("ButirView.show", pk=pk))
            except SidikError as refusal:
                if not isinstance(refusal, IsianSalah) and refusal.status != 409:
                    raise
                told(form, refusal)
            butir = self.opened(pk)[1]
            form.versi.data = _versi(butir)
        letters = sorted({basis.pasal17.huruf for basis in butir.dasar if basis.pasal17 is not None})
        page = self.render_template(
            "konsekuensi.html",
            umum=UMUM,
            panduan=[panduan(letter) for letter in letters],
            title="Konsekuensi menurut pengusul",
            butir=butir,
            form=form,
            names=ISIAN_PENGUSUL,
        )
        return page, 422 if request.method == "POST" else 200


def _versi(butir: m.ButirInformasi) -> str:
    """The version of the words as they are shown; 0 where nobody has written any."""
    test = uji_kini(butir)
    return str(test.versi if test is not None else 0)
