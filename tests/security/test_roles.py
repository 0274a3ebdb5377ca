"""Roles and their grants come from the table, are written once, and leave what an administrator added."""

from typing import Any

import pytest
from flask_appbuilder.security.sqla.models import Permission, PermissionView, Role, ViewMenu
from sqlalchemy import func, select

from app import models as m
from app.security import roles
from app.security.officer import officer_of
from app.sop.words import Pelaksana as P
from tests.people import hire, officer
from tests.sop.transcript import ROLES, TABLE

RESOURCE = {"usulan": "Usulan", "berkas": "Berkas", "butir": "ButirInformasi", "naskah": "Naskah"}
MOVES = {(f"can_{row.verb}", RESOURCE[row.kind]) for row in TABLE}
MASTER = ("PerangkatDaerah", "Pejabat", "AnggotaTim", "Peraturan", "Pasal17", "HariLibur", "Pengaturan")
WRITING = ("can_add", "can_post", "can_edit", "can_put", "can_delete")


def role(session: Any, name: str) -> Any:
    return session.scalars(select(Role).where(Role.name == name)).unique().one()


def held(session: Any, name: str) -> set[tuple[str, str]]:
    return {(row.permission.name, row.view_menu.name) for row in role(session, name).permissions}


def counts(session: Any) -> list[int]:
    return [
        session.scalar(select(func.count()).select_from(model))
        for model in (Role, Permission, ViewMenu, PermissionView)
    ]


@pytest.mark.parametrize("name", ROLES)
def test_a_role_holds_exactly_the_moves_that_the_procedure_gives_it(name: str) -> None:
    wanted = {(f"can_{row.verb}", RESOURCE[row.kind]) for row in TABLE if name in row.actors}
    assert roles.grants(P(name)) & MOVES == wanted


def test_nobody_but_the_procedures_roles_moves_anything(session: Any) -> None:
    for row in session.scalars(select(Role)).unique():
        moves = held(session, row.name) & MOVES
        assert not moves or row.name in ROLES, row.name
    assert held(session, "Public") == set()


def test_the_administrator_moves_nothing_and_sees_no_case_by_any_grant(session: Any) -> None:
    mine = held(session, "Admin")
    assert not mine & MOVES
    assert not {grant for grant in mine if grant[0].startswith("can_baris_")}


def test_the_auditor_changes_nothing() -> None:
    cases = {resource for _, resource in roles.grants(P.PENGAWAS)} - {"ResetMyPasswordView", "UserInfoEditView"}
    assert not {(p, r) for p, r in roles.grants(P.PENGAWAS) if p in WRITING and r in cases}


def test_only_administrators_write_master_data() -> None:
    for name in ROLES:
        found = {(p, r) for p, r in roles.grants(P(name)) if r in MASTER and p in WRITING}
        assert not found, name


def test_writing_the_table_again_changes_nothing(session: Any) -> None:
    before = counts(session)
    drift = roles.sync(session)
    assert (drift.diberikan, drift.tambahan, drift.dicabut_dari_admin) == ([], [], [])
    assert counts(session) == before


def test_what_an_administrator_added_is_told_and_left_alone(session: Any) -> None:
    extra = session.scalars(
        select(PermissionView)
        .join(Permission)
        .join(ViewMenu)
        .where(Permission.name == "can_list", ViewMenu.name == "Sengketa")
    ).one()
    petugas = role(session, P.PETUGAS.value)
    petugas.permissions.append(extra)
    session.flush()
    drift = roles.sync(session)
    assert drift.tambahan == [(P.PETUGAS.value, ("can_list", "Sengketa"))]
    assert ("can_list", "Sengketa") in held(session, P.PETUGAS.value)


def test_a_grant_that_was_taken_away_is_given_back_and_told(session: Any) -> None:
    found = role(session, P.TIM.value)
    gone = next(row for row in found.permissions if row.permission.name == "can_pertimbangkan")
    found.permissions.remove(gone)
    session.flush()
    drift = roles.sync(session)
    assert drift.diberikan == [(P.TIM.value, ("can_pertimbangkan", "Berkas"))]


def test_a_move_that_the_administrator_gave_himself_is_taken_away(session: Any) -> None:
    move = next(row for row in role(session, P.PPID_UTAMA.value).permissions if row.permission.name == "can_tetapkan")
    admin = role(session, "Admin")
    admin.permissions.append(move)
    session.flush()
    drift = roles.sync(session)
    assert drift.dicabut_dari_admin == [("can_tetapkan", "Berkas")]
    assert ("can_tetapkan", "Berkas") not in held(session, "Admin")


def test_a_grant_of_the_administrator_never_counts_even_before_the_table_is_written_again(session: Any) -> None:
    hire(session)
    admin = role(session, "Admin")
    admin.permissions.extend(row for row in role(session, P.PENGAWAS.value).permissions if row not in admin.permissions)
    session.commit()
    who = officer(session, "admin")
    assert who.grants == frozenset()
    assert who.peran == "Admin"


def test_an_inactive_person_may_nothing(session: Any) -> None:
    hire(session)
    user = session.scalars(select(m.Pengguna).where(m.Pengguna.username == "utama")).unique().one()
    assert officer_of(session, user).may("can_tetapkan", "Berkas")
    user.active = False
    session.commit()
    gone = officer_of(session, user)
    assert (gone.grants, gone.roles) == (frozenset(), frozenset())


def test_grants_of_several_roles_add_up_and_are_named_in_the_log(session: Any) -> None:
    hire(session)
    who = officer(session, "rangkap")
    assert who.may("can_kaji", "Berkas")
    assert who.may("can_tetapkan", "Berkas")
    assert who.peran == "PPID Utama, Verifikator PPID Utama"
