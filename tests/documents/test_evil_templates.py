"""Every evil template is refused with the sentence that stands beside it in tests/data/penolakan_templat.tsv.

After an intended change: remove the table, run with GOLDEN=write, then read the difference.
"""

import os
from pathlib import Path

import pytest

from tests.documents.evil_marks import MARKS
from tests.documents.evil_package import GOOD, answer
from tests.documents.evil_parts import PARTS
from tests.documents.reading import with_text

TABLE = Path(__file__).parents[1] / "data" / "penolakan_templat.tsv"


def sentences() -> dict[str, str]:
    if os.environ.get("GOLDEN") == "write" and not TABLE.exists():
        lines = [f"{name}\t{answer(content(name))}\n" for name in (*MARKS, *PARTS)]
        TABLE.write_text("".join(lines), encoding="utf-8")
    return dict(line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())


def content(name: str) -> bytes:
    return with_text(GOOD, MARKS[name]) if name in MARKS else PARTS[name]()


def test_the_template_that_they_spoil_is_accepted() -> None:
    assert answer(GOOD) == ""


def test_the_table_tells_a_sentence_for_each_of_them_and_for_no_other() -> None:
    told = sentences()
    assert list(told) == [*MARKS, *PARTS]
    assert len(told) >= 200
    assert all(sentence.endswith(".") and len(sentence) > 40 for sentence in told.values())
    assert len(set(told.values())) >= 120


@pytest.mark.parametrize("name", [*MARKS, *PARTS])
def test_it_is_refused_with_its_own_sentence(name: str) -> None:
    assert answer(content(name)) == sentences()[name]
