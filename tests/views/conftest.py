"""The office, its cases, and browsers of its people."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.api.cases import Perkara, perkara
from tests.api.office import huni
from tests.views.browsing import Browser


@pytest.fixture
def kasus(app: Flask) -> Perkara:
    """The small office with its cases."""
    with app.app_context():
        huni()
        return perkara()


@pytest.fixture
def browse(app: Flask, kasus: Perkara) -> Callable[..., Browser]:
    """`browse("utama")`: the browser of that person, logged in; `browse()`: a stranger's."""

    def opened(name: str | None = None) -> Browser:
        return Browser(app, name)

    return opened
