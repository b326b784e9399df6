"""One window in a process of its own: ``start`` and ``bare`` until the first paint, ``play`` under load L.

``start`` and ``bare`` print moments of the monotonic clock, in nanoseconds; ``play`` JSON.
What only some of them need is imported there: the bare window is bare.
"""

from __future__ import annotations

import os
import sys
from time import monotonic_ns, perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from care_desktop.exercise.events import Event
    from care_desktop.scenario.ids import InjectId

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

EXERCISE = "load"
LAUNCHES = 100
WARM = 5
BEAT_MS = 1
EVENTS = 10_000
WHEN = "2026-11-24T08:00:00.000Z"


def start(folder: Path) -> None:
    """Ours: the paint of the home, and when it is whole and a key does its first thing."""
    from ui import app

    app.load()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    from ui.home.workspace import Workspace
    from ui.starting import start as open_window

    shell = open_window(application, folder)
    home = shell.view("home")
    assert isinstance(home, Workspace)

    def look() -> None:
        if home.is_whole and shell.has_looked_around:
            print(monotonic_ns())
            shell.close()
        else:
            QTimer.singleShot(0, look)

    shell.painted.connect(lambda: print(monotonic_ns()))
    shell.painted.connect(look)
    application.exec()


def bare(_folder: Path) -> None:
    """The floor: a window with one line of text."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel

    class Bare(QLabel):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            super().paintEvent(event)
            QTimer.singleShot(0, self.tell)

        def tell(self) -> None:
            print(monotonic_ns())
            application.quit()

    application = QApplication([])
    window = Bare("CaRE Desktop")
    window.resize(1366, 736)
    window.show()
    application.exec()


def prepare(folder: Path) -> None:
    """A store with an exercise of so many events, suspended, and the index that names it."""
    from bench import load
    from bench.script import build
    from care_desktop.exercise import commands as c
    from care_desktop.journal.records import CommandId, ExerciseId, Stamp
    from care_desktop.journal.store import Store
    from care_desktop.session.leaping import LeapingClock
    from care_desktop.session.opening import open_new
    from care_desktop.session.published import Sent
    from care_desktop.workspace import recents
    from care_desktop.workspace.place import Workspace

    workspace = Workspace.open(folder)
    script, clock = build(), LeapingClock(Stamp(WHEN, "CET", 60, 10**12, 10**12, "boot"))
    with Store.open(workspace.database) as store:
        run, team, number = open_new(store, script, clock, ExerciseId(EXERCISE)), load.Team(script), 0
        run.carry_out(Sent(CommandId("begin"), c.Begin(), "facilitator", clock.read()))
        while run.journal.head.seq < EVENTS:
            number += 1
            run.tick(clock.leap(2_000))
            sent = Sent(
                CommandId(f"{number:032x}"), team.next(run.snapshot().view), "facilitator", clock.read()
            )
            run.carry_out(sent)
        run.carry_out(Sent(CommandId("suspend"), c.Suspend(), "facilitator", clock.read()))
    entry = recents.Recent(
        EXERCISE,
        "L",
        "",
        WHEN,
        run.snapshot().view.now.play,
        "suspended",
        str(workspace.database),
        protected=False,
        kind="exercise",
    )
    recents.write(workspace.recents, recents.Recents((entry,)))


def play(folder: Path) -> None:
    """LANCER a hundred times with the room open: how long until the wall is painted, and between beats."""
    import json
    from functools import partial
    from itertools import pairwise

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from care_desktop.exercise import commands as c
    from care_desktop.scenario.script import Channel
    from ui.starting import start as open_window

    application = QApplication([])
    shell = open_window(application, folder)
    bridge, room = shell.context.bridge, shell.context.room

    until(bridge.opened, lambda: bridge.resume(EXERCISE))
    shell.go("conduct")
    room.open(None)
    until(bridge.told, lambda: bridge.send(c.Resume()))
    followed = bridge.followed
    assert followed is not None
    cell = followed.index.script.cells[0].id
    beats: list[float] = []
    beat = QTimer(interval=BEAT_MS)
    beat.timeout.connect(lambda: beats.append(perf_counter()))
    latencies = []
    for number in range(LAUNCHES + WARM):
        events, done = followed.events, len(followed.events)
        improvise = c.ImproviseInject(Channel.PRESS, (cell,), bridge.words(f"Message {number} pour la salle"))
        until(
            bridge.told, partial(bridge.send, improvise), partial(_inject, events, done, "inject.improvised")
        )
        inject = _inject(events, done, "inject.improvised")
        if number == WARM:
            beat.start()
        begun = perf_counter()
        until(room.painted, partial(bridge.send, c.Launch(inject)))
        if number >= WARM:
            latencies.append((perf_counter() - begun) * 1000)
        until(bridge.told, lambda: None, partial(_inject, events, done, "inject.shown"))
    gaps = [(after - before) * 1000 for before, after in pairwise(beats)]
    beats.clear()
    shell.hide()
    room.close()
    bridge.close()
    quiet = QTimer(interval=2_000, singleShot=True)
    until(quiet.timeout, quiet.start)
    idle = [(after - before) * 1000 for before, after in pairwise(beats)]
    print(json.dumps({"launch": latencies, "gaps": gaps, "idle": idle}))
    shell.close()


def until(signal: object, act: Callable[[], object], come: Callable[[], object] = lambda: True) -> None:
    """Do something, and wait for a signal at which what is wanted has come."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()

    def look(*_: object) -> None:
        if come():
            loop.quit()

    signal.connect(look)  # type: ignore[attr-defined]
    QTimer.singleShot(0, act)
    loop.exec()
    signal.disconnect(look)  # type: ignore[attr-defined]


def _inject(events: Sequence[Event], since: int, kind: str) -> InjectId:
    """The inject of the first event of a kind after ``since``; nothing as long as there is none."""
    return next((one.fact.inject for one in events[since:] if one.fact.kind == kind), "")  # type: ignore[attr-defined]


if __name__ == "__main__":
    from pathlib import Path

    {"start": start, "bare": bare, "prepare": prepare, "play": play}[sys.argv[1]](Path(sys.argv[2]))
