"""`flask roles`: write the grants of the SOP table into FAB's roles, and say what an administrator added."""

from collections import Counter
from typing import Any

import click
from flask.cli import AppGroup
from flask_appbuilder.security.sqla.models import (
    Permission,
    PermissionView,
    Role,
    ViewMenu,
    assoc_permissionview_role,
)
from sqlalchemy import select

from app.commands.answers import daftar, terjaga
from app.extensions import appbuilder, db
from app.security import scope
from app.security.officer import ADMIN
from app.security.roles import BARIS, Drift, Grant, grants, moves, sync
from app.sop.words import Pelaksana

PUBLIC = "Public"
roles = AppGroup("roles", help="Peran dan haknya.")


def known() -> set[Grant]:
    """The (permission, resource) pairs of every registered screen and API."""
    views: list[Any] = appbuilder.baseviews
    return {(name, view.class_permission_name) for view in views for name in view.base_permissions or ()}


@roles.command("sync", help="Samakan hak peran dengan tabel SOP; tambahan administrator dibiarkan.")
@terjaga
def sync_command() -> None:
    drift = sync(db.session, known())
    db.session.commit()
    cerita(drift)


def cerita(drift: Drift) -> None:
    """What the sync gave, took from Admin, and left as it found it."""
    click.echo(f"Hak yang diberikan: {len(drift.diberikan)}")
    daftar((f"{role}: {count}" for role, count in Counter(role for role, _ in drift.diberikan).items()), awalan="  ")
    click.echo(f"Langkah SOP yang dicabut dari Admin: {len(drift.dicabut_dari_admin)}")
    daftar((f"{permission} pada {resource}" for permission, resource in drift.dicabut_dari_admin), awalan="  ")
    click.echo(f"Tambahan administrator (dibiarkan): {len(drift.tambahan)}")
    daftar((f"{role}: {permission} pada {resource}" for role, (permission, resource) in drift.tambahan), awalan="  ")


def sinkron() -> bool:
    """Whether the roles already hold what the table gives: one query, so that a start can pass over the sync."""
    held: dict[str, set[Grant]] = {}
    for role, permission, resource in db.session.execute(_held_query()):
        held.setdefault(role, set()).add((permission, resource))
    barred = moves() | {(BARIS[role], scope.RESOURCE) for role in Pelaksana}
    complete = all(grants(role) <= held.get(role.value, set()) for role in Pelaksana)
    admin = held.get(ADMIN, set())
    return complete and PUBLIC in held and not admin & barred and known() - barred <= admin


def _held_query() -> Any:
    """(role, permission, resource) of every role; a role without grants gives one empty row."""
    link = assoc_permissionview_role
    return (
        select(Role.name, Permission.name, ViewMenu.name)
        .outerjoin(link, link.c.role_id == Role.id)
        .outerjoin(PermissionView, PermissionView.id == link.c.permission_view_id)
        .outerjoin(Permission, Permission.id == PermissionView.permission_id)
        .outerjoin(ViewMenu, ViewMenu.id == PermissionView.view_menu_id)
    )
