"""What the database says of a person in one statement: who he is, his roles, and every grant of them. Knows no web."""

from functools import cache
from typing import Any

import sqlalchemy as sa
from flask_appbuilder.security.sqla.models import (
    Permission,
    PermissionView,
    Role,
    ViewMenu,
    assoc_group_role,
    assoc_permissionview_role,
    assoc_user_group,
    assoc_user_role,
)

from app.models import Notifikasi, Pengguna

PERSON: sa.BindParameter[int] = sa.bindparam("person", type_=sa.Integer)


@cache
def person_query(dialect: str) -> sa.Select[Any]:
    """A person; as one JSON value all that standing_query says of him; and how much of his news he has not read."""
    rows = standing_query().subquery()
    gather, row = ("json_agg", "json_build_array") if dialect == "postgresql" else ("json_group_array", "json_array")
    standing = sa.select(getattr(sa.func, gather)(getattr(sa.func, row)(*rows.c))).scalar_subquery()
    unread = sa.select(sa.func.count()).select_from(Notifikasi)
    news = unread.where(Notifikasi.pengguna_id == PERSON, Notifikasi.dibaca_pada.is_(None)).scalar_subquery()
    person = sa.select(Pengguna, standing, news).where(Pengguna.id == PERSON)
    return person.execution_options(populate_existing=True)


@cache
def standing_query() -> sa.Select[Any]:
    """Roles held directly and through groups, each with its grants (a role without grants gives one empty row)."""
    direct = sa.select(assoc_user_role.c.role_id).where(assoc_user_role.c.user_id == PERSON)
    grouped = (
        sa.select(assoc_group_role.c.role_id)
        .join(assoc_user_group, assoc_user_group.c.group_id == assoc_group_role.c.group_id)
        .where(assoc_user_group.c.user_id == PERSON)
    )
    link = assoc_permissionview_role
    return (
        sa.select(Role.name, Permission.name, ViewMenu.name)
        .outerjoin(link, link.c.role_id == Role.id)
        .outerjoin(PermissionView, PermissionView.id == link.c.permission_view_id)
        .outerjoin(Permission, Permission.id == PermissionView.permission_id)
        .outerjoin(ViewMenu, ViewMenu.id == PermissionView.view_menu_id)
        .where(sa.or_(Role.id.in_(direct), Role.id.in_(grouped)))
    )
