"""The row scope read backwards: which people reach a row. For telling them; asked once for all of them, whatever their number."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Any

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
from sqlalchemy import and_, literal, or_, select, union, union_all
from sqlalchemy.orm import Session

from app.models.office import Pengguna
from app.security.officer import ADMIN, Officer
from app.security.scope import BARIS_PETUGAS, RESOURCE, SEMUA_BARIS, visible

SEKALI = 200  # rows asked for in one statement, times the kinds of people: below what any database takes


def pemegang(session: Session, roles: Collection[str], resource: str) -> list[Officer]:
    """The active people who hold one of `roles`, directly or through a group, and may open a record of `resource`.

    One statement. Their grants are those of the row scope only: enough for `visible`, for nothing else.
    """
    held = union(
        select(assoc_user_role.c.user_id, assoc_user_role.c.role_id),
        select(assoc_user_group.c.user_id, assoc_group_role.c.role_id).join(
            assoc_group_role, assoc_group_role.c.group_id == assoc_user_group.c.group_id
        ),
    ).subquery()
    asked = select(held.c.user_id).join(Role, Role.id == held.c.role_id).where(Role.name.in_(roles))
    row_scope = and_(ViewMenu.name == RESOURCE, Permission.name.in_(SEMUA_BARIS))
    opens = and_(ViewMenu.name == resource, Permission.name == "can_show")
    link = assoc_permissionview_role
    grants = (
        select(link.c.role_id, Permission.name.label("izin"))
        .join(PermissionView, PermissionView.id == link.c.permission_view_id)
        .join(Permission, Permission.id == PermissionView.permission_id)
        .join(ViewMenu, ViewMenu.id == PermissionView.view_menu_id)
        .where(or_(row_scope, opens))
        .subquery()
    )
    rows = session.execute(
        select(Pengguna.id, Pengguna.perangkat_daerah_id, Role.name, grants.c.izin)
        .join(held, held.c.user_id == Pengguna.id)
        .join(Role, Role.id == held.c.role_id)
        .join(grants, grants.c.role_id == Role.id)
        .where(Pengguna.active, Pengguna.id.in_(asked), Role.name != ADMIN)
        .order_by(Pengguna.id)
    )
    return list(_officers(rows, set(roles)))


def _officers(rows: Any, roles: set[str]) -> Iterator[Officer]:
    people: dict[int, tuple[int | None, set[str], set[str]]] = {}
    for ident, agency, role, permission in rows:
        _, held, allowed = people.setdefault(ident, (agency, set(), set()))
        held.add(role)
        allowed.add(permission)
    for ident, (agency, held, allowed) in people.items():
        if "can_show" in allowed and held & roles:
            grants = frozenset((name, RESOURCE) for name in allowed - {"can_show"})
            yield Officer(ident, "", "", "", frozenset(held), grants, agency)


def menjangkau(session: Session, model: Any, ids: Sequence[int], people: Sequence[Officer]) -> set[tuple[int, int]]:
    """(person, row) for every row of `ids` within the rows of that person; one statement for each SEKALI rows.

    People of the same roles (and agency, where their rows depend on it) reach the same rows and are asked for together.
    """
    alike: dict[tuple[Any, ...], list[Officer]] = {}
    for officer in people:
        bound = (BARIS_PETUGAS, RESOURCE) in officer.grants
        alike.setdefault((officer.grants, officer.perangkat_daerah_id if bound else None), []).append(officer)
    groups, found, rest = list(alike.values()), set(), iter(ids)
    while groups and (part := list(islice(rest, SEKALI))):
        asked = [
            select(literal(number), model.id).where(model.id.in_(part), visible(model, group[0]))
            for number, group in enumerate(groups)
        ]
        for number, ident in session.execute(union_all(*asked)):
            found |= {(officer.id, ident) for officer in groups[number]}
    return found
