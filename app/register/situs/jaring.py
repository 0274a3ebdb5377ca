"""HTTP to the sites of the list, by the standard library: short waits, bounded answers, a password never follows a redirect."""

from __future__ import annotations

import base64
import http.client
import json
import urllib.error
import urllib.request
from typing import Any

from app.register.situs.saluran import GagalSementara, GagalTetap

TUNGGU = 20.0
PALING_BESAR = 40 << 20


class _TanpaAlih(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


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
    request = urllib.request.Request(url, headers={"Cache-Control": "no-cache"})  # noqa: S310  http(s) only, see saluran
    try:
        with _TERBUKA.open(request, timeout=TUNGGU) as answer:
            content: bytes = answer.read(PALING_BESAR + 1)
            return content
    except urllib.error.HTTPError as refused:
        code = refused.code
        refused.close()
        if code >= 500:
            raise GagalSementara(f"Situs sedang tidak dapat melayani (kode {code}).") from None
        raise GagalTetap(f"Alamat tidak dapat dibuka (kode {code}).") from None
    except (OSError, http.client.HTTPException):
        raise GagalSementara("Situs tidak menjawab.") from None
