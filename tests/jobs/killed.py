"""A real worker, `flask worker`, as the office runs it: started in a process of its own, and killed with signal 9."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from flask import current_app

from tests.cases import Office

ROOT = Path(__file__).resolve().parents[2]
# Stands where LibreOffice does: fails the first time, so that one paper goes without its PDF, and then never ends.
SOFFICE = """#!/bin/sh
cd "$(dirname "$0")"
if mkdir pertama 2>/dev/null; then exit 1; fi
echo $$ > di-tengah.tmp && mv di-tengah.tmp di-tengah
exec sleep 300
"""


def waited(ready: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Look again and again until it is so."""
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def never_ending_soffice(folder: Path) -> Path:
    """A folder for PATH; -> the file that holds the process id once the program hangs."""
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(SOFFICE)
    program.chmod(0o755)
    return folder / "di-tengah"


@contextlib.contextmanager
def worker(office: Office, folder: Path, queue: str, path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The running worker, with two hands, on the office's database, files and sites; `path` comes first in PATH."""
    office.session.rollback()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SIDIK_")} | {
        "SIDIK_SECRET_KEY": secrets.token_urlsafe(48),
        "SIDIK_DATABASE_URL": office.session.get_bind().url.render_as_string(hide_password=False),
        "SIDIK_QUEUE_URL": queue,
        "SIDIK_FILES_URL": current_app.config["SIDIK_FILES_URL"],
        "SIDIK_SITES_FILE": str(current_app.config["SIDIK_SITES_FILE"]),
        "PATH": f"{path}{os.pathsep}{os.environ['PATH']}",
    }
    command = [sys.executable, "-m", "flask", "--app", "run", "worker", "--jumlah", "2"]
    with (folder / "worker.txt").open("wb") as told:
        running = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=told, stderr=told)
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def kill(running: "subprocess.Popen[bytes]") -> None:
    """As the power cut does."""
    assert running.poll() is None, "it must be at work when it is killed"
    os.kill(running.pid, signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
