"""Duties, calls, presence, the log and observation."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from care_desktop.exercise.events.base import Fact
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import (
    CellId,
    CorrespondentId,
    CriterionId,
    DutyId,
    FunctionId,
    PointId,
)
from care_desktop.scenario.time import PlayMs, Span


class Mark(StrEnum):
    """What an observer saw of a criterion."""

    SEEN = "seen"
    PARTLY = "partly"
    NOT_SEEN = "not_seen"
    NOTED = "noted"


class Entry(StrEnum):
    """What kind of line was written in the log."""

    NOTE = "note"
    SITUATION = "situation"
    LIAISON = "liaison"


class DutyStarted(Fact, frozen=True):
    """T0 of a duty; ``deadline`` is the last moment in time, none means *sans délai*."""

    kind: ClassVar[str] = "duty.started"
    duty: DutyId
    deadline: Span | None = None
    by_hand: bool = False
    fact_at: PlayMs | None = None
    effect: int | None = None


class DutyMet(Fact, frozen=True):
    """A duty was done in play, in a call or otherwise."""

    kind: ClassVar[str] = "duty.met"
    duty: DutyId
    correspondent: CorrespondentId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class DutyOverdue(Fact, frozen=True):
    """The deadline of a duty passed in the story. It can still be done."""

    kind: ClassVar[str] = "duty.overdue"
    duty: DutyId


class CorrespondentCalled(Fact, frozen=True):
    """Players called a simulated outsider and said these points."""

    kind: ClassVar[str] = "correspondent.called"
    correspondent: CorrespondentId
    said: tuple[PointId, ...]
    cell: CellId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class FunctionArrived(Fact, frozen=True):
    """A function is present in a cell from here on."""

    kind: ClassVar[str] = "presence.arrived"
    function: FunctionId
    cell: CellId
    fact_at: PlayMs | None = None


class FunctionLeft(Fact, frozen=True):
    """A function is no longer present."""

    kind: ClassVar[str] = "presence.left"
    function: FunctionId
    text: Words | None = None
    fact_at: PlayMs | None = None


class AuthorityHandedOver(Fact, frozen=True):
    """Another function decides in a cell from here on."""

    kind: ClassVar[str] = "presence.authority_handed_over"
    cell: CellId
    to: FunctionId
    fact_at: PlayMs | None = None


class EntryWritten(Fact, frozen=True):
    """A line of the exercise's journal; a liaison goes from ``cell`` ``to`` another."""

    kind: ClassVar[str] = "log.written"
    entry: Entry
    text: Words
    cell: CellId | None = None
    to: CellId | None = None
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class RecordAmended(Fact, frozen=True):
    """Something said about an earlier event, which itself stays as it is."""

    kind: ClassVar[str] = "log.amended"
    of: Seq
    text: Words
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class MomentMarked(Fact, frozen=True):
    """A moment to come back to in the debriefing."""

    kind: ClassVar[str] = "log.marked"
    text: Words | None = None


class ObservationMarked(Fact, frozen=True):
    """An observer saw a criterion, or noted something of their own."""

    kind: ClassVar[str] = "observation.marked"
    mark: Mark
    criterion: CriterionId | None = None
    cell: CellId | None = None
    text: Words | None = None
    fact_at: PlayMs | None = None


class ReviewNoted(Fact, frozen=True):
    """Something said in a review after FINEX; ``section`` names the part of it."""

    kind: ClassVar[str] = "review.noted"
    section: str
    text: Words
    by: FunctionId | None = None
