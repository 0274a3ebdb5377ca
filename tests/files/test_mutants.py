"""Mutants of real files through the gates, and those that pass through everything that reads or prints them: no crash, only refusals."""

import contextlib
import random
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.documents.compiled import compiled
from app.documents.contract import kontrak
from app.documents.isi_sama import sama_kata
from app.documents.pictures import LAMBANG, qr, ukuran_png
from app.documents.render import CetakanTidakSetia, render
from app.documents.sandbox import TemplatDitolak
from app.documents.vocabulary import sample
from app.errors import SidikError
from app.files import sheets
from app.files.sniff import JENIS, periksa
from app.steps.salinan import bacalah
from tests.documents.reading import template
from tests.files import uploads
from tests.files.mutants import mutant
from tests.scale import scale
from tests.signing import halaman, tandatangani

DATA = Path(__file__).parents[1] / "data"
PAPER = "tanda_bukti_unggah"
GOOD = template(PAPER)
REFUSALS = (SidikError, TemplatDitolak, CetakanTidakSetia)


def printed(content: bytes) -> None:
    """The contract of a template, then a print of it, bypassing what is kept of earlier ones."""
    found = kontrak(content, PAPER, GOOD)
    if not found.tidak_dikenal:
        compiled.cache_clear()
        render(content, sample(PAPER), jenis=PAPER, title="x")


def paired(mime: str, content: bytes) -> None:
    """What is read from a signed copy: its code, its signatures, its words."""
    bacalah(content, mime, [])
    if mime == "application/pdf":
        sama_kata(content, content)


def shown(content: bytes) -> None:
    ukuran_png(content)
    render(GOOD, sample(PAPER), jenis=PAPER, title="x", gambar={LAMBANG: content})
    paired("image/png", content)


def seeds() -> dict[str, tuple[str, list[bytes], int, Callable[[bytes], object]]]:
    """Kind -> (name, sound files, share of the mutants in a hundred, what reads it)."""
    pdf = [uploads.pdf(pages=2), halaman("Salinan"), tandatangani(halaman("SK"))]
    return {
        "docx": ("a.docx", [GOOD], 30, printed),
        "xlsx": (
            "a.xlsx",
            [uploads.xlsx(), (DATA / "usulan-cacat.xlsx").read_bytes()],
            20,
            partial(sheets.baca, "a.xlsx"),
        ),
        "pdf": ("a.pdf", pdf, 25, partial(paired, "application/pdf")),
        "png": ("a.png", [uploads.png(40, 30), qr("https://sidik.contoh.go.id/v/7Q2M", "7Q2M")], 20, shown),
        "jpeg": ("a.jpg", [uploads.jpeg()], 5, partial(paired, "image/jpeg")),
    }


@pytest.mark.proof
@pytest.mark.parametrize("kind", JENIS)
def test_no_mutant_crashes_what_reads_it(kind: str) -> None:
    name, sound, share, read = seeds()[kind]
    dice, passed = random.Random(kind), 0
    count = scale(300, full=100_000) * share // 100
    for number in range(count):
        spoilt = mutant(dice.choice(sound), dice)
        try:
            with contextlib.suppress(*REFUSALS):
                assert periksa(name, spoilt, (kind,)).ukuran == len(spoilt)
                passed += 1
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # what openpyxl says of an odd workbook
                    read(spoilt)
        except Exception as crash:
            raise AssertionError(f"{kind} {number}: {type(crash).__name__}: {crash}") from crash
    assert 0 < passed < count
