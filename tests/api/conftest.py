"""The office and its cases for the tests of the interface."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from tests.api.cases import Perkara, kantor_berperkara
from tests.api.office import Program, kantor_bekerja


@pytest.fixture
def furniture(request: pytest.FixtureRequest) -> Callable[[], Any] | None:
    if "kasus" in request.fixturenames:
        return kantor_berperkara
    return kantor_bekerja if "kantor" in request.fixturenames else None


@pytest.fixture
def kasus(app: Flask, told: dict[str, int]) -> Perkara:
    """The small office with its cases."""
    return Perkara(told)


@pytest.fixture
def masuk(app: Flask, kasus: Perkara) -> Callable[[str | None], Program]:
    """`masuk("utama")`: a program with that person's token; `masuk(None)`: one without."""
    return lambda name: Program(app, name)


@pytest.fixture
def kantor(app: Flask) -> Callable[[str | None], Program]:
    """The office in working order, without a case: officials and the Tim are in their seats."""
    return lambda name: Program(app, name)
