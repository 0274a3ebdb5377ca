"""Sites on loopback for tests: the list that the administrator writes, and a web server over a folder."""

import contextlib
import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask import current_app

from app import models as m
from tests.cases import Office


class _Diam(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """No noise."""


@contextlib.contextmanager
def web(folder: Path) -> Iterator[str]:
    """The address under which a folder is shown."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Diam, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def write_list(folder: Path, *sites: dict[str, str]) -> None:
    """The file of the sites, named in the configuration."""
    path = folder / "situs.json"
    path.write_text(json.dumps(sites))
    current_app.config["SIDIK_SITES_FILE"] = str(path)


def agency(office: Office, kode: str = "DKISP") -> int:
    return int(office.session.query(m.PerangkatDaerah).filter_by(kode=kode).one().id)


def publication(office: Office, ident: int) -> m.Publikasi:
    found: m.Publikasi = office.row(m.Publikasi, ident)
    return found


def outbox(office: Office, ident: int, act: str = "kirim") -> m.KotakKeluar:
    office.session.rollback()
    found: m.KotakKeluar = office.session.query(m.KotakKeluar).filter_by(publikasi_id=ident, tindakan=act).one()
    return found
