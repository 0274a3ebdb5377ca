"""The manual: every page leads to its place, every place and picture exists, and it calls things as the screens do."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from app.views.bantuan import BAB_PERAN, PANDUAN, TEMPAT, UMUM, daftar_bab, jangkar
from tests.api.cases import Perkara
from tests.views.browsing import Browser

Browse = Callable[..., Browser]
ROOT = PANDUAN.parents[1]
BAB = sorted(PANDUAN.glob("*.md"))


def anchors(chapter: str) -> set[str]:
    text = (PANDUAN / f"{chapter}.md").read_text(encoding="utf-8")
    return {jangkar(line.lstrip("# ")) for line in text.splitlines() if line.startswith("#")}


def test_every_screen_leads_to_a_heading_that_exists() -> None:
    for place in {UMUM, *(p for places in TEMPAT.values() for p in places)}:
        chapter, _, anchor = place.partition("#")
        assert anchor in anchors(chapter), place


def test_every_role_has_its_chapter_and_every_chapter_stands_in_the_contents() -> None:
    assert set(BAB_PERAN.values()) < daftar_bab()
    contents = (PANDUAN / "index.md").read_text(encoding="utf-8").split("```{toctree}")[1]
    assert daftar_bab() - {"index"} == set(contents.split("```")[0].split()[1:])


@pytest.mark.parametrize("chapter", BAB, ids=lambda path: path.stem)
def test_the_manual_calls_things_as_the_screens_do(chapter: Path) -> None:
    house = "\n".join(
        path.read_text(encoding="utf-8")
        for folder, kind in (
            ("views", "*.py"),
            ("templates", "*.html"),
            ("sop", "*.py"),
            ("templates/potongan", "*.html"),
        )
        for path in (ROOT / "app" / folder).glob(kind)
    )
    said = re.findall(r"\*\*(.+?)\*\*", chapter.read_text(encoding="utf-8"), flags=re.S)
    unknown = [name for name in (" ".join(s.split()) for s in said) if name not in house and name not in BIASA]
    assert not unknown, unknown


BIASA = {"sebagian"}  # a choice, said in small letters


def test_every_picture_of_the_manual_is_there_and_shown(browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    for chapter in BAB:
        page = browser.get(f"/bantuan/{chapter.stem}")
        assert page.status_code == 200
        for source in html.fromstring(page.text).xpath("//article//img/@src"):
            with browser.get(source) as picture:
                assert picture.mimetype == "image/png", (chapter, source)


def test_a_page_names_its_help_by_the_role_of_the_reader(browse: Browse, kasus: Perkara) -> None:
    assert 'href="/bantuan/petugas#usulan"' in browse("petugas.dinkes").get("/usulan/list/").text
    assert 'href="/bantuan/verifikator#menerima-dan-menghimpun"' in browse("utama").get("/usulan/list/").text


def test_the_manual_is_for_those_who_are_logged_in(browse: Browse, kasus: Perkara) -> None:
    assert browse(None).get("/bantuan/mulai").status_code in (302, 401)
    assert browse("utama").get("/bantuan/../../README").status_code == 404
    assert browse("utama").get("/bantuan/tidak-ada").status_code == 404


def test_sphinx_builds_the_manual_without_a_complaint(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", str(PANDUAN), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
