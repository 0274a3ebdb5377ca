"""The table of what was checked for security names files that exist, each requirement once."""

import re

from tests.house.reading import ROOT

TEXT = (ROOT / "docs" / "keamanan.md").read_text(encoding="utf-8")
ROWS = [tuple(cell.strip() for cell in line.split("|")[1:4]) for line in TEXT.splitlines() if line.startswith("| V")]
STATES = {"holds", "partly", "does not", "not shown", "n/a"}


def test_every_proof_that_the_table_names_is_there() -> None:
    named = {path.rstrip("/") for path in re.findall(r"`((?:app|tests|docs)/[^`*]+|[\w.]+\.(?:md|lock|py))`", TEXT)}
    assert len(named) > 60
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []


def test_every_requirement_stands_once_and_has_a_state_and_a_place() -> None:
    numbers = [row[0] for row in ROWS]
    assert len(numbers) == len(set(numbers)) > 190
    assert {row[1] for row in ROWS} == STATES
    assert [row[0] for row in ROWS if not row[2]] == []
