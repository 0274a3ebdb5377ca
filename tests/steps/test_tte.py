"""Signing through an e-sign service: a loopback service that really signs; the passphrase is nowhere afterwards."""

import base64
import io
import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from flask import current_app
from pypdf import PdfWriter

from app import models as m
from app.documents.esign import EsignV2, Penanda
from app.documents.keeping import baca
from app.errors import IsianSalah, SidikError, TidakBerwenang, TidakDitemukan, TidakTersedia
from app.extensions import db
from app.steps import tte, unduh
from app.steps.tte import tandatangani_tte
from tests.api.journey import pdf
from tests.cases import Case, Office
from tests.signing import tandatangani
from tests.stages import at
from tests.steps.test_salinan import BA, ND, paper, words_of

NIK, RAHASIA, AKUN = "3604010101700001", "kata-sandi-penanda-7731", ("sidik", "akun-layanan")


@dataclass
class Loopback:
    """An Esign Client Service v2 on this machine. `ulah`: how it misbehaves."""

    alamat: str = ""
    diminta: list[dict[str, Any]] = field(default_factory=list)
    ulah: str = ""

    def answer(self, path: str, authorization: str, body: bytes) -> tuple[int, bytes]:
        expected = "Basic " + base64.b64encode(":".join(AKUN).encode()).decode()
        if path != "/api/v2/sign/pdf" or authorization != expected:
            return 401, b'{"error":"Unauthorized"}'
        asked = json.loads(body)
        self.diminta.append(asked)
        if asked["nik"] != NIK or asked["passphrase"] != RAHASIA:
            return 400, json.dumps({"error": f"Passphrase {asked['passphrase']} salah"}).encode()
        content = base64.b64decode(asked["file"][0])
        if self.ulah == "lain":
            content = pdf("dokumen lain sama sekali")
        if self.ulah == "tulis_ulang":
            content = rewritten(content)
        signed = content if self.ulah == "polos" else tandatangani(content)
        if self.ulah == "sampah":
            return 200, b"<html>"
        return (503 if self.ulah == "mati" else 200), json.dumps({"time": 12, "file": [_b64(signed)]}).encode()


def rewritten(content: bytes) -> bytes:
    """The same pages as another program would write them."""
    out = io.BytesIO()
    PdfWriter(clone_from=io.BytesIO(content)).write(out)
    return out.getvalue()


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


@pytest.fixture
def service() -> Iterator[Loopback]:
    told = Loopback()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, answer = told.answer(self.path, self.headers.get("Authorization", ""), body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    told.alamat = f"http://127.0.0.1:{server.server_port}"
    yield told
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture
def ready(service: Loopback, office: Office, case: Case, monkeypatch: pytest.MonkeyPatch) -> Loopback:
    """The office uses the service; the paper's PDF says what the paper says."""
    values = {"SIDIK_ESIGN_URL": service.alamat, "SIDIK_ESIGN_USER": AKUN[0], "SIDIK_ESIGN_PASSWORD": AKUN[1]}
    for name, value in values.items():
        monkeypatch.setitem(current_app.config, name, value)
    words = pdf(words_of(office, paper(office, case, BA)))
    monkeypatch.setattr(unduh, "ke_pdf", lambda _: words)
    return service


def sign(office: Office, naskah: m.Naskah, who: str = "verifikator", **more: str) -> int:
    return tandatangani_tte(office.staff[who], naskah.id, **{"nik": NIK, "passphrase": RAHASIA, **more})


@at("penetapan", both=True)
def test_the_service_signs_and_the_copy_is_judged_and_paired(ready: Loopback, office: Office, case: Case) -> None:
    naskah = paper(office, case, BA)
    copy = db.session.get_one(m.SalinanTtd, sign(office, naskah))
    assert (copy.metode, copy.kode_cocok, copy.naskah.status) == ("tte", True, "ditandatangani")
    assert copy.hasil_validasi is not None
    (one,) = copy.hasil_validasi["tanda_tangan"]
    assert (one["penanda"], one["utuh"], one["sah"]) == ("Budi Santoso", True, True)
    sent = base64.b64decode(ready.diminta[0]["file"][0])
    assert baca(copy.unggahan).startswith(sent)


@at("penetapan")
def test_a_service_may_write_the_same_pages_anew(ready: Loopback, office: Office, case: Case) -> None:
    ready.ulah = "tulis_ulang"
    naskah = paper(office, case, BA)
    sign(office, naskah)
    assert office.status("naskah", naskah.id) == "ditandatangani"


@at("penetapan")
def test_the_passphrase_is_nowhere_afterwards(
    ready: Loopback, office: Office, case: Case, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    naskah = paper(office, case, BA)
    with pytest.raises(IsianSalah) as caught:
        sign(office, naskah, passphrase=f"{RAHASIA}-salah")
    assert "passphrase salah" in caught.value.kekurangan[0].pesan
    assert RAHASIA not in str(caught.value.as_dict())
    sign(office, naskah)
    assert RAHASIA not in caplog.text
    place = db.engine.url.database
    db.session.remove()
    kept = b"".join(file.read_bytes() for file in Path(str(place)).parent.glob(f"{Path(str(place)).name}*"))
    assert len(kept) > 10_000
    assert RAHASIA.encode() not in kept
    held = repr([Penanda(NIK, RAHASIA), EsignV2("x", "y", RAHASIA)])
    assert RAHASIA not in held


@pytest.mark.parametrize("ulah", ["mati", "sampah", "lain", "polos"])
@at("penetapan")
def test_a_service_that_misbehaves_changes_nothing(ready: Loopback, office: Office, case: Case, ulah: str) -> None:
    ready.ulah = ulah
    naskah = paper(office, case, BA)
    with pytest.raises(SidikError) as caught:
        sign(office, naskah)
    assert caught.value.status in (422, 503)
    assert office.status("naskah", naskah.id) == "terbit"


@at("penetapan")
def test_only_who_may_pair_signs_and_only_with_what_is_asked(ready: Loopback, office: Office, case: Case) -> None:
    naskah, other = paper(office, case, BA), paper(office, case, ND)
    for who in ("dinkes", "pimpinan", "auditor"):
        with pytest.raises((TidakBerwenang, TidakDitemukan)):
            sign(office, naskah, who)
    for wrong in ({"nik": "1"}, {"nik": "x" * 16}, {"passphrase": ""}, {"passphrase": "y" * 201}):
        with pytest.raises(IsianSalah):
            sign(office, naskah, **wrong)
    assert ready.diminta == []
    with pytest.raises(IsianSalah):  # the PDF of the one paper is not the other
        sign(office, other)
    assert office.status("naskah", other.id) == "terbit"


@at("penetapan")
def test_without_a_service_nothing_is_sent_and_only_https_is_spoken(
    office: Office, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not tte.tersedia()
    with pytest.raises(TidakTersedia, match="belum dipasang"):
        sign(office, paper(office, case, BA))
    with pytest.raises(TidakTersedia, match="https"):
        EsignV2("http://esign.contoh.test", *AKUN).tandatangani(b"%PDF-", Penanda(NIK, RAHASIA))
    with pytest.raises(TidakTersedia, match="tidak menjawab"):
        EsignV2("http://127.0.0.1:9", *AKUN).tandatangani(b"%PDF-", Penanda(NIK, RAHASIA))
