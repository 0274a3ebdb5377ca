"""The connector to an e-sign service (Esign Client Service v2 of BSrE, which runs inside the agency): a PDF goes, a signed PDF comes.

The passphrase of the signer lives for the length of one call: it is kept nowhere, logged nowhere, and shown by no repr.
"""

from __future__ import annotations

import base64
import binascii
import http.client
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from app.errors import IsianSalah, Kekurangan, TidakTersedia

JALAN = "/api/v2/sign/pdf"
BATAS_DETIK = 60
JAWABAN_TERBESAR = 80 * 1024 * 1024
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Penanda:
    """Who signs, for one call."""

    nik: str
    passphrase: str = field(repr=False)


class Layanan(Protocol):
    """What every e-sign service promises."""

    def tandatangani(self, pdf: bytes, penanda: Penanda) -> bytes:
        """The PDF with an invisible signature. IsianSalah for a wrong passphrase, TidakTersedia for a broken service."""


@dataclass(frozen=True)
class EsignV2:
    """Esign Client Service v2. `pengguna` and `sandi` are the application's own account there (HTTP Basic)."""

    alamat: str
    pengguna: str
    sandi: str = field(repr=False)

    def tandatangani(self, pdf: bytes, penanda: Penanda) -> bytes:
        """POST the PDF; the answer's only file is the signed one."""
        body = {
            "nik": penanda.nik,
            "passphrase": penanda.passphrase,
            "signatureProperties": [{"tampilan": "INVISIBLE"}],
            "file": [base64.b64encode(pdf).decode()],
        }
        status, answer = self._post(json.dumps(body).encode())
        if status != 200:
            raise _ditolak(status)
        return _file(answer)

    def _post(self, body: bytes) -> tuple[int, bytes]:
        """One request, without redirects: the passphrase goes to this address and to no other."""
        parts = urlsplit(self.alamat)
        account = base64.b64encode(f"{self.pengguna}:{self.sandi}".encode()).decode()
        headers = {
            "Authorization": f"Basic {account}",
            "Content-Type": "application/json",
            "Accept": "application/json",
        }
        connection = _connection(parts.scheme, parts.hostname or "", parts.port)
        try:
            connection.request("POST", parts.path.rstrip("/") + JALAN, body, headers)
            response = connection.getresponse()
            return response.status, response.read(JAWABAN_TERBESAR + 1)
        except (OSError, http.client.HTTPException):
            raise _mati() from None  # the cause would carry the request along
        finally:
            connection.close()


def layanan(config: Mapping[str, Any]) -> Layanan | None:
    """The service of this configuration, or None when the office uses none."""
    address = str(config.get("SIDIK_ESIGN_URL") or "")
    if not address:
        return None
    return EsignV2(address, str(config.get("SIDIK_ESIGN_USER") or ""), str(config.get("SIDIK_ESIGN_PASSWORD") or ""))


def _connection(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=BATAS_DETIK, context=ssl.create_default_context())
    if scheme == "http" and host in LOOPBACK:
        return http.client.HTTPConnection(host, port, timeout=BATAS_DETIK)
    raise TidakTersedia("SIDIK_ESIGN_URL harus https. Hubungi administrator.")


def _file(answer: bytes) -> bytes:
    try:
        if len(answer) > JAWABAN_TERBESAR:
            raise ValueError("too long")
        (one,) = json.loads(answer)["file"]
        return base64.b64decode(one, validate=True)
    except (ValueError, KeyError, TypeError, binascii.Error):
        raise TidakTersedia("Jawaban layanan tanda tangan tidak dapat dibaca. Coba lagi.") from None


def _mati() -> TidakTersedia:
    told = (
        "Layanan tanda tangan elektronik tidak menjawab. Coba lagi, atau pasangkan PDF bertanda tangan secara manual."
    )
    return TidakTersedia(told)


def _ditolak(status: int) -> Exception:
    """What the service refused, by its status alone: its words may repeat what was sent."""
    if status in (400, 422):
        told = "Layanan tanda tangan menolak: NIK atau passphrase salah, atau sertifikat belum dapat dipakai."
        return IsianSalah([Kekurangan("esign_ditolak", told, medan="passphrase")])
    if status in (401, 403):
        return TidakTersedia("Akun SIDIK pada layanan tanda tangan ditolak. Hubungi administrator.")
    return _mati()
