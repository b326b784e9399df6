"""The whole window, on a workspace of its own and a clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from care_desktop.session.leaping import LeapingClock
from tests.session.desk import ZERO
from tests.ui.frame.hands import PATIENCE
from tests.ui.frame.opened import opened
from tests.ui.frame.tour import Tour
from ui.shell import Shell

TASK_BAR = QSize(1366, 696)
"""What a laptop of 1366×768 leaves of a window, with a task bar below and its title above."""


@pytest.fixture
def clock() -> LeapingClock:
    return LeapingClock(ZERO)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: LeapingClock) -> Iterator[Shell]:
    """The window as it starts, painted, active."""
    with opened(qtbot, tmp_path / "kept", clock) as window:
        yield window


@pytest.fixture
def tour(qtbot: QtBot, shell: Shell, clock: LeapingClock) -> Tour:
    """A walk through all screens of the window, on a small laptop with its task bar."""
    shell.resize(TASK_BAR)
    return Tour(shell, clock, lambda come: qtbot.waitUntil(lambda: bool(come()), timeout=PATIENCE))
