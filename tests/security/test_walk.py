"""Every address of the panel and the interface, asked by the officer of another agency: his neighbour's words never come."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, select
from werkzeug.test import TestResponse

from app.extensions import db
from tests.api.office import Program
from tests.people import officer
from tests.public.canaries import KENARI, tables
from tests.scale import FULL, scale
from tests.security.neighbour import SIAPA, Dunia, tanam
from tests.security.walking import Grants, addresses, kiriman, questions, screens, shape, table_of, told
from tests.views.browsing import Browser

# Who may see which row does not depend on the kind of database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
FEW = scale(1, full=3)
NOBODY = 2_000_000
# What anybody's own act writes: who did it, and the log.
BUKU = {"ab_user", "unggahan", "perangkat_daerah", "pejabat", "anggota_tim"}


@pytest.fixture
def world(app: Flask, caplog: pytest.LogCaptureFixture) -> Dunia:
    caplog.set_level(logging.CRITICAL)  # a refusal is no news here
    with app.app_context():
        return tanam(4)


@pytest.fixture
def grants(app: Flask, world: Dunia) -> Grants | None:
    """In the everyday run only pages are asked that the officer's role opens; tests/house asks the others."""
    with app.app_context():
        return None if FULL else officer(db.session, SIAPA).grants


class Pelancong:
    """The officer at a browser and with a program, whichever an address is for."""

    def __init__(self, app: Flask) -> None:
        self.browser, self.program = Browser(app, SIAPA), Program(app, SIAPA)
        self.token = self.browser.token("/akun/")

    def get(self, address: str) -> TestResponse:
        answer = self.program.client if address.startswith("/api/") else self.browser.client
        headers = self.program.headers if address.startswith("/api/") else {}
        found = answer.get(address, headers=headers)
        assert "/login" not in found.headers.get("Location", ""), f"{address} ended the walk"
        return found

    def send(self, method: str, address: str, body: dict[str, Any]) -> TestResponse:
        if address.startswith("/api/"):
            return self.program.client.open(address, method=method, json=body, headers=self.program.headers)
        return self.browser.client.open(address, method=method, data={"csrf_token": self.token, **body})


def asked(app: Flask, world: Dunia, grants: Grants | None) -> Iterator[str]:
    """His own pages, where a neighbour's words could stand; in full also the neighbour's, and every list with its questions."""
    yield from (address for _, address in addresses(app, "GET", world.milik, FEW, grants))
    if FULL:
        yield from (address for _, address in addresses(app, "GET", world.asing, FEW, grants))
        yield from (address for _, address in questions(app))


@pytest.mark.proof
def test_no_page_file_or_list_tells_a_word_of_the_neighbour(
    app: Flask, world: Dunia, grants: Grants | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "SEND_FILE_MAX_AGE_DEFAULT", 3600)  # as in production
    assert (world.kosong, world.ditanam > 300) == ({}, True), "every table has rows, and canaries stand in them"
    walker = Pelancong(app)
    every = list(dict.fromkeys(asked(app, world, grants)))
    answers = {address: walker.get(address) for address in every}
    assert len(answers) > scale(180, full=900)
    assert [address for address, answer in answers.items() if KENARI in told(answer)] == []
    kept = {address: answer.headers.get("Cache-Control", "") for address, answer in answers.items()}
    assert [a for a, said in kept.items() if "no-store" not in said and not said.startswith("private")] == [], "kept"


@pytest.mark.proof
def test_a_neighbours_row_is_refused_as_one_that_does_not_exist(
    app: Flask, world: Dunia, grants: Grants | None
) -> None:
    walker, nobody = Pelancong(app), {name: [NOBODY] for name in world.asing}
    real, absent = dict(addresses(app, "GET", world.asing, 1, grants)), dict(addresses(app, "GET", nobody, 1, grants))
    tables_of = {endpoint: table_of(view) for endpoint, view in screens(app).items()}
    kept = {name for name in real if world.asing.get(tables_of.get(name.rpartition(".")[0], ""))}
    compared = [name for name in real if name in kept and real[name] != absent[name]]
    assert len(compared) > scale(50, full=80)
    told_apart = [
        real[name]
        for name in compared
        if shape(walker.get(real[name]), real[name]) != shape(walker.get(absent[name]), absent[name])
    ]
    assert told_apart == []


@pytest.mark.proof
def test_no_act_touches_a_neighbours_row_or_ties_ones_own_to_it(
    app: Flask, world: Dunia, grants: Grants | None
) -> None:
    walker, body = Pelancong(app), kiriman(world.asing)
    with app.app_context():
        before, tied = rows(db.session.connection(), world), ties(db.session.connection(), world)
    sent = 0
    for ids in (world.asing, world.milik):
        for method in ("POST", "PUT", "DELETE"):
            if method == "DELETE" and ids is world.milik:
                continue  # one's own drafts may be removed
            for _, address in addresses(app, method, ids, 1, grants):
                if ids is world.milik and not (FULL or address.startswith("/api/")):
                    continue
                assert KENARI not in told(walker.send(method, address, body(address))), address
                sent += 1
    assert sent > scale(60, full=150)
    with app.app_context():
        assert rows(db.session.connection(), world) == before
        assert ties(db.session.connection(), world) <= tied


def rows(connection: Connection, world: Dunia) -> dict[tuple[str, int], tuple[Any, ...]]:
    """Every row that is not the officer's."""
    return {
        (table.name, row.id): tuple(row)
        for table in tables(connection)
        if table.name not in BUKU and world.asing.get(table.name)
        for row in connection.execute(select(table).where(table.c.id.in_(world.asing[table.name])))
    }


def ties(connection: Connection, world: Dunia) -> set[tuple[str, int, str]]:
    """(table, row, column) of every other row that points at one of them."""
    found = set()
    for table in tables(connection):
        for key in table.foreign_keys:
            foreign = world.asing.get(key.column.table.name, [])
            if "id" in table.c and foreign and key.column.table.name not in BUKU:
                tied = select(table.c.id).where(
                    key.parent.in_(foreign), table.c.id.not_in(world.asing.get(table.name, []))
                )
                found |= {(table.name, ident, key.parent.name) for ident in connection.scalars(tied)}
    return found
