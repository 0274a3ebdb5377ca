"""Home: Tugas saya. Counters and tasks of the roles that the person holds."""

from __future__ import annotations

from typing import Any

from flask import g, redirect, url_for
from flask_appbuilder import IndexView, expose

from app.security.manager import current_officer
from app.security.officer import Officer
from app.sop.words import LABEL_STATUS
from app.views.ringkasan import berkas_menurut_status
from app.views.tugas import tugas_saya


class Beranda(IndexView):
    """What waits for me, most urgent first."""

    @expose("/")
    def index(self) -> Any:
        if g.user is None or not g.user.is_authenticated:
            return redirect(url_for("Masuk.login"))
        officer = current_officer()
        return self.render_template("beranda.html", title="Tugas saya", batang=_batang(officer), **tugas_saya(officer))


def _batang(officer: Officer) -> list[dict[str, Any]]:
    """The bars of the home page: one a status, `persen` of the longest; empty for who sees no berkas."""
    found = berkas_menurut_status(officer) if officer.may("can_list", "Berkas") else {}
    most = max(found.values(), default=0)
    return [
        {
            "label": LABEL_STATUS[status],
            "banyak": number,
            "persen": 100 * number // most,
            "url": url_for("BerkasView.list", status=status.value),
        }
        for status, number in found.items()
    ]
