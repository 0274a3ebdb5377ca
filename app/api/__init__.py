"""The REST interface: FAB resources, moves, papers, import, and a true description of all of them."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter


class Nomor(IntegerConverter):
    """An id in an address: a few plain digits, so that no address can carry a number that breaks the reading of it."""

    regex = "[0-9]{1,10}"


def register(app: Flask, appbuilder: Any) -> None:
    """Hang the interface on the panel; permissions are written by the release step, not here."""
    from app.api.base import kelas
    from app.api.errors import init_errors
    from app.api.importing import ImporApi
    from app.api.moves import Bergerak, Bertindak
    from app.api.openapi import Deskripsi
    from app.api.papers import Bernaskah
    from app.api.resources import SUMBER

    more: dict[str, tuple[type, ...]] = {
        "usulan": (Bergerak,),
        "berkas": (Bergerak,),
        "butir": (Bergerak,),
        "naskah": (Bernaskah, Bertindak),
    }
    app.url_map.converters["nomor"] = Nomor
    for sumber in SUMBER:
        appbuilder.add_api(kelas(sumber, *more.get(sumber.nama, ())))
    appbuilder.add_api(ImporApi)
    appbuilder.add_api(Deskripsi)
    init_errors(app)
