"""CKAN by its action API and a token. The name of the dataset is looked up first, deleted ones too: CKAN keeps their names."""

from __future__ import annotations

import json
import secrets
from typing import Any

from app.register.situs import jaring
from app.register.situs.saluran import GagalSementara, GagalTetap, Kiriman, Situs, Terkirim

MENOLAK = "CKAN menolak kiriman: periksa organisasi pada file situs, dan izin token di organisasi itu."


class Ckan:
    """One dataset with one file per decree."""

    def __init__(self, situs: Situs) -> None:
        self.situs, self.akar = situs, situs.alamat.rstrip("/")

    def kirim(self, kiriman: Kiriman) -> Terkirim:
        found = self._aksi("package_show", id=kiriman.slug)
        fields = _isi(kiriman) | {"owner_org": self.situs.organisasi, "state": "active"}
        action, which = ("package_patch", {"id": found["id"]}) if found else ("package_create", {})
        dataset = self._aksi(action, **fields, **which)
        if dataset is None:
            raise GagalTetap("Alamat ini tidak menyediakan API CKAN.")
        resource = self._file(dataset, kiriman)
        return Terkirim(f"{self.akar}/dataset/{kiriman.slug}", f"dataset:{dataset['id']},file:{resource['id']}")

    def ambil(self, url: str) -> bytes:
        return jaring.ambil(url)

    def tarik(self, slug: str) -> None:
        """The files first, for good; then the dataset, of which CKAN keeps the name for its administrators."""
        found = self._aksi("package_show", id=slug)
        if found is None or found["state"] == "deleted":
            return
        for resource in found["resources"]:
            self._aksi("resource_delete", id=resource["id"])
        self._aksi("package_delete", id=found["id"])

    def _file(self, dataset: Any, kiriman: Kiriman) -> Any:
        """The one file: that which is there when its name says these bytes; else it is replaced in its place, or made."""
        name, files = f"{kiriman.file}.pdf", dataset["resources"]
        for extra in files[1:]:
            self._aksi("resource_delete", id=extra["id"])
        if files and files[0]["name"] == name and files[0]["url"].endswith(f"/{name}"):
            return files[0]
        fields = {"package_id": dataset["id"], "name": name, "format": "PDF", "hash": kiriman.sha256}
        if files:
            return self._aksi("resource_update", isi_file=kiriman.isi, id=files[0]["id"], **fields)
        return self._aksi("resource_create", isi_file=kiriman.isi, **fields)

    def _aksi(self, action: str, *, isi_file: bytes | None = None, **fields: Any) -> Any:
        """What an action answers; None when there is nothing of that name."""
        if isi_file is None:
            body, kind = json.dumps(fields).encode("utf-8"), "application/json"
        else:
            body, kind = _formulir(fields, isi_file)
        answer = jaring.minta(
            "POST",
            f"{self.akar}/api/3/action/{action}",
            otorisasi=self.situs.sandi,
            isi=body,
            kepala={"Content-Type": kind},
            ditolak={409: MENOLAK},
        )
        if answer is None:
            return None
        if not isinstance(answer, dict) or answer.get("success") is not True:
            raise GagalSementara("Situs menjawab dengan bentuk yang tidak dikenal.")
        return answer["result"]


def _isi(kiriman: Kiriman) -> dict[str, Any]:
    """The words of the dataset: public ones only."""
    about = {
        "Nomor": kiriman.nomor,
        "Tanggal": kiriman.tanggal,
        "Perangkat daerah": kiriman.perangkat_daerah,
        "SHA-256": kiriman.sha256,
    }
    return {
        "name": kiriman.slug,
        "title": kiriman.judul,
        "notes": "\n\n".join(filter(None, (kiriman.perihal, kiriman.status))),
        "url": kiriman.verifikasi,
        "extras": [{"key": key, "value": value} for key, value in about.items() if value],
    }


def _formulir(fields: dict[str, Any], content: bytes) -> tuple[bytes, str]:
    """(body, type) of a form with the file, as a browser would send it."""
    edge = secrets.token_hex(16)
    parts = [
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = (
        f'Content-Disposition: form-data; name="upload"; filename="{fields["name"]}"\r\nContent-Type: application/pdf'
    )
    parts.append(f"--{edge}\r\n{head}\r\n\r\n".encode() + content + b"\r\n")
    return b"".join(parts) + f"--{edge}--\r\n".encode(), f"multipart/form-data; boundary={edge}"
