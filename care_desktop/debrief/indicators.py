"""Indicators: their course as straight lines between points. Made-up values of the scenario, never facts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from care_desktop.debrief.played import Played
from care_desktop.debrief.times import jumps
from care_desktop.exercise.clock import Instant
from care_desktop.scenario.ids import IndicatorId
from care_desktop.scenario.script import Indicator
from care_desktop.scenario.time import HOUR, Span, StoryMs


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


Turn = tuple[Instant, int, int]
"""At an instant, the value gets a step in hourly units, and the rate a change per hour."""


def indicators(played: Played) -> tuple[IndicatorCourse, ...]:
    """Every indicator, in the order of the script."""
    return tuple(_course(played, described) for described in played.index.indicators.values())


def _course(played: Played, described: Indicator) -> IndicatorCourse:
    points: list[Point] = []
    for at, hourly in _bends(played, described):
        point = Point(at, _bounded(described, hourly // HOUR))
        if len(points) > 1 and points[-2].value == points[-1].value == point.value:
            points.pop()
        if point not in points[-1:]:
            points.append(point)
    values = [point.value for point in points]
    return IndicatorCourse(described.id, tuple(points), values[-1], min(values), max(values))


def _bends(played: Played, described: Indicator) -> Iterator[tuple[Instant, int]]:
    """Where the course may bend, and its value in hourly units there: twice where it makes a step."""
    at, hourly, rate = played.start, described.base * HOUR, 0
    yield at, hourly
    for turn, step, change in sorted(_turns(played, described)):
        reached = hourly + rate * (turn.story - at.story)
        yield from _at_bounds(played, described, (at, hourly, rate), reached)
        yield turn, reached
        at, hourly, rate = turn, reached + step, rate + change
        yield at, hourly


def _turns(played: Played, described: Indicator) -> Iterator[Turn]:
    """Every step and change of rate, and where the two times change their proportion."""
    line = played.line
    for seq, one in played.state.indicators.get(described.id, {}).items():
        since = played.event(seq).at
        yield since, one.delta * HOUR, one.per_hour
        if one.until is not None:
            yield line.instant(Span(story=one.until), since), 0, -one.per_hour
    for service, per_hour in played.index.backlogs.get(described.id, ()):
        for pile in played.state.backlogs.get(service, ()):
            yield pile.since, 0, per_hour
            if pile.until is not None:
                yield pile.until, 0, -per_hour
    for segment in line.segments:
        if segment.start > played.start:
            yield segment.start, 0, 0
    for jump in jumps(played):
        yield Instant(jump.at, jump.story_from), 0, 0
    yield played.end, 0, 0


def _at_bounds(
    played: Played, described: Indicator, begins: Turn, reached: int
) -> Iterator[tuple[Instant, int]]:
    """Where a stretch of the course meets a bound of the indicator."""
    at, hourly, rate = begins
    met = []
    for bound in (described.low, described.high):
        if bound is not None and min(hourly, reached) < bound * HOUR < max(hourly, reached):
            after = -(-abs(bound * HOUR - hourly) // abs(rate))
            met.append((played.line.instant(Span(story=StoryMs(at.story + after)), at), bound * HOUR))
    yield from sorted(met)


def _bounded(described: Indicator, number: int) -> int:
    if described.low is not None:
        number = max(number, described.low)
    return number if described.high is None else min(number, described.high)
