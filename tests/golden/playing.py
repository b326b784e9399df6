"""A long night of LISERON for the golden journal: a team that wanders and prefers what is new to it."""

from __future__ import annotations

from random import Random

from care_desktop.exercise import commands as c
from care_desktop.exercise.fold import fold
from care_desktop.exercise.state import Status
from care_desktop.journal.records import CommandId
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.published import Published, Sent
from care_desktop.session.run import Run
from tests.exercise.wandering import WHIMS
from tests.session.desk import resealed

WAITS = (0, 700, 5_000, 30_000, 90_000, 240_000)
TRIES = 40


class Team:
    """Whoever sits at the desk; chance comes from the seed, ids and salts count on from ``given``."""

    def __init__(self, run: Run, clock: LeapingClock, seed: int, given: int = 0) -> None:
        self.run, self.clock = run, clock
        self._random = Random(seed)
        self._given = given

    def kinds(self) -> set[str]:
        """The kinds of facts that came about so far."""
        return {event.fact.kind for event in self.run.events}

    def does(self, command: c.Command) -> Published:
        """Give a command, which must be taken, its words under a salt of their own."""
        self._given += 1
        sent = Sent(
            CommandId(f"command-{self._given:04d}"),
            resealed(command, self._given),
            "facilitator",
            self.clock.read(),
        )
        told = self.run.carry_out(sent)
        assert told.refusal is None, told.refusal
        return told

    def waits(self, ms: int) -> None:
        """Let time pass, looking at it when something falls due and at the end."""
        while ms > 0 and self.run.status is not Status.ENDED:
            due, now = self.run.next_due(), self.run.clock.play_at(self.clock.read())
            step = ms if due is None or self.run.status is not Status.RUNNING else min(ms, max(1, due - now))
            self.run.tick(self.clock.leap(step))
            ms -= step

    def wanders(self, acts: int) -> None:
        """Do so many things that the engine takes; if one that comes to mind brings what is new, that one."""
        for _ in range(acts):
            self.waits(self._random.choice(WAITS))
            command = self._idea()
            if command is not None:
                self.does(command)

    def _idea(self) -> c.Command | None:
        state, seen, stamp = fold(self.run.index, self.run.events), self.kinds(), self.clock.read()
        taken: list[c.Command] = []
        for _ in range(TRIES):
            command = self._random.choice(WHIMS)(self._random, state)
            if isinstance(command, c.End) or self.run.refusal(command, stamp) is not None:
                continue
            taken.append(command)
            if {event.fact.kind for event in self.run.preview(command, stamp)} - seen:
                return command
        return taken[0] if taken else None
