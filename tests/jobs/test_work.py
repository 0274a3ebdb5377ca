"""Background work: claimed by one, tried again, taken over from the dead, done once a day; and the queue that wakes it."""

import datetime as dt
import gc
import time
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app import models as m
from app.errors import StatusBerubah, TidakBerwenang
from app.extensions import db
from app.jobs import work
from app.jobs.queue import Latar, antrean, buka
from app.jobs.work import detak, kerjakan
from app.steps import pekerjaan
from tests.people import hire, officer

P = m.Pekerjaan
EARLY = dt.datetime(2026, 11, 24, 22, 29, tzinfo=dt.UTC)  # 05.29 WIB on the 25th
DUE = dt.datetime(2026, 11, 24, 22, 30, tzinfo=dt.UTC)


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """A kind of work that does as it is told: "gagal" fails, all else is remembered."""
    seen: list[Any] = []

    def act(argumen: dict[str, Any], lapor: work.Lapor) -> str:
        seen.append(argumen["kata"])
        lapor(50)
        if argumen["kata"] == "gagal":
            raise RuntimeError("rahasia dalam galat")
        return "beres"

    monkeypatch.setitem(work.KERJA, "sapu_berkas", act)
    return seen


def ask(session: Session, kata: str, key: str = "satu") -> int:
    ident = pekerjaan.antre(session, "sapu_berkas", key, {"kata": kata})
    session.commit()
    return ident


def now_due(session: Session, ident: int) -> None:
    session.execute(update(P).where(P.id == ident).values(coba_lagi_pada=DUE))
    session.commit()


def row(session: Session, ident: int) -> m.Pekerjaan:
    session.rollback()
    return session.get_one(P, ident, populate_existing=True)


def test_work_is_asked_for_once_and_done_once(session: Session, trial: list[Any]) -> None:
    ident = ask(session, "baik")
    assert ask(session, "baik") == ident
    assert kerjakan(ident)
    assert not kerjakan(ident)
    done = row(session, ident)
    assert (done.status, done.kemajuan, done.hasil, done.percobaan) == ("selesai", 100, "beres", 1)
    assert done.mulai is not None
    assert done.selesai is not None
    assert trial == ["baik"]


def test_work_asked_for_in_an_act_that_failed_is_never_done(session: Session) -> None:
    pekerjaan.antre(session, "sapu_berkas", "batal")
    session.rollback()
    assert session.scalars(select(P)).all() == []


def test_failed_work_is_tried_five_times_and_then_by_a_person(session: Session, trial: list[Any]) -> None:
    hire(session)
    ident = ask(session, "gagal")
    for time_ in range(1, 6):
        assert not kerjakan(ident)
        failed = row(session, ident)
        assert failed.percobaan == time_
        assert failed.galat == "RuntimeError: lihat catatan server.", "the panel shows no inside of a fault"
        assert failed.status == ("gagal" if time_ == 5 else "menunggu")
        assert not kerjakan(ident), "not before its time"
        now_due(session, ident)
    assert not kerjakan(ident)
    with pytest.raises(TidakBerwenang):
        pekerjaan.ulangi(officer(session, "dinkes"), ident)
    pekerjaan.ulangi(officer(session, "utama"), ident)
    with pytest.raises(StatusBerubah):
        pekerjaan.ulangi(officer(session, "utama"), ident)
    assert (row(session, ident).status, row(session, ident).percobaan) == ("menunggu", 0)


def test_work_of_a_dead_worker_is_taken_over(session: Session, trial: list[Any]) -> None:
    ident = ask(session, "baik")
    assert pekerjaan.ambil(session, ident, dt.datetime.now(dt.UTC)) is not None
    session.commit()
    assert not kerjakan(ident), "the other may still be alive"
    session.execute(update(P).values(denyut=dt.datetime.now(dt.UTC) - pekerjaan.SEWA * 2))
    session.commit()
    assert ident in detak(EARLY + dt.timedelta(days=3650))
    assert kerjakan(ident)


def test_the_days_work_waits_from_half_past_five_and_once(session: Session) -> None:
    def told() -> set[tuple[str, str, str]]:
        return {(p.jenis, p.kunci, p.argumen["tanggal"]) for p in session.scalars(select(P))}

    detak(EARLY)
    yesterday = {(kind, "2026-11-24", "2026-11-24") for kind in work.HARIAN}
    assert told() == yesterday
    for hours in range(24):
        detak(DUE + dt.timedelta(hours=hours))
    assert told() == yesterday | {(kind, "2026-11-25", "2026-11-25") for kind in work.HARIAN}


def test_the_days_work_runs_and_tells_what_it_did(session: Session) -> None:
    detak(DUE)
    assert all(kerjakan(ident) for ident in session.scalars(select(P.id).order_by(P.id)).all())
    daily = session.scalars(select(P).where(P.jenis == "jadwal_harian")).one()
    assert "terbuka demi hukum" in (daily.hasil or "")


def test_the_queue_wakes_a_worker_and_carries_an_id_only(app: Flask, trial: list[Any], database_url: str) -> None:
    if database_url.startswith("postgresql"):
        app.config["SIDIK_QUEUE_URL"] = database_url.replace("postgresql+psycopg", "postgres")
    app.extensions.pop("sidik_antrean", None)
    queue = antrean(app)
    consumer = queue.konsumen(Latar)
    with app.app_context():
        ident = ask(db.session, "baik")
    queue.bangunkan(ident)
    consumer.start()
    try:
        deadline = time.monotonic() + 60
        while trial == [] and time.monotonic() < deadline:
            time.sleep(0.05)
        while time.monotonic() < deadline:
            with app.app_context():
                if row(db.session, ident).status == "selesai":
                    break
            time.sleep(0.05)
    finally:
        consumer.stop(graceful=True)
        queue.tutup()
        app.extensions.pop("sidik_antrean", None)
        del consumer, queue
        gc.collect()
    assert trial == ["baik"]
    with app.app_context():
        assert row(db.session, ident).status == "selesai"


def test_an_address_that_no_queue_understands_is_told() -> None:
    from app.errors import TidakTersedia

    with pytest.raises(TidakTersedia):
        buka("amqp://rumah")
