"""Keeping and forgetting a person's own lists; offered by every list, needs a login and no permission."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import abort, current_app, flash, redirect, request
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app.errors import IsianSalah
from app.security.manager import current_officer
from app.steps import tampilan
from app.views.accounts import logged_in


class TampilanSaya(BaseView):
    """Two acts on one's own row: keep this list, forget one."""

    route_base = "/tampilan"
    default_view = "simpan"

    @expose("/simpan", methods=["POST"])
    def simpan(self) -> Any:
        logged_in()
        screen = _screen()
        name = "" if request.form.get("bawaan") else request.form.get("nama", "").strip()
        if not name and not request.form.get("bawaan"):
            flash("Tampilan belum disimpan: isi nama tampilan, misalnya “Usulan tahun lalu”.", "warning")
            return _back(screen)
        kept = urlencode(parse_qsl(request.form.get("argumen", "")))
        try:
            tampilan.simpan(current_officer(), screen.endpoint, name, kept)
        except IsianSalah as refused:
            flash(refused.kekurangan[0].pesan, "warning")
            return _back(screen)
        flash(f"Tampilan “{name}” disimpan." if name else "Daftar ini akan dibuka seperti ini.", "success")
        return redirect(f"{screen.list_url()}?{kept}" if kept else screen.list_url())

    @expose("/hapus", methods=["POST"])
    def hapus(self) -> Any:
        logged_in()
        screen = _screen()
        tampilan.hapus(current_officer(), screen.endpoint, request.form.get("nama", ""))
        flash("Tampilan dihapus.", "success")
        return _back(screen)


def _screen() -> Any:
    """The list that the form names; anything else is a bad request."""
    wanted = request.form.get("layar", "")
    screens = current_app.appbuilder.baseviews  # type: ignore[attr-defined]  # FAB hangs itself on the app
    found = next((view for view in screens if view.endpoint == wanted and hasattr(view, "pencarian")), None)
    return found or abort(400)


def _back(screen: Any) -> Any:
    kept = request.form.get("argumen", "")
    return redirect(f"{screen.list_url()}?{urlencode(parse_qsl(kept))}" if kept else screen.list_url())
