"""What goes wrong is told in the language of the person: no English word in Indonesian, no Indonesian one in English."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from lxml import html
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import default_exceptions
from werkzeug.test import TestResponse

from app.errors import SENTENCES, SidikError
from app.translations.english import buku, in_english
from tests.api.cases import Perkara
from tests.views.browsing import Browser, text, values
from tests.views.test_pages import INGGRIS, addresses

Browse = Callable[..., Browser]
INDONESIA = re.compile(
    r"\b(yang|dengan|untuk|belum|sudah|dari|tidak|pada|oleh|bila|atau|akan|dapat|harus|lalu|lagi|ini|setiap|sejak|isi|"
    r"pilih|ubah|tambah|hapus|simpan|unduh|unggah|alasan|semua|kembali|paling|wajib|ditandai|perbaiki)\b",
    re.I,
)
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # words know no database


def texts(page: str, language: re.Pattern[str]) -> list[str]:
    """The texts of a page that hold words of this language; not the data of its fields."""
    tree = html.fromstring(page)
    for silent in tree.xpath(
        "//script | //style | //head | //textarea | //option | //*[@translate='no' or @class='jejak']"
    ):
        silent.drop_tree()
    return [said.strip() for said in tree.itertext() if language.search(said)]


def faults(page: str) -> list[str]:
    """English texts of the page, and Indonesian ones of the same page in English."""
    return texts(page, INGGRIS) + texts(in_english(page, buku()), INDONESIA)


def too_large(browser: Browser) -> TestResponse:
    limits = browser.client.application.config
    limits["MAX_CONTENT_LENGTH"], usual = 100, limits["MAX_CONTENT_LENGTH"]
    answer = browser.client.post("/usulan/add", data={"unggahan": (BytesIO(b"x" * 200), "besar.pdf")})
    limits["MAX_CONTENT_LENGTH"] = usual
    return answer


REAL: dict[str, tuple[int, Callable[[Browser], TestResponse]]] = {
    "a refused token": (400, lambda b: b.client.post("/usulan/delete/1", data={"csrf_token": "salah"})),
    "no token": (400, lambda b: b.client.post("/usulan/edit/1")),
    "what is not his": (403, lambda b: b.post("/pengguna/add")),
    "an unknown address": (404, lambda b: b.get("/tidak-ada")),
    "an unknown row": (404, lambda b: b.post("/usulan/delete/99999")),
    "a wrong method": (405, lambda b: b.get("/usulan/delete/1")),
    "a method nobody has": (405, lambda b: b.client.delete("/usulan/list/")),
    "a file that is too large": (413, too_large),
    "a form that is empty": (422, lambda b: b.post("/akun/sandi")),
}


@pytest.mark.parametrize("name", REAL)
def test_a_real_failure_is_told_in_the_language_of_the_person(name: str, browse: Browse) -> None:
    status, act = REAL[name]
    browser = browse("petugas.dinkes")
    answer = act(browser)
    assert answer.status_code == status, text(answer)[-400:]
    assert not faults(answer.text)
    browser.post("/bahasa/en")
    english = act(browse("petugas.dinkes")).text
    assert '<html lang="en">' in english
    assert not texts(english, INDONESIA)


def failing(app: Flask, browser: Browser, failure: Exception) -> TestResponse:
    """What a page answers whose view fails so."""

    def fail() -> None:
        raise failure

    app.view_functions["Beranda.index"] = fail
    return browser.get("/")


def test_each_status_has_its_page_in_both_languages(app: Flask, browse: Browse) -> None:
    browser = browse("utama")
    for status in (*SENTENCES, 406, 418, 501, 502):
        answer = failing(app, browser, default_exceptions[status]())
        assert answer.status_code == status
        assert not faults(answer.text)


def test_a_failure_of_the_machine_tells_nothing_of_the_machine(app: Flask, browse: Browse) -> None:
    browser = browse("utama")
    gone = OperationalError("SELECT", {}, Exception("gone"))
    for failure, status in ((RuntimeError("boom"), 500), (gone, 503), (SidikError(), 500)):
        answer = failing(app, browser, failure)
        assert answer.status_code == status
        assert not faults(answer.text)
        assert "boom" not in answer.text
        assert "SELECT" not in answer.text


def wrong(form: Any) -> dict[str, Any]:
    """The fields of a form filled in with what they cannot take, every third with nothing."""
    sent = dict(values(form))
    for number, field in enumerate(form.xpath(".//input[@name] | .//select[@name] | .//textarea[@name]")):
        kind = field.get("type") or field.tag
        if kind not in ("hidden", "submit", "checkbox", "file"):
            nonsense = {"select": "tidak-ada", "email": "bukan alamat", "url": "bukan alamat", "radio": "tidak-ada"}
            sent[field.get("name")] = nonsense.get(kind, "salah " * 900) if number % 3 else ""
    return sent


def forms(browser: Browser, app: Flask) -> Iterator[tuple[str, Any]]:
    for address in addresses(app):
        if re.search(r"/(add|edit/1|pilihan|sandi)$|/tindakan/\w+$", address):
            answer = browser.get(address)
            found = html.fromstring(answer.text).xpath("//main//form[@method='post']") if answer.text else []
            yield from ((form.get("action") or address, form) for form in found if answer.status_code == 200)


@pytest.mark.parametrize("name", ["admin", "petugas.dinkes", "utama"])
def test_what_a_form_cannot_take_is_told_in_both_languages(
    name: str, app: Flask, browse: Browse, kasus: Perkara
) -> None:
    browser, seen, told = browse(name), 0, []
    for address, form in [*forms(browser, app)]:
        answer = browser.client.post(address, data=wrong(form))
        if answer.status_code >= 400 and answer.mimetype == "text/html":
            seen += 1
            told += [f"{address}: {one}" for one in faults(answer.text)]
            assert answer.status_code < 500, address
    assert not told, "\n".join(sorted(set(told)))
    assert seen >= 4
