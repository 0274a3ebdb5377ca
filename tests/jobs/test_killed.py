"""A worker killed in the middle of a job, and of a send: nothing is lost, nothing is done twice. Both kinds of database and queue."""

import contextlib
import datetime as dt
import functools
import hashlib
import http.server
import os
import signal
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import current_app
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app import models as m
from app.calendar.words import hari_ini_wib
from app.jobs.queue import Antrean
from app.jobs.work import kerjakan
from app.register.situs.keluar import kirim_keluar
from app.register.situs.umumkan import umumkan
from app.reports import stored
from app.reports.all import LAPORAN
from app.steps import pekerjaan
from app.steps.events import periksa_rantai
from tests.cases import Case, Office
from tests.databases import Databases
from tests.jobs.killed import kill, never_ending_soffice, waited, worker
from tests.register.sites import agency, outbox, publication, write_list
from tests.stages import at

P = m.Pekerjaan
KEPT = select(m.Laporan.id).where(m.Laporan.nama.is_not(None))
LONG_AGO = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class Hanging(http.server.SimpleHTTPRequestHandler):
    """A site that takes what it is given and then lets its readers wait."""

    asked, go = threading.Event(), threading.Event()

    def do_GET(self) -> None:
        self.asked.set()
        self.go.wait(60)
        with contextlib.suppress(OSError):
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """No noise."""


@pytest.fixture
def site(office: Office, tmp_path: Path) -> Iterator[Path]:
    root = tmp_path / "www"
    root.mkdir()
    Hanging.asked.clear()
    Hanging.go.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Hanging, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    write_list(tmp_path, {"kode": "DKISP", "saluran": "folder", "alamat": address, "folder": str(root)})
    yield root
    Hanging.go.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def queue(databases: Databases, dialect: str, tmp_path: Path) -> str:
    """The address of a queue of the same kind as the database."""
    if dialect == "sqlite":
        return f"sqlite:///{tmp_path}/antrean.db"
    return databases.empty(dialect).replace("postgresql+psycopg", "postgres")


def reports_to_keep(office: Office, queue: str) -> int:
    """A job, told to the queue: the reports of a year that is over."""
    ident = pekerjaan.antre(office.session, "simpan_laporan", "uji", {"tanggal": f"{hari_ini_wib().year + 1}-01-02"})
    office.session.commit()
    current_app.config["SIDIK_QUEUE_URL"] = queue
    told = Antrean(current_app._get_current_object())  # type: ignore[attr-defined]  # a proxy
    told.bangunkan(ident)
    told.tutup()
    return ident


def decree_to_send(office: Office, case: Case) -> int:
    where = {"perangkat_daerah": agency(office), "saluran": "folder"}
    return umumkan(office.staff["data"], where | {"naskah": office.paper(case, "surat_keputusan").id})


def lease_is_over(session: Session) -> None:
    """Fifteen minutes later nobody has heard of the worker."""
    session.execute(update(P).where(P.status == "berjalan").values(denyut=LONG_AGO))
    session.execute(update(m.KotakKeluar).values(coba_lagi_pada=LONG_AGO))
    session.commit()


@at("siap_unggah", both=True)
def test_a_worker_killed_within_a_job_and_a_send_loses_nothing_and_repeats_nothing(
    office: Office, case: Case, tmp_path: Path, site: Path, queue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, sent = office.session, decree_to_send(office, case)
    job, hanging = reports_to_keep(office, queue), never_ending_soffice(tmp_path / "bin")
    with worker(office, tmp_path, queue, hanging.parent) as running:
        waited(Hanging.asked.is_set, "the worker never asked the site")
        waited(hanging.exists, "the job never came to its middle")
        kill(running)
        os.kill(int(hanging.read_text()), signal.SIGKILL)
    Hanging.go.set()
    row, killed = outbox(office, sent), office.row(P, job)
    assert len(list(site.rglob("*.pdf"))) == 1, "it was sent"
    assert (row.status, row.percobaan, publication(office, sent).hasil_cek) == ("menunggu", 1, None), "and not noted"
    assert len(session.scalars(KEPT).all()) == 1, "one report was kept, the second was under way"
    assert (killed.status, killed.percobaan, killed.selesai) == ("berjalan", 1, None)
    assert (kirim_keluar(session), kerjakan(job)) == (0, False), "their leases still run"
    lease_is_over(session)
    monkeypatch.setattr(stored, "pengubah", lambda: None)
    assert (kirim_keluar(session), kerjakan(job)) == (1, True)
    assert (kirim_keluar(session), kerjakan(job)) == (0, False)
    assert (outbox(office, sent).status, publication(office, sent).hasil_cek) == ("selesai", "sama")
    (file,) = site.rglob("*.pdf")
    signed = office.paper(case, "surat_keputusan").salinan[-1].unggahan
    assert hashlib.sha256(file.read_bytes()).hexdigest() == signed.sha256
    assert (office.row(P, job).status, office.row(P, job).percobaan) == ("selesai", 2)
    kept = Counter(session.execute(KEPT.with_only_columns(m.Laporan.nama, m.Laporan.periode)).all())
    assert set(kept.values()) == {1}
    assert {name for name, _ in kept} == set(LAPORAN)
    told = Counter(session.scalars(select(m.Peristiwa.verb).where(m.Peristiwa.pelaku_id.is_(None))))
    assert told == {"simpan_laporan": len(kept), "publikasi_terkirim": 1}
    assert periksa_rantai(session) == []
