"""The public register: only what is decided, signed, announced and in force; only the columns of the allow-list; exact bytes."""

import csv
import datetime as dt
import hashlib
import io
import json
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import etree
from sqlalchemy import event, select, update

from app import models as m
from app.extensions import db
from app.register.columns import DIUBAH_PADA, KOLOM, NAMA
from tests.api.cases import RAHASIA, keputusan

ALAMAT = ("/publik/", "/publik/daftar.json", "/publik/daftar.csv", "/publik/feed.atom")
ISI = b"%PDF-1.4 salinan bertanda tangan"


@pytest.fixture
def sk(app: Flask) -> dict[str, Any]:
    with app.app_context():
        return keputusan(db.session, content=ISI)


def ubah(app: Flask, model: Any, **values: Any) -> None:
    with app.app_context():
        db.session.execute(update(model).values(**values))
        db.session.commit()


def test_exactly_these_columns_are_public() -> None:
    assert NAMA == (
        "kode",
        "informasi",
        "perangkat_daerah",
        "klasifikasi",
        "dasar_hukum",
        "alasan",
        "cakupan",
        "jangka_waktu",
        "berlaku_mulai",
        "berlaku_sampai",
        "status",
        "status_sejak",
        "nomor_sk",
        "tanggal_sk",
        "tautan_sk",
        "tautan",
    )
    read = [column.asal for column in KOLOM if column.asal is not DIUBAH_PADA]
    assert {column.class_ for column in read} == {m.ButirDitetapkan, m.Naskah, m.PerangkatDaerah}
    assert str(DIUBAH_PADA).count("perubahan_klasifikasi.") == 2, (
        "the day of a change, and of which entry; not its basis"
    )
    assert m.ButirDitetapkan.isi not in [column.asal for column in KOLOM]


def test_an_announced_decree_is_listed_everywhere_and_nothing_internal_is(
    client: FlaskClient, sk: dict[str, Any]
) -> None:
    for path in ALAMAT:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert sk["nomor"] in answer.text
        assert RAHASIA not in answer.text
        assert "198" + "001" not in answer.text
        assert "no-store" not in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers
    row = client.get("/publik/daftar.json").get_json()["daftar"][0]
    assert set(row) == set(NAMA)
    assert (row["nomor_sk"], row["informasi"]) == (sk["nomor"], "Informasi publik nomor 1")


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (m.Naskah, {"status": "terbit"}),
        (m.Naskah, {"status": "dicabut"}),
        (m.Publikasi, {"saluran": "manual"}),
        (m.Publikasi, {"dicabut_pada": dt.datetime(2026, 4, 1, tzinfo=dt.UTC), "alasan_cabut": "salah unggah"}),
    ],
)
def test_what_is_unsigned_withdrawn_or_elsewhere_is_not_announced(
    app: Flask, client: FlaskClient, sk: dict[str, Any], model: Any, values: dict[str, Any]
) -> None:
    ubah(app, model, **values)
    for path in ALAMAT:
        assert sk["nomor"] not in client.get(path).text
    assert client.get(f"/publik/sk/{sk['token']}").status_code == 404


def test_an_entry_that_was_never_in_force_is_not_listed(app: Flask, client: FlaskClient, sk: dict[str, Any]) -> None:
    for status in ("menunggu_ttd", "dicabut"):
        ubah(app, m.ButirDitetapkan, status=status)
        assert client.get("/publik/daftar.json").get_json()["jumlah"] == 0, status


