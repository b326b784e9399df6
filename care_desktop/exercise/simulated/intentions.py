"""What is meant to be done, and when: decided at the moment it is done."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.commands import Command
from care_desktop.exercise.state import State, Status
from care_desktop.scenario.time import PlayMs, Span

Intention = Callable[[State, Instant], Command | None]
"""Looks at how things stand by then, and says what to do, if that still makes sense."""


def told(command: Command) -> Intention:
    """The intention to give a command, whatever the state."""
    return lambda _state, _at: command


class Intentions:
    """Intentions by their time; what waits for a time of the story follows its pace."""

    def __init__(self) -> None:
        self._play: list[tuple[int, int, Intention]] = []
        self._story: list[tuple[int, int, int, Intention]] = []
        self._number = count()

    def put(self, at: int, intention: Intention) -> None:
        """Mean to do something at a play time."""
        heappush(self._play, (at, next(self._number), intention))

    def put_after(self, due: Span, wait: int, intention: Intention) -> None:
        """Mean to do something so many play milliseconds after a time of either line has come."""
        if due.play is not None:
            self.put(due.play + wait, intention)
        else:
            heappush(self._story, (due.ms, next(self._number), wait, intention))

    def next(self, state: State, until: PlayMs | None) -> tuple[PlayMs, Command] | None:
        """Take out what is to be done first, before ``until``; what no longer makes sense is dropped."""
        now = state.now.play
        while state.status is not Status.ENDED:
            self._follow_story(state, until)
            if not self._play:
                return None
            at = max(self._play[0][0], now)
            if until is not None and at >= until:
                return None
            intention = heappop(self._play)[2]
            command = intention(state, max(Instant(PlayMs(at), state.line.story_at(at)), state.now))
            if command is not None:
                return PlayMs(at), command
        return None

    def _follow_story(self, state: State, until: PlayMs | None) -> None:
        """Give a play time to what the story comes to before anything else."""
        while self._story:
            at = max(state.line.play_at(self._story[0][0]), state.now.play)
            if (until is not None and at >= until) or (self._play and at > self._play[0][0]):
                return
            _, _, wait, intention = heappop(self._story)
            self.put(at + wait, intention)
