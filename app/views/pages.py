"""What the simple pages share: the berkas of the address within the officer's rows, and the permission of the page."""

from __future__ import annotations

from typing import Any

from flask_appbuilder.baseviews import BaseView

from app import models as m
from app.errors import TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.security.manager import current_officer
from app.security.officer import Officer
from app.security.scope import find
from app.views.repair import clean_id


class CasePage(BaseView):
    """A page about one berkas (or usulan). `izin`: (permission, resource) that opens it."""

    izin: tuple[str, str] = ("", "")
    model: Any = m.Berkas
    default_view = "index"

    def opened(self, pk: Any) -> tuple[Officer, Any]:
        """The officer and the case; 403 for the role, 404 for the row."""
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        case = find(db.session, self.model, clean_id(pk), officer)
        if case is None:
            raise TidakDitemukan()
        return officer, case
