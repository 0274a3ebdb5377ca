"""Against the real CKAN (`make ckan`): publish, repeat, update, killed half way, wrong token, down, withdrawn. Always one dataset."""

import datetime as dt
import hashlib
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from app import models as m
from app.documents.keeping import baca, simpan
from app.register.situs.keluar import kirim_keluar
from app.register.situs.periksa import periksa_lagi
from app.register.situs.umumkan import tarik, umumkan
from tests.cases import WORDS, Case, Office, scan
from tests.databases import Databases
from tests.register.ckan import ORGANISASI, Ckan, ckan, kurang
from tests.register.sites import agency, outbox, publication, write_list
from tests.stages import at


@pytest.fixture(scope="module")
def site(databases: Databases) -> Iterator[Ckan]:
    """One CKAN for this file. Its start takes a minute, so it runs only when `make ckan` asks for it."""
    if not os.environ.get("SIDIK_TEST_CKAN"):
        pytest.skip("CKAN diuji dengan make ckan")
    assert not kurang(), f"CKAN untuk pengujian tidak lengkap, tidak ditemukan: {kurang()}"
    with ckan(databases.empty("postgresql").replace("postgresql+psycopg", "postgresql")) as running:
        yield running


def listed(folder: Path, site: Ckan, **more: str) -> None:
    row = {"kode": "DKISP", "saluran": "ckan", "alamat": site.alamat, "organisasi": ORGANISASI, "sandi": site.sandi}
    write_list(folder, row | more)


def ours(site: Ckan) -> list[tuple[str, list[str]]]:
    """Every dataset that is there (from CKAN's own tables, not from the index), with the names of its files."""
    shown = [site.tanya("package_show", site.sandi, id=name) for name in site.tanya("package_list", site.sandi)]
    return [(one["name"], [file["name"] for file in one["resources"]]) for one in shown]


def file_address(site: Ckan, slug: str) -> str:
    return str(site.tanya("package_show", site.sandi, id=slug)["resources"][0]["url"])


def read(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310  loopback
        content: bytes = answer.read()
        return content


def send(office: Office, case: Case) -> int:
    decree = office.paper(case, "surat_keputusan").id
    return umumkan(office.staff["data"], {"naskah": decree, "perangkat_daerah": agency(office), "saluran": "ckan"})


def later(minutes: int) -> Any:
    return time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes))


@at("siap_unggah")
def test_one_decree_is_one_dataset_whatever_happens(
    office: Office, case: Case, site: Ckan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ours(site) == []

    # wrong token, wrong organisation: nothing arrives, a person is told, nothing is tried again by itself
    for wrong in ({"sandi": "salah"}, {"organisasi": "bukan-kami"}):
        listed(tmp_path, site, **wrong)
        ident = send(office, case)
        kirim_keluar(office.session)
        assert (outbox(office, ident).status, publication(office, ident).hasil_cek) == ("gagal", None)
        assert "token" in (outbox(office, ident).galat or "")
    assert ours(site) == []

    # killed after the dataset was made and before it was written down
    listed(tmp_path, site)
    send(office, case)
    with monkeypatch.context() as patched:
        patched.setattr("app.register.situs.keluar._catat", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            kirim_keluar(office.session)
    made = ours(site)
    assert [len(files) for _, files in made] == [1]
    with later(6):
        assert kirim_keluar(office.session) == 1
    row, name = publication(office, ident), made[0][0]
    assert (ours(site), row.hasil_cek, outbox(office, ident).status) == (made, "sama", "selesai")

    # what readers get is the signed copy, and no internal word
    kept = baca(office.paper(case, "surat_keputusan").salinan[-1].unggahan)
    file = file_address(site, name)
    assert hashlib.sha256(read(file)).hexdigest() == hashlib.sha256(kept).hexdigest() == row.sha256
    page = read(row.url).decode()
    assert row.sha256 in page
    assert [word for word in (*WORDS.values(), "Identitas pasien", "Kolom 2 sampai 5") if word in page] == []

    # repeated: the same dataset
    for _ in range(2):
        assert send(office, case) == ident
        kirim_keluar(office.session)
    assert (ours(site), file_address(site, name)) == (made, file)

    # the site is down: tried again later, and then the same dataset again
    site.berhenti()
    send(office, case)
    kirim_keluar(office.session)
    assert (outbox(office, ident).status, outbox(office, ident).galat) == ("menunggu", "Situs tidak menjawab.")
    site.mulai()
    with later(3):
        assert kirim_keluar(office.session) == 1
    assert (ours(site), publication(office, ident).hasil_cek) == (made, "sama")

    # another signed copy: the same dataset, the file replaced in its place
    decree = office.paper(case, "surat_keputusan")
    other = simpan(office.session, scan("salinan lain"), nama="lain.pdf", mime="application/pdf", officer_id=None)
    office.session.flush()
    office.session.add(m.SalinanTtd(naskah_id=decree.id, unggahan_id=other.id, tanggal_ttd=decree.tanggal))
    office.session.commit()
    send(office, case)
    kirim_keluar(office.session)
    assert [(slug, len(files)) for slug, files in ours(site)] == [(name, 1)]
    assert publication(office, ident).hasil_cek == "sama"
    assert read(file_address(site, name)) == scan("salinan lain")

    # somebody takes the file away on the site
    resource = site.tanya("package_show", site.sandi, id=name)["resources"][0]["id"]
    site.tanya("resource_delete", site.sandi, id=resource)
    assert periksa_lagi(office.session, satu=ident) == 1
    send(office, case)
    kirim_keluar(office.session)
    assert publication(office, ident).hasil_cek == "sama"
    file = file_address(site, name)

    # withdrawn: page and file answer nobody any more; announced anew it is the same dataset
    tarik(office.staff["data"], ident, "Salah unggah")
    assert kirim_keluar(office.session) == 1
    for address in (row.url, file):
        with pytest.raises(urllib.error.HTTPError):
            read(address)
    again = send(office, case)
    kirim_keluar(office.session)
    assert (publication(office, again).hasil_cek, [len(files) for _, files in ours(site)]) == ("sama", [1])
