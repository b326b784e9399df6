"""Indicators: their course as straight lines between points. Made-up values of the scenario, never facts."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.scenario.ids import IndicatorId


class Point(Struct, frozen=True):
    """The value of an indicator at an instant, in whole units rounded down, within its bounds."""

    at: Instant
    value: int


class IndicatorCourse(Struct, frozen=True):
    """One indicator: the line through ``points`` is its course; two points at one instant are a step.

    ``lowest`` and ``highest`` are over the whole exercise, ``last`` is at its end.
    """

    indicator: IndicatorId
    points: tuple[Point, ...]
    last: int
    lowest: int
    highest: int
