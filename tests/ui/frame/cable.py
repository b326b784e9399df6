"""The real window on two screens: the projector is unplugged, and what the banner says then."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from care_desktop.errors import UserError
from ui.shell import Shell
from ui.starting import start


def state(shell: Shell) -> list[object]:
    """The banner, the screen of the room, and whether it can be opened elsewhere."""
    offered = shell.context.actions.refusal("room_elsewhere") is None
    return [shell.banner.sentence() if shell.banner.isVisible() else "", shell.room.screen_name, offered]


def main(folder: str) -> None:
    application = QApplication(sys.argv)
    shell = start(application, Path(folder))
    shell.room.open()
    console, projector = application.screens()
    steps: dict[str, object] = {"open": state(shell)}

    def unplug() -> None:
        application.screenRemoved.emit(projector)

    def plug_in() -> None:
        application.screenAdded.emit(projector)

    unplug()
    steps["unplugged"] = state(shell)
    plug_in()
    steps["back"] = state(shell)
    unplug()
    shell.context.actions.trigger("room_elsewhere")
    steps["elsewhere"] = state(shell)
    unplug()
    shell.room.open(console.name())
    steps["chosen"] = state(shell)
    shell.room.open(projector.name())
    shell.warn(UserError("window.only_reads").messages[0], tone="stop")
    before = shell.banner.sentence()
    unplug()
    steps["in trouble"] = [
        shell.banner.sentence() == before,
        shell.context.actions.refusal("room_elsewhere") is None,
    ]
    sys.stdout.write(json.dumps(steps))
    shell.close()


if __name__ == "__main__":
    main(sys.argv[1])
