"""Kepatuhan perangkat daerah: who has proposed this year, who declared nothing, who has to mend, who is awaited."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from flask import flash, redirect, request, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import TidakBerwenang
from app.extensions import db
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.words import StatusUsulan
from app.steps.ingatkan import ingatkan, terakhir
from app.views.repair import clean_id
from app.views.saringan import dalam_tahun, tahun_tersedia

# State -> words; in this order on the page: what asks for an act comes first.
KEADAAN = {"belum": "Belum", "dikembalikan": "Dikembalikan", "sudah": "Sudah", "nihil": "Nihil"}
DITUNGGU = ("belum", "dikembalikan")


@dataclass(frozen=True)
class Keadaan:
    """One agency in one year. `usulan`: its newest proposal of the year, when it handed one in."""

    id: int
    nama: str
    singkatan: str
    keadaan: str
    usulan: m.Usulan | None
    butir: int
    diingatkan: datetime | None

    @property
    def ditunggu(self) -> bool:
        return self.keadaan in DITUNGGU

    @property
    def url(self) -> str:
        return url_for("UsulanView.show", pk=self.usulan.id) if self.usulan is not None else ""


class Kepatuhan(BaseView):
    """For those who gather proposals (SOP 1)."""

    route_base = "/kepatuhan"
    default_view = "index"

    @expose("/ingatkan", methods=["POST"])
    def ingatkan(self) -> Any:
        """Remind the ticked agencies; their Petugas find it in the inbox, and in the mail as they chose."""
        officer = pengumpul(current_officer())
        chosen = [clean_id(one) for one in request.form.getlist("rowid")]
        if not chosen:
            flash("Belum ada yang diingatkan: centang perangkat daerah yang ditunggu.", "warning")
            return redirect(url_for("Kepatuhan.index"))
        done = ingatkan(officer, chosen)
        rest = f" {len(set(chosen)) - done} lainnya sudah diingatkan hari ini." if done < len(set(chosen)) else ""
        flash(f"{done} perangkat daerah diingatkan.{rest}", "success")
        return redirect(url_for("Kepatuhan.index"))

    @expose("/")
    def index(self) -> Any:
        officer = pengumpul(current_officer())
        years = tahun_tersedia()
        year = request.args.get("tahun", str(hari_ini_wib().year))
        chosen = int(year) if year in years else hari_ini_wib().year
        rows = kepatuhan(officer, chosen)
        count = Counter(row.keadaan for row in rows)
        wanted = request.args.get("keadaan", "")
        return self.render_template(
            "kepatuhan.html",
            title="Kepatuhan perangkat daerah",
            baris=[row for row in rows if wanted not in KEADAAN or row.keadaan == wanted],
            hitungan=[(code, label, count[code]) for code, label in KEADAAN.items()],
            pilihan=wanted,
            tahun=chosen,
            tahun_lain=years,
            semua=len(rows),
        )


def pengumpul(officer: Officer) -> Officer:
    """The officer, if he gathers proposals. Raises TidakBerwenang."""
    if not officer.may("can_himpun", "Usulan"):
        raise TidakBerwenang()
    return officer


def kepatuhan(officer: Officer, year: int) -> list[Keadaan]:
    """Every active agency, in four statements; a draft that was never handed in is nobody's business yet."""
    u, b = m.Usulan, m.ButirInformasi
    agencies = db.session.scalars(sa.select(m.PerangkatDaerah).where(m.PerangkatDaerah.aktif)).all()
    within = (visible(u, officer), u.pernah_diajukan, dalam_tahun(u.dibuat_pada, year))
    newest = {
        row.perangkat_daerah_id: row for row in db.session.scalars(sa.select(u).where(*within).order_by(u.id)).unique()
    }
    counted = sa.select(u.perangkat_daerah_id, sa.func.count()).join(b, b.usulan_id == u.id).where(*within)
    butir = dict(db.session.execute(counted.group_by(u.perangkat_daerah_id)).all())
    told = terakhir(db.session)
    rows = [_keadaan(a, newest.get(a.id), butir.get(a.id, 0), told.get(a.id)) for a in agencies]
    order = list(KEADAAN)
    return sorted(rows, key=lambda row: (order.index(row.keadaan), row.nama))


def _keadaan(agency: m.PerangkatDaerah, usulan: m.Usulan | None, butir: int, told: datetime | None) -> Keadaan:
    if usulan is None:
        state = "belum"
    elif usulan.status == StatusUsulan.DIKEMBALIKAN:
        state = "dikembalikan"
    else:
        state = "nihil" if usulan.nihil else "sudah"
    return Keadaan(agency.id, agency.nama, agency.singkatan, state, usulan, butir, told)
