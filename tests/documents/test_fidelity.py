"""Any text in any place of any paper: the paper says it word for word, or the text was refused with its place and position."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.render import render
from app.documents.text import TeksDitolak
from app.documents.vocabulary import VOCABULARY, sample
from tests.documents.reading import docx_text, template
from tests.scale import scale

JENIS = sorted(VOCABULARY)
# Ours alone, and drawn as a QR besides.
CODE = ("naskah.kode_verifikasi", "naskah.alamat_verifikasi")
PIECES = (
    *("{{", "}}", "{%", "%}", "{#", "#}", "{_{", "{{ naskah.nomor }}", "{% endif %}", "{%p if x %}", "{", "}"),
    *("&", "<", ">", "&amp;", "&#123;", "]]>", "</w:t>", "</w:p><w:p>", "<w:br/>", "<!--", '"', "'", "\\", "%"),
    *(" ", "  ", "\n", "\r\n", "\r", "\t", "\n\n", "\xa0", "\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85"),
    *(
        "\u200b",
        "\u200e",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\ud800",
        "\uffff",
        "\U000e0041",
        "e\u0301",
        "é",
        "ﬁ",
        "😀",
        "١",
    ),
    *("a", "Data & Informasi", "I'm", "100%", "x" * 300),
)
TEXT = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp")
Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> list[Path]:
    """The place of every text in a context."""
    if isinstance(value, str):
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [leaf for key, item in inner for leaf in leaves(item, (*path, key))]


def put(context: dict[str, Any], path: Path, text: str) -> None:
    place: Any = context
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = text


def named(path: Path) -> str:
    """A place as a refusal names it: "peringatan[0].pesan"."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


@cache
def places(jenis: str) -> list[Path]:
    """The places whose texts this paper prints as they are."""
    context = sample(jenis)
    marked = {path: f"Tanda{number}Habis" for number, path in enumerate(leaves(context)) if named(path) not in CODE}
    for path, word in marked.items():
        put(context, path, word)
    said = docx_text(render(template(jenis), context, jenis=jenis, title="x"))
    return [path for path, word in marked.items() if word in said]


@pytest.mark.proof
@given(st.sampled_from(JENIS), st.data(), TEXT)
@settings(max_examples=scale(40, full=10_000))
def test_any_text_is_printed_as_given_or_refused_with_its_place(jenis: str, data: st.DataObject, text: str) -> None:
    path = data.draw(st.sampled_from(places(jenis)))
    context = sample(jenis)
    put(context, path, f"Awal{text}Akhir")
    given_text = f"Awal{text}Akhir".replace("\r\n", "\n").replace("\r", "\n")
    said, refused = "", None
    try:
        said = docx_text(render(template(jenis), context, jenis=jenis, title="x"))
    except TeksDitolak as fault:
        refused = fault
    if refused is not None:
        assert refused.jalur == named(path)
        char = given_text[refused.posisi - 1]
        assert unicodedata.category(char) in UNSEEN
        assert char not in "\n\t"
        return
    wanted = unicodedata.normalize("NFC", given_text)
    assert wanted in said
    assert said.count("Awal") == said.count(wanted) * (1 + text.count("Awal"))


@pytest.mark.parametrize("jenis", JENIS)
def test_a_paper_prints_most_of_what_it_is_given(jenis: str) -> None:
    assert len(places(jenis)) >= 15
