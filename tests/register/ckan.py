"""A real CKAN on loopback for tests: its own environment (`make ckan`), Debian's Redis, the run's PostgreSQL, a stand-in for Solr."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.register.solr import solr
from tests.register.wordpress import _tunggu as tunggu

LINGKUNGAN = Path(os.environ.get("SIDIK_TEST_CKAN", ""))
ORGANISASI = "ppid-banten"


@dataclass
class Ckan:
    """The running site: its address, the token of its editor; `web` may be stopped and started again."""

    alamat: str
    ini: Path
    port: int
    sandi: str = ""
    web: subprocess.Popen[bytes] | None = None

    def mulai(self) -> None:
        command = [LINGKUNGAN / "bin" / "ckan", "-c", self.ini, "run", "-H", "127.0.0.1", "-p", str(self.port)]
        with (self.ini.parent / "ckan.log").open("ab") as log:
            self.web = subprocess.Popen(
                [*command, "--disable-reloader"], stdout=log, stderr=log, start_new_session=True
            )
        try:
            tunggu(lambda: self.tanya("status_show")["ckan_version"], 180)
        except TimeoutError:
            self.berhenti()
            raise

    def berhenti(self) -> None:
        if self.web is not None:
            os.killpg(self.web.pid, signal.SIGKILL)
            self.web.wait()
            self.web = None

    def tanya(self, action: str, masuk: str = "", **fields: Any) -> Any:
        """One action of the API; `masuk`: the token of who asks."""
        headers = {"Content-Type": "application/json"} | ({"Authorization": masuk} if masuk else {})
        body = json.dumps(fields).encode()
        request = urllib.request.Request(f"{self.alamat}/api/3/action/{action}", data=body, headers=headers)  # noqa: S310
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  loopback
            return json.loads(answer.read())["result"]


def kurang() -> str:
    """What is missing on this machine, or nothing."""
    lacking = [] if (LINGKUNGAN / "bin" / "ckan").is_file() else ["lingkungan CKAN (make ckan)"]
    return ", ".join(lacking + ([] if shutil.which("redis-server") else ["redis-server"]))


@contextlib.contextmanager
def ckan(postgres: str) -> Iterator[Ckan]:
    """A fresh site over this empty database; everything ends with the block."""
    folder = Path(tempfile.mkdtemp(prefix="sidik-ckan-"))
    redis_port, site = _port(), None
    redis = subprocess.Popen(
        ["redis-server", "--port", str(redis_port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)],
        stdout=subprocess.DEVNULL,
    )
    try:
        with solr() as index:
            site = _pasang(folder, postgres, index, f"redis://127.0.0.1:{redis_port}/0")
            yield site
    finally:
        if site is not None:
            site.berhenti()
        redis.kill()
        redis.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _pasang(folder: Path, postgres: str, index: str, redis: str) -> Ckan:
    ini, port = folder / "ckan.ini", _port()
    site = Ckan(f"http://127.0.0.1:{port}", ini, port)
    _perintah("generate", "config", str(ini))
    settings = {
        "sqlalchemy.url": unquote(postgres),  # CKAN cannot bear a percent sign there
        "solr_url": index,
        "ckan.redis.url": redis,
        "ckan.site_url": site.alamat,
        "ckan.storage_path": str(folder / "files"),
        "ckan.site_id": "sidik",
    }
    _perintah("config-tool", str(ini), *(f"{name}={value}" for name, value in settings.items()))
    _perintah("-c", str(ini), "db", "init")
    _perintah("-c", str(ini), "user", "add", "petugas", "email=petugas@contoh.test", "password=sandi-panjang-12")
    _perintah("-c", str(ini), "user", "add", "kepala", "email=kepala@contoh.test", "password=sandi-panjang-12")
    _perintah("-c", str(ini), "sysadmin", "add", "kepala")
    chief, site.sandi = (_token(ini, name) for name in ("kepala", "petugas"))
    site.mulai()
    member = [{"name": "petugas", "capacity": "editor"}]
    site.tanya("organization_create", chief, name=ORGANISASI, title="PPID", users=member)
    return site


def _token(ini: Path, user: str) -> str:
    return _perintah("-c", str(ini), "user", "token", "add", user, "sidik").split()[-1]


def _perintah(*words: str) -> str:
    done = subprocess.run([LINGKUNGAN / "bin" / "ckan", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stdout[-800:]} {done.stderr[-2000:]}"
    return done.stdout
