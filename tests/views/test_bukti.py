"""The evidence bundle on its page: from the record of the dispute to the archive; nobody else comes near."""

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask

from app import models as m
from app.extensions import db
from app.register.bukti import susun
from tests.api.cases import keputusan
from tests.views.browsing import Browser, text


@pytest.fixture
def sengketa(app: Flask, kasus: object, monkeypatch: pytest.MonkeyPatch) -> int:
    """A dispute about an entry of a signed decree."""
    monkeypatch.setattr(susun, "pengubah", lambda: None)
    with app.app_context():
        keputusan(db.session)
        entry = db.session.query(m.ButirDitetapkan).order_by(m.ButirDitetapkan.id.desc()).first()
        row = m.Sengketa(butir_ditetapkan_id=entry.id, nomor_register_ki="009/REG-PSI/2026")
        db.session.add(row)
        db.session.commit()
        return int(row.id)


def test_the_bundle_is_fetched_from_the_record_of_the_dispute(browse: Callable[..., Browser], sengketa: int) -> None:
    utama = browse("utama")
    assert f'href="/bukti-sengketa/{sengketa}"' in utama.get(f"/sengketa/show/{sengketa}").text
    page = utama.get(f"/bukti-sengketa/{sengketa}")
    assert "sidang tertutup" in text(page)
    for part in ("lengkap", "terbuka"):
        answer = utama.get(f"/bukti-sengketa/{sengketa}/unduh?bagian={part}")
        assert answer.mimetype == "application/zip", text(answer)
        assert f"Bukti_009-REG-PSI-2026_{part}" in answer.headers["Content-Disposition"]
        with zipfile.ZipFile(BytesIO(answer.data)) as archive:
            assert {"manifest.json", "periksa.py", "BACA-SAYA.txt"} <= set(archive.namelist())


def test_others_are_refused_and_odd_requests_answered_in_words(browse: Callable[..., Browser], sengketa: int) -> None:
    for who in ("petugas.dinkes", "data", "tim1", "tamu"):
        for address in (f"/bukti-sengketa/{sengketa}", f"/bukti-sengketa/{sengketa}/unduh"):
            assert browse(who).get(address).status_code in (403, 404)
    utama = browse("utama")
    assert utama.get("/bukti-sengketa/999999").status_code == 404
    assert utama.get(f"/bukti-sengketa/{sengketa}/unduh?bagian=semua").status_code == 422


def test_the_record_of_the_dispute_shows_its_deadlines(
    browse: Callable[..., Browser], sengketa: int, app: Flask
) -> None:
    utama = browse("utama")
    assert "Isi tanggal penolakan" in text(utama.get(f"/sengketa/show/{sengketa}"))
    utama.follow(utama.send(f"/sengketa/edit/{sengketa}", {"tanggal_keberatan": "2026-01-05"}))
    told = text(utama.get(f"/sengketa/show/{sengketa}"))
    assert "Menanggapi keberatan" in told
    assert "Pasal 36 ayat (2), 30 hari kerja" in told
