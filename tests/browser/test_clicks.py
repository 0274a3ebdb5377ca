"""How much a clerk has to press: every click, every choice of a file is one act; typing is not counted, for nothing here needs it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Locator, Page

from app import models as m
from app.calendar.words import hari_ini_wib
from app.extensions import db
from tests.api.cases import Perkara, keputusan
from tests.browser.conftest import Heard
from tests.browser.hands import button, link

Visit = Callable[..., tuple[Page, Heard]]
SHEET = Path(__file__).parents[1] / "data" / "usulan-dinkes.xlsx"


class Counted:
    """A mouse that counts."""

    def __init__(self) -> None:
        self.acts = 0

    def click(self, target: Locator) -> None:
        self.acts += 1
        target.click()

    def give(self, field: Locator, file: Any) -> None:
        self.acts += 1
        field.set_input_files(file)


def test_from_the_spreadsheet_to_the_submission_in_at_most_eight_acts(app: Flask, visit: Visit, tmp_path: Path) -> None:
    page, _ = visit("petugas.dinkes")
    page.goto("/")
    mouse = Counted()
    mouse.click(link(page, "Impor dari Excel"))
    mouse.give(page.get_by_label("Lembar kerja"), SHEET)
    mouse.click(button(page, "Periksa dahulu"))
    page.screenshot(path=tmp_path / "pratinjau.png", full_page=True)
    mouse.click(button(page, "Simpan sebagai draf usulan"))
    mouse.click(link(page, "Sampaikan ke PPID Utama …"))
    mouse.click(button(page, "Sampaikan ke PPID Utama"))
    with app.app_context():
        newest = db.session.query(m.Usulan).order_by(m.Usulan.id.desc()).first()
        assert (newest.status, len(newest.butir)) == ("diajukan", 3)
    assert mouse.acts <= 8, mouse.acts


def test_a_paper_of_last_year_is_found_in_at_most_three_acts(
    app: Flask, visit: Visit, kasus: Perkara, tmp_path: Path
) -> None:
    last = hari_ini_wib().year - 1
    with app.app_context():
        old = db.session.get_one(m.Naskah, keputusan(db.session, urut=77, token="7Q2MK9TD4XZZ")["sk"])
        old.tanggal, old.perihal = dt.date(last, 6, 1), "Keputusan tahun lalu"
        db.session.commit()
    page, _ = visit("utama")
    page.goto("/")
    mouse = Counted()
    mouse.click(page.get_by_role("navigation").get_by_role("link", name="Naskah", exact=True))
    mouse.click(page.get_by_role("navigation", name="Tahun").get_by_role("link", name=str(last)))
    page.screenshot(path=tmp_path / "tahun.png", full_page=True)
    mouse.click(link(page, "Keputusan tahun lalu"))
    assert page.get_by_role("heading", level=1).inner_text().startswith("Surat keputusan")
    assert mouse.acts <= 3, mouse.acts


def test_a_blocked_move_says_why_before_anything_is_pressed(visit: Visit, kasus: Perkara, tmp_path: Path) -> None:
    page, _ = visit("petugas.dinkes")
    page.goto(f"/usulan/show/{kasus['draf.dinkes']}")
    told = page.get_by_role("region", name="Tindakan").inner_text()
    assert "Sampaikan ke PPID Utama: belum dapat" in told
    assert told.count("Wajib diperbaiki:") == 5, told
    page.screenshot(path=tmp_path / "belum-dapat.png", full_page=True)
