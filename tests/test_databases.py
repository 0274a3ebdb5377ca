"""The test databases themselves: both kinds are real, and no test sees another's rows."""

import pytest
from flask import Flask
from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import Connection, MetaData, create_engine, func, inspect, select, text

from app.extensions import db
from tests.databases import DIALECTS, Databases
from tests.rewind import rewind

SEEN: dict[str, dict[str, int]] = {}


def amounts(connection: Connection) -> dict[str, int]:
    """Rows of each table."""
    known = MetaData()
    known.reflect(connection)
    return {
        name: connection.scalar(select(func.count()).select_from(table)) or 0 for name, table in known.tables.items()
    }


@pytest.mark.parametrize("time", [1, 2, 3])
def test_every_test_begins_with_the_installed_state(database_url: str, time: int) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        found = amounts(connection)
        assert found["alembic_version"] == 1
        assert found["ab_role"] > 1
        assert found["hari_libur"] > 10
        assert SEEN.setdefault(engine.dialect.name, found) == found
        assert connection.scalar(text("SELECT count(*) FROM ab_role WHERE name LIKE 'Perusak%'")) == 0
        connection.execute(text("DELETE FROM hari_libur"))
        connection.execute(text("UPDATE ab_role SET name = 'Perusak ' || id"))
        connection.execute(text("INSERT INTO ab_permission (id, name) VALUES (99999, 'can_merusak')"))
    engine.dispose()


@pytest.mark.parametrize("time", [1, 2])
def test_a_table_that_a_test_leaves_behind_is_gone(database_url: str, time: int) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        assert "left_behind" not in inspect(connection).get_table_names()
        connection.execute(text("CREATE TABLE left_behind (id INTEGER)"))
    engine.dispose()


@pytest.mark.parametrize("time", [1, 2])
def test_numbers_start_again_where_the_installation_left_them(databases: Databases, time: int) -> None:
    engine = create_engine(databases.fresh("postgresql"))
    with engine.begin() as connection:
        drawn = connection.scalar(text("SELECT nextval('ab_role_id_seq')"))
        assert drawn == (connection.scalar(text("SELECT max(id) FROM ab_role")) or 0) + 1
    engine.dispose()


def test_a_trigger_that_was_switched_off_is_not_taken_for_the_installed_state(databases: Databases) -> None:
    url = databases.fresh("postgresql")
    engine = create_engine(url)
    with engine.begin() as connection:
        found = connection.execute(
            text("SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE NOT tgisinternal LIMIT 1")
        )
        table, trigger = found.one()
        connection.execute(text(f'ALTER TABLE {table} DISABLE TRIGGER "{trigger}"'))
    engine.dispose()
    assert not rewind(url.replace("+psycopg", ""))


def one_role() -> int:
    """Furniture: a role, known by its id."""
    role = Role(name="Perabot")
    db.session.add(role)
    db.session.flush()
    return int(role.id)


@pytest.mark.parametrize("time", [1, 2])
@pytest.mark.parametrize("dialect", DIALECTS)
def test_furniture_is_written_once_and_stands_there_again(databases: Databases, dialect: str, time: int) -> None:
    engine = create_engine(databases.fresh(dialect, one_role))
    with engine.begin() as connection:
        found = connection.execute(text("SELECT id FROM ab_role WHERE name = 'Perabot'")).scalars().all()
        assert found == [databases.told(dialect, one_role)]
        connection.execute(text("DELETE FROM ab_role WHERE name = 'Perabot'"))
    engine.dispose()
    engine = create_engine(databases.fresh(dialect))
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM ab_role WHERE name = 'Perabot'")) == 0
    engine.dispose()


@pytest.mark.parametrize("time", [1, 2])
def test_what_a_test_does_to_the_application_is_undone(app: Flask, time: int) -> None:
    assert "SIDIK_RUSAK" not in app.config
    assert app.view_functions["Beranda.index"] is not print
    app.config["SIDIK_RUSAK"] = time
    app.view_functions["Beranda.index"] = print


def test_an_empty_database_has_no_tables(empty_database_url: str) -> None:
    engine = create_engine(empty_database_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
