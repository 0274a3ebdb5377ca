"""Webhooks: signed so that a receiver can verify, the same id at every attempt, nothing internal, nothing lost when it is down."""

import base64
import hashlib
import hmac
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from flask import Flask, current_app
from sqlalchemy import select, update

from app import models as m
from app.calendar.words import hari_ini_wib
from app.errors import TidakTersedia
from app.jobs.webhook import KEJADIAN, antre_webhook, daftar
from app.jobs.work import kerjakan
from app.steps import permohonan
from tests.cases import Case, Office
from tests.stages import at

P = m.Pekerjaan
SECRET = base64.b64encode(b"k" * 32).decode()


class Receiver(http.server.BaseHTTPRequestHandler):
    """Another system: verifies as the standard says, and remembers."""

    heard: ClassVar[list[tuple[str, int, dict[str, Any]]]] = []
    answer: ClassVar[int] = 204

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        ident, stamp = self.headers["webhook-id"], self.headers["webhook-timestamp"]
        right = hmac.new(b"k" * 32, f"{ident}.{stamp}.".encode() + body, hashlib.sha256).digest()
        assert self.headers["webhook-signature"] == "v1," + base64.b64encode(right).decode()
        self.heard.append((ident, int(stamp), json.loads(body)))
        self.send_response(self.answer)
        self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """No noise."""


@pytest.fixture(autouse=True)
def own_list(one_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of this test goes with it."""
    monkeypatch.setitem(one_app.config, "SIDIK_WEBHOOKS_FILE", one_app.config["SIDIK_WEBHOOKS_FILE"])


@pytest.fixture
def heard(office: Office, tmp_path: Path) -> Iterator[list[Any]]:
    """What the receiver hears; it wants to know of requests and of open entries."""
    Receiver.heard.clear()
    Receiver.answer = 204
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    listed(tmp_path, alamat=f"http://127.0.0.1:{server.server_port}/kabar")
    yield Receiver.heard
    server.shutdown()
    server.server_close()
    thread.join()


def listed(folder: Path, **more: Any) -> None:
    row = {"nama": "eppid", "alamat": "https://eppid.contoh.test/x", "rahasia": f"whsec_{SECRET}"}
    (folder / "webhook.json").write_text(json.dumps([row | more]))
    current_app.config["SIDIK_WEBHOOKS_FILE"] = str(folder / "webhook.json")


def receive(office: Office, nomor: str) -> int:
    fields = {"kanal": "eppid", "nomor": nomor, "diterima": hari_ini_wib(), "pemohon": "Rahasia", "rincian": "Canary"}
    return permohonan.terima(office.staff["utama"], fields)


def deliver(office: Office) -> list[bool]:
    office.session.rollback()
    waiting = list(office.session.scalars(select(P.id).where(P.jenis == "kirim_webhook").order_by(P.id)))
    office.session.rollback()
    return [kerjakan(ident) for ident in waiting]


@at("selesai", both=True)
def test_an_event_is_told_once_signed_and_in_public_words(office: Office, case: Case, heard: list[Any]) -> None:
    assert antre_webhook() == 1, "a greeting, and none of what happened before"
    assert deliver(office) == [True]
    ident = receive(office, "PI-1")
    permohonan.jawab(office.staff["utama"], ident, {"jawaban": "dikabulkan", "tanggal": hari_ini_wib()})
    assert antre_webhook() == 2
    assert antre_webhook() == 0
    assert deliver(office) == [False, True, True]
    assert [body["type"] for _, _, body in heard] == ["salam", "permohonan.diterima", "permohonan.dijawab"]
    assert heard[1][2]["data"] == {"kanal": "eppid", "nomor": "PI-1"}
    assert heard[2][2]["data"] == {"kanal": "eppid", "nomor": "PI-1", "jawaban": "dikabulkan"}
    assert "Rahasia" not in str(heard)
    assert "Canary" not in str(heard)


@at("selesai")
def test_what_a_receiver_did_not_take_comes_again_under_the_same_id(
    office: Office, case: Case, heard: list[Any]
) -> None:
    antre_webhook()
    deliver(office)
    receive(office, "PI-2")
    antre_webhook()
    for code in (503, 302):
        Receiver.answer = code
        assert deliver(office)[-1] is False
        office.session.execute(update(P).values(coba_lagi_pada=m.base.sekarang()))
        office.session.commit()
    Receiver.answer = 200
    assert deliver(office)[-1] is True
    tried = [ident for ident, _, body in heard if body["type"] == "permohonan.diterima"]
    assert len(tried) == 3
    assert len(set(tried)) == 1
    row = office.session.scalars(select(P).where(P.jenis == "kirim_webhook").order_by(P.id.desc())).first()
    assert row is not None
    assert (row.status, row.percobaan) == ("selesai", 3)


@at("kantor")
@pytest.mark.parametrize(
    "wrong",
    [
        {"alamat": "http://eppid.contoh.test/x"},
        {"alamat": "file:///etc/passwd"},
        {"rahasia": base64.b64encode(b"pendek").decode()},
        {"kejadian": ["semua"]},
        {"nama": "a:b"},
    ],
)
def test_a_list_that_is_not_safe_is_refused(office: Office, tmp_path: Path, wrong: dict[str, Any]) -> None:
    listed(tmp_path, **wrong)
    with pytest.raises(TidakTersedia):
        daftar()
    listed(tmp_path)
    assert daftar()[0].kejadian == tuple(KEJADIAN)
    assert SECRET not in repr(daftar())
