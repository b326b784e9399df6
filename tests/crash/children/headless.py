"""A whole exercise of LISERON, played headless by a team that does what comes to its mind; acknowledged.

Words are erased and a copy is made on the way, as somebody might from another window.
"""

from __future__ import annotations

import sys
from pathlib import Path

from care_desktop.exercise.commands import Begin, End
from care_desktop.journal.records import CommandId, Stamp
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.published import Published, Sent
from care_desktop.session.run import Run
from tests.crash.children import marks
from tests.crash.children.keeping import COPY, EXERCISE, open_store
from tests.exercise.acts import Act
from tests.exercise.liseron import LISERON
from tests.exercise.plays import BY_HAND
from tests.exercise.wandering import wandering
from tests.session.desk import resealed

ZERO = Stamp("2026-11-24T08:00:00.000Z", "CET", 60, 0, 0, "boot-1")
ACTS, SEED, TICK = 150, 274, 15_000
ERASED_BEHIND, COPIED_BEHIND = 30, 60
ERASED = "2026-11-24T12:00:00.000Z"


def acknowledge(told: Published | None) -> None:
    """Say what has been recorded, as a facilitator would read it."""
    if told is not None and told.events:
        marks.ack("seq", told.head.seq)


def wait(run: Run, clock: LeapingClock, ms: int) -> None:
    """Let time pass; each look at it may leave a sign of life."""
    tick = max(TICK, ms // 4)
    while ms > 0:
        step = min(tick, ms)
        acknowledge(run.tick(clock.leap(step)))
        if (beat := run.journal.last_beat()) is not None:
            marks.ack("beat", beat.play)
        ms -= step


def main(folder: Path) -> None:
    clock = LeapingClock(ZERO)
    with open_store(folder) as store:
        run = open_new(store, LISERON, clock, EXERCISE)
        marks.ack("created", 1)
        marks.ack("seq", run.journal.head.seq)
        play = wandering(BY_HAND, SEED, ACTS)
        for number, (pause, command) in enumerate([Act(0, Begin()), *play, Act(0, End())], start=1):
            wait(run, clock, pause)
            sent = Sent(
                CommandId(f"command-{number}"), resealed(command, number), "facilitator", clock.read()
            )
            marks.ack("asked", number)
            acknowledge(run.carry_out(sent))
            if number == ERASED_BEHIND:
                marks.ack("erasing", run.journal.head.seq)
                run.journal.erase(range(1, run.journal.head.seq + 1), ERASED)
                marks.ack("erased", run.journal.head.seq)
            if number == COPIED_BEHIND:
                head = run.journal.head.seq
                store.backup(folder / COPY)
                marks.ack("copied", head)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
