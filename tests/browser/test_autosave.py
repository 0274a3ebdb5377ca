"""A long draft is kept while somebody writes, as a browser does it."""

from collections.abc import Callable

from flask import Flask
from playwright.sync_api import Page

from app import models as m
from app.extensions import db
from tests.api.cases import Perkara
from tests.browser.conftest import Heard

Visit = Callable[..., tuple[Page, Heard]]


def test_a_pause_in_writing_keeps_the_draft_and_the_next_save_is_not_stale(
    app: Flask, visit: Visit, kasus: Perkara
) -> None:
    page, heard = visit("petugas.dinkes")
    page.goto(f"/usulan/edit/{kasus['draf.dinkes']}")
    page.evaluate("document.querySelector('[data-otomatis]').dataset.otomatis = '0.2'")
    page.get_by_label("Judul").fill("Sambil menulis")
    page.get_by_text("Tersimpan otomatis pukul").wait_for()
    with app.app_context():
        assert db.session.get_one(m.Usulan, kasus["draf.dinkes"]).judul == "Sambil menulis"
    page.get_by_label("Judul").fill("Selesai menulis")
    page.get_by_role("button", name="Simpan").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Selesai menulis")
    assert not heard.console
