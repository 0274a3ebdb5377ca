"""Papers over REST: the issued file, its signed copy, and a draft that is never kept."""

from __future__ import annotations

from typing import Any

from flask import Response, make_response, request
from flask_appbuilder.api import expose
from flask_appbuilder.security.decorators import permission_name, protect

from app.api.asking import PertanyaanSalah
from app.api.base import nomor
from app.documents.reading import konsep, unduh
from app.documents.signed import pasangkan
from app.errors import TidakBerwenang
from app.security.manager import current_officer
from app.sop.words import Naskah

FORMAT = ("docx", "pdf", "ttd")


class Bernaskah:
    """The routes that only papers have."""
