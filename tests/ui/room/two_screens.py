"""A program of its own, for a platform with two screens: opens the room's window, unplugs, plugs in again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from care_desktop.workspace.place import Workspace
from ui import fonts
from ui.bridge import Bridge
from ui.room.screen import RoomScreen
from ui.room.window import RoomWindow
from ui.voice import Voice


def state(screen: RoomScreen) -> dict[str, object]:
    """Where the window of the room is."""
    windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow)]
    shown = [one for one in windows if one.isVisible()]
    return {
        "open": screen.is_open,
        "on": screen.screen_name,
        "full": [one.isFullScreen() for one in shown],
        "at": [one.geometry().getRect() for one in shown],
        "waits_for": screen.lost_screen,
    }


def main(folder: str) -> None:
    application = QApplication(sys.argv)
    fonts.load()
    console = QWidget()
    console.show()
    screen = RoomScreen(Bridge(Workspace.open(Path(folder))), Voice())
    told: list[str] = []
    screen.screen_lost.connect(lambda name: told.append(f"lost {name}"))
    screen.screen_back.connect(lambda name: told.append(f"back {name}"))
    projector = application.screens()[1]
    laptop = application.screens()[0]
    steps: dict[str, object] = {"names": screen.screen_names()}

    screen.open()
    steps["opened"] = state(screen)
    application.screenRemoved.emit(projector)
    steps["unplugged"] = state(screen)
    application.screenAdded.emit(laptop)
    steps["another"] = state(screen)
    application.screenAdded.emit(projector)
    steps["back"] = state(screen)
    screen.open("console")
    steps["asked"] = state(screen)
    screen.open("nowhere")
    steps["nowhere"] = state(screen)
    screen.close()
    application.screenAdded.emit(projector)
    steps["closed"] = state(screen)
    steps["told"] = told
    sys.stdout.write(json.dumps(steps))


if __name__ == "__main__":
    main(sys.argv[1])
