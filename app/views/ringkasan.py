"""Ringkasan: four charts, each beside the table that it is drawn from; all within the rows of whoever looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app import models as m
from app.errors import TidakBerwenang
from app.extensions import db
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import visible
from app.sop.words import LABEL_STATUS, StatusBerkas, StatusUsulan

TERBANYAK = 12  # agencies in a chart; the rest is one row
Deret = Sequence[tuple[str, Sequence[int]]]


@dataclass(frozen=True)
class Grafik:
    """A table and its chart. `bentuk`: "bar" (beside each other) or "stacked"; `kolom`: heads after the first."""

    nama: str
    judul: str
    kepala: str
    kolom: Sequence[str]
    baris: Deret
    bentuk: str = "bar"


class Ringkasan(BaseView):
    """One page for those who may list berkas or usulan."""

    route_base = "/ringkasan"
    default_view = "index"

    @expose("/")
    def index(self) -> Any:
        officer = current_officer()
        made = [make(officer) for permission, make in GRAFIK if officer.may("can_list", permission)]
        if not made:
            raise TidakBerwenang()
        return self.render_template("ringkasan.html", title="Ringkasan", grafik=[g for g in made if g.baris])


def menurut_status(officer: Officer, model: Any, statuses: Iterable[StrEnum]) -> dict[str, int]:
    """How many cases within the rows of this person stand at each status, in the order of the SOP."""
    query = sa.select(model.status, sa.func.count()).where(visible(model, officer)).group_by(model.status)
    found = dict(db.session.execute(query).all())
    return {s.value: found[s.value] for s in statuses if s.value in found}


def _langkah(officer: Officer) -> Grafik:
    found = menurut_status(officer, m.Berkas, StatusBerkas)
    rows = [(LABEL_STATUS[s], [number]) for s, number in found.items()]
    return Grafik("langkah", "Berkas menurut status", "Status", ["Berkas"], rows)


def _huruf(officer: Officer) -> Grafik:
    b, d, p = m.ButirInformasi, m.DasarPengecualian, m.Pasal17
    query = (
        sa.select(p.huruf, sa.func.count(sa.distinct(b.id)))
        .select_from(b)
        .join(d, d.butir_id == b.id)
        .join(p, p.id == d.pasal17_id)
        .where(visible(b, officer))
        .group_by(p.huruf)
        .order_by(p.huruf)
    )
    rows = [(f"Huruf {letter}", [number]) for letter, number in db.session.execute(query)]
    return Grafik("huruf", "Butir menurut huruf Pasal 17 UU 14/2008", "Huruf", ["Butir"], rows)


def _perangkat_daerah(officer: Officer) -> Grafik:
    u, a = m.Usulan, m.PerangkatDaerah
    query = (
        sa.select(a.singkatan, u.status, sa.func.count())
        .join(a, a.id == u.perangkat_daerah_id)
        .where(visible(u, officer))
        .group_by(a.singkatan, u.status)
    )
    found: dict[str, dict[str, int]] = {}
    for agency, status, number in db.session.execute(query):
        found.setdefault(agency, {})[status] = number
    most = sorted(found.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    rows = [(name, [of.get(s, 0) for s in StatusUsulan]) for name, of in most[:TERBANYAK]]
    rest = [of for _, of in most[TERBANYAK:]]
    if rest:
        rows.append(("Lainnya", [sum(of.get(s, 0) for of in rest) for s in StatusUsulan]))
    heads = [LABEL_STATUS[s] for s in StatusUsulan]
    return Grafik("perangkat", "Usulan menurut perangkat daerah", "Perangkat daerah", heads, rows, "stacked")


def _berakhir(officer: Officer) -> Grafik:
    d = m.ButirDitetapkan
    year = sa.extract("year", d.akhir)
    query = sa.select(year, sa.func.count()).where(visible(d, officer), d.akhir.is_not(None)).group_by(year)
    rows = [(str(int(y)), [number]) for y, number in db.session.execute(query.order_by(year))]
    return Grafik("berakhir", "Pengecualian menurut tahun berakhirnya", "Tahun", ["Butir"], rows)


# What each chart tells of, and how it is made.
GRAFIK = (
    ("Berkas", _langkah),
    ("ButirInformasi", _huruf),
    ("Usulan", _perangkat_daerah),
    ("ButirDitetapkan", _berakhir),
)
