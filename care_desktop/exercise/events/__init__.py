"""The facts of an exercise: what happened, frozen, in the past tense.

A fact holds identifiers, whole numbers and outcomes, so that folding it never has to decide anything.
``kind`` and ``v`` name its stored form for ever; a changed form is a new ``v`` with an upcaster in ``wire``.

``fact_at`` is the play time at which something happened when that was typed by hand; otherwise it is the
event's own time. ``by`` is the function (a role, never a person) who acted. ``effect`` is the place, among
the effects of the event's cause, of the effect that this event carries out.
"""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events.base import Fact
from care_desktop.exercise.events.conduct import (
    AuthorityHandedOver,
    CorrespondentCalled,
    DutyMet,
    DutyOverdue,
    DutyStarted,
    Entry,
    EntryWritten,
    FunctionArrived,
    FunctionLeft,
    Mark,
    MomentMarked,
    ObservationMarked,
    RecordAmended,
    ReviewNoted,
)
from care_desktop.exercise.events.decisions import (
    AnswerGiven,
    AnswerGraded,
    DecisionAlreadyTaken,
    DecisionOpened,
    DecisionRevised,
    DecisionSettled,
    DecisionWithdrawn,
    DefaultApplied,
    DefaultHeld,
    DefaultReleased,
    InformationAsked,
    LimitExtended,
    LimitReached,
    SpontaneousDecisionTaken,
)
from care_desktop.exercise.events.injects import (
    CauseVoided,
    DeliveryFailed,
    InjectCalledUp,
    InjectCorrected,
    InjectDelivered,
    InjectImprovised,
    InjectLaunched,
    InjectPostponed,
    InjectSkipped,
    ShownInRoom,
    Skip,
    TimelineShifted,
    Void,
)
from care_desktop.exercise.events.timing import (
    Begun,
    Ended,
    ExerciseOpened,
    Gap,
    Interrupted,
    PaceChanged,
    Pause,
    PhaseEntered,
    Resumed,
    StoryJumped,
    Suspended,
    WallClockChanged,
)
from care_desktop.exercise.events.world import (
    CareValidated,
    EffectLapsed,
    HoldEnded,
    ImpairmentEnded,
    IndicatorMoved,
    RiskStruck,
    ServiceImpaired,
    StepAbandoned,
    StepBegun,
    StepFinished,
    StepPaused,
    TriggerFired,
    TriggerRearmed,
    TriggerSilenced,
)
from care_desktop.journal.records import Seq

__all__ = [
    "ACTS",
    "AnswerGiven",
    "AnswerGraded",
    "AuthorityHandedOver",
    "Begun",
    "CareValidated",
    "CauseVoided",
    "CorrespondentCalled",
    "DecisionAlreadyTaken",
    "DecisionOpened",
    "DecisionRevised",
    "DecisionSettled",
    "DecisionWithdrawn",
    "DefaultApplied",
    "DefaultHeld",
    "DefaultReleased",
    "DeliveryFailed",
    "DutyMet",
    "DutyOverdue",
    "DutyStarted",
    "EffectLapsed",
    "Ended",
    "Entry",
    "EntryWritten",
    "Event",
    "ExerciseOpened",
    "Fact",
    "FunctionArrived",
    "FunctionLeft",
    "Gap",
    "HoldEnded",
    "ImpairmentEnded",
    "IndicatorMoved",
    "InformationAsked",
    "InjectCalledUp",
    "InjectCorrected",
    "InjectDelivered",
    "InjectImprovised",
    "InjectLaunched",
    "InjectPostponed",
    "InjectSkipped",
    "Interrupted",
    "LimitExtended",
    "LimitReached",
    "Mark",
    "MomentMarked",
    "ObservationMarked",
    "PaceChanged",
    "Pause",
    "PhaseEntered",
    "RecordAmended",
    "Resumed",
    "ReviewNoted",
    "RiskStruck",
    "ServiceImpaired",
    "ShownInRoom",
    "Skip",
    "SpontaneousDecisionTaken",
    "StepAbandoned",
    "StepBegun",
    "StepFinished",
    "StepPaused",
    "StoryJumped",
    "Suspended",
    "TimelineShifted",
    "TriggerFired",
    "TriggerRearmed",
    "TriggerSilenced",
    "Void",
    "WallClockChanged",
]


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
