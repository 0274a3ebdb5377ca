"""The pictures of the manual, taken of the pages as they are. GOLDEN=write takes them anew."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.api.cases import Perkara
from tests.browser.conftest import Heard

Visit = Callable[..., tuple[Page, Heard]]
GAMBAR = Path(__file__).resolve().parents[2] / "docs" / "panduan" / "gambar"
# Picture -> who sees it, where, on what width.
HALAMAN: dict[str, tuple[str, str, int]] = {
    "tugas-saya": ("utama", "/", 1100),
    "berkas": ("utama", "/berkas/show/{berkas}", 1100),
    "daftar-usulan": ("utama", "/usulan/list/", 1100),
    "impor": ("petugas.dinkes", "/impor/", 1100),
    "kepatuhan": ("utama", "/kepatuhan/", 1100),
    "ringkas": ("utama", "/berkas/{berkas}/ringkas", 390),
    "uji": ("utama", "/uji-berkas/{berkas}", 1100),
    "rapat": ("utama", "/rapat/show/{rapat}", 1100),
    "publikasi": ("data", "/publikasi/list/", 1100),
    "pengguna": ("admin", "/pengguna/list/", 1100),
    "matriks-izin": ("admin", "/matriks-izin/", 1100),
    "daftar": ("utama", "/daftar/list/", 1100),
}


@pytest.mark.parametrize("width", [1100, 390])
def test_every_picture_shows_a_page_that_is_there(visit: Visit, kasus: Perkara, width: int) -> None:
    opened: dict[str, Page] = {}
    for name, (person, address, wide) in HALAMAN.items():
        if wide != width:
            continue
        page = opened.setdefault(person, visit(person, width=wide)[0])
        answer = page.goto(address.format(berkas=kasus["berkas"], rapat=kasus["rapat"]))
        assert answer is not None
        assert answer.status == 200, (name, answer.status)
        if os.environ.get("GOLDEN") == "write":
            page.screenshot(path=GAMBAR / f"{name}.png", clip={"x": 0, "y": 0, "width": wide, "height": 760})
        assert (GAMBAR / f"{name}.png").stat().st_size > 10_000, name


def test_the_manual_has_no_other_picture() -> None:
    assert {path.stem for path in GAMBAR.glob("*")} == set(HALAMAN)
