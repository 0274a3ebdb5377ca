"""A browser without scripts: reads forms as they stand on the page, fills them, sends them with their tokens."""

import re
from collections.abc import Iterable
from typing import Any

from flask import Flask
from lxml import html
from werkzeug.test import TestResponse

from tests.api.office import SANDI


class Browser:
    """One person at one browser."""

    def __init__(self, app: Flask, name: str | None = None, password: str = SANDI) -> None:
        self.client = app.test_client()
        if name is not None:
            answer = self.login(name, password)
            assert answer.status_code == 302, text(answer)

    def login(self, name: str, password: str = SANDI) -> TestResponse:
        return self.send("/login/", {"username": name, "password": password})

    def get(self, address: str, **more: Any) -> TestResponse:
        return self.client.get(address, **more)

    def token(self, address: str = "/login/") -> str:
        """The CSRF token of a page."""
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.client.get(address).text)
        assert found, f"no token on {address}"
        return found[1]

    def post(self, address: str, data: dict[str, Any] | None = None, *, page: str = "/akun/") -> TestResponse:
        """A POST that no form on the page need offer, with a valid token."""
        return self.client.post(address, data={"csrf_token": self.token(page), **(data or {})})

    def send(self, address: str, data: dict[str, Any] | None = None, *, number: int = -1) -> TestResponse:
        """Open a page, fill its form as a person would, and send it to where the form says."""
        page = self.client.get(address)
        assert page.status_code == 200, f"{address}: {page.status_code} {text(page)[-300:]}"
        form = html.fromstring(page.text).xpath("//main//form[@method='post']")[number]
        fields: dict[str, Any] = dict(values(form))
        fields.update(data or {})
        return self.client.post(form.get("action") or address, data={k: v for k, v in fields.items() if v is not None})

    def follow(self, answer: TestResponse) -> TestResponse:
        assert answer.status_code in (302, 303), f"{answer.status_code} {text(answer)[-600:]}"
        return self.client.get(answer.headers["Location"])


def values(form: Any) -> Iterable[tuple[str, Any]]:
    """What a browser would send of an untouched form; several values of one name as a list."""
    found: dict[str, list[str]] = {}
    for name, value in form.form_values():
        found.setdefault(name, []).append(value)
    return [(name, many if len(many) > 1 else many[0]) for name, many in found.items()]


def text(answer: TestResponse) -> str:
    """The words of the main part of a page."""
    tree = html.fromstring(answer.text or "<p></p>")
    main = tree.xpath("//main")
    return re.sub(r"\s+", " ", (main[0] if main else tree).text_content()).strip()
