"""Offices at any stage, whose work is killed half way; a post office and a receiver of channel messages on loopback."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from flask import Flask

from tests.jobs.mailbox import Kotak, kantor_pos
from tests.stages import case as case
from tests.stages import dialect as dialect
from tests.stages import office as office
from tests.stages import stages as stages


@pytest.fixture
def pos(one_app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kotak]:
    with kantor_pos() as box:
        monkeypatch.setitem(one_app.config, "SIDIK_MAIL_URL", box.url)
        yield box


@pytest.fixture
def penerima(one_app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A receiver of channel messages on loopback; it answers 500 while the list begins with "tolak"."""
    heard: list[str] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            refused = bool(heard) and heard[0] == "tolak"
            heard.append(body)
            self.send_response(500 if refused else 200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Receiver)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    monkeypatch.setitem(one_app.config, "SIDIK_CHANNEL_URLS", [f"json://127.0.0.1:{server.server_port}/kantor"])
    yield heard
    server.shutdown()
    server.server_close()
    thread.join(5)
