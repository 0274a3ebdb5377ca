"""The sheet is quoted word for word: each text of app.sop.sheet stands in the stored copy of the printed SOP."""

import re
from pathlib import Path

import pytest

from app.sop import sheet
from app.sop.words import LABEL_NASKAH, Naskah
from tests.sop.transcript import SHEET


def plain(text: str) -> str:
    """Without markup, spaces made one."""
    return re.sub(r"\s+", " ", re.sub(r"</?[bi]>|\*\*", "", text)).strip()


PRINTED = plain((Path(__file__).parent / "sop.txt").read_text(encoding="utf-8"))


def test_the_sheet_has_the_five_rows_as_they_were_copied_by_hand() -> None:
    assert [(row.kegiatan, row.kelengkapan, row.output) for row in sheet.BARIS] == list(SHEET)
    assert [row.no for row in sheet.BARIS] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("row", sheet.BARIS, ids=lambda row: f"SOP {row.no}")
def test_every_word_of_a_row_stands_in_the_printed_sheet(row: sheet.Baris) -> None:
    for text in (row.kegiatan, *row.kelengkapan, *row.output):
        assert text in PRINTED


@pytest.mark.parametrize("row", sheet.BARIS, ids=lambda row: f"SOP {row.no}")
def test_the_cells_of_a_row_follow_each_other_as_they_are_printed(row: sheet.Baris) -> None:
    line = next(
        part for part in re.split(r"(?<= )(?=[1-5] [A-Z])", PRINTED) if part.startswith(f"{row.no} {row.kegiatan}")
    )
    places = [line.index(text) for text in (row.kegiatan, *row.kelengkapan, sheet.WAKTU)]
    places += [line.index(text, line.index(sheet.WAKTU)) for text in row.output]
    assert places == sorted(places)


def test_the_header_is_quoted_too() -> None:
    for text in (
        sheet.JUDUL,
        sheet.NOMOR_SOP,
        sheet.WAKTU,
        *sheet.DASAR_HUKUM,
        *sheet.KUALIFIKASI,
        *sheet.KETERKAITAN,
        *sheet.PERALATAN,
        *sheet.PERINGATAN,
        *sheet.PENCATATAN,
        *sheet.KOLOM_PELAKSANA,
        *(value for _, value in sheet.KEPALA),
    ):
        assert text in PRINTED, text


@pytest.mark.parametrize("kind", ["DASAR_HUKUM", "KUALIFIKASI", "KETERKAITAN", "PERALATAN", "PERINGATAN", "PENCATATAN"])
def test_a_list_of_the_header_is_whole_and_in_its_order(kind: str) -> None:
    items: tuple[str, ...] = getattr(sheet, kind)
    numbered = " ".join(f"{place}. {text}" for place, text in enumerate(items, 1))
    assert numbered in PRINTED
    assert f"{numbered} {len(items) + 1}. " not in PRINTED


def test_the_edition_is_the_date_of_the_revision() -> None:
    assert sheet.EDISI == "2023-10-02"
    assert ("Tanggal Revisi", "2 Oktober 2023") in sheet.KEPALA


@pytest.mark.parametrize(
    "paper",
    [
        Naskah.USULAN_DAFTAR,
        Naskah.DRAFT_DAFTAR,
        Naskah.MATRIKS,
        Naskah.BERITA_ACARA,
        Naskah.NOTA_DINAS,
        Naskah.HASIL_PERTIMBANGAN,
        Naskah.SURAT_KEPUTUSAN,
        Naskah.LAPORAN,
    ],
)
def test_a_paper_of_the_sheet_bears_its_name_there(paper: Naskah) -> None:
    assert LABEL_NASKAH[paper].lower() in PRINTED.lower()
