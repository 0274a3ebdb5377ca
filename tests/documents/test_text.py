"""Text that Word cannot carry, or that a reader cannot see, is refused with its place; the rest passes unchanged."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.text import TeksDitolak, clean_text

REFUSED = [
    *map(chr, [*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85, 0x9F]),
    *("\ud800", "\udfff", "\ufffe", "\uffff", "\ufdd0", "\ufdef", "\U0001fffe", "\U0010ffff"),
    *("\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u061c"),
    *("\u2028", "\u2029", "\U000e0001", "\U000e0041", "\U000e007f"),
]


@pytest.mark.parametrize("char", REFUSED, ids=lambda char: f"U+{ord(char):04X}")
def test_each_of_them_is_refused_with_its_position_and_an_indonesian_reason(char):
    with pytest.raises(TeksDitolak) as refused:
        clean_text(f"abc{char}d", maksimum=100)
    assert refused.value.posisi == 4
    assert f"U+{ord(char):04X}" in refused.value.alasan
    assert str(refused.value).startswith("Teks ditolak: ")


@pytest.mark.parametrize(
    "text", ["", "Data & Informasi <b>", "a\tb", "satu\ndua", "{{ x }} {% y %}", "naïve – “kutip” … 😀 é"]
)
def test_ordinary_text_passes_as_it_is(text):
    assert clean_text(text, maksimum=100) == text


def test_line_ends_of_other_systems_become_line_feeds_and_letters_are_composed():
    assert clean_text("a\r\nb\rc", maksimum=10) == "a\nb\nc"
    assert clean_text("e\u0301", maksimum=10) == "é"


def test_a_one_line_text_has_one_line_and_a_long_text_says_where_it_is_too_long():
    with pytest.raises(TeksDitolak, match="satu baris") as line:
        clean_text("ab\nc", maksimum=10, satu_baris=True)
    assert line.value.posisi == 3
    with pytest.raises(TeksDitolak, match="lebih panjang dari 5") as long:
        clean_text("abcdef", maksimum=5)
    assert long.value.posisi == 6


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp", "Cf")), max_size=200))
def test_what_has_no_control_format_or_unassigned_character_always_passes(text):
    assert clean_text(text, maksimum=10_000) == unicodedata.normalize("NFC", text)
