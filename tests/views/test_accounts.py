"""Invitation, switching off, given passwords, devices, the last administrator: each deed with its five questions."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from flask import Flask
from flask_appbuilder.security.sqla.models import Role
from sqlalchemy import select

from app import models as m
from app.extensions import db
from app.models.base import sekarang
from app.security.accounts import ADMIN_TERAKHIR
from tests.api.cases import Perkara
from tests.api.office import SANDI, Program
from tests.security.persons import person
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]
BARU = "kuda terbang di atas awan"


@pytest.fixture
def database_url(databases: Any, furniture: Any) -> str:
    """What the two databases decide is asked in tests/security; pages know no database."""
    return str(databases.fresh("sqlite", furniture))


def ident(app: Flask, name: str) -> int:
    with app.app_context():
        return int(person(db.session, name).id)


def role_ids(app: Flask, *names: str) -> list[str]:
    with app.app_context():
        return [str(db.session.scalars(select(Role.id).where(Role.name == name)).one()) for name in names]


def deeds(app: Flask, name: str) -> list[tuple[str, str, str]]:
    """(by whom, deed, what) of the history of an account, oldest first."""
    r = m.RiwayatAkun
    with app.app_context():
        who = person(db.session, name).id
        rows = db.session.execute(
            select(r.pelaku_nama, r.tindakan, r.isi)
            .where(r.objek_jenis == "pengguna", r.objek_id == who)
            .order_by(r.id)
        )
        return [tuple(row) for row in rows]


def invite(app: Flask, admin: Browser) -> str:
    """Invite siti.baru as Petugas of an agency; -> the path of her link."""
    with app.app_context():
        agency = db.session.scalars(select(m.PerangkatDaerah.id).where(m.PerangkatDaerah.kode == "DINKES")).one()
    sent = {
        "first_name": "Siti",
        "last_name": "Baru",
        "username": "siti.baru",
        "email": "siti.baru@contoh.test",
        "perangkat_daerah": str(agency),
        "roles": role_ids(app, "Petugas PPID Pelaksana"),
    }
    answer = admin.send("/pengguna/add", sent)
    assert answer.status_code == 302, text(answer)
    return link(admin, ident(app, "siti.baru"))


def link(admin: Browser, who: int) -> str:
    page = admin.send(f"/tautan-sandi/{who}")
    assert page.status_code == 200
    found = re.search(r"<code>(http[^<]+)</code>", page.text)
    assert found, text(page)
    return urlsplit(found[1]).path


def test_an_invited_person_sets_the_password_and_comes_in(app: Flask, browse: Browse) -> None:
    admin, guest = browse("admin"), browse()
    path = invite(app, admin)
    assert guest.login("siti.baru", SANDI).status_code == 401, "nothing opens before"
    assert guest.get(path).status_code == 200
    weak = guest.send(path, {"password": "pendek", "conf_password": "pendek"})
    assert weak.status_code == 422
    assert guest.send(path, {"password": BARU, "conf_password": BARU}).headers["Location"] == "/login/"
    assert guest.login("siti.baru", BARU).status_code == 302
    assert guest.get("/usulan/list/").status_code == 200
    assert [(who, deed) for who, deed, _ in deeds(app, "siti.baru")] == [
        ("Admin Contoh (admin)", "beri"),
        ("Admin Contoh (admin)", "buat"),
        ("Admin Contoh (admin)", "undang"),
        ("Siti Baru (siti.baru)", "terima"),
    ]


def test_a_link_works_once_for_three_days_and_the_newest_only(app: Flask, browse: Browse) -> None:
    admin, guest = browse("admin"), browse()
    first = invite(app, admin)
    second = link(admin, ident(app, "siti.baru"))
    assert guest.get(first).status_code == 404, "a newer one replaces it"
    with app.app_context():
        kept = db.session.scalars(select(m.TautanAkun.sidik)).all()
        assert not any(second.rsplit("/", 1)[1] in one for one in kept), "only the hash is kept"
        ends = db.session.scalars(select(m.TautanAkun.berlaku_sampai).order_by(m.TautanAkun.id.desc())).first()
        assert abs((ends - sekarang()).total_seconds() - 72 * 3600) < 60
    with time_machine.travel(ends):
        late = guest.get(second)
    assert late.status_code == 404
    assert "72 jam" in text(late)
    sent = {"password": BARU, "conf_password": BARU}
    assert guest.send(second, sent).status_code == 302
    assert guest.get(second).status_code == 404, "already used"
    again = guest.client.post(second, data=sent | {"csrf_token": guest.token()})
    assert again.status_code == 404
    assert guest.get("/undangan/entah").status_code == 404


def test_only_who_edits_accounts_makes_a_link(app: Flask, browse: Browse) -> None:
    who = ident(app, "tim1")
    for name in ("utama", "pengawas"):
        assert browse(name).post(f"/tautan-sandi/{who}").status_code in (302, 403), name
    with app.app_context():
        assert db.session.scalars(select(m.TautanAkun.id)).all() == []
    admin = browse("admin")
    assert admin.client.delete(f"/tautan-sandi/{who}").status_code in (400, 405)
    assert admin.get("/tautan-sandi/99999").status_code == 404


def test_switching_off_shows_what_waits_and_ends_everything_at_once(app: Flask, browse: Browse) -> None:
    with app.app_context():
        person(db.session, "serba").active = False
        db.session.commit()
    who, admin = ident(app, "data"), browse("admin")
    session, token, path = browse("data"), Program(app, "data"), link(admin, ident(app, "data"))
    address = f"/akun-pengguna/{who}/nonaktifkan"
    page = admin.get(address)
    assert "Tidak ada orang lain yang aktif dengan peran Petugas Data dan Informasi." in text(page)
    assert admin.send(address, {"alasan": ""}).status_code == 422
    assert token.get("/berkas/").status_code == 200
    assert admin.send(address, {"alasan": "Pindah tugas."}).status_code == 302
    assert session.get("/").status_code == 302
    assert token.get("/berkas/").status_code == 401
    assert browse().get(path).status_code == 404, "links stop too"
    assert browse().login("data").status_code == 401
    assert deeds(app, "data")[-1] == ("Admin Contoh (admin)", "nonaktifkan", "Pindah tugas.")
    assert "sudah nonaktif" in text(admin.follow(admin.get(address))), "already done"
    assert admin.post(f"/akun-pengguna/{who}/aktifkan").status_code == 302
    assert session.get("/").status_code == 302, "old sessions stay dead"
    assert browse().login("data").status_code == 302


@pytest.mark.parametrize("deed", ["nonaktifkan", "aktifkan", "akhiri-sesi", "lepas-faktor"])
def test_nobody_else_does_anything_to_an_account(deed: str, app: Flask, browse: Browse) -> None:
    address, other = f"/akun-pengguna/{ident(app, 'tim1')}/{deed}", browse("utama")
    assert other.post(address, {"alasan": "iseng"}).status_code in (302, 403)
    with app.app_context():
        assert person(db.session, "tim1").active
    assert not [line for line in deeds(app, "tim1") if line[1] != "beri"]
    admin = browse("admin")
    assert admin.post(f"/akun-pengguna/99999/{deed}", {"alasan": "x"}).status_code == 404
    if deed in ("aktifkan", "akhiri-sesi"):
        assert admin.get(address).status_code == 405, "a GET changes nothing"


def test_the_last_administrator_stays_by_every_way(app: Flask, browse: Browse) -> None:
    with app.app_context():
        person(db.session, "serba").active = False
        db.session.commit()
    who, admin = ident(app, "admin"), browse("admin")
    off = admin.send(f"/akun-pengguna/{who}/nonaktifkan", {"alasan": "coba"})
    assert (off.status_code, ADMIN_TERAKHIR in text(off)) == (409, True)
    demoted = admin.send(f"/pengguna/edit/{who}", {"roles": role_ids(app, "PPID Utama")})
    assert (demoted.status_code, "administrator aktif terakhir" in text(demoted)) == (409, True)
    role = role_ids(app, "Admin")[0]
    renamed = admin.send(f"/peran/edit/{role}", {"name": "Bukan Admin"})
    assert (renamed.status_code, "peran bawaan" in text(renamed)) == (422, True)
    admin.post(f"/peran/delete/{role}")
    assert admin.get("/pengguna/list/").status_code == 200, "still administrator"


def test_a_given_password_is_changed_before_anything_else(app: Flask, browse: Browse) -> None:
    who, given = ident(app, "tim1"), "sepeda biru di bawah jembatan"
    sent = {"password": given, "conf_password": given}
    assert browse("admin").send(f"/sandi-pengguna/{who}", sent).status_code == 302
    body = {"username": "tim1", "password": given, "provider": "db"}
    refused = app.test_client().post("/api/v1/security/login", json=body)
    assert (refused.status_code, refused.get_json()["kode"]) == (403, "ganti_sandi")
    person_ = browse()
    person_.login("tim1", given)
    for address in ("/", "/berkas/list/", "/akun/"):
        assert person_.get(address).headers["Location"] == "/akun/sandi", address
    same = person_.send("/akun/sandi", {"sekarang": given, "password": given, "conf_password": given})
    assert (same.status_code, "harus berbeda" in text(same)) == (422, True)
    changed = person_.send("/akun/sandi", {"sekarang": given, "password": BARU, "conf_password": BARU})
    assert changed.status_code == 302
    assert person_.get("/").status_code == 200
    fresh = browse()
    fresh.login("tim1", BARU)
    assert fresh.get("/").status_code == 200
    assert deeds(app, "tim1")[-1][1] == "sandi"


def test_devices_are_listed_and_ended_together(app: Flask, browse: Browse) -> None:
    here, elsewhere = browse("utama"), Program(app, "utama")
    page = text(here.get("/akun/"))
    assert "perangkat ini" in page
    assert "Program (REST)" in page
    shown = text(browse("admin").get(f"/pengguna/show/{ident(app, 'utama')}"))
    assert "Perangkat yang masuk" in shown
    assert here.get("/akun/keluar-semua").status_code == 405
    assert here.post("/akun/keluar-semua").status_code == 302
    assert here.get("/").status_code == 302
    assert elsewhere.get("/usulan/").status_code == 401
    other = browse("utama")
    assert browse("admin").post(f"/akun-pengguna/{ident(app, 'utama')}/akhiri-sesi").status_code == 302
    assert other.get("/").status_code == 302
    assert [line[1] for line in deeds(app, "utama")[-2:]] == ["akhiri_sesi", "akhiri_sesi"]


def test_the_device_on_which_a_password_was_changed_stays_in_the_list(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    browser.send("/akun/sandi", {"sekarang": SANDI, "password": BARU, "conf_password": BARU})
    assert "perangkat ini" in text(browser.get("/akun/"))
