"""The real window on a disk that fills in the middle of an exercise; prints what it said as JSON.

Its argument is the folder. It needs the recorder of disk calls, which makes them fail.
"""

from __future__ import annotations

import sys
from errno import ENOSPC
from pathlib import Path

from msgspec.json import encode
from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Begin
from care_desktop.exercise.events import EntryWritten
from care_desktop.scenario.scenario import Facility
from tests.crash.children import marks
from tests.exercise.liseron import LISERON
from tests.ui.frame.hands import Hands
from tests.ui.frame.told import lines
from ui.frame.status_line import StatusLine
from ui.starting import start


class Loop:
    """Lets the window live until something has come."""

    def waitUntil(self, callback: object, *, timeout: int) -> None:  # noqa: N802
        assert callable(callback)
        deadline = QDeadlineTimer(timeout)
        while not callback():
            assert not deadline.hasExpired()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def written(hands: Hands) -> list[str | None]:
    """The lines of the journal that the window knows."""
    return [event.fact.text.text for event in hands.followed.events if isinstance(event.fact, EntryWritten)]


def main(folder: Path) -> None:
    application = QApplication(sys.argv)
    shell = start(application, folder)
    bridge = shell.context.bridge
    hands = Hands(Loop(), shell)
    hands.until(lambda: shell.has_looked_around)
    failed: list[UserError] = []
    bridge.failed.connect(failed.append)
    marks.fail(1, ENOSPC, lasts=True)
    bridge.open_new(LISERON, Facility("A"))
    hands.until(lambda: failed)
    marks.fail(0, 0)
    bridge.open_new(LISERON, Facility("A"))
    hands.until(lambda: bridge.followed)
    told = lines(hands.followed.events)
    bridge.told.connect(lambda published: told.extend(lines(published.events)))
    bridge.send(Begin())
    shell.go("conduct")
    hands.until(lambda: hands.view.status == "running")
    hands.note("Avant.")
    hands.until(lambda: len(written(hands)) == 1)
    marks.fail(1, ENOSPC, lasts=True)
    hands.note("Pendant.")
    hands.until(lambda: shell.warned)
    (status,) = shell.findChildren(StatusLine)
    banner, saved = shell.banner.sentence(), status.kept.text()
    shown = written(hands)
    marks.fail(0, 0)
    way_home = [shell.context.actions.refusal("let_go") is None]
    shell.go("home")
    hands.take_up()
    hands.go_on()
    hands.note("Après.")
    hands.until(lambda: len(written(hands)) == 2)
    kept = lines(hands.followed.events)
    way_home.append(shell.context.actions.refusal("let_go") is None)
    said = {
        "ways": way_home,
        "refused": failed[0].code,
        "banner": banner,
        "saved": saved,
        "written": shown,
        "lost": sorted(set(told) - set(kept)),
        "after": written(hands),
    }
    shell.close()
    sys.stdout.buffer.write(encode(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
