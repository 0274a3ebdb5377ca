"""A draft on the screen of a real browser: as PDF, and without LibreOffice in a frame that can reach nothing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.api.cases import Perkara
from tests.browser.conftest import Heard

Visit = Callable[..., tuple[Page, Heard]]


def draft(kasus: Perkara) -> str:
    return f"/pratinjau/konsep/usulan/{kasus['usulan.dinkes']}/draft_daftar"


def test_without_libreoffice_the_draft_is_drawn_in_a_frame_that_reaches_nothing(
    visit: Visit, kasus: Perkara, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.views.pratinjau.pengubah", lambda: None)
    page, heard = visit("petugas.dinkes")
    page.goto(draft(kasus))
    page.wait_for_selector("iframe[data-siap=ya]", timeout=20_000)
    frame = page.frames[1]
    assert "KONSEP" in frame.inner_text("body")
    assert "rekam medis" in frame.inner_text("body")
    assert frame.evaluate("fetch('/naskah/list/').then(() => 'ada', () => 'tidak')") == "tidak"
    assert frame.evaluate("(() => { try { return parent.document.title } catch { return 'tidak' } })()") == "tidak"
    assert not heard.foreign
    assert all("naskah/list" in line or "origin" in line for line in heard.console), heard.console


def test_with_libreoffice_the_draft_comes_as_a_pdf(require: Callable[[str], str], visit: Visit, kasus: Perkara) -> None:
    require("libreoffice")
    page, heard = visit("petugas.dinkes")
    with page.expect_response(lambda r: r.url.endswith("/pdf"), timeout=120_000) as waiting:
        page.goto(draft(kasus))
    answer = waiting.value
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert not heard.foreign


def test_the_draft_is_one_click_away_on_the_page_of_the_move(visit: Visit, kasus: Perkara) -> None:
    page, _ = visit("petugas.dinkes")
    page.goto(f"/usulan/{kasus['draf.dinkes']}/tindakan/ajukan")
    link = page.get_by_role("link", name="lihat konsep", exact=True).first
    assert link.get_attribute("href") == f"/pratinjau/konsep/usulan/{kasus['draf.dinkes']}/usulan_daftar"


def test_neighbours_and_nonsense_find_no_draft(visit: Visit, kasus: Perkara) -> None:
    page, _ = visit("petugas.bkd")
    for address in (
        f"{draft(kasus)}/docx",
        f"{draft(kasus)}/exe",
        "/pratinjau/konsep/butir/1/draft_daftar",
        "/pratinjau/konsep/usulan/1/apa",
        "/pratinjau/naskah/1/docx",
    ):
        assert page.request.get(address).status == 404, address
