"""Conditions as data: edited in a form, stored in a script, evaluated by ``exercise.conditions``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from msgspec import Struct

from care_desktop.scenario.ids import (
    DecisionId,
    DutyId,
    IndicatorId,
    InjectId,
    OptionId,
    ServiceId,
    StepId,
)
from care_desktop.scenario.time import Span, StoryMs


class ServiceLevel(IntEnum):
    """How a service does; the larger, the worse."""

    NOMINAL = 0
    DEGRADED = 1
    DOWN = 2


class All(Struct, frozen=True, tag="all"):
    """Every one of these holds (true when there is none)."""

    of: tuple[Condition, ...]


class Any(Struct, frozen=True, tag="any"):
    """At least one of these holds (false when there is none)."""

    of: tuple[Condition, ...]


class Not(Struct, frozen=True, tag="not"):
    """This does not hold."""

    of: Condition


class DecisionTaken(Struct, frozen=True, tag="decision"):
    """The decision is settled, with this option or with any."""

    decision: DecisionId
    option: OptionId | None = None


class InjectSent(Struct, frozen=True, tag="inject"):
    """The inject was launched."""

    inject: InjectId


class ServiceAtLeast(Struct, frozen=True, tag="service"):
    """The service is at this level or worse."""

    service: ServiceId
    level: ServiceLevel


class StepDone(Struct, frozen=True, tag="step"):
    """The recovery step is finished."""

    step: StepId


class DutyDone(Struct, frozen=True, tag="duty"):
    """The duty was met in play."""

    duty: DutyId


class IndicatorReaches(Struct, frozen=True, tag="indicator"):
    """The indicator is at or above ``at_least``, or at or below ``at_most``: exactly one is set."""

    indicator: IndicatorId
    at_least: int | None = None
    at_most: int | None = None

    def __post_init__(self) -> None:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError("an indicator is compared with one bound")


class StoryReached(Struct, frozen=True, tag="story"):
    """The story has come to this time."""

    at: StoryMs


class NotDoneBy(Struct, frozen=True, tag="undone"):
    """``done`` does not hold although its time is over.

    ``by`` counts from the launch of ``after`` when that is given, else it is a time of the exercise. Limits
    are inclusive: what is done at the very millisecond is in time.
    """

    done: Condition
    by: Span
    after: InjectId | None = None


Condition = (
    All
    | Any
    | Not
    | DecisionTaken
    | InjectSent
    | ServiceAtLeast
    | StepDone
    | DutyDone
    | IndicatorReaches
    | StoryReached
    | NotDoneBy
)


def parts_of(condition: Condition) -> Iterator[Condition]:
    """A condition and all those that it is made of."""
    yield condition
    match condition:
        case All(of) | Any(of):
            for part in of:
                yield from parts_of(part)
        case Not(part) | NotDoneBy(part):
            yield from parts_of(part)
        case _:
            pass
