"""Empties a development database: drops every table and migrates again, for the log itself takes no deletion."""

from flask import current_app
from flask_appbuilder import Model
from flask_migrate import upgrade
from sqlalchemy import Connection, inspect

from app.extensions import db


def kosongkan() -> None:
    """Drop every table and migrate to the newest revision. The caller has made sure that this is not production."""
    if current_app.config["SIDIK_PRODUCTION"]:
        raise RuntimeError("production is never emptied")
    db.session.remove()
    with db.engine.connect() as connection:
        _drop(connection)
    db.engine.dispose()
    upgrade(directory=current_app.extensions["migrate"].directory)


def _drop(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    raw = connection.connection.dbapi_connection
    if sqlite and raw is not None:
        raw.cursor().execute("PRAGMA foreign_keys=OFF")  # before the transaction, where it still counts
    quote = connection.dialect.identifier_preparer.quote
    ours = {*Model.metadata.tables, "alembic_version"}
    for name in sorted(ours & set(inspect(connection).get_table_names())):
        connection.exec_driver_sql(f"DROP TABLE {quote(name)}" + ("" if sqlite else " CASCADE"))
    connection.commit()
