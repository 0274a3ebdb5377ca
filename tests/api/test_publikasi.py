"""Publications over REST: other sites wait in the outbox, a reason takes one back, and the same refusals as on the screens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app import models as m
from app.extensions import db
from app.register.situs.keluar import kirim_keluar
from tests.api.cases import keputusan
from tests.api.office import Program
from tests.cases import scan
from tests.register.sites import web, write_list


@pytest.fixture
def sk(app: Flask, kasus: object) -> dict[str, Any]:
    with app.app_context():
        return keputusan(db.session, content=scan("SK"))


def test_a_decree_is_sent_and_taken_back_by_a_program(
    masuk: Callable[[str | None], Program], app: Flask, sk: dict[str, Any], tmp_path: Path
) -> None:
    root = tmp_path / "www"
    root.mkdir()
    data, publish = masuk("data"), {"naskah": sk["sk"], "saluran": "folder"}
    with web(root) as address:
        with app.app_context():
            write_list(tmp_path)
        refused = data.post("/publikasi/", publish)
        assert (refused.status_code, refused.get_json()["kekurangan"][0]["kode"]) == (422, "situs")
        with app.app_context():
            write_list(tmp_path, {"kode": "DKISP", "saluran": "folder", "alamat": address, "folder": str(root)})
        made = data.post("/publikasi/", publish)
        assert made.status_code == 201, made.text
        ident = made.get_json()["id"]
        row = data.get(f"/publikasi/{ident}").get_json()["result"]
        assert (row["saluran"], row["hasil_cek"], row["dicabut_pada"]) == ("folder", None, None)
        assert "Komunikasi" in row["perangkat_daerah"]["label"], "of PPID Utama when none is named"
        with app.app_context():
            kirim_keluar(db.session)
        row = data.get(f"/publikasi/{ident}").get_json()["result"]
        assert (row["hasil_cek"], row["url"].startswith(address)) == ("sama", True)
        assert data.post("/publikasi/", publish).get_json()["id"] == ident, "again: the same one"

        for who in ("petugas.dinkes", "tim1", "utama"):
            assert masuk(who).post("/publikasi/", publish).status_code == 403
            assert masuk(who).put(f"/publikasi/{ident}", {"alasan_cabut": "x"}).status_code in (403, 404)
        assert data.put("/publikasi/99999", {"alasan_cabut": "x"}).status_code == 404
        taken = data.put(f"/publikasi/{ident}", {"alasan_cabut": "Salah unggah"})
        assert taken.status_code == 200, taken.text
        with app.app_context():
            kirim_keluar(db.session)
        row = data.get(f"/publikasi/{ident}").get_json()["result"]
        assert (row["alasan_cabut"], bool(row["dicabut_pada"]), list(root.iterdir())) == ("Salah unggah", True, [])
        assert data.put(f"/publikasi/{ident}", {"alasan_cabut": "lagi"}).status_code == 409
        assert data.delete(f"/publikasi/{ident}").status_code == 405


def test_a_reason_for_taking_back_is_no_part_of_publishing(
    masuk: Callable[[str | None], Program], app: Flask, sk: dict[str, Any]
) -> None:
    made = masuk("data").post("/publikasi/", {"naskah": sk["sk"], "saluran": "publik", "alasan_cabut": "x"})
    assert made.status_code == 422
    with app.app_context():
        assert db.session.query(m.Publikasi).count() == 1, "the one that was there"
