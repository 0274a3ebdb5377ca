"""Download names: they speak, and nothing misreads them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files.names import nama_asli, nama_unduhan


def test_a_name_says_what_the_paper_is() -> None:
    assert nama_unduhan("Surat Keputusan", "800/12/PPID/2026", ext="pdf") == "Surat-Keputusan_800-12-PPID-2026.pdf"


def test_a_paper_without_a_number_has_no_empty_part() -> None:
    assert nama_unduhan("Draft daftar", None, "KONSEP", ext=".docx") == "Draft-daftar_KONSEP.docx"


@pytest.mark.parametrize(("bagian", "nama"), [("CON", "berkas_CON.pdf"), ("...", "berkas.pdf"), ("é à", "e-a.pdf")])
def test_odd_parts_become_a_plain_name(bagian: str, nama: str) -> None:
    assert nama_unduhan(bagian, ext="pdf") == nama


@given(st.lists(st.text(max_size=300), max_size=4))
def test_no_text_makes_a_name_that_a_header_or_a_folder_misreads(bagian: list[str]) -> None:
    nama = nama_unduhan(*bagian, ext="pdf")
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*\.pdf", nama)
    assert len(nama) <= 124
    assert ".." not in nama


@given(st.text(max_size=400))
def test_a_clients_name_is_kept_without_path_or_control_signs(nama: str) -> None:
    asli = nama_asli(nama)
    assert asli
    assert len(asli) <= 120
    assert not set(asli) & set("/\\\r\n\0")


def test_a_long_client_name_keeps_its_extension() -> None:
    assert nama_asli("C:\\Users\\pegawai\\" + "a" * 300 + ".docx").endswith("a.docx")
    assert nama_asli("SK Penetapan.pdf") == "SK Penetapan.pdf"
