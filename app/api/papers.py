"""Papers over REST: the issued file, its signed copy, a draft, and the import of a proposal sheet."""

from __future__ import annotations

from typing import Any

from flask import Response, make_response, request
from flask_appbuilder.api import expose
from flask_appbuilder.security.decorators import permission_name, protect

from app.api.base import RefusesInWords, nomor
from app.security.manager import current_officer
