"""Plays LISERON without end and says after each look at the time what is recorded, to be killed.

Arguments: manner (unused), folder. As ``killed``; each line is ``seq hash play``: what somebody saw.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from uuid import uuid4

from care_desktop.exercise.commands import Begin, Command, Resume, WriteEntry
from care_desktop.exercise.words import Words
from care_desktop.journal.records import CommandId, Stamp
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new, resume
from care_desktop.session.published import Sent
from care_desktop.session.run import Run
from tests.crash.children.keeping import EXERCISE, open_store
from tests.exercise.liseron import LISERON

ZERO = Stamp("2026-11-24T08:00:00.000Z", "CET", 60, 0, 0, "boot")


def give(run: Run, clock: LeapingClock, command: Command) -> None:
    """Give a command now, and say what is recorded then."""
    run.carry_out(Sent(CommandId(uuid4().hex), command, "facilitator", clock.read()))
    say(run, clock)


def say(run: Run, clock: LeapingClock) -> None:
    """One line in one write, so that a kill cannot cut it."""
    head = run.journal.head
    line = f"{head.seq} {head.hash.hex()} {run.clock.play_at(clock.read())}\n"
    os.write(1, line.encode())


def live(folder: Path) -> None:
    """One life: go on with the exercise, which begins in the first."""
    os.write(1, b"pid %d\n" % os.getpid())
    store, clock = open_store(folder), LeapingClock(ZERO)
    if store.exercises():
        run = resume(store.journal(EXERCISE), clock)
    else:
        run = open_new(store, LISERON, clock, EXERCISE)
    while True:
        for command in (Begin(), Resume(), WriteEntry(Words.seal("le 15 rappelle", os.urandom(16)))):
            if run.refusal(command, clock.read()) is None:
                give(run, clock, command)
        for _ in range(5):
            run.tick(clock.leap(250))
            say(run, clock)


def main(folder: Path) -> None:
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            live(folder)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main(Path(sys.argv[2]))
