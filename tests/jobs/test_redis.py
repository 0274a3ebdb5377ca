"""The queue on a real Redis: it wakes a worker; killed and empty again, nothing is lost, for the row is the truth."""

import socket
import subprocess
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from huey.consumer import Consumer

from app import models as m
from app.extensions import db
from app.jobs import work
from app.jobs.queue import Antrean, Latar
from app.jobs.work import sampai_habis
from app.steps import pekerjaan
from tests.jobs.killed import waited

P = m.Pekerjaan


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def redis(require: Callable[[str], str]) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """(address, process) of Debian's redis-server, with nothing kept on disk."""
    program = require("redis")
    port = _free_port()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def answers() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    waited(answers, "redis-server does not answer")
    yield f"redis://127.0.0.1:{port}/0", running
    running.kill()
    running.wait()


def asked(app: Flask, key: str) -> int:
    with app.app_context():
        ident = pekerjaan.antre(db.session, "sapu_berkas", key)
        db.session.commit()
        return ident


def status(app: Flask, ident: int) -> str:
    with app.app_context():
        return str(db.session.get_one(P, ident).status)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # the queue is the matter here, not the database
def test_a_queue_on_redis_wakes_a_worker_and_may_forget_everything(
    app: Flask, redis: tuple[str, "subprocess.Popen[bytes]"], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []
    monkeypatch.setitem(work.KERJA, "sapu_berkas", lambda *_: str(done.append(1)))
    monkeypatch.setitem(app.config, "SIDIK_QUEUE_URL", redis[0])
    queue = Antrean(app)
    first = asked(app, "satu")
    queue.bangunkan(first)
    consumer: Consumer = queue.konsumen(Latar)
    consumer.start()
    try:
        waited(lambda: status(app, first) == "selesai", "nobody woke")
    finally:
        consumer.stop(graceful=True)
    redis[1].kill()
    redis[1].wait()
    second = asked(app, "dua")
    queue.bangunkan(second)  # cannot be reached: logged, and nothing else
    queue.tutup()
    assert status(app, second) == "menunggu"
    with app.app_context():
        sampai_habis()
    assert status(app, second) == "selesai"
    assert len(done) >= 2, "the two; by the hour, the sweep of the day too"
