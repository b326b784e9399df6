"""The exercise as the console sees it at one moment: what every row is made from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import DecisionState, DutyState, InjectState
from care_desktop.exercise.view import View
from care_desktop.journal.records import Seq, Stamp
from care_desktop.scenario.conditions import Condition, ServiceLevel
from care_desktop.scenario.ids import DecisionId, DutyId, InjectId, ServiceId
from care_desktop.session.followed import Followed
from ui.conduct.speaking import Speaker


class Holds(Protocol):
    """Whether a condition of the script holds at this moment."""

    def __call__(self, condition: Condition) -> bool:
        """Whether it does."""
        ...


class Seen(Struct, frozen=True):
    """Script, view, events, the present instant, and a voice to say it with."""

    index: ScriptIndex
    view: View
    events: Sequence[Event]
    now: Instant
    holds: Holds
    speaker: Speaker

    @classmethod
    def of(cls, followed: Followed, stamp: Stamp, speaker: Speaker) -> Seen:
        """An exercise as it is at a stamp."""
        return cls(
            followed.index,
            followed.view,
            followed.events,
            followed.now(stamp),
            lambda condition: followed.holds(condition, stamp),
            speaker,
        )

    def event(self, seq: Seq) -> Event:
        """An event by its number."""
        return self.events[seq - 1]

    def inject(self, inject: InjectId) -> InjectState:
        """What became of an inject."""
        return self.view.injects.get(inject, _INJECT)

    def decision(self, decision: DecisionId) -> DecisionState:
        """How far a decision is."""
        return self.view.decisions.get(decision, _DECISION)

    def duty(self, duty: DutyId) -> DutyState:
        """What became of a duty."""
        return self.view.duties.get(duty, _DUTY)

    def level(self, service: ServiceId) -> ServiceLevel:
        """How a service does."""
        return self.view.levels.get(service, ServiceLevel.NOMINAL)


_INJECT = InjectState()
_DECISION = DecisionState()
_DUTY = DutyState()
