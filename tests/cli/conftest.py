"""A terminal for the commands."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

Run = Callable[..., Any]


@pytest.fixture
def run(app: Flask) -> Run:
    """`run("sop", "check", input="")` -> the result of `flask --app run sop check`, which never shows a traceback."""

    def command(*args: str, **more: Any) -> Any:
        result = app.test_cli_runner().invoke(args=[*args], **more)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return command
