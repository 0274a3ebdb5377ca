"""A real browser before the real application: a server on loopback, a logged-in page, and ears for what must not happen."""

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress import wasyncore
from waitress.server import create_server

from app.extensions import db
from tests.api.cases import Perkara, kantor_berperkara, keputusan
from tests.api.office import SANDI

# The bar of addresses loads two pages of the browser's own, half a second for every window. Chromium obeys the last list
# only, so this one repeats what Playwright leaves out.
WITHOUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "PaintHolding"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "ThirdPartyStoragePartitioning", "AimEnabled"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
)
ARGUMENTS = ["--no-sandbox", f"--disable-features={','.join(WITHOUT)}"]


@dataclass
class Heard:
    """What the browser said while a page was open."""

    foreign: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")  # its event loop must not outlive the file: others ask for one of their own
def chromium(require: Callable[[str], str]) -> Iterator[Browser]:
    path = require("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def furniture(request: pytest.FixtureRequest) -> Callable[[], Any] | None:
    return kantor_berperkara if "kasus" in request.fixturenames else None


@pytest.fixture
def database_url(databases: Any, furniture: Any) -> str:
    """A browser knows no database: these tests run on SQLite only."""
    return str(databases.fresh("sqlite", furniture))


@pytest.fixture
def kasus(app: Flask, told: dict[str, int]) -> Perkara:
    with app.app_context():
        keputusan(db.session)
    return Perkara(told)


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The address of an application while it runs.

    A browser may still be asking when the test ends: the workers finish first, and the loop closes its own sockets,
    for one that is closed under a thread that waits on it is an error in that thread.
    """
    server = create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.task_dispatcher.shutdown(timeout=60)
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        thread.join(60)
        assert not thread.is_alive()


@pytest.fixture
def house(app: Flask, kasus: Perkara) -> Iterator[str]:
    """The address of the running application."""
    with served(app) as address:
        yield address


def enter(context: BrowserContext, name: str) -> None:
    """Log a person in, without drawing the two pages of it; test_looks and test_core_moves do it by hand."""
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', context.request.get("/login/").text())
    assert token, "the login has no token"
    form = {"username": name, "password": SANDI, "csrf_token": token[1]}
    answer = context.request.post("/login/", form=form, max_redirects=0)
    assert (answer.status, answer.headers.get("location")) == (302, "/"), answer


@pytest.fixture
def visit(chromium: Browser, house: str) -> Iterator[Callable[..., tuple[Page, Heard]]]:
    """`visit("utama", width=390)`: an empty page of that person, logged in, and what it says."""
    contexts = []

    def opened(name: str | None, **options: Any) -> tuple[Page, Heard]:
        width = options.pop("width", 1280)
        context = chromium.new_context(
            base_url=house, viewport={"width": width, "height": 860}, locale="id-ID", **options
        )
        contexts.append(context)
        page, heard = context.new_page(), Heard()
        # the browser's own reader of PDF files lives in the browser (chrome:), not at another host
        within = (house, "data:", "chrome:", "chrome-extension:")
        page.on("request", lambda r: None if r.url.startswith(within) else heard.foreign.append(r.url))
        page.on("console", lambda m: heard.console.append(m.text) if m.type in ("error", "warning") else None)
        if name is not None:
            enter(context, name)
        return page, heard

    yield opened
    for context in contexts:
        context.close()
