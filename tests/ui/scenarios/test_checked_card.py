"""A scenario is checked in a process of its own: the card that asked may be gone when the answer comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.home.standing import Standing, standing
from ui.scenarios.checked_card import CheckedCard
from ui.scenarios.workspace import Workspace

pytestmark = pytest.mark.ui


@pytest.fixture
def shelf(qtbot: QtBot, tmp_path: Path) -> Iterator[Standing]:
    with standing(qtbot, tmp_path) as made:
        yield made


def cards(shelf: Standing) -> list[CheckedCard]:
    return [card for card in shelf.window.findChildren(CheckedCard) if card.isVisible()]


def test_the_check_says_what_it_found(shelf: Standing) -> None:
    shelf.show(Workspace)
    shelf.qtbot.waitUntil(lambda: bool(cards(shelf)))
    (card,) = cards(shelf)
    card.check.click()
    assert not card.check.isEnabled()
    shelf.qtbot.waitUntil(card.check.isEnabled, timeout=30_000)
    assert card.said.text() != ""


def test_a_card_that_goes_while_it_is_checked_takes_nothing_with_it(shelf: Standing) -> None:
    shelf.show(Workspace)
    shelf.qtbot.waitUntil(lambda: bool(cards(shelf)))
    (card,) = cards(shelf)
    card.check.click()
    task = card._task  # noqa: SLF001 - it outlives the card
    assert task is not None
    with shelf.qtbot.waitSignal(task.done, timeout=30_000):
        shelf.voice.switch("en")
    (again,) = cards(shelf)
    assert again.check.isEnabled()
