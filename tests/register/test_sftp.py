"""Over SFTP to a folder that a web server shows: the same table of situations as the other sites, and one believed host key."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from app.documents.keeping import baca
from app.register.situs.keluar import kirim_keluar
from app.register.situs.periksa import periksa_lagi
from app.register.situs.saluran import GagalTetap, Kiriman, penyalur, situs
from app.register.situs.sandi import TANDA, buka, kunci
from app.register.situs.umumkan import tarik, umumkan
from tests.cases import Case, Office
from tests.register.sftp import PENGGUNA, SANDI, Sftp, pasangan, sftp
from tests.register.sites import agency, outbox, publication, web, write_list
from tests.stages import at


@dataclasses.dataclass
class Server:
    """The folder, its web address, its SFTP server, and where the list of sites is written."""

    folder: Path
    alamat: str
    sftp: Sftp
    tmp: Path

    def listed(self, **more: str) -> None:
        row = {"kode": "DKISP", "saluran": "folder", "alamat": self.alamat, "pengguna": PENGGUNA, "sandi": SANDI}
        address = f"sftp://127.0.0.1:{self.sftp.port}/"
        write_list(self.tmp, row | {"folder": address, "kunci_host": self.sftp.kunci_host} | more)


@pytest.fixture
def server(office: Office, tmp_path: Path) -> Iterator[Server]:
    root = tmp_path / "www"
    root.mkdir()
    with web(root) as address, sftp(root) as running:
        yield Server(root, address, running, tmp_path)


def send(office: Office, case: Case) -> int:
    decree = office.paper(case, "surat_keputusan").id
    return umumkan(office.staff["data"], {"naskah": decree, "perangkat_daerah": agency(office), "saluran": "folder"})


def later(minutes: int) -> Any:
    return time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(minutes=minutes))


@at("siap_unggah")
def test_one_decree_is_one_folder_whatever_happens(
    office: Office, case: Case, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = lambda: sorted(p.relative_to(server.folder) for p in server.folder.rglob("*") if p.is_file())  # noqa: E731

    # wrong password: nothing arrives, a person is told
    server.listed(sandi="salah")
    ident = send(office, case)
    kirim_keluar(office.session)
    assert (outbox(office, ident).status, files()) == ("gagal", [])
    assert "menolak pengguna, sandi, atau kuncinya" in (outbox(office, ident).galat or "")

    # killed after the files were written and before that was written down; the password is kept locked
    server.listed(sandi=kunci(SANDI))
    send(office, case)
    with monkeypatch.context() as patched:
        patched.setattr("app.register.situs.keluar._catat", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            kirim_keluar(office.session)
    made = files()
    assert len(made) == 2
    with later(6):
        assert kirim_keluar(office.session) == 1
    assert (files(), publication(office, ident).hasil_cek) == (made, "sama")
    kept = baca(office.paper(case, "surat_keputusan").salinan[-1].unggahan)
    assert next(server.folder.rglob("*.pdf")).read_bytes() == kept

    # repeated: the same files; changed on the site: seen
    assert send(office, case) == ident
    kirim_keluar(office.session)
    assert files() == made
    next(server.folder.rglob("*.pdf")).write_bytes(b"lain")
    assert periksa_lagi(office.session, satu=ident) == 1

    # the server is away: later; withdrawn: gone
    server.listed(folder="sftp://127.0.0.1:1/")
    send(office, case)
    kirim_keluar(office.session)
    assert (outbox(office, ident).status, files()) == ("menunggu", made)
    server.listed()
    with later(3):
        assert kirim_keluar(office.session) == 1
    assert publication(office, ident).hasil_cek == "sama"
    tarik(office.staff["data"], ident, "Salah unggah")
    assert (kirim_keluar(office.session), list(server.folder.iterdir())) == (1, [])


@at("kantor")
def test_a_key_opens_and_another_host_key_stops_everything(office: Office, server: Server) -> None:
    sent = Kiriman("sk-x", "Judul", "1", "hari ini", "Perihal", "DKISP", "https://contoh.test/v/x", isi=b"%PDF-1")
    server.listed(sandi="", kunci=kunci(server.sftp.kunci))
    site = situs("DKISP", "folder")
    assert site is not None
    assert (server.sftp.kunci in repr(site), SANDI in repr(site)) == (False, False)
    penyalur(site).kirim(sent)
    assert penyalur(site).ambil(f"{server.alamat}/sk-x/{sent.file}.pdf") == b"%PDF-1"
    other = dataclasses.replace(sent, isi=b"%PDF-2", status="Diganti dengan SK <2>.")
    penyalur(site).kirim(other)
    assert [p.name for p in server.folder.rglob("*.pdf")] == [f"{other.file}.pdf"]
    assert "Diganti dengan SK &lt;2&gt;." in (server.folder / "sk-x" / "index.html").read_text()
    assert hashlib.sha256(b"%PDF-2").hexdigest() in (server.folder / "sk-x" / "index.html").read_text()

    server.listed(kunci_host=pasangan()[1])
    site = situs("DKISP", "folder")
    assert site is not None
    with pytest.raises(GagalTetap, match="berbeda dari yang tercatat"):
        penyalur(site).tarik("sk-x")
    assert (server.folder / "sk-x").is_dir()


@at("kantor")
def test_what_is_locked_opens_with_the_same_key_only(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = kunci("rahasia situs")
    assert locked.startswith(TANDA)
    assert "rahasia" not in locked
    assert (buka(locked), buka("tertulis biasa")) == ("rahasia situs", "tertulis biasa")
    from flask import current_app

    monkeypatch.setitem(current_app.config, "SECRET_KEY", "kunci lain yang juga panjang sekali")
    with pytest.raises(ValueError, match="SIDIK_SECRET_KEY"):
        buka(locked)
