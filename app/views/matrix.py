"""The permission matrix for administrators: roles against resources, in words; two roles side by side; as a spreadsheet."""

from __future__ import annotations

from collections import defaultdict
from io import BytesIO
from typing import Any

import sqlalchemy as sa
from flask import request, send_file
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.security.decorators import has_access
from flask_appbuilder.security.sqla.models import Permission, PermissionView, Role, ViewMenu, assoc_permissionview_role

from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.files.names import nama_unduhan
from app.views.export import BENTUK
from app.views.grants import SUMBER, izin_kata


class MatriksIzin(BaseView):
    """Who holds what, row by row."""

    route_base = "/matriks-izin"
    class_permission_name = "Peran"
    method_permission_name = {"index": "list", "banding": "list", "ekspor": "list"}
    default_view = "index"

    @expose("/")
    @has_access
    def index(self) -> Any:
        roles, words = role_names(), request.args.get("cari", "")[:100].lower()
        rows = [row for row in _rows(roles) if words in row[0].lower() or words in row[1].lower()]
        return self.render_template("matriks.html", title="Matriks izin", peran=roles, baris=rows, kata=words)

    @expose("/banding")
    @has_access
    def banding(self) -> Any:
        """Two roles: what only one of them may comes first, what both may is folded away."""
        roles = role_names()
        first, second = (request.args.get(name) for name in ("a", "b"))
        told: dict[str, list[str]] = {"hanya_a": [], "hanya_b": [], "sama": []}
        if first in roles and second in roles and first != second:
            for (resource, permission), who in sorted(_held().items()):
                pair = (first in who, second in who)
                where = {(True, False): "hanya_a", (False, True): "hanya_b", (True, True): "sama"}.get(pair)
                if where:
                    told[where].append(izin_kata(permission, resource))
        return self.render_template(
            "matriks_banding.html", title="Bandingkan dua peran", peran=roles, a=first, b=second, **told
        )

    @expose("/ekspor")
    @has_access
    def ekspor(self) -> Any:
        """The whole matrix as .xlsx."""
        roles, title = role_names(), "Matriks izin"
        rows = [[source, words, *("Ya" if one else "–" for one in held)] for source, words, held in _rows(roles)]
        write, media, _ = BENTUK["xlsx"]
        made = write(title, ["Sumber daya", "Izin", *roles], rows)
        name = nama_unduhan(title, None, hari_ini_wib().isoformat(), ext="xlsx")
        return send_file(BytesIO(made), mimetype=media, as_attachment=True, download_name=name)


def role_names() -> list[str]:
    """Every role but the one of strangers, which holds nothing."""
    return list(db.session.scalars(sa.select(Role.name).where(Role.name != "Public").order_by(Role.id)))


def _rows(roles: list[str]) -> list[tuple[str, str, list[bool]]]:
    """(resource in words, grant in words, held by each role)."""
    return [
        (SUMBER.get(resource, resource), izin_kata(permission, resource), [role in who for role in roles])
        for (resource, permission), who in sorted(_held().items())
    ]


def _held() -> dict[tuple[str, str], set[str]]:
    """(resource, permission) -> names of the roles that hold it."""
    link = assoc_permissionview_role
    query = (
        sa.select(ViewMenu.name, Permission.name, Role.name)
        .select_from(link)
        .join(Role, Role.id == link.c.role_id)
        .join(PermissionView, PermissionView.id == link.c.permission_view_id)
        .join(Permission, Permission.id == PermissionView.permission_id)
        .join(ViewMenu, ViewMenu.id == PermissionView.view_menu_id)
    )
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for resource, permission, role in db.session.execute(query):
        found[(resource, permission)].add(role)
    return found
