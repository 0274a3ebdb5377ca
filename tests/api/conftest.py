"""The office and its cases for the tests of the interface."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.api.cases import Perkara, perkara
from tests.api.office import Program, duduki, huni


@pytest.fixture
def kasus(app: Flask) -> Perkara:
    """The small office with its cases."""
    with app.app_context():
        huni()
        return perkara()


@pytest.fixture
def masuk(app: Flask, kasus: Perkara) -> Callable[[str | None], Program]:
    """`masuk("utama")`: a program with that person's token; `masuk(None)`: one without."""
    return lambda name: Program(app, name)


@pytest.fixture
def kantor(app: Flask) -> Callable[[str | None], Program]:
    """The office in working order, without a case: officials and the Tim are in their seats."""
    with app.app_context():
        huni()
        duduki()
    return lambda name: Program(app, name)
