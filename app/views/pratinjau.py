"""Papers looked at without Word: as PDF where LibreOffice is, else drawn by docx-preview in a frame that can reach nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from flask import Response, current_app, make_response, url_for
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView

from app.documents.pdf import antrean, ke_pdf, pengubah
from app.errors import TidakBerwenang, TidakDitemukan
from app.extensions import db
from app.security.headers import csp_nonce
from app.security.manager import current_officer
from app.security.officer import Officer
from app.sop.words import LABEL_NASKAH, Naskah
from app.steps.konsep import konsep
from app.steps.unduh import Unduhan, unduh
from app.views.repair import clean_id

BENTUK = ("docx", "pdf")
RUMAH = {"usulan": "UsulanView.show", "berkas": "BerkasView.show"}
HALAMAN = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'; manifest-src 'self'"
)
# No origin of its own, no network, no form, no way up: it draws what it is handed, and that is all.
BINGKAI = (
    "sandbox allow-scripts; default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; "
    "img-src data:; font-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
)
ISI_PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"


class Pratinjau(BaseView):
    """A paper as it was issued, and the draft of one that a move would make."""

    route_base = "/pratinjau"
    default_view = "bingkai"
    izin = ("can_show", "Naskah")

    def asked(self) -> Officer:
        officer = current_officer()
        if not officer.may(*self.izin):
            raise TidakBerwenang()
        return officer

    @expose("/naskah/<pk>")
    def naskah(self, pk: str) -> Any:
        current_officer()
        self.asked()
        ident = clean_id(pk)
        back = url_for("NaskahView.show", pk=ident)
        return self._page("Pratinjau naskah", "Pratinjau.isi_naskah", back, pk=ident)

    @expose("/naskah/<pk>/<bentuk>")
    def isi_naskah(self, pk: str, bentuk: str) -> Response:
        current_officer()
        return _isi(unduh(self.asked(), clean_id(pk), _known(bentuk)))

    @expose("/konsep/<kind>/<pk>/<jenis>")
    def konsep(self, kind: str, pk: str, jenis: str) -> Any:
        current_officer()
        self.asked()
        if kind not in RUMAH or jenis not in set(Naskah):
            raise TidakDitemukan()
        ident = clean_id(pk)
        title = f"Konsep: {LABEL_NASKAH[Naskah(jenis)]}"
        back = url_for(RUMAH[kind], pk=ident)
        return self._page(title, "Pratinjau.isi_konsep", back, kind=kind, pk=ident, jenis=jenis)

    @expose("/konsep/<kind>/<pk>/<jenis>/<bentuk>")
    def isi_konsep(self, kind: str, pk: str, jenis: str, bentuk: str) -> Response:
        """The draft itself: numberless, marked, kept nowhere; no transaction waits for LibreOffice."""
        current_officer()
        wanted = _known(bentuk)
        found = konsep(self.asked(), kind, clean_id(pk), jenis)
        if wanted == "docx":
            return _isi(found)
        db.session.rollback()
        pdf = ke_pdf(found.isi)
        return _isi(Unduhan(pdf, f"{found.nama.rsplit('.', 1)[0]}.pdf", "application/pdf", ""))

    @expose("/bingkai")
    def bingkai(self) -> Response:
        """The frame that draws a .docx: its scripts stand in the page itself, so that it need not load anything."""
        current_officer()
        self.asked()
        page = self.render_template("pratinjau_bingkai.html", skrip=_scripts())
        return _framed(make_response(page), BINGKAI)

    def _page(self, title: str, endpoint: str, back: str, **where: Any) -> Response:
        pdf = pengubah() is not None
        page = self.render_template(
            "pratinjau.html",
            title=title,
            kembali=back,
            pdf=url_for(endpoint, bentuk="pdf", **where) if pdf else "",
            docx=url_for(endpoint, bentuk="docx", **where),
            antrean=antrean(),
        )
        response = make_response(page)
        response.headers["Content-Security-Policy"] = HALAMAN.format(nonce=csp_nonce())
        return response


def _known(bentuk: str) -> str:
    if bentuk not in BENTUK:
        raise TidakDitemukan()
    return bentuk


@cache
def _scripts() -> tuple[str, ...]:
    folder = Path(current_app.static_folder or "") / "pustaka"
    return tuple((folder / name).read_text("utf-8") for name in ("jszip.min.js", "docx-preview.min.js"))


def _isi(found: Unduhan) -> Response:
    response = make_response(found.isi)
    response.mimetype = found.mime
    response.headers.set("Content-Disposition", "inline", filename=found.nama)
    return _framed(response, ISI_PDF)


def _framed(response: Response, policy: str) -> Response:
    """Let our own pages show this in a frame, and nobody else's."""
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["Content-Security-Policy"] = policy.format(nonce=csp_nonce())
    response.headers["Cache-Control"] = "no-store, private"
    return response
