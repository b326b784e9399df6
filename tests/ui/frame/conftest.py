"""The whole window, on a workspace of its own and a clock moved by hand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from care_desktop.session.leaping import LeapingClock
from tests.session.desk import ZERO
from ui import theme
from ui.shell import Shell
from ui.starting import start


@pytest.fixture
def clock() -> LeapingClock:
    return LeapingClock(ZERO)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, clock: LeapingClock) -> Iterator[Shell]:
    """The window as it starts, painted, active."""
    hook = sys.excepthook
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    opened = start(application, tmp_path / "kept", clock)
    qtbot.addWidget(opened)
    with qtbot.waitActive(opened):
        opened.activateWindow()
    qtbot.waitUntil(lambda: opened.has_looked_around)
    yield opened
    opened.close()
    theme.apply(application, theme.make("light"))
    sys.excepthook = hook
