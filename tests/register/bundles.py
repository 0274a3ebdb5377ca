"""Evidence bundles for tests: a dispute about a decree, its bundle, opened or judged by the verifier."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from app import models as m
from app.register.bukti import periksa, susun
from app.register.bukti.susun import unduh_bukti
from tests.cases import Office


@pytest.fixture
def no_libreoffice(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """PDF takes seconds; one test asks for it."""
    if "require" not in request.fixturenames:
        monkeypatch.setattr(susun, "pengubah", lambda: None)


def dispute(office: Office, number: str = "012/REG-PSI/2026") -> int:
    """A case at the Komisi Informasi about the first entry of the register."""
    entry = office.session.query(m.ButirDitetapkan).order_by(m.ButirDitetapkan.id).first()
    row = m.Sengketa(butir_ditetapkan_id=entry.id, nomor_register_ki=number, pemohon="Pemohon Contoh")
    office.session.add(row)
    office.session.commit()
    return int(row.id)


def bundle(office: Office, part: str = "lengkap") -> bytes:
    return unduh_bukti(office.staff["utama"], dispute(office), part).isi


def opened(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def verdict(folder: Path, content: bytes, **more: str) -> tuple[list[str], list[str]]:
    path = folder / "bukti.zip"
    path.write_bytes(content)
    return periksa.periksa(str(path), **more)


def rantai(content: bytes) -> str:
    return str(json.loads(opened(content)["manifest.json"])["rantai"]["nama"])
