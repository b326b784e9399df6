"""The facts of an exercise: what happened, frozen, in the past tense.

A fact holds identifiers, whole numbers and outcomes, so that folding it never has to decide anything.
``kind`` and ``v`` name its stored form for ever; a changed form is a new ``v`` with an upcaster in ``wire``.

``fact_at`` is the play time at which something happened when that was typed by hand; otherwise it is the
event's own time. ``by`` is the function (a role, never a person) who acted. ``effect`` is the place, among
the effects of the event's cause, of the effect that this event carries out.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import (
    CellId,
    CorrespondentId,
    CriterionId,
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


class Pause(StrEnum):
    """Why an exercise stands still."""

    PAUSE = "pause"
    REAL_INCIDENT = "real_incident"


class Gap(StrEnum):
    """What cut an exercise off."""

    CRASH = "crash"
    SLEEP = "sleep"
    FORK = "fork"


class Skip(StrEnum):
    """Why an inject was not played."""

    BY_HAND = "by_hand"
    JUMP = "jump"


class Void(StrEnum):
    """Why a cause was taken back."""

    RECALL = "recall"


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


class Fact(Struct, frozen=True):
    """What every fact has: the name and version of its stored form."""

    kind: ClassVar[str]
    v: ClassVar[int] = 1


# --- the exercise and its time ---------------------------------------------------------------------------


class ExerciseOpened(Fact, frozen=True):
    """The exercise exists, with this script (its SHA-256 in hex), rules and seed."""

    kind: ClassVar[str] = "exercise.opened"
    script: str
    rules: int
    seed: int


class Begun(Fact, frozen=True):
    """DEBEX."""

    kind: ClassVar[str] = "exercise.begun"


class Suspended(Fact, frozen=True):
    """Play time stands still."""

    kind: ClassVar[str] = "exercise.suspended"
    why: Pause
    text: Words | None = None


class Resumed(Fact, frozen=True):
    """Play time goes on."""

    kind: ClassVar[str] = "exercise.resumed"


class Interrupted(Fact, frozen=True):
    """The machine stopped or slept, or this is a fork; ``gap_ms`` of wall time passed, as far as is known."""

    kind: ClassVar[str] = "exercise.interrupted"
    why: Gap
    gap_ms: int | None = None


class WallClockChanged(Fact, frozen=True):
    """The machine's wall clock was set ``by_ms`` forward or back; nothing in the exercise moved."""

    kind: ClassVar[str] = "clock.wall_changed"
    by_ms: int


class PaceChanged(Fact, frozen=True):
    """The story passes at ``num/den`` from here on."""

    kind: ClassVar[str] = "clock.pace_changed"
    num: int
    den: int


class StoryJumped(Fact, frozen=True):
    """The story advances to ``to`` while play time stands still."""

    kind: ClassVar[str] = "clock.story_jumped"
    to: StoryMs


class PhaseEntered(Fact, frozen=True):
    """The story came to a phase, with its pace."""

    kind: ClassVar[str] = "phase.entered"
    phase: PhaseId
    num: int
    den: int


class Ended(Fact, frozen=True):
    """FINEX. Play time is frozen; observations and reviews may follow."""

    kind: ClassVar[str] = "exercise.ended"


# --- injects ---------------------------------------------------------------------------------------------


class InjectCalledUp(Fact, frozen=True):
    """A conditional or reserve inject became due."""

    kind: ClassVar[str] = "inject.called_up"
    inject: InjectId
    effect: int | None = None


class InjectLaunched(Fact, frozen=True):
    """An inject was let loose, by hand or by itself; what it changes in the world changes now."""

    kind: ClassVar[str] = "inject.launched"
    inject: InjectId
    by_hand: bool
    variant: VariantId | None = None


class InjectDelivered(Fact, frozen=True):
    """An inject really reached a recipient."""

    kind: ClassVar[str] = "inject.delivered"
    inject: InjectId
    recipient: CellId
    means: Channel
    fact_at: PlayMs | None = None


class DeliveryFailed(Fact, frozen=True):
    """A recipient was not reached."""

    kind: ClassVar[str] = "inject.delivery_failed"
    inject: InjectId
    recipient: CellId
    text: Words | None = None


class ShownInRoom(Fact, frozen=True):
    """The room's screen painted the inject: latencies of the room run from here."""

    kind: ClassVar[str] = "inject.shown"
    inject: InjectId


