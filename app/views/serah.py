"""What leaves as a bag: the papers of a berkas for SRIKANDI, the evidence of a year for monev."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from flask import send_file
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app.errors import TidakBerwenang
from app.extensions import db
from app.register import monev, srikandi
from app.security.manager import current_officer
from app.steps.unduh import Unduhan
from app.views.repair import clean_id


def _kirim(found: Unduhan) -> Any:
    return send_file(BytesIO(found.isi), mimetype=found.mime, as_attachment=True, download_name=found.nama)


class SerahSrikandi(BaseView):
    """Reached from the archive folder of a berkas."""

    route_base = "/serah-srikandi"
    izin = srikandi.IZIN

    @expose("/<pk>")
    def unduh(self, pk: str) -> Any:
        """Metadata sheet, files and manifest."""
        return _kirim(srikandi.serah(current_officer(), clean_id(pk)))


class PaketMonev(BaseView):
    """The years that have a decree, and the bag of each."""

    route_base = "/paket-monev"
    default_view = "index"
    izin = monev.IZIN

    @expose("/")
    def index(self) -> Any:
        if not current_officer().may(*self.izin):
            raise TidakBerwenang()
        years = monev.tahun_tersedia(db.session)
        asked = [question for question, _ in monev.PERTANYAAN]
        return self.render_template("paket_monev.html", title="Paket bukti monev", tahun=years, pertanyaan=asked)

    @expose("/<int:tahun>")
    def unduh(self, tahun: int) -> Any:
        """Every paper and every link of that year, tried now."""
        return _kirim(monev.paket(current_officer(), min(tahun, 9999) or 1))
