"""Runs the migrations: SQLite with foreign keys off around them (a rebuilt table must not delete its children)."""

from functools import wraps
from inspect import signature
from typing import Any

from alembic import context
from alembic.operations import Operations
from flask import current_app
from flask_appbuilder import Model

config = context.config
target = Model.metadata


def by_name(rebuild: Any) -> Any:
    """A table that SQLite must rebuild is read alone: of those it refers to the names are enough, and reading them all
    takes half of the time of a migration."""

    @wraps(rebuild)
    def rebuilt(*given: Any, **more: Any) -> Any:
        bound = signature(rebuild).bind(*given, **more)
        bound.arguments["reflect_kwargs"] = {"resolve_fks": False, **bound.arguments.get("reflect_kwargs", {})}
        return rebuild(*bound.args, **bound.kwargs)

    return rebuilt


if not hasattr(Operations.batch_alter_table, "_by_name"):  # this file runs once for every command
    Operations.batch_alter_table = by_name(Operations.batch_alter_table)  # type: ignore[method-assign]
    Operations.batch_alter_table._by_name = True  # type: ignore[attr-defined]


def include(_object: object, name: str | None, kind: str, _reflected: bool, _compare_to: object) -> bool:
    """All of our tables; nothing that a database keeps for itself."""
    return not (kind == "table" and name is not None and name.startswith("sqlite_"))


def run_offline() -> None:
    context.configure(
        url=str(current_app.extensions["migrate"].db.engine.url), target_metadata=target, literal_binds=True
    )
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    engine = current_app.extensions["migrate"].db.engine
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if sqlite:
            connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=OFF")
        context.configure(
            connection=connection,
            target_metadata=target,
            compare_type=True,
            render_as_batch=sqlite,
            include_object=include,
        )
        with context.begin_transaction():
            context.run_migrations()
            if sqlite:
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise RuntimeError(f"foreign keys broken after the migration: {broken[:5]}")
        connection.commit()
        if sqlite:
            connection.connection.dbapi_connection.execute("PRAGMA foreign_keys=ON")


if context.is_offline_mode():
    run_offline()
else:
    run_online()
