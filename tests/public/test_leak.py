"""Nothing internal in any public byte: canary words in every field that is not public, and everything that anybody can ask for."""

import contextlib
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert, select, update

from app import models as m
from app.documents.keeping import baca
from app.extensions import db, writing
from app.models.base import sekarang
from app.register.situs import jaring
from app.register.situs.ckan import Ckan
from app.register.situs.folder import Folder
from app.register.situs.keluar import _kiriman
from app.register.situs.saluran import GagalTetap, Situs
from app.register.situs.wordpress import WordPress
from tests.api.cases import keputusan, perkara
from tests.api.office import duduki, huni
from tests.cases import scan
from tests.public.canaries import KENARI, plant, planted_words, surround
from tests.scale import scale

N = scale(60, full=1_000)
# The words do not depend on the kind of database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
DAFTAR = ("/publik/", "/publik/daftar.json", "/publik/daftar.csv", "/publik/feed.atom", "/publik/katalog.jsonld")


@pytest.fixture
def planted(app: Flask) -> dict[str, Any]:
    """An office with entries that are announced, and canaries in everything else."""
    with app.app_context():
        huni()
        duduki()
        perkara()
        made = keputusan(db.session, content=scan("SK"), jumlah=N)
        connection = db.session.connection()
        made["kosong"] = surround(connection, N)
        made["ditanam"], made["ditolak"] = plant(connection)
        withdrawn = {"dicabut_pada": sekarang(), "alasan_cabut": f"{KENARI} alasan"}
        db.session.execute(insert(m.Publikasi).values(**_publikasi(made["publikasi"]) | withdrawn))
        db.session.execute(update(m.Unggahan).values(nama_asli=f"{KENARI} nama file.pdf"))
        db.session.commit()
        made["kata"] = set(planted_words(db.session.connection()))
        made["token"] = list(db.session.scalars(select(m.Naskah.token)))
        made["butir"] = list(db.session.scalars(select(m.ButirDitetapkan.id)))
        db.session.rollback()
    return made


def _publikasi(ident: int) -> dict[str, Any]:
    """The columns of this publication, for another one by hand."""
    row = db.session.execute(select(m.Publikasi.__table__).where(m.Publikasi.id == ident)).one()._mapping
    return {name: value for name, value in row.items() if name != "id"} | {"saluran": "manual"}


def addresses(planted: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(method, address) of all that a stranger can ask, wrong things too."""
    pages = N // 25 + 2
    for lang in ("", "&lang=en"):
        for state in ("", "berlaku", "selesai"):
            yield from (("GET", f"/publik/?halaman={page}&keadaan={state}{lang}") for page in range(1, pages + 1))
        yield from (("GET", f"{path}?x=1{lang}") for path in DAFTAR)
        yield from (("GET", f"/publik/informasi/{ident}?x=1{lang}") for ident in planted["butir"])
    for token in planted["token"]:
        for path in (f"/v/{token}", f"/publik/sk/{token}", f"/publik/sk/{token}/nama.pdf"):
            yield from ((method, path) for method in ("GET", "HEAD", "POST", "DELETE"))
        yield "POST", f"/v/{token}/cocokkan"
    for odd in ("/", "/login/", "/healthz", "/readyz", "/v/", "/v/SALAH", "/publik/tidak-ada", "/publik/informasi/0"):
        yield from ((method, odd) for method in ("GET", "POST", "PUT", "OPTIONS"))
    for inner in ("/berkas/", "/naskah/unduh/1?format=ttd", "/situs-sk/1", "/situs-sk/rusak", "/api/v1/register/"):
        yield "GET", inner
    for bad in ("halaman=abc", "cari=%00", "cari=%25", "lang=%3Cscript%3E", "keadaan=x", "cari=" + "x" * 5000):
        yield from (("GET", f"{path}?{bad}") for path in DAFTAR)


def told(answer: Any) -> str:
    """Every byte of an answer, headers too."""
    return f"{answer.status}\n{answer.headers}\n{answer.get_data().decode('utf-8', 'replace')}"


@pytest.mark.proof
def test_no_internal_word_stands_in_any_public_byte(
    app: Flask,
    client: FlaskClient,
    planted: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert len(planted["butir"]) == N
    assert client.get("/publik/daftar.json").get_json()["jumlah"] == N
    assert planted["ditanam"] > 60 * N, "canaries stand around the entries"
    assert (planted["kosong"], planted["ditolak"]) == ({}, []), "every table has rows, every free text a canary"
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    with caplog.at_level(logging.INFO):
        for method, address in addresses(planted):
            answer = client.open(address, method=method)
            assert KENARI not in told(answer), f"{method} {address}"
        assert client.get(f"/publik/daftar.json?cari={KENARI}").get_json()["jumlah"] == 0, "nor can it be searched"

        def broken(*_: object, **__: object) -> None:
            raise RuntimeError(f"galat di dalam: {next(iter(planted['kata']))}")

        for name in ("daftar", "berkas_sk", "butir", "pengumuman"):
            with monkeypatch.context() as patched:
                patched.setattr(f"app.register.publik.{name}", broken)
                for address in (
                    *DAFTAR,
                    f"/publik/sk/{planted['token'][0]}",
                    f"/publik/informasi/{planted['butir'][0]}",
                ):
                    assert KENARI not in told(client.get(address)), f"{address} while {name} breaks"
    lines = [record.getMessage() for record in caplog.records]
    assert lines, "something was logged"
    assert [line for line in lines if KENARI in line] == []
    leaves_for_other_sites(app, planted, tmp_path, monkeypatch)


def leaves_for_other_sites(
    app: Flask, planted: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What WordPress and CKAN are sent, and what stands in a folder, holds none of them either."""
    sent: list[str] = []
    root = tmp_path / "www"
    root.mkdir()

    def record(method: str, url: str, **more: Any) -> Any:
        sent.append(f"{method} {url} {more.get('kepala')} {more.get('isi')}")
        if "package_show" in url or method == "GET":
            return None
        row = {"id": "1", "slug": "x", "link": "https://contoh.test/x", "source_url": "https://contoh.test/y.pdf"}
        return row | {"success": True, "result": {"id": "1", "resources": [], "name": "x"}}

    monkeypatch.setattr(jaring, "minta", record)
    with app.app_context(), writing() as session:
        row = session.get_one(m.Publikasi, planted["publikasi"])
        parcel = _kiriman(session, row, baca(row.naskah.salinan[-1].unggahan))
        common = {"kode": "DINKES", "alamat": "https://contoh.test", "pengguna": "p", "sandi": "s", "organisasi": "o"}
        for connector in (WordPress(Situs(saluran="wordpress", **common)), Ckan(Situs(saluran="ckan", **common))):
            with contextlib.suppress(GagalTetap):  # the stand-in knows no second post
                connector.kirim(parcel)
        Folder(Situs(saluran="folder", folder=str(root), **common)).kirim(parcel)
    written = [f"{path} {path.read_bytes().decode('latin-1')}" for path in root.rglob("*") if path.is_file()]
    assert (len(sent) >= 6, len(written)) == (True, 2)
    assert [line[:200] for line in (*sent, *written) if KENARI in line] == []
    assert all(parcel.nomor in line for line in written if ".html" in line), "what is public did leave"
