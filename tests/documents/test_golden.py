"""What each paper says, word for word. After an intended change: GOLDEN=write, then read the difference."""

import os

import pytest

from app.documents.render import render
from app.documents.vocabulary import CONTOH_NIHIL, VOCABULARY, sample
from tests.documents.reading import GOLDEN, docx_text, template

CASES = [(jenis, False) for jenis in sorted(VOCABULARY)] + [(jenis, True) for jenis in sorted(CONTOH_NIHIL)]


@pytest.mark.parametrize(("jenis", "nihil"), CASES)
def test_the_paper_says_what_the_golden_text_says(jenis, nihil):
    context = sample(jenis, CONTOH_NIHIL[jenis] if nihil else None)
    text = docx_text(render(template(jenis), context, jenis=jenis, title="Contoh")) + "\n"
    path = GOLDEN / f"{jenis}{'_nihil' if nihil else ''}.txt"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_there_is_no_golden_text_without_a_paper():
    names = {f"{jenis}{'_nihil' if nihil else ''}" for jenis, nihil in CASES}
    assert {path.stem for path in GOLDEN.glob("*.txt")} == names
