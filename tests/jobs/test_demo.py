"""The demo world: every status stands somewhere, everything came through the door, nobody real is in it."""

import stat
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.security import check_password_hash

from app import models as m
from app.documents.numbering import celah
from app.extensions import db
from app.jobs import demo
from app.jobs.demo.people import AKUN
from app.models import Pengguna
from app.security.officer import officer_of
from app.security.scope import visible
from app.sop.reading import semua
from app.sop.words import Pelaksana, StatusBerkas, StatusUsulan
from app.steps.events import periksa_rantai


@pytest.fixture
def world(app: Flask) -> Any:
    """An installed database with the demo world in it, inside an application context."""
    with app.app_context():
        demo.muat(app)
        yield db.session
        db.session.rollback()


def statuses(session: Any, model: Any) -> set[str]:
    return set(session.scalars(select(model.status)))


def test_the_demo_world_is_whole(world: Any, app: Flask) -> None:
    """One test for all that needs the whole world, for it takes seconds to build."""
    assert statuses(world, m.Berkas) == set(StatusBerkas)
    assert statuses(world, m.Usulan) == set(StatusUsulan)
    of_moves = {paper for _, row in semua() for paper in row.naskah}
    assert len(of_moves) == 10
    assert of_moves <= set(world.scalars(select(m.Naskah.jenis)))
    assert {"berlaku", "menunggu_ttd"} <= statuses(world, m.ButirDitetapkan)
    assert {"draf", "perbaikan", "terbuka", "ditetapkan"} <= statuses(world, m.ButirInformasi)
    assert periksa_rantai(world) == []
    assert celah(world) == []
    _everybody_has_what_his_role_sees(world)
    _nobody_real(world)
    _the_terminal_names_every_account(app)
    _a_new_password_reaches_the_demo_accounts_only(app)


def _everybody_has_what_his_role_sees(session: Any) -> None:
    """Each person opens his list and finds a case; the administrator finds none."""
    for user in session.scalars(select(Pengguna)).unique():
        officer = officer_of(session, user)
        seen = session.scalar(select(func.count()).select_from(m.Berkas).where(visible(m.Berkas, officer)))
        assert (seen > 0) == (user.username != "admin"), user.username
    held = {role.name for user in session.scalars(select(Pengguna)).unique() for role in user.roles}
    assert held == {*(role.value for role in Pelaksana if role != Pelaksana.ARSIPARIS), "Admin"}


def _nobody_real(session: Any) -> None:
    assert all(name.startswith("Contoh") for name in session.scalars(select(m.Pejabat.nama)))
    assert all(nip.startswith("000000000000") for nip in session.scalars(select(Pengguna.nip)))
    assert all(mail.endswith(".invalid") for mail in session.scalars(select(Pengguna.email)))


def _the_terminal_names_every_account(app: Flask) -> None:
    lines = "\n".join(demo.daftar_akun(app))
    assert all(akun.username in lines for akun in AKUN)
    kept = Path(app.config["SIDIK_INSTANCE"]) / demo.NAMA_FAIL_SANDI
    assert kept.read_text().strip() in lines
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def _a_new_password_reaches_the_demo_accounts_only(app: Flask) -> None:
    own = db.session.scalars(select(Pengguna).where(Pengguna.username == "auditor")).unique().one()
    own.password = "sandi sendiri"
    db.session.commit()
    app.config["SIDIK_DEMO_PASSWORD"] = "sandi demo yang baru"
    try:
        demo.samakan_sandi(app)
        held = dict(db.session.execute(select(Pengguna.username, Pengguna.password)).all())
        assert check_password_hash(held["admin"], "sandi demo yang baru")
        assert held["auditor"] == "sandi sendiri"
        assert "sandi demo yang baru" in demo.daftar_akun(app)[-1]
    finally:
        app.config["SIDIK_DEMO_PASSWORD"] = None


def test_the_demo_world_never_enters_production(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "SIDIK_PRODUCTION", True)
    with app.app_context(), pytest.raises(RuntimeError):
        demo.muat(app)
