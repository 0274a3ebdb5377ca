"""The tour of the first visit, and the rehearsal in which every paper says CONTOH."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from app.documents.render import render
from app.documents.vocabulary import sample
from app.steps.papers_cetak import cetak
from app.views.tur import AKHIR, AWAL, PER_PERAN
from tests.api.cases import Perkara
from tests.views.browsing import Browser

Browse = Callable[..., Browser]


def walked(browser: Browser) -> int:
    """The stops from the first page on, each reached by the button of the one before."""
    address, place, stops = "/?tur=1", "tugas", 0
    while address:
        answer = browser.get(address)
        assert answer.status_code == 200, address
        page = answer.text
        stops += 1
        assert f"Tur {stops} dari" in page
        assert page.count(f'id="{place}"') == 1, (address, place)
        found = re.search(r'href="([^"]+tur=\d+)#([\w-]+)">Berikutnya', page)
        place, address = (found[2], found[1]) if found else ("", "")
    return stops


@pytest.mark.parametrize(
    "name", ["petugas.dinkes", "utama", "tim1", "data", "pimpinan", "arsiparis", "pengawas", "admin"]
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # pages and words, no database of its own
def test_everybody_can_walk_the_tour_of_his_roles_to_its_end(name: str, browse: Browse, kasus: Perkara) -> None:
    assert walked(browse(name)) >= 3


def test_every_role_has_a_tour_between_the_same_ends() -> None:
    assert all(steps and AWAL not in steps and AKHIR not in steps for steps in PER_PERAN.values())


def test_the_tour_is_offered_until_it_is_ended_and_can_be_taken_again(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    assert "Mulai tur" in browser.get("/").text
    browser.post("/tur/selesai")
    assert "Mulai tur" not in browser.get("/").text
    assert browser.get("/tur/").headers["Location"] == "/?tur=1#tugas"
    assert browse(None).get("/tur/").status_code in (302, 401)
    assert browser.get("/tur/selesai").status_code == 405


def test_a_stop_of_another_page_or_a_wrong_number_is_no_stop(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    for wrong in ("99", "0", "x", "2"):
        assert 'aria-label="Tur"' not in browser.get(f"/?tur={wrong}").text


def shipped(kind: str) -> bytes:
    return (Path(__file__).resolve().parents[2] / "docx_templates" / f"{kind}.docx").read_bytes()


def headers(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return "".join(package.read(n).decode() for n in package.namelist() if n.startswith("word/header"))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_paper_of_a_rehearsal_says_so_and_a_draft_still_says_draft(app: Flask, kasus: Perkara) -> None:
    kind = "nota_dinas"
    plain = headers(render(shipped(kind), sample(kind), jenis=kind, title="x"))
    assert "CONTOH" not in plain
    with app.app_context():
        app.config["SIDIK_LATIHAN"] = True
        issued = headers(cetak(shipped(kind), sample(kind), kind, "x"))
        draft = headers(cetak(shipped(kind), sample(kind), kind, "x", konsep=True))
    assert issued.count('string="CONTOH"') >= 1
    assert 'string="KONSEP"' in draft
    assert 'string="CONTOH"' not in draft


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_rehearsal_says_so_on_every_page(app: Flask, browse: Browse) -> None:
    app.config["SIDIK_LATIHAN"] = True
    assert "MODE LATIHAN" in browse("utama").get("/").text
