"""The extensions, unbound, and how a transaction begins on SQLite. A leaf: any room may import it, it imports no room."""

import contextlib
import sqlite3
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

from flask_appbuilder import AppBuilder, Model
from flask_appbuilder.utils.legacy import get_sqla_class
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, event

# Set before FAB declares its own tables, so that their constraints get names too.
Model.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

db: Any = get_sqla_class()(metadata=Model.metadata, session_options={"autoflush": True})
appbuilder = AppBuilder()
migrate = Migrate(compare_type=True, render_as_batch=True)
csrf = CSRFProtect()

_PRAGMAS = (
    "busy_timeout=30000",  # first: journal_mode itself can meet a lock
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "journal_size_limit=67108864",
)
_begin: ContextVar[str] = ContextVar("sqlite_begin", default="IMMEDIATE")


@event.listens_for(Engine, "connect")
def _on_connect(dbapi: Any, _record: Any) -> None:
    if not isinstance(dbapi, sqlite3.Connection):
        return
    dbapi.isolation_level = None  # we write BEGIN ourselves
    cursor = dbapi.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


@event.listens_for(Engine, "begin")
def _on_begin(conn: Connection) -> None:
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql(f"BEGIN {_begin.get()}")


def begin_mode(mode: str) -> None:
    """How the next SQLite transactions of this context begin: "DEFERRED" to read, "IMMEDIATE" to write."""
    if mode not in ("DEFERRED", "IMMEDIATE"):
        raise ValueError(mode)
    _begin.set(mode)


@contextlib.contextmanager
def writing() -> Iterator[Any]:
    """A fresh write transaction on the session, committed at the end: for a request that began as a reader."""
    db.session.rollback()
    token = _begin.set("IMMEDIATE")
    try:
        yield db.session
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _begin.reset(token)
