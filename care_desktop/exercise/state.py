"""The state of an exercise: the fold of its events, mutable and private to whoever folds.

The parts are frozen; ``apply`` replaces them in the dictionaries, so that a copy is shallow and a view may
share them. Nothing here is written but by ``apply``.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise.agenda import Agenda, Item
from care_desktop.exercise.clock import START, Instant, StoryLine
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Effect
from care_desktop.scenario.ids import (
    CellId,
    CorrespondentId,
    DecisionId,
    DutyId,
    FunctionId,
    IndicatorId,
    InjectId,
    OptionId,
    PhaseId,
    PointId,
    RiskId,
    ServiceId,
    StepId,
    TriggerId,
    VariantId,
)
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import PlayMs, Span, StoryMs


class Status(StrEnum):
    """Where the exercise stands."""

    NEW = "new"
    PREPARED = "prepared"
    RUNNING = "running"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Improvised(Struct, frozen=True):
    """An inject that the facilitator wrote during the exercise."""

    channel: Channel
    recipients: tuple[CellId, ...]
    text: Words


class Delivery(Struct, frozen=True):
    """One try at reaching a recipient: when it succeeded, or that it failed."""

    seq: Seq
    recipient: CellId
    at: PlayMs | None


class InjectState(Struct, frozen=True):
    """What became of an inject. ``due`` is where it now stands on its line; None is in reserve.

    ``planned`` is where it stood before it was called up.
    One that was skipped may be launched all the same: then ``launched`` is what counts. One that a hand has
    left out no longer comes by itself.
    """

    due: Span | None = None
    planned: Span | None = None
    called: Seq | None = None
    launched: Seq | None = None
    launched_at: Instant | None = None
    variant: VariantId | None = None
    shown: Instant | None = None
    deliveries: tuple[Delivery, ...] = ()
    skipped: Seq | None = None
    left_out: bool = False
    recalled: Seq | None = None
    corrected: Words | None = None
    improvised: Improvised | None = None


class Given(Struct, frozen=True):
    """A cell's answer: the option it amounts to, if any."""

    seq: Seq
    cell: CellId
    option: OptionId | None


class Settled(Struct, frozen=True):
    """What counts: which event's effects apply, from which answer, for which cell."""

    seq: Seq
    option: OptionId | None
    answer: Seq | None = None
    cell: CellId | None = None


class DecisionState(Struct, frozen=True):
    """How far a decision is. ``asked`` is the event that brought the question, even if it opened nothing."""

    asked: Seq | None = None
    opened: Seq | None = None
    opened_at: Instant | None = None
    limit: Span | None = None
    reached: Seq | None = None
    held: bool = False
    answers: tuple[Given, ...] = ()
    settled: tuple[Settled, ...] = ()
    defaulted: Settled | None = None
    withdrawn: Seq | None = None

    @property
    def standing(self) -> tuple[Settled, ...]:
        """The settlements whose effects stand, a default included."""
        return self.settled if self.defaulted is None else (*self.settled, self.defaulted)


class Impairment(Struct, frozen=True):
    """A contribution to a service's state, tagged by the event that made it; ``ended`` by another."""

    seq: Seq
    level: ServiceLevel
    since: Instant
    ended: Seq | None = None
    ended_at: Instant | None = None
    until: StoryMs | None = None


class Contribution(Struct, frozen=True):
    """A contribution to an indicator: at once, and per hour of story time while it flows."""

    delta: int
    per_hour: int
    since: StoryMs
    until: StoryMs | None = None


class Island(Struct, frozen=True):
    """A service on a network of its own: by which event, since when."""

    seq: Seq
    since: Instant


class Pile(Struct, frozen=True):
    """A stretch in which the backlog of a service grew: the service was not nominal."""

    since: Instant
    until: Instant | None = None


class Hold(Struct, frozen=True):
    """A service that is not nominal: since when, by which event, and whether its procedure still holds."""

    since: Instant
    cause: Seq
    ended: Seq | None = None


class Work(StrEnum):
    """Where a recovery step stands."""

    UNDER_WAY = "under_way"
    PAUSED = "paused"
    ABANDONED = "abandoned"
    DONE = "done"


class StepState(Struct, frozen=True):
    """Work on a recovery step: ``left`` story milliseconds of effort, as of ``since``.

    Each risk strikes once, however often the work is put down and taken up again.
    """

    work: Work
    left: StoryMs
    since: StoryMs
    struck: tuple[RiskId, ...] = ()


class DutyState(Struct, frozen=True):
    """A duty with its own T0, its deadline, and what became of it."""

    started: Seq | None = None
    started_at: Instant | None = None
    deadline: Span | None = None
    overdue: Seq | None = None
    met: Seq | None = None


class Presence(Struct, frozen=True):
    """A function that is there: in which cell, since when."""

    cell: CellId
    since: PlayMs


class Rearmed(Struct, frozen=True):
    """A repeating trigger that waits again: since which event, and which firing that ended."""

    seq: Seq
    fired: Seq


