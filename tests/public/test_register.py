"""The public register: only what is decided, signed, announced and in force; only the columns of the allow-list; exact bytes."""

import csv
import datetime as dt
import hashlib
import io
import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml import etree
from sqlalchemy import event, update

from app import models as m
from app.extensions import db
from app.register.columns import KOLOM, NAMA
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
        "nomor_sk",
        "tanggal_sk",
        "tautan_sk",
    )
    assert {column.asal.class_ for column in KOLOM} == {m.ButirDitetapkan, m.Naskah, m.PerangkatDaerah}
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


def test_an_entry_that_is_opened_replaced_or_over_leaves_the_list(
    app: Flask, client: FlaskClient, sk: dict[str, Any]
) -> None:
    for status in ("menunggu_ttd", "dibuka", "terbuka_demi_hukum", "diubah", "dibatalkan", "dicabut"):
        ubah(app, m.ButirDitetapkan, status=status)
        assert client.get("/publik/daftar.json").get_json()["jumlah"] == 0, status
    ubah(app, m.ButirDitetapkan, status="berlaku", akhir=dt.date(2026, 3, 6), batas_buka=dt.date(2026, 3, 6))
    assert client.get("/publik/daftar.json").get_json()["jumlah"] == 0


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
    assert "30 informasi dikecualikan" in client.get("/publik/").text
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
    assert len([one for one in seen if one.lstrip().upper().startswith("SELECT")]) == 1
    assert not any("butir_ditetapkan.isi" in one for one in seen)


def test_other_methods_are_refused(client: FlaskClient) -> None:
    for path in (*ALAMAT, "/healthz", "/v/ABC"):
        assert client.post(path).status_code in (400, 405)


def test_a_code_that_cannot_be_is_not_found(client: FlaskClient) -> None:
    for odd in ("%00", "..%2f", "x" * 3000, "%F0%9F%98%80", "%ED%A0%80"):
        assert client.get(f"/v/{odd}").status_code == 404, odd[:9]
        assert client.get(f"/publik/sk/{odd}").status_code == 404, odd[:9]
