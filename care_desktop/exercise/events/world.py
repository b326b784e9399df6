"""Services, recovery, indicators and triggers: what the world does."""

from __future__ import annotations

from typing import ClassVar

from care_desktop.exercise.events.base import Fact
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import (
    FunctionId,
    IndicatorId,
    RiskId,
    ServiceId,
    StepId,
    TriggerId,
)
from care_desktop.scenario.time import PlayMs, StoryMs


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
