"""Effects as data. They add contributions tagged with their cause; none overwrites anything.

``after`` delays an effect, counted from its cause; a delayed effect is cancelled when its cause is voided.
"""

from __future__ import annotations

from msgspec import Struct

from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import DecisionId, DutyId, IndicatorId, InjectId, ServiceId
from care_desktop.scenario.time import Span, StoryMs


class Impair(Struct, frozen=True, tag="impair"):
    """Bring a service down or degrade it, for ``lasts`` of story time or until it is restored."""

    service: ServiceId
    level: ServiceLevel
    lasts: StoryMs | None = None
    after: Span | None = None


class Restore(Struct, frozen=True, tag="restore"):
    """End every impairment that the service has of its own."""

    service: ServiceId
    after: Span | None = None


class Move(Struct, frozen=True, tag="move"):
    """Add ``delta`` to an indicator, once."""

    indicator: IndicatorId
    delta: int
    after: Span | None = None


class Flow(Struct, frozen=True, tag="flow"):
    """Add ``per_hour`` of story time to an indicator until the cause is voided or revised."""

    indicator: IndicatorId
    per_hour: int
    after: Span | None = None


class Ask(Struct, frozen=True, tag="ask"):
    """Open a decision."""

    decision: DecisionId
    after: Span | None = None


class Send(Struct, frozen=True, tag="send"):
    """Make an inject due now; it launches by itself where launching is automatic."""

    inject: InjectId
    after: Span | None = None


class StartDuty(Struct, frozen=True, tag="duty"):
    """Set the duty's own T0."""

    duty: DutyId
    after: Span | None = None


Effect = Impair | Restore | Move | Flow | Ask | Send | StartDuty
