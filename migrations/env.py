"""Runs the migrations: SQLite with foreign keys off around them (a rebuilt table must not delete its children)."""

from alembic import context
from flask import current_app
from flask_appbuilder import Model

config = context.config
target = Model.metadata


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
