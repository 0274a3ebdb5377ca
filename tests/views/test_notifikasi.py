"""The inbox, the choices, and the calendar, as people meet them: own rows only, no script needed, one secret address."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar
from lxml import html
from sqlalchemy import insert, select, update

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db
from app.models.base import sekarang
from app.sop.notifikasi import ALAMAT, HAL
from tests.api.cases import RAHASIA, Perkara, keputusan
from tests.views.browsing import Browser, text
from tests.views.test_pages import counted

Browse = Callable[..., Browser]
N = m.Notifikasi
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def tell(app: Flask, name: str, kasus: Perkara, number: int = 1) -> list[int]:
    """News for one person about the berkas; -> ids."""
    with app.app_context():
        user = db.session.scalars(select(m.Pengguna).where(m.Pengguna.username == name)).unique().one()
        row = {"pengguna_id": user.id, "hal": "sampaikan", "objek_jenis": "berkas", "objek_id": kasus["berkas"]}
        row |= {"judul": "BK-2026-900 Penetapan 2026", "kelompok": "uji", "cara": "tidak", "waktu": sekarang()}
        db.session.execute(insert(N), [row] * number)
        db.session.commit()
        return list(db.session.scalars(select(N.id).where(N.pengguna_id == user.id).order_by(N.id)))


def unread(page: Any) -> str:
    """What the bell says."""
    return " ".join(html.fromstring(page.text).xpath("//header//a[@class='lonceng']")[0].text_content().split())


def test_the_bell_counts_on_every_page_and_opening_reads(app: Flask, browse: Browse, kasus: Perkara) -> None:
    mine = tell(app, "tim1", kasus, 3)
    browser = browse("tim1")
    assert unread(browser.get("/berkas/list/")) == "Pemberitahuan3 belum dibaca"
    answer = browser.get(f"/notifikasi/buka/{mine[0]}")
    assert answer.headers["Location"] == f"/berkas/show/{kasus['berkas']}"
    assert browser.follow(answer).status_code == 200
    assert unread(browser.get("/")) == "Pemberitahuan2 belum dibaca"
    page = browser.get("/notifikasi/")
    assert text(page).count("Berkas menunggu pertimbangan") == 2
    assert text(browser.get("/notifikasi/?semua")).count("Berkas menunggu pertimbangan") == 3
    browser.follow(browser.send("/notifikasi/", number=1))
    assert unread(browser.get("/")) == "Pemberitahuan1 belum dibaca"
    browser.follow(browser.send("/notifikasi/", number=0))
    assert unread(browser.get("/")) == "Pemberitahuan"
    assert "Tidak ada yang belum dibaca." in text(browser.get("/notifikasi/"))


def test_nobody_sees_opens_or_reads_the_neighbours_news(app: Flask, browse: Browse, kasus: Perkara) -> None:
    theirs = tell(app, "tim1", kasus)[0]
    browser = browse("utama")
    assert "Penetapan" not in text(browser.get("/notifikasi/?semua"))
    assert browser.get(f"/notifikasi/buka/{theirs}").status_code == 404
    browser.post("/notifikasi/baca", {"id": str(theirs)})
    browser.post("/notifikasi/baca")
    with app.app_context():
        assert db.session.get_one(N, theirs).dibaca_pada is None


@SQLITE
def test_strangers_and_wrong_methods_are_refused(app: Flask, browse: Browse, kasus: Perkara) -> None:
    stranger, browser = browse(), browse("tim1")
    for address in ("/notifikasi/", "/notifikasi/pilihan", "/tenggat/", "/notifikasi/buka/1"):
        answer = stranger.get(address)
        assert answer.status_code in (302, 401), address
    for address in ("/notifikasi/baca", "/notifikasi/surel", "/notifikasi/kalender"):
        assert browser.get(address).status_code == 405
        assert browser.client.post(address).status_code == 400, "without a token"
    for odd in ("/notifikasi/buka/0", "/notifikasi/buka/9999999999", "/notifikasi/buka/x", "/tenggat/berkas/7.ics"):
        assert browser.get(odd).status_code == 404
    assert browser.get("/notifikasi/?sebelum=abc").status_code == 200


@SQLITE
def test_a_long_inbox_comes_in_pages_and_in_the_same_number_of_statements(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    tell(app, "tim1", kasus)
    browser = browse("tim1")
    browser.get("/notifikasi/")
    with counted() as few:
        browser.get("/notifikasi/")
    tell(app, "tim1", kasus, 59)
    with counted() as many:
        page = browser.get("/notifikasi/")
    assert len(many) == len(few) == 2, many
    seen = 0
    while page is not None:
        tree = html.fromstring(page.text)
        seen += len(tree.xpath("//main//a[starts-with(@href, '/notifikasi/buka/')]"))
        older = tree.xpath("//main//a[text()='Lebih lama']/@href")
        page = browser.get(older[0]) if older else None
    assert seen == 60


@SQLITE
def test_choices_are_kept_and_mail_asks_for_a_server(
    app: Flask, browse: Browse, kasus: Perkara, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = browse("tim1")
    assert "Server surel belum diatur" in text(browser.get("/notifikasi/pilihan"))
    assert "Server surel belum diatur" in text(browser.follow(browser.post("/notifikasi/surel")))
    page = browser.follow(browser.post("/notifikasi/pilihan", {"cara": "harian"}))
    assert html.fromstring(page.text).xpath("//input[@name='cara'][@checked]/@value") == ["harian"]
    assert "Pilih salah satu" in text(browser.follow(browser.post("/notifikasi/pilihan", {"cara": "sulap"})))
    monkeypatch.setitem(app.config, "SIDIK_MAIL_URL", "smtp://127.0.0.1:1")
    assert "Surel konfirmasi dikirim" in text(browser.follow(browser.send("/notifikasi/pilihan", number=0)))
    with app.app_context():
        waiting = db.session.scalars(select(m.PesanKeluar)).one()
        assert (waiting.jenis, waiting.status) == ("konfirmasi", "menunggu")


@SQLITE
def test_a_link_of_confirmation_waits_for_a_button_and_for_its_person(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    from app.security import confirm

    with app.app_context():
        user = db.session.scalars(select(m.Pengguna).where(m.Pengguna.username == "tim1")).unique().one()
        word, ident = confirm.tanda(app.config["SECRET_KEY"], user), user.id
    address = f"/notifikasi/konfirmasi/{word}"
    assert browse("utama").get(address).status_code == 422
    browser = browse("tim1")
    assert browser.get(address).status_code == 200
    with app.app_context():
        assert db.session.get(m.PilihanNotifikasi, ident) is None, "looking confirms nothing"
    assert "sudah dikonfirmasi" in text(browser.follow(browser.send(address)))
    with app.app_context():
        assert db.session.get_one(m.PilihanNotifikasi, ident).alamat == "tim1@contoh.test"
    assert browser.get(address[:-2]).status_code == 422


def register_ends(app: Flask, day: dt.date) -> None:
    with app.app_context():
        keputusan(db.session)
        e = m.ButirDitetapkan
        db.session.execute(update(e).where(e.kode == "PUB-001").values(akhir=day, batas_buka=day - dt.timedelta(40)))
        db.session.commit()


def secret(browser: Browser) -> str:
    """Make the calendar's address, as it is shown once."""
    page = browser.post("/notifikasi/kalender", page="/notifikasi/pilihan")
    assert page.status_code == 200
    address = str(html.fromstring(page.text).xpath("//input[@id='alamat-kalender']/@value")[0])
    return re.sub(r"^https?://[^/]+", "", address)


