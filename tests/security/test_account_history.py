"""Who gave which right to whom is written for every way of giving it, only grows; and one administrator stays, races included."""

import threading
from typing import Any

import pytest
from flask import Flask
from flask_appbuilder.security.sqla.models import Group, Role
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from app import models as m
from app.extensions import db, writing
from app.models.account_history import DI_LUAR_PANEL
from app.models.base import sekarang
from app.models.history import PELAKU
from tests.people import hire
from tests.security.persons import person


@pytest.fixture
def staff(session: Any) -> Any:
    hire(session)
    session.info.pop(PELAKU, None)
    return session


def role(session: Any, name: str) -> Any:
    return session.scalars(select(Role).where(Role.name == name)).unique().one()


def lines(session: Any, kind: str, ident: int) -> list[tuple[str, str, str]]:
    """(by whom, deed, what) of one holder, oldest first."""
    r = m.RiwayatAkun
    query = select(r.pelaku_nama, r.tindakan, r.isi).where(r.objek_jenis == kind, r.objek_id == ident).order_by(r.id)
    return [tuple(row) for row in session.execute(query)]


def test_a_role_given_and_taken_is_two_lines_with_the_giver(staff: Any) -> None:
    user, giver = person(staff, "dinkes"), person(staff, "admin")
    staff.info[PELAKU] = giver.id
    user.roles = [role(staff, "Auditor")]
    staff.commit()
    told = lines(staff, "pengguna", user.id)[1:]
    who = "Admin Contoh (admin)"
    assert sorted(told) == [(who, "beri", "peran Auditor"), (who, "cabut", "peran Petugas PPID Pelaksana")]


def test_a_permission_given_by_a_command_is_told_as_such(staff: Any) -> None:
    found, other = role(staff, "Arsiparis"), role(staff, "Auditor")
    extra = next(p for p in other.permissions if p not in found.permissions)
    found.permissions.append(extra)
    staff.commit()
    assert lines(staff, "peran", found.id)[-1] == (
        DI_LUAR_PANEL,
        "beri",
        f"{extra.permission.name} {extra.view_menu.name}",
    )


def test_a_person_added_on_the_page_of_a_group_is_a_line_of_the_person(staff: Any) -> None:
    user = person(staff, "dinkes")
    group = Group(name="Pengganti", label="Pengganti", description="", roles=[role(staff, "Arsiparis")])
    staff.add(group)
    staff.commit()
    staff.expire_all()
    group.users.append(user)
    staff.commit()
    assert lines(staff, "pengguna", user.id)[-1][1:] == ("beri", "grup Pengganti")
    assert lines(staff, "grup", group.id) == [(DI_LUAR_PANEL, "beri", "peran Arsiparis")]
    ident = group.id
    staff.delete(group)
    staff.commit()
    assert lines(staff, "grup", ident)[-1][1] == "cabut"


def test_a_refused_change_leaves_no_line(staff: Any) -> None:
    user = person(staff, "dinkes")
    before = lines(staff, "pengguna", user.id)
    user.roles = []
    staff.flush()
    staff.rollback()
    assert lines(staff, "pengguna", user.id) == before


def test_the_history_only_grows(staff: Any) -> None:
    for statement in ("UPDATE riwayat_akun SET isi = 'x'", "DELETE FROM riwayat_akun"):
        with pytest.raises(IntegrityError):
            staff.execute(text(statement))
        staff.rollback()


@pytest.mark.parametrize(("column", "word"), [("tindakan", "sulap"), ("objek_jenis", "hantu")])
def test_the_history_knows_its_words(staff: Any, column: str, word: str) -> None:
    plain = {"tindakan": "beri", "objek_jenis": "peran", "objek_id": 1, "objek_nama": "x", "isi": "x"}
    row = plain | {"waktu": sekarang(), "pelaku_nama": "x", column: word}
    with pytest.raises(IntegrityError) as fault:
        staff.execute(insert(m.RiwayatAkun), [row])
    assert f"ck_riwayat_akun_{column}" in str(fault.value.orig)


WAYS = {
    "the role is taken": "DELETE FROM ab_user_role WHERE user_id = :admin",
    "the role is exchanged": "UPDATE ab_user_role SET role_id = :other WHERE user_id = :admin",
    "the account is switched off": "UPDATE ab_user SET active = :no WHERE id = :admin",
    "the account is deleted": "DELETE FROM ab_user WHERE id = :admin",
    "the role is renamed": "UPDATE ab_role SET name = 'Bukan' WHERE name = 'Admin'",
    "the role is deleted": "DELETE FROM ab_role WHERE name = 'Admin'",
}


def alone(session: Any) -> dict[str, Any]:
    """Make `admin` the only active administrator; -> the values of the statements."""
    person(session, "admin.petugas").active = False
    session.commit()
    return {"admin": person(session, "admin").id, "other": role(session, "Auditor").id, "no": False}


@pytest.mark.parametrize("way", WAYS)
def test_the_database_itself_keeps_the_last_administrator(staff: Any, way: str) -> None:
    values = alone(staff)
    statement = text(WAYS[way])
    used = {name: value for name, value in values.items() if f":{name}" in WAYS[way]}
    with pytest.raises(IntegrityError) as fault:
        staff.execute(statement, used)
    assert "administrator aktif terakhir" in str(fault.value.orig)
    staff.rollback()


def test_with_a_second_administrator_the_first_may_go(staff: Any) -> None:
    person(staff, "admin").active = False
    staff.commit()
    assert not person(staff, "admin").active


def test_two_administrators_who_leave_at_once_cannot_both(app: Flask) -> None:
    with app.app_context():
        hire(db.session)
        names = ("admin", "admin.petugas")
    ready, told = threading.Barrier(2), []

    def leave(name: str) -> None:
        with app.app_context():
            ready.wait()
            try:
                with writing() as work:
                    person(work, name).active = False
                told.append("gone")
            except IntegrityError:
                told.append("stays")

    threads = [threading.Thread(target=leave, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["gone", "stays"]
