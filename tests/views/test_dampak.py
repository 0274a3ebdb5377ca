"""What-if on the screens: from a law to what it touches, to its reviews, to their end; and the open list with its import."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.steps.test_terbuka import HEAD, ROWS, sheet
from tests.views.browsing import Browser, text

Browse = Callable[..., Browser]


@pytest.fixture
def law(app: Flask, kasus: Perkara) -> int:
    """A repealed regulation that one butir cites."""
    with app.app_context():
        row = m.Peraturan(jenis="UU", nomor="900", tahun=2020, tentang="Contoh", status="dicabut")
        butir = db.session.scalars(select(m.ButirInformasi).where(m.ButirInformasi.berkas_id.is_not(None))).first()
        db.session.add(m.DasarPengecualian(butir=butir, peraturan=row, pasal_ayat="Pasal 3"))
        db.session.commit()
        return int(row.id)


def test_a_repealed_law_leads_to_its_reviews_and_their_end(app: Flask, browse: Browse, law: int) -> None:
    utama = browse("utama")
    assert f"/dampak/peraturan/{law}" in utama.get(f"/peraturan/show/{law}").text
    page = utama.get(f"/dampak/peraturan/{law}")
    assert "UU 900/2020 dicabut. Di bawah ini" in text(page)
    assert "Buka 1 tugas tinjauan" in page.text
    done = text(utama.follow(utama.post(f"/dampak/peraturan/{law}")))
    assert "1 tugas tinjauan dibuka." in done
    assert "Menunggu" in done
    assert "Semua tinjauan sudah dibuka" in text(utama.follow(utama.post(f"/dampak/peraturan/{law}")))
    with app.app_context():
        task = db.session.scalars(select(m.Tinjauan.id)).one()
    assert "Tinjauan perubahan hukum menunggu" in text(utama.get("/"))
    closed = {"hasil": "tetap", "keterangan": "Undang-undang lain mengaturnya."}
    assert "Tetap: dasar" in text(utama.follow(utama.send(f"/tinjauan/edit/{task}", closed)))
    assert "Tinjauan perubahan hukum menunggu" not in text(utama.get("/"))


def test_only_ppid_utama_opens_the_page_and_only_of_laws_that_are_there(browse: Browse, law: int) -> None:
    for who in ("petugas.dinkes", "admin", "tamu"):
        browser = browse(who)
        assert browser.get(f"/dampak/peraturan/{law}").status_code == 403
        assert browser.post(f"/dampak/peraturan/{law}").status_code == 403
        assert "/dampak/" not in browser.get(f"/peraturan/show/{law}").text
    utama = browse("utama")
    for address in ("/dampak/peraturan/999999", "/dampak/gaib/1", "/dampak/pasal17/x"):
        assert utama.get(address).status_code == 404
    assert utama.client.delete(f"/dampak/peraturan/{law}").status_code == 405


def test_the_open_list_is_imported_from_a_sheet(browse: Browse, kasus: Perkara) -> None:
    utama = browse("utama")
    assert "Impor dari Excel" in utama.get("/informasi-terbuka/list/").text
    upload = {"unggahan": (BytesIO(sheet(HEAD, *ROWS)), "dip.xlsx")}
    assert "2 baris ditambahkan, 0 sudah ada." in text(utama.follow(utama.send("/informasi-terbuka-impor/", upload)))
    refused = utama.send("/informasi-terbuka-impor/", {"unggahan": (BytesIO(b"bukan lembar"), "dip.xlsx")})
    assert refused.status_code == 422
    assert utama.send("/informasi-terbuka-impor/", {}).status_code == 422
    petugas = browse("petugas.dinkes")
    assert "Laporan kinerja" in text(petugas.get("/informasi-terbuka/list/"))
    assert "Impor dari Excel" not in petugas.get("/informasi-terbuka/list/").text
    assert petugas.get("/informasi-terbuka-impor/").status_code == 403
