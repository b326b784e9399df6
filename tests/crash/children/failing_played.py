"""A short exercise of LISERON, played again for each call of the disk that can fail.

Arguments: errno; once or lasts; folder. Prints one line of JSON per play, the last for the one in which
nothing failed any more. Each play keeps its store in a folder of its own, named after the call that failed.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.json import encode

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Answer, Begin, Command, ConfirmShown, Launch, WriteEntry
from care_desktop.exercise.fold import fold
from care_desktop.exercise.view import view_of
from care_desktop.exercise.words import Words
from care_desktop.journal.records import CommandId, Stamp
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.published import Published, Sent
from care_desktop.session.run import Run
from tests.crash.children import marks
from tests.crash.children.keeping import EXERCISE, open_store
from tests.exercise.liseron import LISERON

ZERO = Stamp("2026-11-24T08:00:00.000Z", "CET", 60, 0, 0, "boot-1")
COMMANDS: tuple[Command, ...] = (
    Begin(),
    Launch("printers"),
    ConfirmShown("printers"),
    WriteEntry(Words.seal("le 15 rappelle", b"one salt for all")),
    Answer("cut_network", "it", "cut"),
)


class Play(Struct):
    """What was told of one play."""

    nth: int
    failed: int = 0  # calls, after the opening and before the closing
    told: int = 0  # the last event that somebody was told is recorded
    problem: str = ""
    wrong: list[str] = []  # what should not have been told, or shown


def attend(play: Play, run: Run, told: Published | None) -> None:
    """Look at what is published as somebody would who trusts it."""
    if told is None:
        return
    if told.problem is not None:
        if told.events and play.problem:
            play.wrong.append("events were told behind a failure")
        play.problem = told.problem.code
    elif play.problem:
        play.wrong.append("a failure was forgotten")
    if told.events:
        play.told = max(play.told, told.events[-1].seq)
    if told.view.seq != play.told or told.view != view_of(fold(run.index, run.events)):
        play.wrong.append(f"event {told.view.seq} is shown, {play.told} was told")


def exercise(folder: Path, play: Play) -> None:
    """All commands, also behind one that failed."""
    clock = LeapingClock(ZERO)
    with open_store(folder) as store:
        run = open_new(store, LISERON, clock, EXERCISE)
        play.told = run.snapshot().view.seq
        opening = marks.faults()
        for number, command in enumerate(COMMANDS):
            sent = Sent(CommandId(f"command-{number}"), command, "facilitator", clock.read())
            attend(play, run, run.carry_out(sent))
            attend(play, run, run.tick(clock.leap(1_100)))
        play.failed = marks.faults() - opening


def main(errno: int, lasts: bool, folder: Path) -> None:
    for nth in count(1):
        play = Play(nth)
        place = folder / str(nth)
        place.mkdir()
        marks.fail(nth, errno, lasts=lasts)
        try:
            exercise(place, play)
        except UserError as error:
            play.problem = error.code
        failed = marks.faults()
        marks.fail(0, 0)
        sys.stdout.buffer.write(encode(play) + b"\n")
        if not failed:
            return


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] == "lasts", Path(sys.argv[3]))
