"""The office, its cases, browsers of its people, and time that passes."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from flask import Flask

from tests.api.cases import Perkara, kantor_berperkara
from tests.views.browsing import Browser


@pytest.fixture
def furniture(request: pytest.FixtureRequest) -> Callable[[], Any] | None:
    return kantor_berperkara if "kasus" in request.fixturenames else None


@pytest.fixture
def kasus(app: Flask, told: dict[str, int]) -> Perkara:
    """The small office with its cases."""
    return Perkara(told)


@pytest.fixture
def browse(app: Flask, kasus: Perkara) -> Callable[..., Browser]:
    """`browse("utama")`: the browser of that person, logged in; `browse()`: a stranger's."""

    def opened(name: str | None = None) -> Browser:
        return Browser(app, name)

    return opened


@pytest.fixture
def later() -> Iterator[Callable[[float], Any]]:
    """Travel some minutes ahead."""
    travels = []

    def go(minutes: float) -> None:
        travel = time_machine.travel(time.time() + 60 * minutes)
        travel.start()
        travels.append(travel)

    yield go
    for travel in reversed(travels):
        travel.stop()
