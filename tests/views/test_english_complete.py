"""The phrase book is complete: every sentence in the source that staff can meet has its English."""

import re

from app.translations.english import JOINTS, buku
from tests.sentences import APP, LAIN, of_python, of_templates

SAMPLES = ("7", "X", "5 Maret 2026", "7 dari 9")  # what may stand in a place
# No sentences: names, papers, and rows of places that hold words known by themselves.
SISA = {
    "{} tanggal {} bulan {} tahun {}",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "{}: {} bytes instead of {}",
    "BagIt-Version: 1.0 Tag-File-Character-Encoding: UTF-8",
    "SHA-256 softcopy",
    "PPID UTAMA PROVINSI BANTEN",
    "SIDIK, SHA-256 {}",
    "Jl. Contoh 1, Serang",
    "Nama Pemohon",
    "Table Grid",
    "Already exists.",
    "end of print",
    "end of statement block",
    "end of template",
    "{}.{}: no form field for this column type",
    "{} untuk {}",
    "{}, oleh {}",
    "Calon {}",
    "SIDIK – PPID Provinsi Banten · SOP 488/1750-DKISP.PPIDP/2023",
}


def known(text: str, joints: tuple[re.Pattern[str], ...] = JOINTS) -> bool:
    """Whether all of it is said in English, its places filled."""
    if buku().phrase(text) is not None or not re.search(r"[^\W\d_]{3}", text):
        return True
    if not joints:
        return False
    pieces = joints[0].split(text)
    return all(known(piece, joints[1:]) for piece in pieces)


def english(text: str) -> bool:
    return text in SISA or any(known(text.replace("{}", sample)) for sample in SAMPLES)


def test_every_sentence_in_the_source_has_its_english() -> None:
    asked = {text: name for name, text in (*of_python(), *of_templates())}
    assert len(asked) > 1800, "the collector still finds the sentences"
    assert not SISA - asked.keys(), "an exception that nothing needs any more"
    missing = [f"{name}: {text}" for text, name in asked.items() if not english(text)]
    assert not missing, f"{len(missing)} of {len(asked)} stand in no phrase book:\n" + "\n".join(missing[:40])


def test_every_room_that_is_left_out_is_still_there() -> None:
    assert [pattern for pattern in LAIN if not list(APP.glob(pattern))] == []
