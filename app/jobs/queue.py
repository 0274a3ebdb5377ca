"""The queue that wakes workers: huey on SQLite, PostgreSQL or Redis, by SIDIK_QUEUE_URL. It carries ids, nothing else."""

import logging
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote

from flask import Flask
from huey import Huey, PostgresHuey, SqliteHuey, crontab
from huey.consumer import Consumer
from huey.storage import PostgresStorage

from app.errors import TidakTersedia
from app.extensions import db
from app.jobs.work import detak, kerjakan
from app.register.situs.keluar import kirim_keluar

NAMA = "sidik"
_KEY = "sidik_antrean"
log = logging.getLogger(__name__)


class Simpanan(PostgresStorage):  # type: ignore[misc]  # huey ships no types
    """huey's storage that closes all it opened: as shipped, the LISTEN connection of each thread is left to chance."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self.opened: list[Any] = []
        self.opening = Lock()
        super().__init__(*given, **named)

    def _connect(self) -> Any:
        new = super()._connect()
        with self.opening:
            self.opened = [one for one in self.opened if not one.closed] + [new]
        return new

    _create_connection = _connect

    def tutup(self) -> None:
        """Close the connections of every thread; their owners have ended."""
        super().close()
        for one in self.opened:
            self._close_quiet(one)


class AntreanPostgres(PostgresHuey):  # type: ignore[misc]  # as above
    storage_class = Simpanan


def buka(url: str) -> Huey:
    """The queue at an address: sqlite:///file, postgres://…, redis://…"""
    scheme, _, rest = url.partition("://")
    if scheme == "sqlite":
        path = Path(unquote(rest.removeprefix("/")))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return SqliteHuey(NAMA, filename=str(path), results=False, fsync=True)
    if scheme in ("postgres", "postgresql"):
        return AntreanPostgres(NAMA, dsn=f"postgresql://{rest}", results=False)
    if scheme in ("redis", "rediss"):
        return _redis(url)
    raise TidakTersedia("SIDIK_QUEUE_URL harus dimulai dengan sqlite://, postgres://, atau redis://.")


def _redis(url: str) -> Huey:
    try:
        import redis  # noqa: F401  only whether it is there
        from huey import RedisHuey
    except ImportError:
        raise TidakTersedia(
            "SIDIK_QUEUE_URL menunjuk Redis, tetapi pustaka redis belum terpasang. Pasang pustaka itu, atau pakai sqlite."
        ) from None
    return RedisHuey(NAMA, url=url, results=False)


class Latar(Consumer):  # type: ignore[misc]  # huey ships no types
    """A consumer inside the serving process: signals stay with the server."""

    def _set_signal_handlers(self) -> None:
        """None: Ctrl+C ends the server, and the daemon threads with it."""


class Antrean:
    """The queue of one application and its two tasks."""

    def __init__(self, app: Flask) -> None:
        self.app, self.huey = app, buka(app.config["SIDIK_QUEUE_URL"])
        self.satu = self.huey.task(name="kerjakan")(self._kerjakan)
        self.menit = self.huey.periodic_task(crontab(minute="*"), name="detak")(self.lihat)

    def _kerjakan(self, ident: int) -> None:
        with self.app.app_context():
            kerjakan(ident)

    def lihat(self) -> None:
        """Every minute, and once at the start: send what waits for other sites, and wake a worker for all that is due."""
        with self.app.app_context():
            kirim_keluar(db.session)
            for ident in detak():
                self.satu(ident)

    def bangunkan(self, ident: int) -> None:
        """Wake a worker at once; when the queue cannot be reached the next look finds the row anyway."""
        try:
            self.satu(ident)
        except Exception:
            log.exception("antrean tidak terjangkau")

    def tutup(self) -> None:
        """Close the queue once its consumers have stopped."""
        getattr(self.huey.storage, "tutup", self.huey.storage.close)()

    def konsumen(self, kind: type[Consumer] = Consumer, *, workers: int = 1) -> Any:
        return kind(self.huey, workers=workers, periodic=True, worker_type="thread", check_worker_health=True)


def antrean(app: Flask) -> Antrean:
    """The one queue of this application, opened on first use."""
    if _KEY not in app.extensions:
        app.extensions[_KEY] = Antrean(app)
    found: Antrean = app.extensions[_KEY]
    return found


def mulai_latar(app: Flask) -> bool:
    """A worker in the serving process, for `python run.py` with the queue beside SQLite; -> whether one was started."""
    if not str(app.config["SIDIK_QUEUE_URL"]).startswith("sqlite:"):
        return False
    queue = antrean(app)
    queue.menit()
    queue.konsumen(Latar).start()
    return True
