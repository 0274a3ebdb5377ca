"""The headers of every answer: a strict content policy with a nonce, and no caching of pages behind the login."""

from __future__ import annotations

import secrets

from flask import Flask, Response, g, request

FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "manifest-src 'self'"
)
ONE_YEAR = "max-age=31536000; includeSubDomains"
ANYBODY = ("static", "appbuilder.static", "publik.")  # endpoints whose answers anybody may keep


def csp_nonce() -> str:
    """The nonce of this request; one value however often a template asks for it."""
    nonce: str | None = g.get("csp_nonce")
    if nonce is None:
        nonce = g.csp_nonce = secrets.token_urlsafe(18)
    return nonce


def _private(response: Response) -> bool:
    """Whether an answer belongs to one person and must not be kept by a browser or a proxy.

    Flask lets every file that is sent be kept by anybody for an hour in production: that is meant for style and pictures,
    not for papers. Only the public pages say themselves what may be kept.
    """
    if (request.endpoint or "").startswith(ANYBODY):
        return False
    said = response.headers.get("Cache-Control", "")
    return "no-store" not in said and not said.startswith("private")


def init_headers(app: Flask) -> None:
    """Hang the headers on every answer of the app, its error pages included."""
    app.jinja_env.globals["csp_nonce"] = csp_nonce

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", POLICY.format(nonce=csp_nonce()))
        if request.is_secure or app.config["SIDIK_PRODUCTION"]:
            response.headers.setdefault("Strict-Transport-Security", ONE_YEAR)
        if _private(response):
            response.headers["Cache-Control"] = "no-store, private"
            response.headers.pop("Expires", None)
        return response
