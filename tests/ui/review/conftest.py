"""An afternoon to look back at, and the debriefing of it in a window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.report import afternoon
from tests.ui.home.standing import Standing, standing
from tests.ui.review.afternoons import keep, past
from ui.review.past import Past
from ui.voice import Voice


@pytest.fixture
def voice(qapp: QApplication) -> Voice:
    return Voice("fr")


@pytest.fixture(scope="module")
def whole() -> Past:
    """The whole afternoon."""
    return past(afternoon.played())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Standing]:
    """A window, and no exercise open."""
    with standing(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def kept(desk: Standing) -> Standing:
    """A window, and the afternoon opened to be looked back at."""
    exercise = keep(desk.place)
    with desk.qtbot.waitSignal(desk.bridge.opened):
        desk.bridge.resume(exercise)
    return desk
