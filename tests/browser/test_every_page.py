"""Every page for every role: no dead link, no accessibility fault, no word on the console, no other host, no sideways scrolling, no shift."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page

from tests.api.cases import Perkara
from tests.browser.conftest import Heard, served
from tests.browser.reached import Reached, reached
from tests.browser.test_looks import WCAG
from tests.browser.world import ORANG, dunia, milik_lain
from tests.conftest import _point
from tests.databases import Databases
from tests.scale import FULL

Visit = Callable[..., tuple[Page, Heard]]
Walk = Callable[[str | None], Reached]
FIRST = {None: ("/publik/", "/login/", "/v/")}
# How much moved by itself, and what: [sum of the shifts, what it was].
SHIFT = """() => new Promise(done => {
  let moved = 0, what = [];
  new PerformanceObserver(list => list.getEntries().filter(e => !e.hadRecentInput).forEach(e => {
    moved += e.value;
    what.push(...e.sources.map(s => `${s.node?.nodeName} ${s.previousRect.x},${s.previousRect.y} > ${s.currentRect.x},${s.currentRect.y}`));
  })).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done([moved, what.join('; ')]), 60);
})"""
# Pages that no link of a quiet day leads to, and who opens them instead.
WITHOUT_LINK = {
    "Pratinjau.bingkai": "stands in the frame of another page; test_pratinjau",
    "Masuk.kode": "the second step of a login; tests/views/test_factor.py",
    "FaktorKedua.pasang": "asks for the password first; tests/views/test_factor.py",
    "FaktorKedua.lepas": "only with a second factor; tests/views/test_factor.py",
    "FaktorKedua.kode_pemulihan": "only with a second factor; tests/views/test_factor.py",
    "TindakanAkun.lepas_faktor": "only of who has a second factor; tests/views/test_factor.py",
    "TerimaTautan.pasang": "by the link in a message; tests/views/test_accounts.py",
    "Notifikasi.konfirmasi": "by the link in a message; tests/views/test_notifikasi.py",
    "UsulanView.tindakan_banyak": "after rows were ticked; tests/views/test_moves.py",
    "BerkasView.tindakan_banyak": "after rows were ticked; tests/views/test_moves.py",
    "ButirView.tindakan_banyak": "after rows were ticked; tests/views/test_moves.py",
    "SitusSk.rusak": "only when an announcement broke; tests/views/test_situs.py",
}
# Addresses that answer with a file, with the way elsewhere, or to a program.
NO_PAGE = (
    *("static", "appbuilder.static", "periksa.", "Masuk.logout", "LocaleView.", "UtilView.", "Kalender.umpan"),
    *("Lambang.gambar", "Bantuan.gambar", "SitusSk.bukti", "VersiPublik.unduh", "TindakanPermohonan.surat"),
    *("NaskahBorongan.pdf", "NaskahBorongan.zip", "LaporanKantor.tersimpan", "ButirView.konsep", "Penomoran.pratinjau"),
    *("Notifikasi.buka", "TurPertama.mulai"),
)
full = pytest.mark.skipif(
    not FULL, reason="test_looks opens the pages that staff see most; all are the matter of make proof"
)


@pytest.fixture(scope="module")
def world(one_app: Flask, databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on the demo world and more, made once, in an office with an e-sign service that nobody calls."""
    _point(one_app, databases.fresh("sqlite"))
    one_app.config["SIDIK_FILES_URL"] = tmp_path_factory.mktemp("dunia").as_uri()
    one_app.config["SIDIK_ESIGN_URL"] = "http://127.0.0.1:9"
    dunia(one_app)
    yield one_app
    one_app.config["SIDIK_ESIGN_URL"] = None


@pytest.fixture(scope="module")
def walk(world: Flask) -> Walk:
    """What a person reaches, walked once."""
    known: dict[str | None, Reached] = {}

    def found(name: str | None) -> Reached:
        if name not in known:
            with world.app_context():
                hidden = milik_lain("DINKES") if name == "pelaksana.dinkes" else ()
            known[name] = reached(world, name, *FIRST.get(name, ("/",)), hidden=hidden)
        return known[name]

    return found


@pytest.fixture
def house(request: pytest.FixtureRequest) -> Iterator[str]:
    with served(request.getfixturevalue("world")) as address:
        yield address


def sound(page: Page, heard: Heard, address: str) -> list[str]:
    """What is wrong with a page, seen on a desk, at 200 % and on a phone."""
    heard.console.clear()
    try:
        answer: Any = page.goto(address)
    except PlaywrightError as failure:
        return [f"{address}: {failure}"]
    if answer.status != 200:
        return [f"{address}: {answer.status}"]
    found = Axe().run(page, options=WCAG).response["violations"]
    faults = [f"{address}: {v['id']} {v['nodes'][0]['html'][:100]}" for v in found]
    faults += [f"{address}: {said}" for said in heard.console]
    moved, what = page.evaluate(SHIFT)
    faults += [f"{address}: shifts {moved:.3f}, {what}"] if moved > 0.02 else []
    for width in (640, 390):  # 200 % zoom of 1280, and a phone
        page.set_viewport_size({"width": width, "height": 860})
        wide = page.evaluate("document.documentElement.scrollWidth")
        faults += [f"{address}: {wide} px wide at {width}"] if wide > width else []
    page.set_viewport_size({"width": 1280, "height": 860})
    return faults


def test_no_link_of_a_petugas_leads_to_a_refusal(app: Flask, kasus: Perkara) -> None:
    found = reached(app, "petugas.dinkes", "/", hidden=("RAHASIA-INTERNAL bkd",))
    assert not found.faults, found.faults
    assert len(found.pages) > 20


@pytest.mark.proof
@full
@pytest.mark.parametrize("name", [*ORANG, None])
def test_every_page_is_sound_at_every_size(walk: Walk, visit: Visit, name: str | None, tmp_path: Path) -> None:
    there = walk(name)
    page, heard = visit(name)
    faults = list(there.faults)
    with (tmp_path / "terlihat.txt").open("w", buffering=1) as told:  # page by page, for who waits
        for address in there.addresses():
            found = sound(page, heard, address)
            faults += found
            told.write("\n  ".join([address, *found]) + "\n")
    assert not [*faults, *heard.foreign], "\n".join([*faults, *heard.foreign][:60])


@pytest.mark.proof
@full
def test_every_kind_of_page_is_reached_by_somebody(world: Flask, walk: Walk) -> None:
    seen = {kind for name in (*ORANG, None) for kind in (*walk(name).pages, *walk(name).files)}
    offered = {
        rule.endpoint
        for rule in world.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.rule.startswith("/api/") and not rule.endpoint.startswith(NO_PAGE)
    }
    assert offered - seen == set(WITHOUT_LINK), offered - seen ^ set(WITHOUT_LINK)