@pytest.mark.parametrize(
    ("status", "akhir", "klasifikasi", "told", "english", "since"),
    [
        ("berlaku", None, "huruf h", "Berlaku", "In force", "2026-03-05"),
        ("dibuka", None, "huruf h", "Dibuka dengan keputusan", "Opened by decision", "2026-03-20"),
        ("dibatalkan", None, "huruf b", "Dibatalkan putusan", "Annulled by a ruling", "2026-03-20"),
        ("diperpanjang", None, "huruf b", "Diperpanjang", "Extended by a newer decree", "2026-03-20"),
        ("diubah", None, "huruf b", "Diubah", "Changed by a newer decree", "2026-03-20"),
        ("terbuka_demi_hukum", 6, "huruf b", "Terbuka karena jangka waktu berakhir", "Open: the term", "2026-03-07"),
        ("berlaku", 6, "huruf b", "Terbuka karena jangka waktu berakhir", "Open: the term has ended", "2026-03-07"),
        ("berlaku", 6, "huruf h angka 2", "Jangka waktu berakhir, pelindungan", "Term ended, protection", "2026-03-07"),
        ("terbuka_demi_hukum", 6, "huruf j", "Jangka waktu berakhir, pelindungan", "Term ended", "2026-03-07"),
    ],
)
def test_what_became_of_an_entry_is_shown_with_its_day(
    app: Flask,
    client: FlaskClient,
    sk: dict[str, Any],
    status: str,
    akhir: int | None,
    klasifikasi: str,
    told: str,
    english: str,
    since: str,
) -> None:
    end = dt.date(2026, 3, akhir) if akhir else None
    ubah(app, m.ButirDitetapkan, status=status, akhir=end, batas_buka=end, klasifikasi=klasifikasi)
    with app.app_context():
        for entry in db.session.scalars(select(m.ButirDitetapkan.id)).all():
            change = {"jenis": "dibuka", "dasar": RAHASIA, "tanggal": dt.date(2026, 3, 20)}
            db.session.add(m.PerubahanKlasifikasi(butir_ditetapkan_id=entry, **change))
        db.session.commit()
    row = client.get("/publik/daftar.json").get_json()["daftar"][0]
    assert (row["status"][: len(told)], row["status_sejak"]) == (told, since)
    assert client.get("/publik/daftar.json?lang=en").get_json()["daftar"][0]["status"].startswith(english)
    for path in (*ALAMAT, "/publik/?lang=en", row["tautan"], row["tautan"] + "?lang=en"):
        assert RAHASIA not in client.get(path).text
    assert told in client.get(row["tautan"]).text
    running = client.get("/publik/daftar.json?keadaan=berlaku").get_json()["jumlah"]
    assert running + client.get("/publik/daftar.json?keadaan=selesai").get_json()["jumlah"] == 2
    assert bool(running) == (told == "Berlaku")


def test_every_address_is_one_page_in_one_language(client: FlaskClient, sk: dict[str, Any]) -> None:
    entry = client.get("/publik/daftar.json").get_json()["daftar"][0]["tautan"]
    for path in ("/publik/", entry):
        for query, lang in (("", "id"), ("?lang=en", "en"), ("?lang=xx", "id"), ("?lang=en&lang=id", "en")):
            answers = [client.get(path + query, headers={"Accept-Language": wanted}) for wanted in ("en", "id", "fr")]
            assert {answer.data for answer in answers} == {answers[0].data}
            assert f'<html lang="{lang}">' in answers[0].text
            assert answers[0].headers["Content-Language"] == lang
            assert "Accept-Language" not in answers[0].headers.get("Vary", "")
            assert 'hreflang="en"' in answers[0].text
    english = client.get(f"{entry}?lang=en").text
    assert "In force from" in english
    assert "Berlaku mulai" not in english
    assert '<dd lang="id">' in english, "the words of the decree are read out in their own language"


def test_linked_data_says_what_the_pages_say(client: FlaskClient, sk: dict[str, Any]) -> None:
    entry = client.get("/publik/daftar.json").get_json()["daftar"][0]
    for path, kind in (("/publik/", "Dataset"), (entry["tautan"], "CreativeWork")):
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get(path).text)
        assert found is not None
        assert (json.loads(found[1])["@type"], "<" in found[1]) == (kind, False)
    catalogue = client.get("/publik/katalog.jsonld")
    assert catalogue.mimetype == "application/ld+json"
    register, decree = catalogue.get_json()["dcat:dataset"]
    assert len(register["dcat:distribution"]) == 3
    assert decree["dct:identifier"] == sk["nomor"]
    file = decree["dcat:distribution"][0]
    assert file["dcat:mediaType"] == "application/pdf"
    served = client.get(file["dcat:downloadURL"]["@id"]).data
    assert hashlib.sha256(served).hexdigest() == file["spdx:checksum"]["spdx:checksumValue"]


def test_what_did_not_change_is_not_sent_again(app: Flask, client: FlaskClient, sk: dict[str, Any]) -> None:
    entry = client.get("/publik/daftar.json").get_json()["daftar"][0]["tautan"]
    for path in (*ALAMAT, "/publik/?lang=en", entry, "/publik/katalog.jsonld", f"/publik/sk/{sk['token']}"):
        first = client.get(path)
        for header, name in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
            assert client.get(path, headers={header: first.headers[name]}).status_code == 304, (path, name)
        again = client.get(path, headers={"If-None-Match": '"lain"'})
        assert (again.status_code, again.data) == (200, first.data)
    page = client.get("/publik/")
    ubah(app, m.ButirDitetapkan, uraian_publik="Sudah lain", diubah_pada=dt.datetime(2027, 1, 1, tzinfo=dt.UTC))
    for header, name in (("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")):
        assert client.get("/publik/", headers={header: page.headers[name]}).status_code == 200
    assert client.get("/publik/informasi/999999").status_code == 404
    assert client.get("/publik/informasi/99999999999999999999").status_code == 404


