"""Publish the signed decree on our own page, or record an upload by hand with its proof."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from flask_wtf.file import FileField
from wtforms.validators import URL, Length, Optional

from app import models as m
from app.errors import Bentrok, IsianSalah, JenisSalah, TerlaluBesar
from app.extensions import db
from app.models.base import ALAMAT, JUDUL, TEKS
from app.register.situs.periksa import periksa_lagi
from app.security.officer import Officer
from app.security.scope import visible
from app.sop import choices
from app.sop.words import Naskah as N
from app.steps.publikasi import publikasikan
from app.views.attachments import content_of
from app.views.fields import ChoiceField, ParagraphField, TextField
from app.views.labels import HINT, LABEL
from app.views.naskah import papers
from app.views.pages import CasePage
from app.views.writing import told


class FormPublikasi(DynamicForm):
    saluran = ChoiceField("Saluran", words={k: choices.SALURAN[k] for k in ("publik", "manual")}, default="publik")
    perangkat_daerah = ChoiceField(
        "Situs milik", words={}, description="Bila kosong: PPID Utama. SOP 5: situs resmi perangkat daerah."
    )
    judul = TextField("Judul pada situs", [Optional(), Length(max=JUDUL)], description="Bila kosong: perihal SK.")
    url = TextField(
        LABEL["url"],
        [Optional(), URL(message="Isi alamat lengkap, diawali https://."), Length(max=ALAMAT)],
        description="Hanya untuk unggah manual. " + HINT["url"],
    )
    bukti = ParagraphField(
        LABEL["bukti"], [Optional(), Length(max=TEKS)], description="Hanya untuk unggah manual. " + HINT["bukti"]
    )
    bukti_file = FileField(
        "Tangkapan layar atau surat pernyataan",
        [Optional()],
        description="Hanya untuk unggah manual: PDF, JPG, atau PNG, paling besar 25 MB.",
    )


class Publikasikan(CasePage):
    """Publish the signed decree of a berkas on one site after another."""

    route_base = "/publikasikan"
    izin = ("can_publikasikan", "Naskah")

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        decree = next(iter(papers(berkas, officer, m.Naskah.jenis == N.SURAT_KEPUTUSAN)), None)
        form = FormPublikasi(
            data={name: value for name, value in request.args.items() if name in ("saluran", "perangkat_daerah")}
        )
        sites = db.session.scalars(
            sa.select(m.PerangkatDaerah).where(m.PerangkatDaerah.aktif).order_by(m.PerangkatDaerah.nama)
        )
        form.perangkat_daerah.choices = [("", "PPID Utama"), *((str(s.id), s.nama) for s in sites)]
        if (
            request.method == "POST"
            and decree is not None
            and form.validate()
            and self._publish(officer, decree.id, form)
        ):
            flash("SK sudah dipublikasikan dan diperiksa.", "success")
            return redirect(url_for("Publikasikan.index", pk=pk))
        officer, berkas = self.opened(pk)
        page = self.render_template(
            "publikasikan.html",
            title="Publikasikan SK",
            berkas=berkas,
            form=form,
            sk=decree,
            publikasi=_publications(decree, officer),
        )
        return page, 422 if request.method == "POST" else 200

    def _publish(self, officer: Officer, decree_id: int, form: FormPublikasi) -> bool:
        fields: dict[str, Any] = {"naskah": decree_id, "saluran": form.saluran.data}
        fields |= {name: form[name].data for name in ("judul", "url", "bukti") if form[name].data}
        if form.perangkat_daerah.data:
            fields["perangkat_daerah"] = int(form.perangkat_daerah.data)
        if form.bukti_file.data:
            content, name = content_of(form.bukti_file.data)
            fields["bukti_file"] = (name, content)
        try:
            made = publikasikan(officer, fields)
            if form.saluran.data == "manual":  # where the server can look for itself, it does
                periksa_lagi(db.session, satu=made)
        except (IsianSalah, Bentrok, JenisSalah, TerlaluBesar) as refusal:
            told(form, refusal)
            return False
        return True


def _publications(decree: m.Naskah | None, officer: Officer) -> list[m.Publikasi]:
    if decree is None:
        return []
    p = m.Publikasi
    return list(db.session.scalars(sa.select(p).where(p.naskah_id == decree.id, visible(p, officer)).order_by(p.id)))
