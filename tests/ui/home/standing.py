"""The seams of the window around one workspace: all real, but for the frame, which notes where one goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from care_desktop.language import Language, Message
from care_desktop.session.leaping import LeapingClock
from care_desktop.workspace.place import Workspace as Place
from tests.session.desk import ZERO
from ui import theme
from ui.actions import Actions
from ui.bridge import Bridge
from ui.context import Context
from ui.room.screen import RoomScreen
from ui.settings import Settings
from ui.tasks import Tasks
from ui.voice import Voice


class View(Protocol):
    """A workspace as the frame knows it."""

    def shown(self) -> None: ...

    def retranslate(self) -> None: ...


class Frame:
    """The frame as workspaces know it."""

    def __init__(self, bridge: Bridge, voice: Voice) -> None:
        self.room = RoomScreen(bridge, voice)
        self.went: list[str] = []
        self.warned: list[Message] = []

    def go(self, workspace: str) -> None:
        self.went.append(workspace)

    def warn(self, message: Message, *, action: str | None = None, tone: str = "warn") -> None:  # noqa: ARG002
        self.warned.append(message)

    def take_settings(self) -> None:
        """The look of the tests stays."""

    def unwarn(self) -> None:
        self.warned.clear()


class Standing:
    """A window with one workspace in it, at its size on a small laptop."""

    def __init__(self, qtbot: QtBot, folder: Path, language: Language = "fr") -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1282, 708)
        self.voice = Voice(language)
        self.place = Place.open(folder)
        self.clock = LeapingClock(ZERO)
        self.bridge = Bridge(self.place, self.clock)
        self.frame = Frame(self.bridge, self.voice)
        self.settings = Settings(self.place.settings)
        self.context = Context(
            self.voice,
            self.bridge,
            Actions(self.window, self.voice),
            Tasks(),
            self.place,
            self.settings,
            self.frame,
        )

    def show(self, make: Callable[[Context], View]) -> None:
        """Make a workspace and bring it to the front."""
        workspace = make(self.context)
        assert isinstance(workspace, QWidget)
        self.voice.changed.connect(workspace.retranslate)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(workspace)
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        workspace.shown()


@contextmanager
def standing(qtbot: QtBot, folder: Path) -> Iterator[Standing]:
    """The look at 100 %, and an exercise that is let go of at the end."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.make("light"))
    made = Standing(qtbot, folder)
    yield made
    made.frame.room.close()
    made.bridge.close()
    theme.apply(application, theme.make("light"))


def cut(window: QWidget) -> list[str]:
    """The buttons and labels that have less room than their words need, or stand outside the window."""
    inside = QRect(0, 0, window.width(), 10**6)
    found = []
    shown: list[QAbstractButton | QLabel] = [
        *window.findChildren(QAbstractButton),
        *window.findChildren(QLabel),
    ]
    for one in shown:
        if not one.isVisible() or not one.text():
            continue
        place = QRect(one.mapTo(window, one.rect().topLeft()), one.size())
        needs = one.minimumSizeHint()
        height = one.heightForWidth(one.width()) if one.hasHeightForWidth() else needs.height()
        if one.width() < needs.width() or one.height() < height or place.right() > inside.right():
            found.append(one.text())
    return found
