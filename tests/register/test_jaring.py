"""An address that somebody typed never leads the server into the office's own network, whatever its name says at first."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from app.register.situs import jaring
from app.register.situs.saluran import GagalSementara


class Dalam(BaseHTTPRequestHandler):
    """A machine inside that would answer anybody."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"rahasia")

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def inside() -> Iterator[str]:
    Dalam.asked.clear()
    server = HTTPServer(("127.0.0.1", 0), Dalam)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_name_that_leads_inside_after_it_was_looked_at_is_asked_nothing(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jaring, "_tolak_dalam", lambda *_: None)  # the name was a public one when it was looked at
    with pytest.raises(GagalSementara, match="jaringan dalam"):
        jaring.ambil_umum(inside, ())
    assert Dalam.asked == []
    assert jaring.ambil_umum(inside, ("127.0.0.1",)) == b"rahasia", "a host that the office itself named"


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.8/", "ftp://contoh.test/x"])
def test_an_address_inside_is_refused_before_anything_is_opened(address: str) -> None:
    with pytest.raises(Exception, match=r"jaringan dalam|https://"):
        jaring.ambil_umum(address, ())
