"""Due dates as a page, as one file for one task, and as a calendar that a phone or mail program reads by a secret address."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

from flask import current_app, make_response, request
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app.calendar.ics import Acara, kalender
from app.calendar.words import hari_ini_wib
from app.errors import TidakDitemukan
from app.extensions import db
from app.security.manager import current_officer
from app.security.officer import officer_of
from app.steps.pilihan_notifikasi import pemilik_kalender
from app.views.repair import clean_id
from app.views.tenggat import Tenggat, tenggat

SEJAM = "private, max-age=3600"


def acara(one: Tenggat) -> Acara:
    """The event of a due date: its title and a link, nothing of the record."""
    base = str(current_app.config["SIDIK_PUBLIC_URL"])
    host = urlsplit(base).hostname or "localhost"
    return Acara(f"{one.kunci}@{host}", f"{one.hal}: {one.judul}", one.tanggal, f"{base}{one.path}", one.diubah)


def ics(content: bytes, nama: str) -> Any:
    """A calendar file with its ETag; 304 for who has it already."""
    response = make_response(content)
    response.mimetype = "text/calendar"
    response.headers["Content-Disposition"] = f'attachment; filename="{nama}.ics"'
    response.set_etag(hashlib.sha256(content).hexdigest())
    return response.make_conditional(request)


class TenggatSaya(BaseView):
    """My due dates."""

    route_base = "/tenggat"
    default_view = "index"

    @expose("/")
    def index(self) -> Any:
        rows = tenggat(current_officer())
        return self.render_template("tenggat.html", title="Tenggat saya", baris=rows, hari_ini=hari_ini_wib())

    @expose("/<jenis>/<pk>.ics")
    def satu(self, jenis: str, pk: str) -> Any:
        """All due dates of one record, for the calendar on the desk."""
        ident = clean_id(pk)
        rows = [one for one in tenggat(current_officer()) if (one.jenis, one.id) == (jenis, ident)]
        if not rows:
            raise TidakDitemukan()
        return ics(kalender("SIDIK", map(acara, rows)), f"tenggat-{jenis}-{ident}")


class Kalender(BaseView):
    """The calendar behind a secret address: whoever has the address reads titles and days, no more, until it is closed."""

    route_base = "/kalender"

    @expose("/<kata>.ics")
    def umpan(self, kata: str) -> Any:
        user = pemilik_kalender(db.session, kata)
        rows = tenggat(officer_of(db.session, user))
        response = ics(kalender(f"SIDIK – {user.nama}", map(acara, rows)), "sidik")
        response.headers["Cache-Control"] = SEJAM
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
