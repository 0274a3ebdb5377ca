"""One act of one officer: a fresh write transaction that knows who writes, committed at the end, gone on any refusal."""

import contextlib
from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.extensions import writing
from app.models.history import PELAKU
from app.security.officer import Officer


@contextlib.contextmanager
def acting(officer: Officer) -> Iterator[Session]:
    """The session of the act. Whatever the request read before is let go first."""
    with writing() as session:
        session.info[PELAKU] = officer.id
        yield session
