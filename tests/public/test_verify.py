"""/v/<token> and the probes: what anyone may know of a paper, and whether the service lives."""

import hashlib
import io
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, text, update

from app import models as m
from app.documents.keeping import simpan
from app.extensions import db
from app.public import verify
from tests.api.cases import RAHASIA, keputusan


@pytest.fixture
def sk(app: Flask) -> dict[str, Any]:
    verify.meleset.lupakan()
    verify.mencocokkan.lupakan()
    with app.app_context():
        return keputusan(db.session)


def test_a_paper_is_verified_by_number_date_signer_and_hash_but_never_shown(
    client: FlaskClient, sk: dict[str, Any]
) -> None:
    page = client.get(f"/v/{sk['token']}").text
    assert client.get("/v/7q2m-k9td-4xwb").text == page
    assert '<html lang="id">' in page
    for told in (sk["nomor"], "5 Maret 2026", "Siti Contoh", "Kepala Dinas", "a" * 64, sk["sha256"], "Berlaku"):
        assert told in page
    for hidden in (
        RAHASIA,
        "Informasi publik nomor",
        "197001011990011001",
        "Klasifikasi informasi yang dikecualikan</",
    ):
        assert hidden not in page


@pytest.mark.parametrize(("status", "told"), [("terbit", "belum dicatat"), ("dicabut", "tidak berlaku lagi")])
def test_a_paper_tells_its_state(app: Flask, client: FlaskClient, sk: dict[str, Any], status: str, told: str) -> None:
    with app.app_context():
        db.session.execute(update(m.Naskah).values(status=status))
        db.session.commit()
    assert told in client.get(f"/v/{sk['token']}").text


def test_who_guesses_codes_is_slowed_down_and_who_holds_one_is_not(client: FlaskClient, sk: dict[str, Any]) -> None:
    for _ in range(verify.meleset.paling_banyak):
        assert client.get("/v/SALAHSALAH").status_code == 404
    answer = client.get("/v/SALAHSALAH")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert client.get(f"/v/{sk['token']}").status_code == 200


def bandingkan(client: FlaskClient, token: str, content: bytes, nama: str = "salinan.pdf") -> Any:
    return client.post(f"/v/{token}/cocokkan", data={"file": (io.BytesIO(content), nama)})


def test_a_file_in_hand_is_compared_by_its_hash_and_kept_nowhere(
    app: Flask, client: FlaskClient, sk: dict[str, Any]
) -> None:
    with app.app_context():
        before = db.session.scalar(select(func.count()).select_from(m.Unggahan))
    same = bandingkan(client, sk["token"], b"%PDF-1.4 contoh")
    assert (same.status_code, sk["sha256"] in same.text) == (200, True)
    assert "Sama persis dengan salinan bertanda tangan" in same.text
    other = bandingkan(client, sk["token"], b"%PDF-1.4 cont0h", "<script>alert(1)</script>.pdf")
    assert "Berbeda dari semua file" in other.text
    assert hashlib.sha256(b"%PDF-1.4 cont0h").hexdigest() in other.text
    assert "<script>alert" not in other.text
    assert other.headers["Cache-Control"] == "no-store"
    assert client.post(f"/v/{sk['token']}/cocokkan").status_code == 422
    assert bandingkan(client, "SALAHSALAH", b"x").status_code == 404
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(m.Unggahan)) == before


def test_the_issued_word_file_and_its_pdf_are_told_apart_from_the_signed_copy(
    app: Flask, client: FlaskClient, sk: dict[str, Any]
) -> None:
    with app.app_context():
        made = simpan(db.session, b"%PDF-1.7 dari word", nama="x.pdf", mime="application/pdf", officer_id=None)
        db.session.flush()
        word = hashlib.sha256(b"PK word").hexdigest()
        db.session.execute(update(m.Naskah).values(pdf_id=made.id, sha256=word))
        db.session.commit()
    assert "naskah Word yang diterbitkan" in bandingkan(client, sk["token"], b"PK word").text
    assert "PDF dari naskah yang diterbitkan" in bandingkan(client, sk["token"], b"%PDF-1.7 dari word").text


def test_comparing_is_slowed_down_for_each_address(client: FlaskClient, sk: dict[str, Any]) -> None:
    for _ in range(verify.mencocokkan.paling_banyak):
        assert bandingkan(client, sk["token"], b"x").status_code == 200
    answer = bandingkan(client, sk["token"], b"x")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert client.get(f"/v/{sk['token']}").status_code == 200


def test_a_replaced_paper_names_what_stands_in_its_place(app: Flask, client: FlaskClient, sk: dict[str, Any]) -> None:
    with app.app_context():
        old = db.session.get_one(m.Naskah, sk["sk"])
        old.status = "dicabut"
        number = m.NomorNaskah(
            pola="p",
            jenis=old.jenis,
            unit="DKISP",
            tahun=2026,
            urut=902,
            nomor="488/Kep.902-DKISP/2026",
            status="dipakai",
        )
        db.session.add(number)
        db.session.flush()
        same = {name: getattr(old, name) for name in ("berkas_id", "jenis", "tanggal", "templat_sha256", "isi")}
        new = {"nomor": number.nomor, "nomor_naskah_id": number.id, "perihal": "Pengganti", "token": "8Q2MK9TD4XWB"}
        db.session.add(m.Naskah(**same, **new, unggahan_id=old.unggahan_id, sha256="c" * 64))
        db.session.commit()
    page = client.get(f"/v/{sk['token']}").text
    assert "Diganti: naskah ini tidak berlaku lagi. Penggantinya nomor 488/Kep.902-DKISP/2026" in page
    assert "belum dicatat" in client.get("/v/8Q2MK9TD4XWB").text


def test_a_code_can_be_typed(client: FlaskClient, sk: dict[str, Any]) -> None:
    assert "Kode verifikasi pada kaki halaman" in client.get("/v/").text
    answer = client.get("/v/?kode=7q2m-k9td 4xwb")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/v/{sk['token']}")


def test_the_process_lives_and_is_ready(client: FlaskClient) -> None:
    assert client.get("/healthz").get_json() == {"status": "hidup"}
    assert client.get("/readyz").get_json() == {"status": "siap"}


def test_an_old_database_is_not_ready_and_says_why(app: Flask, client: FlaskClient) -> None:
    with app.app_context():
        db.session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        db.session.commit()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "belum dimigrasikan" in answer.get_json()["alasan"]
    assert answer.headers["Retry-After"]
