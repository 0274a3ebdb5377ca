"""Work that is thrown away at its commit: it does everything but the last, and nothing may be left of it."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import event

from app.extensions import db


class Thrown(Exception):
    """What ends a transaction that has done all its work."""


@contextlib.contextmanager
def thrown_away() -> Iterator[None]:
    """No transaction of this session gets through its commit."""

    def throw(_session: Any) -> None:
        raise Thrown

    event.listen(db.session, "before_commit", throw)
    try:
        yield
    finally:
        event.remove(db.session, "before_commit", throw)


def rehearse(act: Callable[[], Any]) -> None:
    """Do it once for nothing: the processes that this one becomes find every statement compiled, as in a running office."""
    with contextlib.suppress(Thrown), thrown_away():
        act()
        raise AssertionError("it came through its commit")
    db.session.remove()
    db.engine.dispose()