def test_the_calendar_is_read_by_a_secret_address_until_it_is_closed(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    day = hari_ini_wib() + dt.timedelta(days=100)
    register_ends(app, day)
    browser, program = browse("petugas.dinkes"), app.test_client()
    address = secret(browser)
    answer = program.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert answer.headers["Cache-Control"] == "private, max-age=3600"
    assert "Set-Cookie" not in answer.headers
    found = {str(e["SUMMARY"]): e["DTSTART"].dt for e in Calendar.from_ical(answer.data).walk("VEVENT")}
    assert found["Pengecualian berakhir: PUB-001"] == day
    assert RAHASIA not in answer.text
    again = program.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert program.get(address.replace(".ics", "x.ics")).status_code == 404
    with app.app_context():
        kept = db.session.scalars(select(m.PilihanNotifikasi)).one()
        assert kept.kalender_sha256 not in address, "only its hash is kept"
    newer = secret(browser)
    assert program.get(address).status_code == 404
    assert program.get(newer).status_code == 200
    browser.post("/notifikasi/kalender", {"tutup": "ya"})
    assert program.get(newer).status_code == 404


@SQLITE
def test_the_calendar_of_a_leaver_is_closed_and_of_a_neighbour_is_empty(
    app: Flask, browse: Browse, kasus: Perkara
) -> None:
    register_ends(app, hari_ini_wib() + dt.timedelta(days=100))
    program, other = app.test_client(), browse("petugas.bkd")
    assert "PUB-001" not in program.get(secret(other)).text
    address = secret(browse("petugas.dinkes"))
    with app.app_context():
        leaver = update(m.Pengguna).where(m.Pengguna.username == "petugas.dinkes").values(active=False)
        db.session.execute(leaver)
        db.session.commit()
    assert program.get(address).status_code == 404


@SQLITE
def test_one_task_gives_one_file_within_the_rows(app: Flask, browse: Browse, kasus: Perkara) -> None:
    day = hari_ini_wib() + dt.timedelta(days=100)
    register_ends(app, day)
    with app.app_context():
        target = update(m.Pengaturan).where(m.Pengaturan.kunci == "sasaran_hari_kerja.sampaikan").values(nilai="5")
        db.session.execute(target)
        db.session.execute(update(m.Berkas).where(m.Berkas.id == kasus["berkas"]).values(status="pengkajian"))
        db.session.commit()
    browser = browse("utama")
    page = browser.get("/tenggat/")
    assert "Sasaran: Sampaikan ke Tim Pertimbangan" in text(page)
    files = html.fromstring(page.text).xpath("//main//a[contains(@href, '.ics')]/@href")
    assert files
    for file in files:
        events = Calendar.from_ical(browser.get(file).data).walk("VEVENT")
        assert len(events) >= 1
        assert all(str(event["URL"]).startswith(app.config["SIDIK_PUBLIC_URL"]) for event in events)
    assert browse("petugas.bkd").get(next(file for file in files if "register" in file)).status_code == 404


@SQLITE
def test_the_due_dates_take_as_many_statements_with_more_rows(app: Flask, browse: Browse, kasus: Perkara) -> None:
    register_ends(app, hari_ini_wib() + dt.timedelta(days=100))
    browser = browse("utama")
    browser.get("/tenggat/")
    with counted() as few:
        browser.get("/tenggat/")
    with app.app_context():
        db.session.execute(update(m.ButirDitetapkan).values(akhir=hari_ini_wib() + dt.timedelta(days=90)))
        db.session.commit()
    with counted() as many:
        browser.get("/tenggat/")
    assert len(many) == len(few)


@SQLITE
def test_the_administrator_sees_refused_mails_and_no_word_of_them(app: Flask, browse: Browse, kasus: Perkara) -> None:
    with app.app_context():
        user = db.session.scalars(select(m.Pengguna).where(m.Pengguna.username == "tim1")).unique().one()
        values = {"kelompok": "peristiwa:1", "jenis": "segera", "status": "gagal", "galat": "Ditolak (kode 550)."}
        db.session.add(m.PesanKeluar(**values, pengguna_id=user.id, dibuat_pada=sekarang(), selesai_pada=sekarang()))
        db.session.commit()
    page = text(browse("admin").get("/pesan-keluar/list/"))
    assert "Ditolak (kode 550)." in page
    assert browse("tim1").get("/pesan-keluar/list/").status_code in (302, 403)


@SQLITE
def test_every_address_of_the_table_exists(app: Flask) -> None:
    adapter = app.url_map.bind("localhost")
    for hal in HAL:
        assert adapter.match(ALAMAT[hal.objek].format(1))[0].endswith((".show", ".list"))
