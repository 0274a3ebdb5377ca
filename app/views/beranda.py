"""Home: Tugas saya. Counters and tasks of the roles that the person holds."""

from __future__ import annotations

from typing import Any

from flask import g, redirect, url_for
from flask_appbuilder import IndexView, expose

from app.security.manager import current_officer
from app.views.tugas import tugas_saya


class Beranda(IndexView):
    """What waits for me, most urgent first."""

    @expose("/")
    def index(self) -> Any:
        if g.user is None or not g.user.is_authenticated:
            return redirect(url_for("Masuk.login"))
        return self.render_template("beranda.html", title="Tugas saya", **tugas_saya(current_officer()))
