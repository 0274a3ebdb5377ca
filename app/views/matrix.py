"""The permission matrix for administrators: roles against resources, in words; compare, search, warn."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from flask import request
from flask_appbuilder import expose
from flask_appbuilder.baseviews import BaseView
from flask_appbuilder.security.decorators import has_access
from flask_appbuilder.security.sqla.models import Permission, PermissionView, Role, ViewMenu, assoc_permissionview_role

from app.extensions import db
from app.views.grants import SUMBER, izin_kata


class MatriksIzin(BaseView):
    """Who holds what, row by row."""

    route_base = "/matriks-izin"
    class_permission_name = "Peran"
    method_permission_name = {"index": "list"}
    default_view = "index"

    @expose("/")
    @has_access
    def index(self) -> Any:
        roles = list(db.session.scalars(sa.select(Role.name).where(Role.name != "Public").order_by(Role.id)))
        words = request.args.get("cari", "")[:100].lower()
        held = _held()
        rows = [(SUMBER.get(v, v), izin_kata(p, v), [r in who for r in roles]) for (v, p), who in sorted(held.items())]
        if words:
            rows = [row for row in rows if words in row[0].lower() or words in row[1].lower()]
        return self.render_template("matriks.html", title="Matriks izin", peran=roles, baris=rows, kata=words)


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
