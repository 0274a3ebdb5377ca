"""English: a finished page is said in English, what people typed is not; the choice stays with the person."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from app import models as m
from app.documents.vocabulary import daftar_nama
from app.extensions import db
from app.sop import reading
from app.sop.words import LABEL_NASKAH, LABEL_PELAKSANA, LABEL_STATUS
from app.translations.english import Buku, buku, in_english
from app.views.labels import HINT, LABEL
from app.views.menu import MENU
from tests.api.cases import Perkara
from tests.views.browsing import Browser

Browse = Callable[..., Browser]
TEMPLATES = Path(__file__).resolve().parents[2] / "app" / "templates"
KECIL = Buku(
    {
        "Simpan": "Save",
        "Halaman {n} dari {n}.": "Page {n} of {n}.",
        "Halaman {n} dari {n}": "Page {n} of {n}",
        "Belum diisi: {}.": "Empty: {}.",
        "Alamat": "Address",
        "Menunggu {}: {}.": "Waits for {}: {}.",
    }
)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("Simpan", "Save"),
        ("  Simpan\n", "  Save\n"),
        ("Halaman 2 dari 9", "Page 2 of 9"),
        ("Belum diisi: Alamat, Surel.", "Empty: Address, Surel."),
        ("Menunggu Dinas: simpan.", "Waits for Dinas: save."),
        ("Kamis, 5 Maret 2026", "Thursday, 5 March 2026"),
        ("5 Maret 2026 pukul 09.15 WIB", "5 March 2026 at 09:15 WIB"),
        ("5 Mei 2026", "5 May 2026"),
        ("5 Agu 2026 09.15", "5 Aug 2026 09:15"),
        ("Rapat 5 Maret 2026", None),
        ("Simpanan", None),
        ("Belum diisi: Alamat. Halaman 2 dari 9", "Empty: Address. Page 2 of 9"),
        ("Halaman 2 dari 9. Kata orang", "Page 2 of 9. Kata orang"),
        ("Halaman ini dari Dinas", None),
        ("Simpan · Alamat · Dinas", "Save · Address · Dinas"),
        ("Simpan, Alamat", "Save, Address"),
        ("Simpan, Dinas", None),
        (": Simpan", ": Save"),
    ],
)
def test_a_phrase_a_pattern_or_a_date_is_known_and_nothing_else(said: str, heard: str | None) -> None:
    assert KECIL.say(said) == heard


def test_only_words_of_the_page_are_said_never_what_stands_in_fields_or_is_marked() -> None:
    page = (
        "<!doctype html><html lang='id'><body><button value='Simpan' title='Simpan'>Simpan</button>"
        "<textarea>Simpan</textarea><p translate='no'>Simpan</p><input value='Simpan'><b>Simpan</b> Simpan</body></html>"
    )
    english = in_english(page, KECIL)
    assert english.count("Save") == 4
    assert 'value="Simpan"' in english
    assert "<textarea>Simpan</textarea>" in english
    assert '<html lang="en">' in english


def test_the_choice_is_kept_with_the_person_and_goes_back(app: Flask, browse: Browse, kasus: Perkara) -> None:
    browser = browse("utama")
    answer = browser.post("/bahasa/en", data={"kembali": "/usulan/list/"})
    assert answer.headers["Location"].endswith("/usulan/list/")
    assert '<html lang="en">' in browser.get("/usulan/list/").text
    assert '<html lang="en">' in browse("utama").get("/").text, "another browser of the same person"
    with app.app_context():
        assert db.session.query(m.Pengguna.bahasa).filter_by(username="utama").scalar() == "en"
    browser.post("/bahasa/id")
    assert '<html lang="id">' in browser.get("/").text


def test_a_stranger_chooses_before_the_login_and_nobody_is_led_away(browse: Browse) -> None:
    stranger = browse()
    answer = stranger.post("/bahasa/en", data={"kembali": "https://jahat.example/"}, page="/login/")
    assert "jahat" not in answer.headers["Location"]
    assert '<html lang="en">' in stranger.get("/login/").text
    assert stranger.post("/bahasa/fr", page="/login/").status_code == 404


def phrases() -> Iterator[str]:
    """What the tables of words say, and the fixed texts of the templates."""
    yield from (
        str(word) for table in (LABEL, HINT, LABEL_STATUS, LABEL_NASKAH, LABEL_PELAKSANA) for word in table.values()
    )
    yield from (name for name, _ in MENU)
    yield from (row.label for _, rows in MENU for row in rows)
    yield from (meaning for kind in LABEL_NASKAH for _, meaning in daftar_nama(kind))
    for _, move in reading.semua():
        yield from (move.label, move.lanjutan, *move.butuh)
    for path in TEMPLATES.rglob("*.html"):
        text = re.sub(r"\{#.*?#\}|<(script|style|textarea).*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.S)
        yield from (piece for piece in re.findall(r">([^<>{}]+)<", text))


def test_the_book_knows_the_words_of_the_house() -> None:
    asked = {" ".join(p.split()) for p in phrases() if re.search(r"[A-Za-z]{3}", p)}
    unknown = sorted(p for p in asked if buku().say(p) is None)
    assert not unknown, f"{len(unknown)} of {len(asked)}: {unknown[:20]}"
