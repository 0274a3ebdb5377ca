"""Every page for every role: no accessibility fault, no word on the console, no other host, no sideways scrolling, no shift."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from tests.api.cases import Perkara
from tests.browser.conftest import Heard
from tests.browser.test_looks import WCAG
from tests.scale import FULL
from tests.views.test_pages import ORANG, addresses

Visit = Callable[..., tuple[Page, Heard]]
SHIFT = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { moved += e.hadRecentInput ? 0 : e.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(moved), 60);
})"""
# Chromium writes the status of every refused page on the console; a refusal is no fault of the page.
STATUS = "the server responded with a status of"


# What stands in a frame of another page is no page.
BINGKAI = ("/pratinjau/bingkai",)


@pytest.mark.proof
@pytest.mark.skipif(
    not FULL, reason="test_looks opens the pages that staff see most; all of them are the matter of make proof"
)
@pytest.mark.parametrize("name", ORANG)
def test_every_page_is_sound_at_every_size(app: Flask, visit: Visit, kasus: Perkara, name: str) -> None:
    wanted = [address for address in addresses(app) if not address.startswith(BINGKAI)]
    page, heard = visit(name)
    faults, seen = [], 0
    for address in wanted:
        heard.console.clear()
        try:
            answer = page.goto(address)
        except PlaywrightError as download:
            faults += (
                [] if "Download" in str(download) or "ERR_ABORTED" in str(download) else [f"{address}: {download}"]
            )
            continue
        if answer is None or "text/html" not in answer.headers.get("content-type", "") or answer.status == 500:
            faults += [f"{address}: 500"] if answer is not None and answer.status == 500 else []
            continue
        seen += 1
        found = Axe().run(page, options=WCAG).response["violations"]
        faults += [f"{address}: {v['id']} {v['nodes'][0]['html'][:100]}" for v in found]
        faults += [f"{address}: {said}" for said in heard.console if STATUS not in said]
        moved = page.evaluate(SHIFT)
        faults += [f"{address}: shifts {moved:.3f}"] if moved > 0.02 else []
        for width in (640, 390):  # 200 % zoom of 1280, and a phone
            page.set_viewport_size({"width": width, "height": 860})
            wide = page.evaluate("document.documentElement.scrollWidth")
            faults += [f"{address}: {wide} px wide at {width}"] if wide > width else []
        page.set_viewport_size({"width": 1280, "height": 860})
    assert not heard.foreign, heard.foreign
    assert not faults, f"{len(faults)} of {seen} pages\n" + "\n".join(faults[:60])
    assert seen >= 40
