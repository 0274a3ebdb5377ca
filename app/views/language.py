"""Which language a page speaks: Indonesian, or English for whoever chose it; the choice stays with the person."""

from __future__ import annotations

from typing import Any

from babel.support import NullTranslations, Translations
from flask import Flask, Response, g, json, redirect, request, session
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.utils.base import get_safe_redirect
from flask_login import current_user

from app.security.manager import current_officer
from app.steps.bahasa import pilih_bahasa
from app.translations.english import CATALOGUES, buku, in_english

BAHASA = {"id": "Bahasa Indonesia", "en": "English"}
LAIN = ("/publik", "/v/", "/api/", "/static", "/healthz", "/readyz")  # visitors, programs and probes
KUNCI = "bahasa"  # of the session; kept over the login. FAB's own "locale" stays Indonesian, the book knows its words


def bahasa() -> str:
    """The language of this request: the person's, else that of the browser session, else Indonesian."""
    person = g.get("user", current_user)  # a refused token comes before FAB has named the user
    chosen = getattr(person, "bahasa", None) if person is not None and person.is_authenticated else None
    return chosen or (session.get(KUNCI) if session.get(KUNCI) in BAHASA else None) or "id"


class PilihBahasa(BaseView):
    """The switch in the foot of every page; needs no login."""

    route_base = "/bahasa"
    default_view = "pilih"

    @expose("/<any(id, en):kode>", methods=["POST"])
    def pilih(self, kode: str) -> Any:
        session[KUNCI] = kode
        if g.user is not None and g.user.is_authenticated:
            pilih_bahasa(current_officer(), kode)
        return redirect(get_safe_redirect(request.form.get("kembali", "/")))


def init_language(app: Flask) -> None:
    """Indonesian catalogues for the forms of each request, and the page in the language of the person."""
    forms: NullTranslations = Translations.load(str(CATALOGUES), ["id"], "wtforms")

    @app.before_request
    def words_of_forms() -> None:
        request.wtforms_translations = forms  # type: ignore[attr-defined]

    @app.after_request
    def in_the_language(answer: Response) -> Response:
        html = answer.mimetype == "text/html"
        if (
            request.path.startswith(LAIN)
            or answer.direct_passthrough
            or not (html or answer.is_json)
            or bahasa() != "en"
        ):
            return answer
        if html:
            answer.set_data(in_english(answer.get_data(as_text=True), buku()))
        else:  # what a script of a page asked for
            answer.set_data(json.dumps({name: buku().say(said) or said for name, said in answer.get_json().items()}))
        return answer

    app.jinja_env.globals.update(bahasa_lain=lambda: "id" if bahasa() == "en" else "en", BAHASA=BAHASA)
