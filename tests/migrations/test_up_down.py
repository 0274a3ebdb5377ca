"""Every revision can be left and entered again with data in it: no row lost, no reference broken, the chain whole."""

from itertools import pairwise
from pathlib import Path

import pytest
from flask_migrate import downgrade, upgrade
from sqlalchemy import Engine, create_engine

from app.extensions import db
from app.steps.events import periksa_rantai
from tests.databases import DIALECTS, Databases
from tests.migrations.filling import ROWS, fill
from tests.migrations.opening import opened
from tests.migrations.schema import broken_references, counts, schema, tables, triggers

FOLDER = Path(__file__).resolve().parents[2] / "migrations/versions"
REVISIONS = sorted(file.name[:4] for file in FOLDER.glob("0*.py"))


@pytest.fixture(params=DIALECTS)
def url(request: pytest.FixtureRequest, databases: Databases) -> str:
    return databases.empty(request.param)


def filled(engine: Engine) -> dict[str, int]:
    """Put rows everywhere; -> how many there are."""
    with engine.begin() as connection:
        fill(connection)
    with engine.connect() as connection:
        return counts(connection)


def looked_at(engine: Engine, before: dict[str, int]) -> None:
    """Nothing of what was there is gone, and every reference holds."""
    with engine.connect() as connection:
        now = counts(connection)
        assert {table: now[table] for table in before} == before
        assert broken_references(connection) == []


def at_revision(databases: Databases, dialect: str, revision: str) -> str:
    """The address of a database of this revision; each is made once, out of the one before."""
    for before, number in pairwise(["", *REVISIONS]):

        def one_step(number: str = number) -> None:
            upgrade(revision=number)

        databases.make(dialect, f"revision_{number}", f"revision_{before}" if before else None, one_step)
        if number == revision:
            break
    return databases.spare(dialect, f"revision_{revision}")


@pytest.mark.parametrize("revision", REVISIONS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_revision_keeps_what_older_ones_hold(
    databases: Databases, dialect: str, revision: str, tmp_path: Path
) -> None:
    url = at_revision(databases, dialect, revision)
    with opened(url, tmp_path):
        engine = create_engine(url)
        before = filled(engine)
        assert before["ab_user"] == ROWS
        upgrade()
        looked_at(engine, before)
        downgrade(revision=revision)
        looked_at(engine, before)
        upgrade()
        looked_at(engine, before)
        assert periksa_rantai(db.session) == []
        engine.dispose()


def test_head_is_the_same_after_going_down_to_nothing_and_up_again(url: str, tmp_path: Path) -> None:
    with opened(url, tmp_path):
        engine = create_engine(url)
        upgrade()
        with engine.connect() as connection:
            first = schema(connection), triggers(connection)
        filled(engine)
        downgrade(revision="base")
        with engine.connect() as connection:
            assert tables(connection) == []
            assert triggers(connection) == {}
        upgrade()
        with engine.connect() as connection:
            assert (schema(connection), triggers(connection)) == first
        engine.dispose()


def test_an_upgrade_of_what_is_already_new_changes_nothing(url: str, tmp_path: Path) -> None:
    with opened(url, tmp_path):
        engine = create_engine(url)
        upgrade()
        before = filled(engine)
        upgrade()
        looked_at(engine, before)
        assert periksa_rantai(db.session) == []
        engine.dispose()


def test_revisions_follow_each_other_and_import_nothing_of_the_application() -> None:
    for number, revision in enumerate(REVISIONS):
        text = next(FOLDER.glob(f"{revision}_*.py")).read_text(encoding="utf-8")
        assert f'revision = "{revision}"' in text
        assert f"down_revision = {repr(REVISIONS[number - 1]).replace(chr(39), chr(34)) if number else None}" in text
        assert "from app" not in text
        assert "import app" not in text
