"""Against the real WordPress: publish, repeat, killed half way, wrong password, changed, down, withdrawn. Always exactly one post."""

import base64
import datetime as dt
import hashlib
import json
import os
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from app.documents.keeping import baca
from app.register.situs.keluar import kirim_keluar
from app.register.situs.periksa import periksa_lagi
from app.register.situs.umumkan import tarik, umumkan
from tests.cases import WORDS, Case, Office
from tests.register.sites import agency, outbox, publication, write_list
from tests.register.wordpress import WordPress, kurang, wordpress
from tests.stages import at


@pytest.fixture(scope="module")
def wp() -> Iterator[WordPress]:
    """One WordPress for all tests of this file; skips with the reason where there is none."""
    lacking = kurang()
    if lacking and os.environ.get("SIDIK_TEST_REQUIRE") == "all":
        pytest.fail(f"tidak ditemukan: {lacking}, padahal SIDIK_TEST_REQUIRE=all")
    if lacking:
        pytest.skip(f"WordPress untuk pengujian tidak lengkap, tidak ditemukan: {lacking}")
    with wordpress() as site:
        yield site


def listed(folder: Path, site: WordPress, password: str = "") -> None:
    row = {"kode": "DKISP", "saluran": "wordpress", "alamat": site.alamat, "pengguna": site.pengguna}
    write_list(folder, row | {"sandi": password or site.sandi})


def ask(site: WordPress, kind: str) -> list[dict[str, Any]]:
    """What the site holds, seen by its editor: drafts and private pages too."""
    status = "inherit,private" if kind == "media" else "publish,draft,private,pending,future"
    url = f"{site.alamat}/?rest_route=/wp/v2/{kind}&per_page=100&context=edit&status={status}"
    token = base64.b64encode(f"{site.pengguna}:{site.sandi}".encode()).decode()
    found: list[dict[str, Any]] = json.loads(read(url, Authorization=f"Basic {token}"))
    return found


def read(url: str, **headers: str) -> bytes:
    """What this address answers."""
    request = urllib.request.Request(url, headers=headers)  # noqa: S310  loopback
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        content: bytes = answer.read()
        return content


def ours(site: WordPress) -> tuple[list[str], list[str]]:
    """The slugs of posts and files that came from here."""
    posts, files = ask(site, "posts"), ask(site, "media")
    return sorted(p["slug"] for p in posts if p["slug"].startswith("sk-")), sorted(f["slug"] for f in files)


def send(office: Office, case: Case) -> int:
    decree = office.paper(case, "surat_keputusan").id
    fields = {"naskah": decree, "perangkat_daerah": agency(office), "saluran": "wordpress"}
    return umumkan(office.staff["data"], fields)


def later(minutes: int) -> Any:
    return time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes))


@at("siap_unggah")
def test_one_decree_is_one_post_whatever_happens(
    office: Office, case: Case, wp: WordPress, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ours(wp)
    assert before == ([], [])

    # wrong password: nothing arrives, a person is told, nothing is tried again by itself
    listed(tmp_path, wp, "salah salah salah")
    ident = send(office, case)
    kirim_keluar(office.session)
    assert (outbox(office, ident).status, publication(office, ident).hasil_cek) == ("gagal", None)
    assert "sandi aplikasi" in (outbox(office, ident).galat or "")
    assert ours(wp) == before

    # killed after the post was made and before it was written down
    listed(tmp_path, wp)
    send(office, case)
    with monkeypatch.context() as patched:
        patched.setattr("app.register.situs.keluar._catat", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            kirim_keluar(office.session)
    made = ours(wp)
    assert [len(kind) for kind in made] == [1, 1]
    with later(6):
        assert kirim_keluar(office.session) == 1
    assert ours(wp) == made
    row = publication(office, ident)
    assert (row.hasil_cek, outbox(office, ident).status) == ("sama", "selesai")
    assert (row.id_jauh or "").startswith("post:")

    # what readers get is the signed copy, and no internal word
    file = ask(wp, "media")[0]["source_url"]
    kept = baca(office.paper(case, "surat_keputusan").salinan[-1].unggahan)
    assert hashlib.sha256(read(file)).hexdigest() == hashlib.sha256(kept).hexdigest() == row.sha256
    page = read(row.url).decode()
    assert row.sha256 in page
    assert [word for word in (*WORDS.values(), "Identitas pasien", "Kolom 2 sampai 5") if word in page] == []

    # repeated and updated: the same post
    for _ in range(3):
        assert send(office, case) == ident
        kirim_keluar(office.session)
    assert ours(wp) == made

    # the site is down: tried again later, and then the same post again
    wp.berhenti()
    send(office, case)
    kirim_keluar(office.session)
    assert (outbox(office, ident).status, outbox(office, ident).galat) == ("menunggu", "Situs tidak menjawab.")
    wp.mulai()
    with later(3):
        assert kirim_keluar(office.session) == 1
    assert (ours(wp), publication(office, ident).hasil_cek) == (made, "sama")

    # somebody exchanges the file on the site
    path = next((wp.akar / "wp-content" / "uploads").rglob("sk-*.pdf"))
    path.write_bytes(kept + b"%")
    assert periksa_lagi(office.session, satu=ident) == 1
    assert publication(office, ident).hasil_cek == "berbeda"
    path.write_bytes(kept)
    assert periksa_lagi(office.session, satu=ident) == 0

    # withdrawn: post and file are gone
    tarik(office.staff["data"], ident, "Salah unggah")
    assert kirim_keluar(office.session) == 1
    assert ours(wp) == ([], [])
    assert not list((wp.akar / "wp-content" / "uploads").rglob("sk-*.pdf"))
