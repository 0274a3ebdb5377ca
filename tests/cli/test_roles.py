"""`flask roles sync`: additive, idempotent, and honest about what an administrator added."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_appbuilder.security.sqla.models import PermissionView, Role
from sqlalchemy import select

from app.commands.roles import sinkron
from app.extensions import db
from app.security.officer import ADMIN
from app.security.roles import moves
from app.sop.words import Pelaksana


def test_a_second_sync_gives_nothing(run: Callable[..., Any]) -> None:
    result = run("roles", "sync")
    assert result.exit_code == 0
    assert "Hak yang diberikan: 0" in result.output


def test_a_grant_that_was_lost_comes_back(run: Callable[..., Any], app: Flask) -> None:
    with app.app_context():
        role = db.session.scalars(select(Role).where(Role.name == Pelaksana.TIM.value)).unique().one()
        role.permissions = role.permissions[1:]
        db.session.commit()
        assert not sinkron()
    assert "Hak yang diberikan: 1" in run("roles", "sync").output
    with app.app_context():
        assert sinkron()


def test_what_an_administrator_added_stays_and_is_listed(run: Callable[..., Any], app: Flask) -> None:
    with app.app_context():
        role = db.session.scalars(select(Role).where(Role.name == Pelaksana.TIM.value)).unique().one()
        held = {item.id for item in role.permissions}
        extra = next(item for item in db.session.scalars(select(PermissionView)).unique() if item.id not in held)
        told = f"{extra.permission.name} pada {extra.view_menu.name}"
        role.permissions.append(extra)
        db.session.commit()
    for _ in range(2):
        output = run("roles", "sync").output
        assert "Tambahan administrator (dibiarkan): 1" in output
        assert told in output


def test_a_move_in_the_hands_of_admin_is_taken_away(run: Callable[..., Any], app: Flask) -> None:
    permission, resource = sorted(moves())[0]
    with app.app_context():
        admin = db.session.scalars(select(Role).where(Role.name == ADMIN)).unique().one()
        stray = next(
            item
            for item in db.session.scalars(select(PermissionView)).unique()
            if (item.permission.name, item.view_menu.name) == (permission, resource)
        )
        admin.permissions.append(stray)
        db.session.commit()
        assert not sinkron()
    assert f"{permission} pada {resource}" in run("roles", "sync").output
    with app.app_context():
        assert sinkron()
