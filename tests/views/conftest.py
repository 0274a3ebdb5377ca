"""The office, its cases, and browsers of its people."""

from collections.abc import Callable
from typing import Any

import pytest
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
