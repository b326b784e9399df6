"""The whole window on a folder, as it starts: painted, active, its first look around done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from care_desktop.session.clock_source import ClockSource
from ui import theme
from ui.shell import Shell
from ui.starting import start


@contextmanager
def opened(qtbot: QtBot, folder: Path, clock: ClockSource | None = None) -> Iterator[Shell]:
    """The window for a while; then all is as it was before."""
    hook = sys.excepthook
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shell = start(application, folder, clock)
    qtbot.addWidget(shell)
    with qtbot.waitActive(shell):
        shell.activateWindow()
    qtbot.waitUntil(lambda: shell.has_looked_around)
    yield shell
    shell.close()
    theme.apply(application, theme.make("light"))
    sys.excepthook = hook
