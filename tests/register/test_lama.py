"""A decree that a newer one replaced is marked or taken back on other sites by itself; what broke is a task until it is good again."""

import dataclasses
import datetime as dt
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from app import models as m
from app.extensions import db
from app.models.base import sekarang
from app.register.situs.keluar import kirim_keluar
from app.register.situs.periksa import manual, periksa_lagi
from app.register.situs.rusak import rusak
from app.register.situs.umumkan import antrekan
from tests.api.cases import keputusan
from tests.cases import scan
from tests.register.sites import web, write_list

E = m.ButirDitetapkan


@dataclasses.dataclass
class Dua:
    """Two decrees of two entries each, the older one on a site of its own."""

    lama: dict[str, Any]
    baru: dict[str, Any]
    folder: Path
    publikasi: int
    alamat: str

    def replace(self, number: int) -> None:
        """The newer decree carries on this entry of the older one."""
        olds, news = (
            db.session.scalars(select(E).where(E.sk_id == sk["sk"]).order_by(E.id)).all()
            for sk in (self.lama, self.baru)
        )
        olds[number].status, news[number].menggantikan_id = "diperpanjang", olds[number].id
        db.session.commit()

    @property
    def page(self) -> str:
        return "".join(path.read_text() for path in self.folder.rglob("index.html"))

    @property
    def row(self) -> m.Publikasi:
        db.session.rollback()
        return db.session.get_one(m.Publikasi, self.publikasi, populate_existing=True)


@pytest.fixture
def dua(app: Flask, tmp_path: Path) -> Iterator[Dua]:
    root = tmp_path / "www"
    root.mkdir()
    with app.app_context(), web(root) as address:
        write_list(tmp_path, {"kode": "DINKES", "saluran": "folder", "alamat": address, "folder": str(root)})
        lama = keputusan(db.session, content=scan("lama"))
        baru = keputusan(db.session, content=scan("baru"), urut=902, token="8R3NL0VE5YXC")
        p, n = m.Publikasi, m.Naskah
        agency = db.session.scalar(select(p.perangkat_daerah_id).where(p.naskah_id == lama["sk"]))
        made = p(
            naskah_id=lama["sk"],
            perangkat_daerah_id=agency,
            saluran="folder",
            url=address,
            judul=db.session.scalar(select(n.perihal)),
            tanggal_unggah=sekarang(),
            sha256=lama["sha256"],
        )
        db.session.add(made)
        db.session.flush()
        antrekan(db.session, made.id, "kirim", sekarang())
        db.session.commit()
        found = Dua(lama, baru, root, made.id, address)
        kirim_keluar(db.session)
        assert (found.row.hasil_cek, "diganti" in found.page) == ("sama", False)
        yield found


def events(verb: str) -> int:
    return db.session.scalar(select(func.count()).where(m.Peristiwa.verb == verb)) or 0


def test_the_old_page_says_what_replaced_it_and_says_it_once(dua: Dua) -> None:
    dua.replace(0)
    assert kirim_keluar(db.session) == 1
    assert f"Sebagian isi keputusan ini sudah diganti dengan keputusan nomor {dua.baru['nomor']}" in dua.page
    dua.replace(1)
    assert kirim_keluar(db.session) == 1
    assert f"Keputusan ini sudah diganti dengan keputusan nomor {dua.baru['nomor']}" in dua.page
    assert "Sebagian" not in dua.page
    assert [kirim_keluar(db.session) for _ in range(3)] == [0, 0, 0]
    assert (dua.row.dicabut_pada, dua.row.hasil_cek, events("publikasi_diganti")) == (None, "sama", 2)


def test_by_choice_of_the_office_it_is_taken_back_once_the_newer_one_can_be_read(dua: Dua) -> None:
    db.session.execute(update(m.Pengaturan).where(m.Pengaturan.kunci == "sk_lama_di_situs").values(nilai="tarik"))
    newer = db.session.get_one(m.Publikasi, dua.baru["publikasi"])
    newer.dicabut_pada, newer.alasan_cabut = sekarang(), "belum diumumkan"
    db.session.commit()
    dua.replace(0)
    dua.replace(1)
    kirim_keluar(db.session)
    assert "sudah diganti" in dua.page, "nothing is taken away before the newer decree can be read"
    newer = db.session.get_one(m.Publikasi, dua.baru["publikasi"])
    newer.dicabut_pada = newer.alasan_cabut = None
    db.session.commit()
    kirim_keluar(db.session)
    assert list(dua.folder.iterdir()) == []
    assert dua.baru["nomor"] in (dua.row.alasan_cabut or "")
    assert kirim_keluar(db.session) == 0


def test_what_broke_is_a_task_until_a_good_check(dua: Dua) -> None:
    def broken() -> list[int]:
        db.session.rollback()
        return list(db.session.scalars(select(m.Publikasi.id).where(rusak())))

    assert broken() == []
    file = next(dua.folder.rglob("*.pdf"))
    good = file.read_bytes()
    for bad in (b"lain", None):
        file.write_bytes(bad) if bad else file.unlink()
        assert periksa_lagi(db.session, dt.timedelta(0)) == 1
        assert broken() == [dua.publikasi]
        file.write_bytes(good)
        assert periksa_lagi(db.session, dt.timedelta(0)) == 0
        assert broken() == []
    gone = dua.folder.rename(dua.folder.with_name("away"))
    row = db.session.scalars(select(m.KotakKeluar)).one()
    row.status, row.percobaan, row.selesai_pada, row.coba_lagi_pada = "menunggu", 7, None, sekarang()
    db.session.commit()
    kirim_keluar(db.session)
    assert broken() == [dua.publikasi], "sending gave up"
    gone.rename(dua.folder)
    antrekan(db.session, dua.publikasi, "kirim", sekarang())
    db.session.commit()
    kirim_keluar(db.session)
    assert broken() == []


def test_our_own_page_is_looked_at_as_well(dua: Dua, monkeypatch: pytest.MonkeyPatch) -> None:
    own = dua.lama["publikasi"]
    periksa_lagi(db.session, satu=own)
    assert db.session.get_one(m.Publikasi, own).hasil_cek == "sama"
    monkeypatch.setattr("app.steps.publikasi.baca", lambda _: b"")
    assert periksa_lagi(db.session, satu=own) == 1


class _Pengalih(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "http://127.0.0.2:9/dalam")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """No noise."""


def test_an_address_written_by_hand_is_looked_at_where_that_is_possible(dua: Dua, tmp_path: Path) -> None:
    sha, page = dua.lama["sha256"], dua.row.url
    assert manual(page, sha) == "sama", "a page that links to the file"
    assert manual(f"{page}{next(dua.folder.rglob('*.pdf')).name}", sha) == "sama", "the file itself"
    assert manual(page, "0" * 64) == "tidak_dapat_diperiksa", "perhaps a page that only a browser can read"
    assert manual(f"{dua.alamat}/tidak-ada/", sha) == "berbeda"
    assert manual("https://tidak-ada.invalid/", sha) == "tidak_dapat_diperiksa"
    server = http.server.HTTPServer(("127.0.0.1", 0), _Pengalih)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    assert manual(f"http://127.0.0.1:{server.server_port}/", sha) == "tidak_dapat_diperiksa", "not led inside"
    server.shutdown()
    server.server_close()
    write_list(tmp_path)
    assert manual(page, sha) == "tidak_dapat_diperiksa", "machines inside are not asked, unless the list names them"
    for odd in ("ftp://contoh.test/", "file:///etc/passwd", "http://", "gopher://x"):
        assert manual(odd, sha) == "berbeda"
