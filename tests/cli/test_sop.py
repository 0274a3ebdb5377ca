"""`flask sop`: the procedure as text, and its proof."""

from collections.abc import Callable
from typing import Any

import pytest

from app.sop import procedure, sheet
from app.sop.moves import Langkah


def test_show_quotes_every_row_of_the_sheet_word_for_word(run: Callable[..., Any]) -> None:
    result = run("sop", "show")
    assert result.exit_code == 0
    for row in sheet.BARIS:
        assert row.kegiatan in result.output
    for move in procedure.LANGKAH:
        assert move.verb in result.output


def test_check_passes_on_the_tables_as_they_are(run: Callable[..., Any]) -> None:
    result = run("sop", "check")
    assert (result.exit_code, "Tabel SOP utuh" in result.output) == (0, True), result.output


def test_check_fails_with_a_sentence_when_a_move_has_no_actor(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    stray = Langkah("melayang", "Melayang", ("penetapan",), "selesai", (), "ours")
    monkeypatch.setattr(procedure, "LANGKAH", (*procedure.LANGKAH, stray))
    result = run("sop", "check")
    assert result.exit_code == 1
    assert "'melayang' tidak punya pelaksana" in result.output
