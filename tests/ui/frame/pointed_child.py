"""The real window in a process of its own, which says where things are on the screen and how all stands.

Argument: the folder. Each line on stdin asks. ``{"where": name, "whole": bool}``: for a place to click,
answered as soon as it is there. ``{"stands": before}``: for the state, answered once it is not ``before``.
Where that takes too long, ``{"late": …}`` says what there is instead.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QObject, QPoint, QRect, QSocketNotifier, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from care_desktop.exercise.events import EntryWritten
from ui.alone.page import AlonePage
from ui.review.export_strip import ExportStrip
from ui.room.window import RoomWindow
from ui.shell import Shell
from ui.starting import start
from ui.widgets.launch_button import LaunchButton

_LOOK_MS = 20
_PATIENCE_MS = 20_000


def named(widget: QWidget) -> str:
    """What a screen reader would call it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def seen() -> Iterator[tuple[str, QPoint]]:
    """What can be clicked, with the middle of what is to be seen of it."""
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        for action in menu.actions():
            if action.isEnabled() and action.text():
                yield action.text(), menu.mapToGlobal(menu.actionGeometry(action).center())
        return
    for widget in QApplication.allWidgets():
        if widget.isVisible() and widget.isEnabled() and not isinstance(widget, QLabel | RoomWindow):
            shown = widget.visibleRegion().boundingRect()
            middle = widget.mapToGlobal(shown.center())
            hit = QApplication.widgetAt(middle)
            if hit is not None and (hit is widget or widget.isAncestorOf(hit)):
                yield named(widget), middle


def stands(shell: Shell) -> dict[str, Any]:
    """How all stands: the window, the exercise, the room."""
    followed, room = shell.context.bridge.followed, shell.room
    walls = [one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow) and one.isVisible()]
    return {
        "front": shell.front,
        "console": shell.screen().name(),
        "active": shell.isActiveWindow(),
        "banner": shell.banner.sentence() if shell.banner.isVisible() else "",
        "page": [one.foot.forward.words() for one in shell.findChildren(AlonePage) if one.isVisible()],
        "lancer": [one.state().value for one in shell.findChildren(LaunchButton)],
        "report": [one.told for one in shell.findChildren(ExportStrip) if one.isVisible()],
        "room": room.screen_name,
        "walls": [[one.isFullScreen(), *_rect(one.geometry())] for one in walls],
        **({} if followed is None else _exercise(shell)),
    }


def _exercise(shell: Shell) -> dict[str, Any]:
    followed = shell.context.bridge.followed
    assert followed is not None
    view = followed.view
    return {
        "status": view.status.value,
        "phase": view.phase,
        "launched": sum(one.launched is not None for one in view.injects.values()),
        "shown": sum(one.shown is not None for one in view.injects.values()),
        "asked": [name for name, one in view.decisions.items() if one.opened and not one.standing],
        "decided": [name for name, one in view.decisions.items() if one.standing],
        "written": [one.fact.text.text for one in followed.events if isinstance(one.fact, EntryWritten)],
    }


def _rect(area: QRect) -> tuple[int, int, int, int]:
    return area.x(), area.y(), area.width(), area.height()


class Answering(QObject):
    """Answers one question after the other, each as soon as there is an answer."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._asked: dict[str, Any] | None = None
        self._before: QPoint | None = None
        self._deadline = QDeadlineTimer()
        self._listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._listening.activated.connect(self._listen)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)

    def _listen(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        self._asked, self._before = json.loads(line), None
        self._deadline.setRemainingTime(_PATIENCE_MS)
        self._looking.start(_LOOK_MS)

    def _look(self) -> None:
        assert self._asked is not None
        try:
            self._look_for(self._asked)
        except Exception as error:
            self._answer({"late": repr(error)})
            raise

    def _look_for(self, asked: dict[str, Any]) -> None:
        now = stands(self._shell)
        if self._deadline.hasExpired():
            self._answer({"late": [now, sorted({name for name, _ in seen() if name})]})
        elif "where" in asked:
            self._say_where(asked["where"], whole=asked["whole"])
        elif now != asked["stands"]:
            self._answer(now)

    def _say_where(self, name: str, *, whole: bool) -> None:
        """Where it is, once it has stood there for two looks."""
        places = [at for one, at in seen() if one == name or (not whole and one.startswith(name))]
        # Of two of one name the higher: Qt lists widgets in no order, and what confirms stands above
        found = min(places, key=lambda at: (at.y(), at.x()), default=None)
        if found is not None and found == self._before:
            self._answer([found.x(), found.y()])
        self._before = found

    def _answer(self, said: object) -> None:
        self._looking.stop()
        os.write(1, (json.dumps(said) + "\n").encode())


def main(folder: Path) -> None:
    application = QApplication(sys.argv)
    shell = start(application, folder)
    Answering(shell)
    application.exec()
    shell.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
