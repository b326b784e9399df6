"""What measures are taken of: an exercise, what was taken back left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from care_desktop.exercise.clock import START, Instant
from care_desktop.exercise.events import Begun, Ended, Event, Fact
from care_desktop.exercise.fold import fold
from care_desktop.exercise.index import ScriptIndex
from care_desktop.journal.records import Seq
from care_desktop.scenario.time import PlayMs

F = TypeVar("F", bound=Fact)


class Played:
    """The events that stand, by kind, and the state that all events add up to.

    ``event`` finds those that were taken back too, so that a recall can be told.
    """

    def __init__(self, index: ScriptIndex, events: Iterable[Event]) -> None:
        everything = tuple(events)
        self.index = index
        self.state = fold(index, everything)
        self.line = self.state.line
        self._by_seq = {event.seq: event for event in everything}
        self._kinds: dict[type[Fact], list[Event]] = {}
        for event in everything:
            if event.seq not in self.state.voided:
                self._kinds.setdefault(type(event.fact), []).append(event)
        begun, ended = self.first(Begun), self.first(Ended)
        self.begun = None if begun is None else begun.seq
        self.ended = None if ended is None else ended.seq
        self.start: Instant = START if begun is None else begun.at
        self.end: Instant = self.state.now if ended is None else ended.at

    def facts(self, kind: type[F]) -> Iterator[tuple[Event, F]]:
        """The events of a kind that stand, in order, each with its fact."""
        for event in self._kinds.get(kind, ()):
            yield event, event.fact  # type: ignore[misc]

    def events(self, *kinds: type[Fact]) -> list[Event]:
        """The events of these kinds that stand, in order."""
        found = [event for kind in kinds for event in self._kinds.get(kind, ())]
        return sorted(found, key=lambda event: event.seq)

    def told(self, sort: str, *kinds: type[Fact]) -> dict[str, list[Event]]:
        """The same, by the part of the script that they are about."""
        told: dict[str, list[Event]] = {}
        for event in self.events(*kinds):
            told.setdefault(getattr(event.fact, sort), []).append(event)
        return told

    def first(self, kind: type[Fact]) -> Event | None:
        """The first event of a kind that stands."""
        return next(iter(self._kinds.get(kind, ())), None)

    def event(self, seq: Seq) -> Event:
        """An event, whether it stands or not."""
        return self._by_seq[seq]

    def when(self, event: Event, fact_at: PlayMs | None) -> Instant:
        """The time of the fact: what was typed by hand, else the event's own."""
        if fact_at is None or fact_at == event.at.play:
            return event.at
        return Instant(fact_at, self.line.story_at(fact_at))
