"""An application without a front on any database, for Alembic."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask


@contextmanager
def opened(url: str, folder: Path) -> Iterator[Flask]:
    """An application context on that database."""
    from app import create_app
    from app.extensions import db

    overrides = {"TESTING": True, "SQLALCHEMY_DATABASE_URI": url, "SIDIK_INSTANCE": str(folder)}
    app = create_app(overrides, front=False)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
