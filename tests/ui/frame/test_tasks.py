"""Long work is done by a process of its own: it tells how far it is, and can be ended."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import care_desktop
from ui.tasks import CANCELLED, Tasks

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("qapp")]


def test_what_the_child_says_and_how_it_ends_are_told(qtbot: QtBot) -> None:
    task = Tasks(QApplication.instance()).run(["--version"])
    with qtbot.waitSignal(task.done, timeout=60_000) as done:
        pass
    assert done.args == [0]
    assert task.said == [f"CaRE Desktop {care_desktop.__version__}"]


def test_what_went_wrong_is_said_in_words(qtbot: QtBot) -> None:
    task = Tasks(QApplication.instance()).run(["check", "nowhere"])
    with qtbot.waitSignal(task.done, timeout=60_000) as done:
        pass
    assert done.args == [2]
    assert any("nowhere" in line for line in task.said)


def test_work_that_is_cancelled_ends_and_says_so(qtbot: QtBot) -> None:
    task = Tasks(QApplication.instance()).run(["list"])
    with qtbot.waitSignal(task.done, timeout=60_000) as done:
        task.cancel()
    assert done.args == [CANCELLED]
