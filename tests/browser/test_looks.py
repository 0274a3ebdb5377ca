"""What only a real browser can tell: accessibility, other hosts, the content policy, small screens, no scripts, the keyboard."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.api.cases import Perkara
from tests.browser.conftest import Heard

Visit = Callable[..., tuple[Page, Heard]]
DESK: ViewportSize = {"width": 1280, "height": 860}
PHONE: ViewportSize = {"width": 390, "height": 860}
# Only faults are told with their places: what passed is many times as much, and nobody reads it.
FAULTS = {"resultTypes": ["violations"]}
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], **FAULTS}


def pages(kasus: Perkara) -> dict[str, list[str]]:
    """The pages that staff see most, by who sees them."""
    return {
        "utama": [
            "/",
            "/usulan/list/",
            "/berkas/list/",
            "/butir/list/",
            "/naskah/list/",
            "/daftar/list/",
            "/sop/",
            f"/berkas/show/{kasus['berkas']}",
            f"/usulan/show/{kasus['usulan.dinkes']}",
            f"/butir/show/{kasus['butir.dinkes']}",
            f"/berkas/{kasus['berkas']}/tindakan/batalkan",
            f"/lembar-kendali/{kasus['berkas']}",
            f"/pasangkan/{kasus['berkas']}",
            f"/rapat/show/{kasus['rapat']}",
            "/naskah/show/1",
            "/daftar/show/1",
            "/akun/",
            "/akun/sandi",
            "/akun/dua-langkah/",
        ],
        "petugas.dinkes": [
            "/",
            "/usulan/add",
            f"/usulan/show/{kasus['draf.dinkes']}",
            f"/butir/add?usulan={kasus['draf.dinkes']}",
            f"/butir/edit/{kasus['butir_draf.dinkes']}",
            f"/dasar/add?butir={kasus['butir_draf.dinkes']}",
            f"/konsekuensi/{kasus['butir_draf.dinkes']}",
            f"/usulan/{kasus['draf.dinkes']}/tindakan/ajukan",
            "/impor/",
            f"/versi-publik/{kasus['butir_draf.dinkes']}",
        ],
        "admin": [
            "/",
            "/pengguna/list/",
            "/pengguna/add",
            "/peran/list/",
            "/matriks-izin/",
            "/pengguna/show/1",
            "/akun-pengguna/1/nonaktifkan",
            "/lihat-sebagai/?peran=PPID+Utama",
            "/riwayat-akun/list/",
            "/pengaturan/list/",
            "/pejabat/add",
        ],
    }


@dataclass
class Walk:
    """What was found on all of them."""

    faults: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def walks() -> list[Walk]:
    return []


@pytest.fixture
def walk(walks: list[Walk], visit: Visit, kasus: Perkara) -> Walk:
    """Every page opened once, on a desk, then seen on a phone; whichever test asks first goes."""
    if not walks:
        walks.append(walked(visit, kasus))
    return walks[0]


def walked(visit: Visit, kasus: Perkara) -> Walk:
    axe, found = Axe(), Walk()
    for name, addresses in [*pages(kasus).items(), (None, ["/login/"])]:
        page, heard = visit(name)
        for address in addresses:
            page.set_viewport_size(DESK)
            page.goto(address)
            faults = axe.run(page, options=WCAG).response["violations"]
            found.faults += [f"{name} {address}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in faults]
            page.set_viewport_size(PHONE)
            wide = page.evaluate("document.documentElement.scrollWidth")
            found.wide += [f"{name} {address}: {wide}"] if wide > PHONE["width"] else []
        found.foreign += heard.foreign
        found.console += heard.console
    return found


def test_no_page_has_an_accessibility_fault(walk: Walk) -> None:
    assert not walk.faults, "\n".join(walk.faults)


def test_no_page_asks_another_host_or_breaks_the_content_policy(walk: Walk) -> None:
    assert not walk.foreign, walk.foreign
    assert not walk.console, walk.console


def test_no_page_scrolls_sideways_on_a_phone(walk: Walk) -> None:
    assert not walk.wide, walk.wide


def test_no_list_scrolls_sideways_beside_the_menu(visit: Visit, kasus: Perkara) -> None:
    page, _ = visit("utama", width=1024)
    faults = []
    for name in ("usulan", "butir", "naskah", "daftar"):
        page.goto(f"/{name}/list/")
        more = page.locator(".gulir").first.evaluate("frame => frame.scrollWidth - frame.clientWidth")
        faults += [f"{name}: {more} px"] if more > 0 else []
    assert not faults, faults


def test_targets_are_large_enough_for_a_finger(visit: Visit, kasus: Perkara) -> None:
    page, _ = visit("utama", width=390)
    page.goto(f"/berkas/show/{kasus['berkas']}")
    small = page.evaluate(
        "[...document.querySelectorAll('main .tombol, main button, main input:not([type=hidden]):not([type=checkbox])')]"
        ".map(e => [e.textContent, e.getBoundingClientRect().height]).filter(([, h]) => h > 0 && h < 40)"
    )
    assert not small, small


def test_the_menu_opens_on_a_phone_without_a_script(visit: Visit) -> None:
    page, _ = visit("utama", width=390, java_script_enabled=False)
    page.goto("/")
    assert not page.locator("nav[aria-label='Menu utama']").is_visible()
    page.get_by_label("Menu").first.check()
    assert page.get_by_role("link", name="Berkas klasifikasi").is_visible()


def test_a_proposal_is_written_and_searched_without_a_script(visit: Visit) -> None:
    page, _ = visit("petugas.dinkes", java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name="Buat usulan baru").first.click()
    page.get_by_label("Judul").fill("Usulan tanpa skrip")
    page.get_by_role("button", name="Simpan").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Usulan tanpa skrip")
    page.goto("/usulan/list/")
    page.get_by_role("searchbox").fill("tanpa skrip")
    page.get_by_role("button", name="Cari").click()
    assert page.get_by_role("link", name="Usulan tanpa skrip").is_visible()


def test_the_keyboard_reaches_the_content_first_and_the_search_by_one_key(visit: Visit) -> None:
    page, _ = visit("utama")
    page.goto("/usulan/list/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Langsung ke isi"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "cari"


def test_a_mistake_takes_the_focus_to_the_summary(visit: Visit) -> None:
    page, _ = visit("admin")
    page.goto("/pejabat/add")
    page.get_by_role("button", name="Simpan").click()
    # not wait_for_function: it asks again by eval, which the CSP of the page forbids
    expect(page.locator("[data-ikhtisar]")).to_be_focused()
    page.locator("[data-ikhtisar] a").first.click()
    expect(page).to_have_url(re.compile("#nama$"))


def test_typed_text_survives_a_lost_session(visit: Visit, kasus: Perkara) -> None:
    page, _ = visit("petugas.dinkes")
    address = f"/butir/add?usulan={kasus['draf.dinkes']}"
    page.goto(address)
    page.get_by_label("Uraian informasi (internal)").fill("Tulisan yang panjang sekali")
    page.context.clear_cookies()
    page.goto("/login/")
    page.fill("#username", "petugas.dinkes")
    page.fill("#password", "kunci-untuk-percobaan-saja")
    page.click("button[type=submit]")
    page.goto(address)
    assert page.get_by_label("Uraian informasi (internal)").input_value() == "Tulisan yang panjang sekali"


def test_typed_text_comes_back_to_nobody_else(visit: Visit, kasus: Perkara) -> None:
    page, _ = visit("petugas.dinkes")
    page.goto("/usulan/add")
    page.fill("#judul", "Rencana yang belum boleh diketahui")
    for name, kept in (("petugas.bkd", ""), ("petugas.dinkes", "Rencana yang belum boleh diketahui")):
        page.context.clear_cookies()
        page.goto("/login/")
        page.fill("#username", name)
        page.fill("#password", "kunci-untuk-percobaan-saja")
        page.click("button[type=submit]")
        page.goto("/usulan/add")
        assert page.input_value("#judul") == kept


def test_dark_screens_keep_their_contrast(visit: Visit, kasus: Perkara) -> None:
    axe, faults = Axe(), []
    page, _ = visit("utama", color_scheme="dark")
    for address in ("/", "/usulan/list/", f"/berkas/show/{kasus['berkas']}", "/akun/sandi"):
        page.goto(address)
        found = axe.run(page, options={"runOnly": ["wcag2aa"], **FAULTS}).response["violations"]
        faults += [f"{address}: {v['id']} {v['nodes'][0]['html'][:140]}" for v in found]
    assert not faults, faults


def test_the_printed_page_has_no_navigation(visit: Visit, kasus: Perkara) -> None:
    page, _ = visit("utama")
    page.goto(f"/lembar-kendali/{kasus['berkas']}")
    page.emulate_media(media="print")
    assert not page.locator("nav[aria-label='Menu utama']").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()