class State:
    """All that the events so far add up to.

    Some of it is only there so that a cause can be taken back: the holds that have ended (``expired``), the
    last validation of each service even if it no longer stands (``confirmed``), what a condition of the
    script brought (``by_condition``), the triggers that wait again (``rearmed``), and the effects that had
    nothing left to do (``lapsed``).
    """

    __slots__ = (
        "acts",
        "agenda",
        "authority",
        "backlogs",
        "by_condition",
        "children",
        "confirmed",
        "decisions",
        "duties",
        "expired",
        "fired",
        "holds",
        "impairments",
        "indicators",
        "injects",
        "islands",
        "jumped",
        "lapsed",
        "levels",
        "line",
        "now",
        "pending",
        "phase",
        "presence",
        "rearmed",
        "said",
        "seed",
        "seq",
        "silenced",
        "status",
        "steps",
        "validated",
        "voided",
    )

    def __init__(self) -> None:
        self.seq = Seq(0)
        self.now: Instant = START
        self.status = Status.NEW
        self.seed = 0
        self.line = StoryLine()
        self.phase: PhaseId | None = None
        self.jumped: Seq | None = None
        self.injects: dict[InjectId, InjectState] = {}
        self.decisions: dict[DecisionId, DecisionState] = {}
        self.impairments: dict[ServiceId, dict[Seq, Impairment]] = {}
        self.islands: dict[ServiceId, Island] = {}
        self.levels: dict[ServiceId, ServiceLevel] = {}
        self.holds: dict[ServiceId, Hold] = {}
        self.backlogs: dict[ServiceId, tuple[Pile, ...]] = {}
        self.expired: dict[tuple[ServiceId, Seq], Hold] = {}
        self.validated: dict[ServiceId, Seq] = {}
        self.confirmed: dict[ServiceId, Seq] = {}
        self.indicators: dict[IndicatorId, dict[Seq, Contribution]] = {}
        self.steps: dict[StepId, StepState] = {}
        self.duties: dict[DutyId, DutyState] = {}
        self.fired: dict[TriggerId, Seq] = {}
        self.rearmed: dict[TriggerId, Rearmed] = {}
        self.silenced: set[TriggerId] = set()
        self.by_condition: set[Seq] = set()
        self.said: dict[CorrespondentId, frozenset[PointId]] = {}
        self.presence: dict[FunctionId, Presence] = {}
        self.authority: dict[CellId, FunctionId] = {}
        self.children: dict[Seq, tuple[Seq, ...]] = {}
        self.acts: set[Seq] = set()
        self.voided: set[Seq] = set()
        self.agenda = Agenda()
        self.pending: dict[Item, Effect] = {}
        self.lapsed: dict[Item, Effect] = {}

    def copy(self) -> State:
        """An independent state; the frozen parts are shared."""
        other = State.__new__(State)
        for name in State.__slots__:
            value = getattr(self, name)
            if isinstance(value, dict | set | Agenda):
                value = value.copy()
            setattr(other, name, value)
        other.impairments = {service: own.copy() for service, own in self.impairments.items()}
        other.indicators = {name: own.copy() for name, own in self.indicators.items()}
        return other

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and all(
            getattr(self, name) == getattr(other, name) for name in State.__slots__
        )

    __hash__ = None  # type: ignore[assignment]

    def differences(self, other: State, ignoring: frozenset[str] = frozenset()) -> dict[str, object]:
        """The parts in which two states differ, by name, as (mine, theirs): for tests and bug reports."""
        return {
            name: (getattr(self, name), getattr(other, name))
            for name in State.__slots__
            if name not in ignoring and getattr(self, name) != getattr(other, name)
        }

    def decision(self, decision: DecisionId) -> DecisionState:
        """How far a decision is; untouched ones are in their first state."""
        return self.decisions.get(decision, _FRESH_DECISION)

    def inject(self, inject: InjectId) -> InjectState:
        """What became of an inject."""
        return self.injects.get(inject, _FRESH_INJECT)

    def duty(self, duty: DutyId) -> DutyState:
        """What became of a duty."""
        return self.duties.get(duty, _FRESH_DUTY)

    def level(self, service: ServiceId) -> ServiceLevel:
        """How a service does, its dependencies counted in."""
        return self.levels.get(service, ServiceLevel.NOMINAL)

    def followers(self, of: Seq) -> tuple[Seq, ...]:
        """An event and all that follow from it, as far as no human act stands between, in order."""
        found = [of]
        for seq in found:
            found.extend(child for child in self.children.get(seq, ()) if child not in self.acts)
        return tuple(sorted(found))

    def acts_upon(self, of: Seq) -> bool:
        """Whether a human act depends on an event."""
        return any(
            child in self.acts and child not in self.voided
            for seq in self.followers(of)
            for child in self.children.get(seq, ())
        )


_FRESH_DECISION = DecisionState()
_FRESH_INJECT = InjectState()
_FRESH_DUTY = DutyState()
