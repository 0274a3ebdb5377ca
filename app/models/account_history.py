"""Writes who gave which role or permission to whom, in the transaction of the change, by whatever way it was made."""

from typing import Any

from flask_appbuilder.security.sqla.models import Group, Role, User
from sqlalchemy import event, insert, select
from sqlalchemy.orm import PassiveFlag, Session
from sqlalchemy.orm.attributes import get_history

from app.models.accounts import RiwayatAkun
from app.models.base import JUDUL, NAMA, sekarang
from app.models.history import PELAKU
from app.models.office import Pengguna

# A Pengguna is a User, also on the page of a group; FAB says so of roles only.
Group.users.comparator.prop.enable_typechecks = False
DI_LUAR_PANEL = "Perintah di server"
# (class, its collection) -> which kind of thing holds it, and how one member of it is told. A member that was added on
# the other side (a person on the page of a group) appears here as well, as a pending change of this side.
_KOLEKSI: dict[tuple[type, str], tuple[str, str]] = {
    (User, "roles"): ("pengguna", "peran {}"),
    (User, "groups"): ("pengguna", "grup {}"),
    (Role, "permissions"): ("peran", "{}"),
    (Group, "roles"): ("grup", "peran {}"),
}
_TANPA_MEMUAT = PassiveFlag.PASSIVE_NO_INITIALIZE | PassiveFlag.INCLUDE_PENDING_MUTATIONS


def _name(item: Any) -> str:
    """How a person, role, group or permission was called at that moment."""
    if isinstance(item, User):
        return f"{item.first_name} {item.last_name}".strip() + f" ({item.username})"
    if hasattr(item, "view_menu"):
        return f"{item.permission.name} {item.view_menu.name}"
    return str(item.name)


def catat_akun(session: Session, tindakan: str, orang: Any, isi: str = "") -> None:
    """One line of what was done to an account, in the transaction of the act."""
    session.flush()
    session.execute(insert(RiwayatAkun), [_row(session, tindakan, "pengguna", orang, isi)])


def _row(session: Session, tindakan: str, jenis: str, item: Any, isi: str) -> dict[str, Any]:
    actor = session.info.get(PELAKU)
    return {
        "waktu": sekarang(),
        "pelaku_id": actor,
        "pelaku_nama": DI_LUAR_PANEL if actor is None else _actor(session, actor)[:NAMA],
        "tindakan": tindakan,
        "objek_jenis": jenis,
        "objek_id": item.id,
        "objek_nama": _name(item)[:NAMA],
        "isi": isi[:JUDUL],
    }


def _actor(session: Session, ident: int) -> str:
    p = Pengguna
    row = session.execute(select(p.first_name, p.last_name, p.username).where(p.id == ident)).one()
    return f"{row[0]} {row[1]}".strip() + f" ({row[2]})"


def _changes(item: Any) -> list[tuple[str, str, Any, str]]:
    """(deed, kind, holder, words) of every member that a collection of this object gained or lost."""
    found: list[tuple[str, str, Any, str]] = []
    for (cls, name), (jenis, words) in _KOLEKSI.items():
        if isinstance(item, cls):
            history = get_history(item, name, _TANPA_MEMUAT)
            found += [("beri", jenis, item, words.format(_name(one))) for one in history.added or ()]
            found += [("cabut", jenis, item, words.format(_name(one))) for one in history.deleted or ()]
    return found


@event.listens_for(Session, "after_flush")
def _grants(session: Session, _context: Any) -> None:
    rows = []
    for item in [*session.new, *session.dirty]:  # FAB gives ViewMenu no hash
        rows += [_row(session, deed, jenis, holder, words) for deed, jenis, holder, words in _changes(item)]
    if rows:
        session.execute(insert(RiwayatAkun), rows)


@event.listens_for(Session, "before_flush")
def _gone(session: Session, _context: Any, _instances: Any) -> None:
    """A role or group that is deleted takes its grants with it."""
    rows = []
    for item in session.deleted:
        if isinstance(item, Role | Group):
            kind = "peran" if isinstance(item, Role) else "grup"
            held = item.permissions if isinstance(item, Role) else item.roles
            rows += [_row(session, "cabut", kind, item, f"{_name(one)} (dihapus bersama {kind}nya)") for one in held]
    if rows:
        session.execute(insert(RiwayatAkun), rows)
