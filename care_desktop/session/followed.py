"""An exercise as it is seen from elsewhere than its own thread: all that was published of it."""

from __future__ import annotations

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.commands import Command
from care_desktop.exercise.conditions import holds
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Event
from care_desktop.exercise.fold import apply, fold
from care_desktop.exercise.index import ScriptIndex
from care_desktop.journal.records import Stamp
from care_desktop.language import Message
from care_desktop.scenario.conditions import Condition
from care_desktop.session.bulk import collector_paused
from care_desktop.session.published import Opened, Published


class Followed:
    """What was published of an exercise, and an engine of its own to ask what would happen.

    The engine is pure and the fold of the events is the state, so whoever follows knows as much as the
    session itself: it need not be asked, and nobody waits for a disk. ``stamps`` says when each event was
    recorded. One thread at a time may use it.
    """

    def __init__(self, opened: Opened) -> None:
        index, told, self.stamps = opened
        self.index: ScriptIndex = index
        self.events: list[Event] = list(told.events)
        with collector_paused():
            self._state = fold(index, self.events)
        self._engine: Engine | None = None
        self._take(told)

    def follow(self, told: Published) -> None:
        """Take note of what was published next."""
        for event in told.events:
            apply(self.index, self._state, event)
            if told.stamp is not None:
                self.stamps[event.seq] = told.stamp
        self.events.extend(told.events)
        if told.events:
            self._engine = None
        self._take(told)

    def now(self, stamp: Stamp) -> Instant:
        """The play and story time at a stamp of this start of the machine; never before the last event."""
        play = self.clock.play_at(stamp)
        return max(Instant(play, self.view.line.story_at(play)), self.view.now)

    def refusal(self, command: Command, stamp: Stamp) -> Message | None:
        """Why a command would be refused now; None if it would be taken."""
        if self.problem is not None:
            return self.problem.messages[0]
        return self._asked().refusal(command, self.clock.play_at(stamp))

    def preview(self, command: Command, stamp: Stamp) -> tuple[Event, ...]:
        """What a command would bring now, without bringing it about. Raises ``Refused`` as it would be."""
        return self._asked().preview(command, self.clock.play_at(stamp))

    def holds(self, condition: Condition, stamp: Stamp) -> bool:
        """Whether a condition of the script holds now."""
        return holds(self.index, self._state, condition, self.now(stamp))

    def _take(self, told: Published) -> None:
        self.view, self.clock, self.head, self.problem = told.view, told.clock, told.head, told.problem

    def _asked(self) -> Engine:
        if self._engine is None:
            self._engine = Engine(self.index, self._state)
        return self._engine
