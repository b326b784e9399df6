"""The real window in a process of its own, to be killed: an exercise by keyboard that never ends by itself.

Arguments: ``play`` or ``take_up``, the folder. Each fact is printed as soon as the window is told of it,
``at …`` where nothing is told.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from tests.ui.frame.hands import Hands
from tests.ui.frame.told import lines
from ui.starting import start


class Loop:
    """Lets the window live until something has come."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802
        deadline = QDeadlineTimer(timeout)
        while not callback():
            assert not deadline.hasExpired()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def say(*told: str) -> None:
    """In one write, so that no kill cuts a line."""
    os.write(1, "".join(f"{line}\n" for line in told).encode())


def play(hands: Hands) -> None:
    """DEBEX, launches until something is asked, then a decision."""
    hands.begin()
    hands.note("La cadre de nuit prévient l’administrateur de garde.")
    while not (asked := hands.asks()):
        hands.launch()
    hands.press("Ctrl+D")
    hands.press("Space")
    hands.tab_to(lambda widget: widget.accessibleName() == "Pourquoi, en une ligne")
    hands.write("On protège d’abord")
    say("at deciding")
    hands.write(" les sauvegardes.")
    hands.press("Return")
    hands.until(lambda: hands.view.decisions[asked[0]].standing)


def write_without_end(hands: Hands) -> None:
    """Faster than anything is recorded."""
    for number in count(1):
        hands.note(f"Ligne {number} : le 15 rappelle.")
        QApplication.processEvents()


def main(manner: str, folder: Path) -> None:
    application = QApplication(sys.argv)
    shell = start(application, folder)
    bridge = shell.context.bridge
    bridge.opened.connect(lambda: say(*lines(bridge.followed.events if bridge.followed else ())))
    bridge.told.connect(lambda told: say(*lines(told.events)))
    hands = Hands(Loop(), shell)
    hands.until(lambda: shell.has_looked_around)
    if manner == "play":
        play(hands)
    else:
        hands.take_up()
        hands.go_on()
    write_without_end(hands)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
