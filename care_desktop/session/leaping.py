"""Playing without waiting: a clock that goes where it is told, and an exercise played from a list of acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from care_desktop.exercise.commands import Command
from care_desktop.journal.records import CommandId, Stamp
from care_desktop.scenario.time import PlayMs
from care_desktop.session.clock_source import wall_text
from care_desktop.session.published import Published, Sent
from care_desktop.session.run import Run

_MS = 1_000_000


class LeapingClock:
    """A clock that stands still until it is moved. ``zero`` is what it reads at play time zero."""

    def __init__(self, zero: Stamp) -> None:
        self._stamp = zero

    def read(self) -> Stamp:
        """All clocks, where they were moved to."""
        return self._stamp

    def leap(self, ms: int) -> Stamp:
        """Let time pass."""
        before = self._stamp
        self._stamp = Stamp(
            wall_text(datetime.fromisoformat(before.wall) + timedelta(milliseconds=ms)),
            before.zone,
            before.offset,
            before.awake_ns + ms * _MS,
            before.total_ns + ms * _MS,
            before.boot,
        )
        return self._stamp


class Act(NamedTuple):
    """A command and the play time at which it is given."""

    at: PlayMs
    command: Command
    actor: str = "facilitator"


def play_out(run: Run, clock: LeapingClock, acts: Iterable[Act]) -> Iterator[Published]:
    """Carry acts out in their order, leaping over the time between them; what falls due comes in its turn.

    Where play time stands still, an act is carried out at once.
    """
    for act in acts:
        yield from _leap_to(run, clock, act.at)
        yield run.carry_out(Sent(CommandId(uuid4().hex), act.command, act.actor, clock.read()))


def _leap_to(run: Run, clock: LeapingClock, to: PlayMs) -> Iterator[Published]:
    while run.problem is None and (now := run.clock.play_at(clock.read())) < to:
        if run.clock.since_ns is None:
            return
        due = run.next_due()
        stamp = clock.leap(max(0, (to if due is None else min(due, to)) - now))
        told = run.tick(stamp)
        if told is not None:
            yield told
