"""How the public register answers: one blueprint, the question as it was asked, and answers that caches may keep."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from flask import Blueprint, Response, current_app, make_response, request

from app.extensions import db
from app.public import words
from app.public.kata import BAHASA
from app.register import publik
from app.register.publik import Saringan

blueprint = Blueprint("publik", __name__, template_folder="templates")
MAKS_CARI = 100
SEBENTAR = "public, max-age=60"


def alamat(path: str) -> str:
    """A path as a full address of the office's own site."""
    return str(current_app.config["SIDIK_PUBLIC_URL"]) + path


def bahasa() -> str:
    """The language that the address names. The browser's own wish is not asked: one address is one page for every cache."""
    wanted = request.args.get("lang", "")
    return wanted if wanted in BAHASA else "id"


def saringan() -> Saringan:
    """What is asked for, cut to a sensible length."""
    text = words.bersih(request.args.get("cari", ""))[:MAKS_CARI].strip()
    state = request.args.get("keadaan", "")
    return Saringan(text, state if state in ("berlaku", "selesai") else "")


def tanya(asked: Saringan, **more: Any) -> dict[str, Any]:
    """The query of an address that asks the same, with `more`; what is empty or usual is left out."""
    lang = bahasa()
    usual = {"cari": asked.cari, "keadaan": asked.keadaan, "lang": "" if lang == "id" else lang}
    return {name: value for name, value in (usual | more).items() if value}


def jawab(content: str | bytes, mimetype: str, **headers: str) -> Response:
    """A public answer: kept for a minute, and not sent again when it is the same."""
    response = make_response(content)
    response.mimetype = mimetype
    response.headers["Cache-Control"] = SEBENTAR
    response.headers["Content-Language"] = bahasa()
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    for name, value in headers.items():
        response.headers[name.replace("_", "-")] = value
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest())
    response.make_conditional(request)
    return response


def berubah(response: Response) -> Response:
    """The same with the moment at which the register last changed."""
    moment = publik.terakhir_berubah(db.session)
    if moment is not None:
        response.last_modified = moment.astimezone(dt.UTC)
    response.make_conditional(request)
    return response
