"""HTTP to the sites of the list, by the standard library: short waits, bounded answers, a password never follows a redirect."""

from __future__ import annotations

import base64
import http.client
import ipaddress
import json
import socket
import urllib.error
import urllib.request
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from app.register.situs.saluran import GagalSementara, GagalTetap

TUNGGU = 20.0
PALING_BESAR = 40 << 20
DI_DALAM = "Alamat ini berada di jaringan dalam, jadi tidak diperiksa dari server ini."


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


class _HanyaUmum(urllib.request.HTTPRedirectHandler):
    """Follows only to where the first address might have pointed as well."""

    def __init__(self, boleh: Collection[str]) -> None:
        self.boleh = boleh

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        _tolak_dalam(newurl, self.boleh)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Http(urllib.request.HTTPHandler):
    """Looks at the machine that really answered before it asks anything: a name may lead elsewhere a moment later."""

    def __init__(self, boleh: Collection[str]) -> None:
        super().__init__()
        self.boleh = boleh

    def http_open(self, req: Any) -> Any:
        return self.do_open(_terperiksa(http.client.HTTPConnection, self.boleh), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, boleh: Collection[str]) -> None:
        super().__init__()
        self.boleh = boleh

    def https_open(self, req: Any) -> Any:
        return self.do_open(_terperiksa(http.client.HTTPSConnection, self.boleh), req)


def _terperiksa(kind: type[http.client.HTTPConnection], boleh: Collection[str]) -> Any:
    def connect(self: Any) -> None:
        kind.connect(self)
        if self.host not in boleh and not _umum(self.sock.getpeername()[0]):
            self.close()
            raise GagalSementara(DI_DALAM)

    return type("Terperiksa", (kind,), {"connect": connect})


# No proxy from the environment: the addresses are those of the list, and nothing else.
_TERTUTUP = urllib.request.build_opener(urllib.request.ProxyHandler({}), _TanpaAlih())
_TERBUKA = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def minta(
    method: str,
    url: str,
    *,
    otorisasi: str,
    isi: bytes | None = None,
    kepala: dict[str, str] | None = None,
    ditolak: dict[int, str] | None = None,
) -> Any:
    """The JSON that an API answers; None for 404 and 410. GagalSementara or GagalTetap otherwise.

    `otorisasi`: the header that lets us in; `ditolak`: what a status of this API means, as a sentence for staff.
    """
    headers = {"Authorization": otorisasi, "Accept": "application/json", **(kepala or {})}
    request = urllib.request.Request(url, data=isi, method=method, headers=headers)  # noqa: S310  an address of the list
    try:
        with _TERTUTUP.open(request, timeout=TUNGGU) as answer:
            return json.loads(answer.read(PALING_BESAR))
    except urllib.error.HTTPError as refused:
        code = refused.code
        refused.close()
        if ditolak and code in ditolak:
            raise GagalTetap(ditolak[code]) from None
        return _ditolak(code)
    except ValueError:
        raise GagalSementara("Situs menjawab dengan bentuk yang tidak dikenal.") from None
    except (OSError, http.client.HTTPException):
        raise GagalSementara("Situs tidak menjawab.") from None


def nama_dan_sandi(pengguna: str, sandi: str) -> str:
    """The header of HTTP Basic."""
    return "Basic " + base64.b64encode(f"{pengguna}:{sandi}".encode()).decode("ascii")


def _ditolak(code: int) -> None:
    if code in (404, 410):
        return
    if code in (401, 403):
        raise GagalTetap(
            "Situs menolak nama pengguna, sandi aplikasi, atau token. Perbaiki file situs, lalu kirim lagi."
        )
    if 300 <= code < 400:
        raise GagalTetap("Alamat situs dialihkan ke alamat lain. Perbaiki alamat pada file situs.")
    if code in (408, 425, 429) or code >= 500:
        raise GagalSementara(f"Situs sedang tidak dapat melayani (kode {code}).")
    raise GagalTetap(f"Situs menolak kiriman (kode {code}).")


def ambil(url: str) -> bytes:
    """The bytes that anybody gets. GagalTetap when the address is broken, GagalSementara when nothing answers."""
    return _ambil(url, _TERBUKA)


def ambil_umum(url: str, boleh: Collection[str]) -> bytes:
    """The same of an address that somebody typed: never of a machine inside the office's own network, but for hosts `boleh`."""
    _tolak_dalam(url, boleh)
    handlers = (urllib.request.ProxyHandler({}), _HanyaUmum(boleh), _Http(boleh), _Https(boleh))
    return _ambil(url, urllib.request.build_opener(*handlers))


def _tolak_dalam(url: str, boleh: Collection[str]) -> None:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        raise GagalTetap("Alamat harus diawali https://.")
    if host in boleh:
        return
    try:
        found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        raise GagalSementara("Nama situs tidak dikenal dari server ini.") from None
    if not all(map(_umum, found)):
        raise GagalSementara(DI_DALAM)


def _umum(address: Any) -> bool:
    """Whether an address belongs to the open net."""
    return ipaddress.ip_address(str(address).split("%")[0]).is_global


def _ambil(url: str, opener: urllib.request.OpenerDirector) -> bytes:
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache"})  # noqa: S310  http(s) only, see saluran
    try:
        with opener.open(request, timeout=TUNGGU) as answer:
            content: bytes = answer.read(PALING_BESAR + 1)
            return content
    except urllib.error.HTTPError as refused:
        code = refused.code
        refused.close()
        if code >= 500 or code in (401, 403, 429):
            raise GagalSementara(f"Situs sedang tidak dapat melayani (kode {code}).") from None
        raise GagalTetap(f"Alamat tidak dapat dibuka (kode {code}).") from None
    except (OSError, http.client.HTTPException, ValueError):
        raise GagalSementara("Situs tidak menjawab.") from None
