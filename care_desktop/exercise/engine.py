"""The engine: commands and the passing of time in, events out."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.errors import Refused
from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.commands import Command
from care_desktop.exercise.consequences import consequences
from care_desktop.exercise.deciding import conduct, decisions, injects, timing
from care_desktop.exercise.deciding.permitted import PERMITTED, STANDS
from care_desktop.exercise.deciding.registry import DECIDERS, Moment
from care_desktop.exercise.events import Event, Fact
from care_desktop.exercise.falling_due import Happening, happenings
from care_desktop.exercise.fold import apply
from care_desktop.exercise.folding.timing import LIVE
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State, Status
from care_desktop.exercise.watching import Watcher
from care_desktop.journal.records import Seq
from care_desktop.language import Message
from care_desktop.scenario.time import PlayMs

AREAS = (conduct, decisions, injects, timing)
"""The modules whose deciders are registered by being imported."""


class Engine:
    """One exercise under way.

    The state is the fold of all events that were given out, and nothing else: an engine may be thrown away
    and made anew from them at any time. Laws, all tested: ``advance(a); advance(b)`` equals ``advance(b)``;
    the same commands at the same times give the same events; a refused command leaves none; no event is
    earlier than the one before it.
    """

    def __init__(self, index: ScriptIndex, state: State | None = None) -> None:
        self.index = index
        self.state = State() if state is None else state
        self._watcher = Watcher(index, self.state)
        self._out: list[Event] = []

    def submit(self, command: Command, at: PlayMs) -> tuple[Event, ...]:
        """Let time pass up to ``at``, then carry a command out.

        ``at`` is the play time at which it was given; where play time stands still, that does. Raises
        ``Refused``: then the command left no event, and what fell due meanwhile comes with the next call.
        """
        self._settle(at)
        moment = self.moment(at)
        decided = self._decided(command, moment)
        for fact, cause in decided:
            self._emit(fact, moment, cause)
        self._settle(at)
        return self._given_out()

    def advance(self, to: PlayMs) -> tuple[Event, ...]:
        """Let time pass up to ``to``: what falls due, in its order, each at its own time."""
        self._settle(to)
        return self._given_out()

    def next_due(self) -> PlayMs | None:
        """When something falls due by itself, in play time; None while nothing will."""
        first = self._first() if self.state.status is Status.RUNNING else None
        return None if first is None else first[0].play

    def refusal(self, command: Command, at: PlayMs | None = None) -> Message | None:
        """Why a command would be refused, as things stand; None if it would be taken."""
        try:
            self._decided(command, self.moment(self.state.now.play if at is None else at))
        except Refused as refused:
            return refused.message
        return None

    def preview(self, command: Command, at: PlayMs) -> tuple[Event, ...]:
        """What a command would bring, without bringing it about. Raises ``Refused`` as ``submit`` does."""
        return self.fork().submit(command, at)

    def fork(self) -> Engine:
        """An engine of its own that goes on from here."""
        return Engine(self.index, self.state.copy())

    def moment(self, play: PlayMs) -> Instant:
        """The instant at a play time, not earlier than the last event; where play stands still, that."""
        state = self.state
        if state.status is not Status.RUNNING:
            play = state.now.play
        return max(Instant(play, state.line.story_at(play)), state.now)

    def _decided(self, command: Command, at: Instant) -> list[Happening]:
        kind = type(command)
        if self.state.status not in PERMITTED[kind]:
            raise Refused(STANDS[self.state.status])
        return list(DECIDERS[kind](Moment(self.index, self.state, at), command))

    def _settle(self, to: PlayMs) -> None:
        """Let everything happen that is due by ``to``."""
        if self.state.status not in LIVE:
            return
        self._watcher.settle_anew()
        # What happens on the way may change the pace, and with it how far the story comes
        while (first := self._first()) is not None and first[0] <= self.moment(to):
            at, item = first
            if item.rank in (Rank.CROSSING, Rank.UNDONE):
                found: Iterable[Happening] = self._watcher.happenings(item, at)
            else:
                found = list(happenings(self.index, self.state, item, at))
            for fact, cause in found:
                self._emit(fact, at, cause)

    def _first(self) -> tuple[Instant, Item] | None:
        due = self.state.agenda.first(self.state.line, self.state.now)
        watched = self._watcher.first()
        if due is None or watched is None:
            return due or watched
        return min(due, watched)

    def _emit(self, fact: Fact, at: Instant, cause: Seq | None) -> None:
        event = Event(Seq(self.state.seq + 1), at, cause, fact)
        apply(self.index, self.state, event)
        self._out.append(event)
        self._watcher.look_again(event)
        for follower in list(consequences(self.index, self.state, event)):
            self._emit(follower, at, event.seq)

    def _given_out(self) -> tuple[Event, ...]:
        out = tuple(self._out)
        self._out.clear()
        return out
