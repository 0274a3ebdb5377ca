"""WTForms speaks Indonesian: its catalogue is loaded once and given to each request's forms."""

from __future__ import annotations

from pathlib import Path

from babel.support import NullTranslations, Translations
from flask import Flask, request
from flask_babel import get_locale

CATALOGUES = Path(__file__).resolve().parent.parent / "translations"


def init_language(app: Flask) -> None:
    """Hang the catalogue where Flask-WTF looks for it."""
    loaded: dict[str, NullTranslations] = {}

    @app.before_request
    def words_of_forms() -> None:
        locale = get_locale()
        if locale is None or locale.language != "id":
            return
        if "id" not in loaded:
            loaded["id"] = Translations.load(str(CATALOGUES), ["id"], "wtforms")
        request.wtforms_translations = loaded["id"]  # type: ignore[attr-defined]
