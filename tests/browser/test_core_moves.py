"""The core moves of the SOP in a real browser, once with the keyboard alone and once without scripts; each is seen in the database."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests.browser.conftest import Heard, served
from tests.browser.core_moves import MOVES, Move
from tests.browser.hands import Keys, NoScript
from tests.cases import Case, Office
from tests.scale import scale
from tests.stages import case, dialect, office, stages  # noqa: F401  fixtures of this file alone

Visit = Callable[..., tuple[Page, Heard]]
TRIED = MOVES[: scale(1, full=len(MOVES))]


@pytest.fixture
def house(one_app: Flask, office: Office, case: Case, move: Move) -> Iterator[str]:  # noqa: F811
    move.before(office, case)
    office.session.rollback()
    with served(one_app) as address:
        yield address


@pytest.mark.proof
@pytest.mark.parametrize("way", [Keys, NoScript])
@pytest.mark.parametrize(
    ("move", "stage", "dialect"), [pytest.param(move, move.stage, "sqlite", id=move.name) for move in TRIED]
)
def test_a_core_move_is_made(
    visit: Visit,
    office: Office,  # noqa: F811
    case: Case,  # noqa: F811
    move: Move,
    way: Any,
    tmp_path: Path,
) -> None:
    page, heard = visit(None, java_script_enabled=way is Keys)
    hand = way(page)
    hand.login(move.who)
    assert not move.done(office, case)
    office.session.rollback()  # or our own reading would keep the server waiting
    move.do(hand, case)
    page.screenshot(path=tmp_path / "sesudah.png", full_page=True)
    assert move.done(office, case), page.get_by_role("main").inner_text()[:800]
    assert not heard.console, heard.console
