"""The way back of the focus: to what is still there and to be seen, once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.widgets.way_back import WayBack

pytestmark = pytest.mark.ui


class Room:
    """Three lines in a window that has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.left, self.over, self.other = QLineEdit(), QLineEdit(), QLineEdit()
        for line in (self.left, self.over, self.other):
            column.addWidget(line)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.way = WayBack()
        self.way.remember(self.left)
        self.over.setFocus()

    @property
    def focused(self) -> QWidget | None:
        found: QWidget | None = self.window.focusWidget()
        return found


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


def test_the_focus_goes_back_once(room: Room) -> None:
    room.way.go()
    assert room.focused is room.left
    room.over.setFocus()
    room.way.go()
    assert room.focused is room.over


def test_what_went_meanwhile_is_no_way_back(room: Room) -> None:
    delete(room.left)
    room.way.go(room.other)
    assert room.focused is room.other


def test_what_is_hidden_is_no_way_back(room: Room) -> None:
    room.left.hide()
    room.way.go()
    assert room.focused is room.over


def test_what_is_forgotten_is_no_way_back(room: Room) -> None:
    room.way.forget()
    room.way.go()
    assert room.focused is room.over
