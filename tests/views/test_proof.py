"""Who changes accounts, roles or groups proves again who he is, when the last proof is some time ago."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.api.office import SANDI
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]


@pytest.fixture
def database_url(databases: Any, furniture: Any) -> str:
    """Pages know no database."""
    return str(databases.fresh("sqlite", furniture))


@pytest.mark.parametrize("address", ["/pengguna/add", "/pengguna/edit/2", "/peran/edit/1", "/peran/add", "/grup/add"])
def test_who_changes_accounts_or_roles_proves_again_who_he_is(
    browse: Browse, kasus: Perkara, later: Callable[[float], Any], address: str
) -> None:
    keeper = browse("admin")
    assert 'name="bukti"' not in keeper.get(address).text
    later(11)
    assert "Kata sandi Anda" in text(keeper.get(address))
    answer = keeper.send(address, {"bukti": "salah"})
    assert answer.status_code == 422
    assert "tidak cocok" in text(answer)
    answer = keeper.send(address, {"bukti": SANDI})
    assert answer.status_code == (302 if "edit" in address else 422), "the form of a new one is empty"
    assert 'name="bukti"' not in keeper.get(address).text, "asked once"


def test_without_a_fresh_proof_no_account_changes(
    app: Flask, browse: Browse, kasus: Perkara, later: Callable[[float], Any]
) -> None:
    keeper, sent = browse("admin"), {"first_name": "Lain", "last_name": "Sekali", "username": "tim1"}
    with app.app_context():
        found = db.session.scalars(select(m.Pengguna).where(m.Pengguna.username == "tim1")).unique().one()
        address, roles = f"/pengguna/edit/{found.id}", [role.id for role in found.roles]
    sent |= {"email": "lain@contoh.example", "roles": roles}
    later(11)
    for proof, name in (({}, "Tim"), ({"bukti": SANDI}, "Lain")):
        keeper.send(address, sent | proof)
        with app.app_context():
            now = db.session.scalars(select(m.Pengguna.first_name).where(m.Pengguna.username == "tim1")).one()
        assert now.startswith(name), now