def test_a_newer_decree_is_named_where_it_carries_entries_on(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        first = keputusan(db.session, content=ISI)
        second = keputusan(db.session, content=ISI + b" 2", urut=902, token="8R3NL0VE5YXC")
        e = m.ButirDitetapkan
        olds = db.session.scalars(select(e).where(e.sk_id == first["sk"]).order_by(e.id)).all()
        news = db.session.scalars(select(e).where(e.sk_id == second["sk"]).order_by(e.id)).all()
        address = f"/publik/informasi/{olds[0].id}"
        for old, new in zip(olds, news, strict=True):
            old.status, new.menggantikan_id = "diperpanjang", old.id
            db.session.commit()
            text = client.get("/publik/").text
            done = old is olds[-1]
            assert f"{'Diganti' if done else 'Sebagian diganti'} dengan nomor {second['nomor']}" in text
        after = f"/publik/informasi/{news[0].id}"
    assert f'href="{after}"' in client.get(address).text


def test_the_decree_is_served_as_exactly_the_signed_bytes(client: FlaskClient, sk: dict[str, Any]) -> None:
    answer = client.get(f"/publik/sk/{sk['token']}")
    assert (answer.status_code, answer.data, answer.mimetype) == (200, ISI, "application/pdf")
    assert answer.headers["ETag"] == f'"{hashlib.sha256(ISI).hexdigest()}"'
    assert client.get(f"/publik/sk/{sk['token']}", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert client.get("/publik/sk/TIDAK-ADA").status_code == 404


def test_bytes_that_were_not_announced_are_not_served(app: Flask, client: FlaskClient, sk: dict[str, Any]) -> None:
    ubah(app, m.Publikasi, sha256="b" * 64)
    assert client.get(f"/publik/sk/{sk['token']}").status_code == 404


def test_the_list_can_be_searched_and_paged(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        keputusan(db.session, jumlah=30)
    assert "30 informasi dikecualikan." in client.get("/publik/").text
    page = client.get("/publik/?cari=NOMOR 29").text
    assert "1 informasi cocok" in page
    assert "Informasi publik nomor 29" in page
    assert "Halaman 2 dari 2" in client.get("/publik/?halaman=2").text
    for odd in (
        "halaman=0",
        "halaman=-1",
        "halaman=abc",
        "halaman=99999999999",
        "cari=%25",
        "cari=%00",
        "cari=" + "x" * 5000,
    ):
        assert client.get(f"/publik/?{odd}").status_code == 200, odd[:20]
    assert "0 informasi cocok" in client.get("/publik/?cari=%25").text


def test_csv_cells_never_act_as_formulas_and_the_feed_is_well_formed(
    app: Flask, client: FlaskClient, sk: dict[str, Any]
) -> None:
    ubah(app, m.ButirDitetapkan, uraian_publik='=HYPERLINK("http://contoh")', alasan_ringkas="+62 & <b>tebal</b>")
    ubah(app, m.Publikasi, judul="Judul <script>alert(1)</script> & lain")
    answer = client.get("/publik/daftar.csv")
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))
    assert rows[0] == [column.judul for column in KOLOM]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows[1:] for cell in row)
    assert "'=HYPERLINK" in answer.text
    feed = etree.fromstring(client.get("/publik/feed.atom").data)
    titles = [node.text for node in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert f"Judul <script>alert(1)</script> & lain ({sk['nomor']})" in titles
    assert "<script>alert" not in client.get("/publik/").text


def test_the_list_takes_the_same_few_statements_for_any_length(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        keputusan(db.session, jumlah=60)
        engine = db.engine
    seen: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    assert len(json.loads(client.get("/publik/daftar.json").data)["daftar"]) == 60
    assert len([one for one in seen if one.lstrip().upper().startswith("SELECT")]) == 2, (
        "the rows, and when they changed"
    )
    assert not any("butir_ditetapkan.isi" in one for one in seen)


def test_other_methods_are_refused(client: FlaskClient) -> None:
    for path in (*ALAMAT, "/healthz", "/v/ABC"):
        assert client.post(path).status_code in (400, 405)


def test_a_code_that_cannot_be_is_not_found(client: FlaskClient) -> None:
    for odd in ("%00", "..%2f", "x" * 3000, "%F0%9F%98%80", "%ED%A0%80"):
        assert client.get(f"/v/{odd}").status_code == 404, odd[:9]
        assert client.get(f"/publik/sk/{odd}").status_code == 404, odd[:9]
