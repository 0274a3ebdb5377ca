"""What a real database says of itself, in a form that can be compared: columns, keys, CHECKs with their texts, triggers."""

import re
from typing import Any

from sqlalchemy import Connection, inspect

Schema = dict[str, dict[str, Any]]


def squeeze(text: str) -> str:
    """One spelling of a piece of SQL: single spaces, no outer parentheses, none around names."""
    return re.sub(r"\s+", " ", text).strip()


def tables(connection: Connection) -> list[str]:
    """The tables of SIDIK and FAB; not Alembic's own."""
    return sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})


def schema(connection: Connection) -> Schema:
    """Everything that can be read back of each table."""
    seen = inspect(connection)
    found: Schema = {}
    for table in tables(connection):
        columns = {
            column["name"]: (str(column["type"]), column["nullable"], default(column.get("default")))
            for column in seen.get_columns(table)
        }
        found[table] = {
            "columns": columns,
            "primary key": key(seen.get_pk_constraint(table)),
            "foreign keys": {fk["name"]: reference(fk) for fk in seen.get_foreign_keys(table)},
            "unique": {u["name"]: sorted(u["column_names"]) for u in seen.get_unique_constraints(table)},
            "checks": {c["name"]: squeeze(c["sqltext"]) for c in seen.get_check_constraints(table)},
            "indexes": {i["name"]: (tuple(i["column_names"]), bool(i["unique"])) for i in seen.get_indexes(table)},
        }
    return found


def default(text: Any) -> str | None:
    """A server default without the sequence's name and the cast."""
    if text is None or "nextval" in str(text):
        return None
    return str(text).strip("()").split("::")[0].strip("'")


def key(constraint: Any) -> tuple[str | None, tuple[str, ...]]:
    return constraint["name"], tuple(constraint["constrained_columns"])


def reference(fk: Any) -> tuple[Any, ...]:
    return (
        tuple(fk["constrained_columns"]),
        fk["referred_table"],
        tuple(fk["referred_columns"]),
        fk["options"].get("ondelete"),
    )


def triggers(connection: Connection) -> dict[str, str]:
    """Name -> text of each trigger, on PostgreSQL with the body of its function."""
    if connection.dialect.name == "sqlite":
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    else:
        rows = connection.exec_driver_sql(
            "SELECT t.tgname, pg_get_triggerdef(t.oid) || ' ' || p.prosrc FROM pg_trigger t "
            "JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal"
        )
    return {name: squeeze(text) for name, text in rows}


def counts(connection: Connection) -> dict[str, int]:
    """Table -> number of rows."""
    return {t: connection.exec_driver_sql(f'SELECT count(*) FROM "{t}"').scalar_one() for t in tables(connection)}


def broken_references(connection: Connection) -> list[Any]:
    """Rows whose foreign key points nowhere."""
    if connection.dialect.name == "sqlite":
        return list(connection.exec_driver_sql("PRAGMA foreign_key_check"))
    found: list[Any] = []
    seen = inspect(connection)
    for table in tables(connection):
        for fk in seen.get_foreign_keys(table):
            here, there, target = fk["constrained_columns"][0], fk["referred_columns"][0], fk["referred_table"]
            query = (
                f'SELECT count(*) FROM "{table}" a LEFT JOIN "{target}" b ON a."{here}" = b."{there}" '
                f'WHERE a."{here}" IS NOT NULL AND b."{there}" IS NULL'
            )
            if connection.exec_driver_sql(query).scalar_one():
                found.append((table, here))
    return found
