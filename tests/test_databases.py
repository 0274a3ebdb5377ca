"""The test databases themselves: both kinds are real, and no test sees another's rows."""

import pytest
from sqlalchemy import create_engine, inspect, text


@pytest.mark.parametrize("time", [1, 2])
def test_every_test_begins_with_the_installed_state(database_url: str, time: int) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        tables = inspect(connection).get_table_names()
        assert "alembic_version" in tables
        assert "left_behind" not in tables
        connection.execute(text("CREATE TABLE left_behind (id INTEGER)"))
    engine.dispose()


def test_an_empty_database_has_no_tables(empty_database_url: str) -> None:
    engine = create_engine(empty_database_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
