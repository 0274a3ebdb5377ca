"""Reports of the office: each as a page, spreadsheet, Word paper and PDF, within the rows of whoever asks; and those that are kept."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from itertools import islice
from typing import Any

from flask import request, send_file
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app.calendar.words import hari_ini_wib
from app.documents.keeping import DOCX, baca
from app.documents.pdf import ke_pdf
from app.errors import TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.reports.all import LAPORAN
from app.reports.stored import PDF, XLSX, ke_docx, ke_xlsx, nama_file, unduh_laporan
from app.reports.table import Laporan, Rentang
from app.security.manager import current_officer
from app.security.officer import Officer
from app.views.repair import clean_id

MIME = {"xlsx": XLSX, "docx": DOCX, "pdf": PDF}
DITAMPILKAN = 500


class LaporanKantor(BaseView):
    """Which reports there are, one report, and its spreadsheet."""

    route_base = "/laporan-kantor"
    default_view = "index"
    izin = ("can_list", "Berkas")

    def opened(self, nama: str = "") -> tuple[Officer, Laporan | None]:
        """The officer, and the report that he may read."""
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        if not nama:
            return officer, None
        report = LAPORAN.get(nama)
        if report is None:
            raise TidakDitemukan("Laporan ini tidak ada. Pilih dari daftar laporan.")
        if not report.boleh(officer):
            raise TidakBerwenang()
        return officer, report

    @expose("/")
    def index(self) -> Any:
        officer, _ = self.opened()
        offered = [report for report in LAPORAN.values() if report.boleh(officer)]
        return self.render_template("laporan_kantor.html", title="Laporan kantor", laporan=offered)

    @expose("/<nama>")
    def lihat(self, nama: str) -> Any:
        officer, report = self.opened(nama)
        period = _period()
        rows = list(islice(report.baris(db.session, officer, period), DITAMPILKAN + 1)) if report else []
        return self.render_template(
            "laporan_satu.html",
            title=report.judul if report else "",
            laporan=report,
            baris=rows[:DITAMPILKAN],
            lebih=len(rows) > DITAMPILKAN,
            rentang=period,
        )

    @expose("/<nama>/<any(xlsx, docx, pdf):bentuk>")
    def unduh(self, nama: str, bentuk: str) -> Any:
        """All rows in a file. LibreOffice makes the PDF outside any transaction."""
        officer, report = self.opened(nama)
        if report is None:
            raise TidakDitemukan()
        period = _period()
        made = (ke_xlsx if bentuk == "xlsx" else ke_docx)(db.session, officer, report, period)
        if bentuk == "pdf":
            db.session.rollback()
            made = ke_pdf(made)
        name = nama_file(report, period, bentuk)
        return send_file(BytesIO(made), mimetype=MIME[bentuk], as_attachment=True, download_name=name)

    @expose("/tersimpan/<pk>/<bentuk>")
    def tersimpan(self, pk: str, bentuk: str) -> Any:
        """A report as it was kept when its period ended."""
        officer, _ = self.opened()
        if not officer.may("can_show", "Laporan"):
            raise TidakBerwenang()
        kept = unduh_laporan(officer, clean_id(pk), bentuk)
        return send_file(
            BytesIO(baca(kept)), mimetype=kept.jenis_mime, as_attachment=True, download_name=kept.nama_asli
        )


def _period() -> Rentang:
    """The days of the address; this year where they are missing or no days."""
    today = hari_ini_wib()
    first = _day(request.args.get("mulai"), dt.date(today.year, 1, 1))
    last = _day(request.args.get("selesai"), dt.date(today.year, 12, 31))
    return Rentang(min(first, last), max(first, last))


def _day(text: str | None, instead: dt.date) -> dt.date:
    try:
        found = dt.date.fromisoformat(text or "")
    except ValueError:
        return instead
    return found if 1945 <= found.year <= 2200 else instead
