"""Saving by itself while somebody writes: the same form to the same address, answered without a page."""

from __future__ import annotations

from typing import Any

from flask import request
from werkzeug.wrappers import Response

TANDA = "X-Simpan-Otomatis"


def otomatis() -> bool:
    """Whether the page sent this form by itself."""
    return TANDA in request.headers


def tersimpan(item: Any = None) -> Response:
    """204, with the version that the form must carry from now on."""
    versi = getattr(item, "versi", None)
    return Response(status=204, headers={} if versi is None else {"X-Versi": str(versi)})