class InjectSkipped(Fact, frozen=True):
    """An inject will not be played, unless somebody launches it all the same."""

    kind: ClassVar[str] = "inject.skipped"
    inject: InjectId
    why: Skip
    text: Words | None = None


class InjectPostponed(Fact, frozen=True):
    """An inject is due at another time."""

    kind: ClassVar[str] = "inject.postponed"
    inject: InjectId
    to: Span


class TimelineShifted(Fact, frozen=True):
    """These injects are due ``by_ms`` later, each on its own line."""

    kind: ClassVar[str] = "inject.timeline_shifted"
    by_ms: int
    injects: tuple[InjectId, ...]


class InjectImprovised(Fact, frozen=True):
    """The facilitator wrote an inject that no script holds."""

    kind: ClassVar[str] = "inject.improvised"
    inject: InjectId
    channel: Channel
    recipients: tuple[CellId, ...]
    text: Words


class InjectCorrected(Fact, frozen=True):
    """The text of a coming inject was replaced."""

    kind: ClassVar[str] = "inject.corrected"
    inject: InjectId
    text: Words


class CauseVoided(Fact, frozen=True):
    """An event and all that followed from it count as never having been."""

    kind: ClassVar[str] = "cause.voided"
    of: Seq
    why: Void
    voided: tuple[Seq, ...]


# --- decisions -------------------------------------------------------------------------------------------


class DecisionOpened(Fact, frozen=True):
    """A decision is asked for; ``limit`` is the last moment in time."""

    kind: ClassVar[str] = "decision.opened"
    decision: DecisionId
    limit: Span | None = None
    effect: int | None = None


class DecisionAlreadyTaken(Fact, frozen=True):
    """A question came that the cells had answered beforehand (« déjà décidée »)."""

    kind: ClassVar[str] = "decision.already_taken"
    decision: DecisionId
    effect: int | None = None


class InformationAsked(Fact, frozen=True):
    """A cell wants to know more before it decides: that is a decision too."""

    kind: ClassVar[str] = "decision.information_asked"
    decision: DecisionId
    cell: CellId
    text: Words
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class AnswerGiven(Fact, frozen=True):
    """A cell answered: with an option, or in other words (« autre décision », ``option`` is None).

    ``authority`` is the function on whose authority it decided. ``late`` is judged by the time of the fact.
    """

    kind: ClassVar[str] = "decision.answered"
    decision: DecisionId
    cell: CellId
    option: OptionId | None
    late: bool
    anticipated: bool
    text: Words | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    confidence: int | None = None
    fact_at: PlayMs | None = None


class AnswerGraded(Fact, frozen=True):
    """The facilitator says which option an answer in other words amounts to, if any."""

    kind: ClassVar[str] = "decision.graded"
    decision: DecisionId
    answer: Seq
    option: OptionId | None


class DecisionSettled(Fact, frozen=True):
    """What counts: the option whose effects apply. ``cell`` is set where each cell decides for itself."""

    kind: ClassVar[str] = "decision.settled"
    decision: DecisionId
    option: OptionId | None
    answer: Seq
    cell: CellId | None = None


class SpontaneousDecisionTaken(Fact, frozen=True):
    """A cell decided something that nobody asked."""

    kind: ClassVar[str] = "decision.spontaneous"
    cell: CellId
    text: Words
    by: FunctionId | None = None
    authority: FunctionId | None = None
    fact_at: PlayMs | None = None


class LimitExtended(Fact, frozen=True):
    """A decision has until ``limit``, or no limit any more."""

    kind: ClassVar[str] = "decision.limit_extended"
    decision: DecisionId
    limit: Span | None


class LimitReached(Fact, frozen=True):
    """The limit passed without a decision. Nothing is decided by that."""

    kind: ClassVar[str] = "decision.limit_reached"
    decision: DecisionId


class DefaultHeld(Fact, frozen=True):
    """Somebody is writing an answer down: the default waits."""

    kind: ClassVar[str] = "decision.default_held"
    decision: DecisionId


class DefaultReleased(Fact, frozen=True):
    """The default no longer waits; its grace starts again."""

    kind: ClassVar[str] = "decision.default_released"
    decision: DecisionId


