"""One page for the opinions of a member on all butir of a berkas; the secretary also records those of others from the meeting."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.forms import DynamicForm
from wtforms import TextAreaField
from wtforms.validators import Length, Optional

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import Bentrok, IsianSalah, OrangSama
from app.extensions import db
from app.models.base import TEKS
from app.models.butir import uji_kini
from app.security.officer import Officer
from app.sop import choices
from app.sop.words import StatusButir
from app.steps.cases import butir_berkas
from app.steps.opinions import Timbangan, anggota_menjabat, timbang
from app.steps.pendapat import anggota_dari, setujui_semua, simpan_pendapat
from app.views.butir_words import dasar_kata, jangka
from app.views.fields import ChoiceField, Menyusul
from app.views.labels import LABEL
from app.views.pages import CasePage

ALASAN = ("alasan_uu", "alasan_kepatutan", "alasan_kepentingan_umum")


class FormPendapat(DynamicForm):
    """The opinion on one butir; the prefix carries the id of the butir."""

    sikap = ChoiceField("Pendapat", [Menyusul()], words=choices.SIKAP)
    alasan_uu = TextAreaField(LABEL["alasan_uu"], [Optional(), Length(max=TEKS)])
    alasan_kepatutan = TextAreaField(LABEL["alasan_kepatutan"], [Optional(), Length(max=TEKS)])
    alasan_kepentingan_umum = TextAreaField(LABEL["alasan_kepentingan_umum"], [Optional(), Length(max=TEKS)])


class PendapatSehalaman(CasePage):
    """SOP 3 on one page."""

    route_base = "/pendapat-berkas"
    izin = ("can_post", "Pendapat")

    @expose("/<pk>", methods=["GET", "POST"])
    def index(self, pk: str) -> Any:
        officer, berkas = self.opened(pk)
        seat = anggota_dari(db.session, officer)
        members = anggota_menjabat(db.session, hari_ini_wib()) if seat.kedudukan == "sekretaris" else [seat]
        member = _chosen(members, seat)
        rows = butir_berkas(db.session, berkas.id, StatusButir.DIUJI)
        given = _given(berkas, member, rows)
        forms = {row.id: FormPendapat(prefix=f"b{row.id}-", obj=given.get(row.id)) for row in rows}
        faults: list[str] = []
        if request.method == "POST":
            ident, member_id, own = berkas.id, member.id, member.id == seat.id
            faults = self._save(officer, forms, given, None if own else member_id)
            if not faults:
                return redirect(url_for("PendapatSehalaman.index", pk=ident, anggota=None if own else member_id))
            return self._page(pk, forms, faults)
        return self._render(berkas, member, members, rows, forms, faults)

    def _page(self, pk: str, forms: dict[int, FormPendapat], faults: list[str]) -> Any:
        """The page again after a refusal, with everything that was typed."""
        officer, berkas = self.opened(pk)
        seat = anggota_dari(db.session, officer)
        members = anggota_menjabat(db.session, hari_ini_wib()) if seat.kedudukan == "sekretaris" else [seat]
        rows = butir_berkas(db.session, berkas.id, StatusButir.DIUJI)
        return self._render(berkas, _chosen(members, seat), members, rows, forms, faults), 422

    def _render(
        self, berkas: Any, member: Any, members: list[Any], rows: list[Any], forms: dict[int, Any], faults: list[str]
    ) -> Any:
        given = _given(berkas, member, rows)
        return self.render_template(
            "pendapat_sehalaman.html",
            title="Pendapat Tim Pertimbangan",
            berkas=berkas,
            anggota=member,
            semua=members,
            baris=[
                _shown(weighed, forms.get(weighed.butir.id), weighed.butir.id in given, member)
                for weighed in timbang(db.session, berkas, rows, hari_ini_wib())
            ],
            galat=faults,
        )

    def _save(
        self, officer: Officer, forms: dict[int, FormPendapat], given: dict[int, Any], member_id: int | None
    ) -> list[str]:
        """Keep the opinions that were chosen or changed; the sentences of what was refused."""
        chosen = {i: f for i, f in forms.items() if f.sikap.data and _changed(f, given.get(i))}
        if False in [form.validate() for form in chosen.values()]:
            return ["Perbaiki isian yang ditandai."]
        rows = [
            {"butir": i, "sikap": f.sikap.data, **{n: f[n].data or None for n in ALASAN}, "anggota": member_id}
            for i, f in chosen.items()
        ]
        if not rows:
            flash("Tidak ada yang berubah.", "info")
            return []
        try:
            flash(f"{len(simpan_pendapat(officer, rows))} pendapat sudah disimpan.", "success")
        except (IsianSalah, OrangSama, Bentrok) as refusal:
            return [k.pesan for k in getattr(refusal, "kekurangan", [])] or [refusal.pesan]
        return []

    @expose("/<pk>/setuju-semua", methods=["POST"])
    def setuju_semua(self, pk: str) -> Any:
        """ "Setuju" for every butir on which I have given no opinion yet."""
        officer, berkas = self.opened(pk)
        ident = berkas.id
        try:
            flash(f"Setuju dicatat untuk {setujui_semua(officer, ident)} butir.", "success")
        except (IsianSalah, OrangSama, Bentrok) as refusal:
            flash(refusal.pesan, "danger")
        return redirect(url_for("PendapatSehalaman.index", pk=ident))


def _chosen(members: list[m.AnggotaTim], seat: m.AnggotaTim) -> m.AnggotaTim:
    wanted = request.values.get("anggota", "")
    return next((a for a in members if str(a.id) == wanted), seat)


def _given(berkas: m.Berkas, member: m.AnggotaTim, rows: list[m.ButirInformasi]) -> dict[int, m.Pendapat]:
    """The opinions that this member gave in the present round."""
    p = m.Pendapat
    query = sa.select(p).where(
        p.anggota_id == member.id,
        p.putaran == berkas.putaran,
        p.dicabut.is_(False),
        p.butir_id.in_([r.id for r in rows]),
    )
    return {row.butir_id: row for row in db.session.scalars(query)}


def _changed(form: FormPendapat, before: m.Pendapat | None) -> bool:
    if before is None:
        return True
    return any((form[name].data or None) != getattr(before, name) for name in ("sikap", *ALASAN))


def _shown(weighed: Timbangan, form: Any, given: bool, member: m.AnggotaTim) -> dict[str, Any]:
    row = weighed.butir
    return {
        "suara": weighed.penjelasan,
        "butir": row,
        "form": form,
        "sudah": given,
        "dasar": dasar_kata(row),
        "jangka": jangka(row),
        "uji": uji_kini(row),
        "benturan": member.pengguna.perangkat_daerah_id == row.usulan.perangkat_daerah_id,
    }
