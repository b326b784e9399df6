"""A room in which a test plays an exercise: a manual clock, commands at minutes, what happened since."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

import pytest

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Event, Fact
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.exercise.words import Words
from care_desktop.scenario.script import Script
from care_desktop.scenario.time import MINUTE, PlayMs

F = TypeVar("F", bound=Fact)
Keeper = Callable[[ScriptIndex, tuple[Event, ...]], State | None]
"""Keeps new events; in the reread mode it gives back the state read again from all that it kept."""


def said(text: str) -> Words:
    """Words with a salt that is the same each time, so that plays can be compared."""
    return Words.seal(text, sha256(text.encode()).digest()[:16])


def minutes(number: float) -> PlayMs:
    return PlayMs(round(number * MINUTE))


class Room:
    """An exercise under way in a test."""

    def __init__(self, script: Script, keeper: Keeper) -> None:
        self.index = ScriptIndex(script)
        self.engine = Engine(self.index)
        self.clock = PlayMs(0)
        self.events: list[Event] = []
        self._keeper = keeper
        self._seen = 0
        self.does(c.Open("digest"))

    @property
    def state(self) -> State:
        return self.engine.state

    def begins(self) -> Room:
        self.does(c.Begin())
        return self

    def at(self, play_minutes: float) -> Room:
        """Let play time come to a minute since DEBEX."""
        self.clock = minutes(play_minutes)
        self._keep(self.engine.advance(self.clock))
        return self

    def does(self, command: c.Command) -> tuple[Event, ...]:
        """Carry a command out now."""
        events = self.engine.submit(command, self.clock)
        self._keep(events)
        return events

    def refuses(self, command: c.Command) -> str:
        """The message with which a command is refused now."""
        asked = self.engine.refusal(command, self.clock)
        with pytest.raises(Refused) as refused:
            self.engine.submit(command, self.clock)
        assert asked == refused.value.message
        return refused.value.message.id

    def facts(self, kind: type[F]) -> list[F]:
        """All facts of a kind so far."""
        return [event.fact for event in self.events if isinstance(event.fact, kind)]

    def event(self, kind: type[Fact], place: int = -1) -> Event:
        """An event of a kind, the last one unless told."""
        return [event for event in self.events if isinstance(event.fact, kind)][place]

    def new(self) -> list[str]:
        """The kinds of what happened since this was last asked."""
        kinds = [event.fact.kind for event in self.events[self._seen :]]
        self._seen = len(self.events)
        return kinds

    def _keep(self, events: tuple[Event, ...]) -> None:
        self.events.extend(events)
        reread = self._keeper(self.index, events)
        if reread is not None:
            self.engine = Engine(self.index, reread)
