"""Home: Tugas saya. Counters and tasks of the roles that the person holds."""

from __future__ import annotations

from typing import Any

from flask import g, redirect, url_for
from flask_appbuilder import IndexView, expose

from app import models as m
from app.security.manager import current_officer
from app.security.officer import Officer
from app.sop.words import LABEL_STATUS, StatusBerkas, StatusUsulan
from app.views.ringkasan import menurut_status
from app.views.tugas import tugas_saya

_TENTANG: dict[str, Any] = {
    "Usulan": ("Usulan menurut status", m.Usulan, StatusUsulan),
    "Berkas": ("Berkas menurut status", m.Berkas, StatusBerkas),
}


class Beranda(IndexView):
    """What waits for me, most urgent first."""

    @expose("/")
    def index(self) -> Any:
        if g.user is None or not g.user.is_authenticated:
            return redirect(url_for("Masuk.login"))
        officer = current_officer()
        told = tugas_saya(officer)
        return self.render_template("beranda.html", title="Tugas saya", grafik=_batang(officer), **told)


def _batang(officer: Officer) -> dict[str, Any]:
    """The bars of the home page: one a status, `persen` of the longest; of usulan for who proposes, else of berkas."""
    name = "Usulan" if officer.may("can_add", "Usulan") else "Berkas"
    title, model, statuses = _TENTANG[name]
    found = menurut_status(officer, model, statuses) if officer.may("can_list", name) else {}
    most = max(found.values(), default=0)
    bars = [
        {
            "label": LABEL_STATUS[status],
            "banyak": number,
            "persen": 100 * number // most,
            "url": url_for(f"{name}View.list", status=status),
        }
        for status, number in found.items()
    ]
    return {"hal": name, "judul": title, "batang": bars}
