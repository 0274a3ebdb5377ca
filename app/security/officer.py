"""Who acts: a frozen picture of a logged-in person, made once a request. Knows no web."""

from dataclasses import dataclass

from flask_appbuilder.security.sqla.models import (
    Permission,
    PermissionView,
    Role,
    ViewMenu,
    assoc_permissionview_role,
)
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.office import Pengguna

ADMIN = "Admin"


@dataclass(frozen=True)
class Officer:
    """A person at work. `grants`: (permission, resource) of every role but Admin, who moves and sees no case."""

    id: int
    username: str
    nama: str
    jabatan: str
    roles: frozenset[str]
    grants: frozenset[tuple[str, str]]
    perangkat_daerah_id: int | None

    def may(self, permission: str, resource: str) -> bool:
        """Whether a role other than Admin grants `permission` ("can_tetapkan") on `resource` ("Berkas")."""
        return (permission, resource) in self.grants

    @property
    def peran(self) -> str:
        """The roles as one text, for the event log."""
        return ", ".join(sorted(self.roles - {ADMIN})) or ADMIN


def roles_of(user: Pengguna) -> list[Role]:
    """Roles held directly or through a group."""
    held = {role.id: role for role in user.roles}
    for group in getattr(user, "groups", []):
        held.update({role.id: role for role in group.roles})
    return list(held.values())


def officer_of(session: Session, user: Pengguna) -> Officer:
    """The officer that a user is now. An inactive user has no grants."""
    roles = roles_of(user) if user.active else []
    counted = [role.id for role in roles if role.name != ADMIN]
    query = (
        select(Permission.name, ViewMenu.name)
        .select_from(PermissionView)
        .join(Permission, PermissionView.permission_id == Permission.id)
        .join(ViewMenu, PermissionView.view_menu_id == ViewMenu.id)
        .join(assoc_permissionview_role, assoc_permissionview_role.c.permission_view_id == PermissionView.id)
        .where(assoc_permissionview_role.c.role_id.in_(counted))
    )
    grants = frozenset((name, resource) for name, resource in session.execute(query)) if counted else frozenset()
    return Officer(
        id=user.id,
        username=user.username,
        nama=user.nama,
        jabatan=user.jabatan or "",
        roles=frozenset(role.name for role in roles),
        grants=grants,
        perangkat_daerah_id=user.perangkat_daerah_id,
    )