class DefaultApplied(Fact, frozen=True):
    """« Sans décision à l'échéance »: the default's effects apply, if it has any."""

    kind: ClassVar[str] = "decision.default_applied"
    decision: DecisionId
    option: OptionId | None
    by_hand: bool


class DecisionWithdrawn(Fact, frozen=True):
    """The facilitator took the question back."""

    kind: ClassVar[str] = "decision.withdrawn"
    decision: DecisionId


class DecisionRevised(Fact, frozen=True):
    """The cells changed their mind: what was pending of the first is cancelled, what happened stays.

    ``of`` is the settlement that it replaces.
    """

    kind: ClassVar[str] = "decision.revised"
    decision: DecisionId
    option: OptionId
    of: Seq
    cell: CellId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    fact_at: PlayMs | None = None


# --- services, recovery, indicators ----------------------------------------------------------------------


class ServiceImpaired(Fact, frozen=True):
    """A service got an impairment of its own."""

    kind: ClassVar[str] = "service.impaired"
    service: ServiceId
    level: ServiceLevel
    until: StoryMs | None = None
    effect: int | None = None


class ImpairmentEnded(Fact, frozen=True):
    """One impairment of a service is over."""

    kind: ClassVar[str] = "service.impairment_ended"
    service: ServiceId
    of: Seq
    effect: int | None = None


class HoldEnded(Fact, frozen=True):
    """The degraded procedure of a service no longer holds."""

    kind: ClassVar[str] = "service.hold_ended"
    service: ServiceId


class CareValidated(Fact, frozen=True):
    """The care staff confirmed that a service can be used again."""

    kind: ClassVar[str] = "service.validated"
    service: ServiceId
    by: FunctionId | None = None
    fact_at: PlayMs | None = None


class IndicatorMoved(Fact, frozen=True):
    """An indicator got a contribution: ``delta`` at once, ``per_hour`` of story time from now on."""

    kind: ClassVar[str] = "indicator.moved"
    indicator: IndicatorId
    delta: int = 0
    per_hour: int = 0
    effect: int | None = None


class StepBegun(Fact, frozen=True):
    """A team began a recovery step, or took it up again."""

    kind: ClassVar[str] = "step.begun"
    step: StepId


class StepPaused(Fact, frozen=True):
    """A team put a recovery step down; what was done stays done."""

    kind: ClassVar[str] = "step.paused"
    step: StepId


class StepAbandoned(Fact, frozen=True):
    """A recovery step was given up; what was done is lost."""

    kind: ClassVar[str] = "step.abandoned"
    step: StepId


class StepFinished(Fact, frozen=True):
    """The effort of a recovery step is spent."""

    kind: ClassVar[str] = "step.finished"
    step: StepId


class RiskStruck(Fact, frozen=True):
    """Work out of order had its price."""

    kind: ClassVar[str] = "step.risk_struck"
    step: StepId
    risk: RiskId


class TriggerFired(Fact, frozen=True):
    """A condition of the script began to hold."""

    kind: ClassVar[str] = "trigger.fired"
    trigger: TriggerId


class TriggerRearmed(Fact, frozen=True):
    """The condition of a repeating trigger ceased to hold."""

    kind: ClassVar[str] = "trigger.rearmed"
    trigger: TriggerId


class TriggerSilenced(Fact, frozen=True):
    """A trigger fired without end at one instant and was cut off, so that the exercise can go on."""

    kind: ClassVar[str] = "trigger.silenced"
    trigger: TriggerId


class EffectLapsed(Fact, frozen=True):
    """An effect came due and changed nothing, because the world was already so."""

    kind: ClassVar[str] = "effect.lapsed"
    effect: int


# --- duties, calls, presence, log, observation -----------------------------------------------------------


class DutyStarted(Fact, frozen=True):
    """T0 of a duty; ``deadline`` is the last moment in time, none means *sans délai*."""

    kind: ClassVar[str] = "duty.started"
    duty: DutyId
    deadline: Span | None = None
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


class Event(Struct, frozen=True):
    """One thing that happened: ``seq`` counts from 1, ``cause`` is the event that it follows from."""

    seq: Seq
    at: Instant
    cause: Seq | None
    fact: Fact


ACTS: frozenset[type[Fact]] = frozenset(
    {AnswerGiven, AnswerGraded, DecisionRevised, InformationAsked, DutyMet, StepBegun, CareValidated}
)
"""What a person did in play: what such an act depends on can no longer be recalled."""
