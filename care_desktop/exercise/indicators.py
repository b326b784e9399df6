"""Indicators: piecewise-linear integers. Crossings are solved, never sampled."""

from __future__ import annotations

from collections.abc import Collection

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Contribution, State
from care_desktop.scenario.conditions import IndicatorReaches
from care_desktop.scenario.ids import IndicatorId
from care_desktop.scenario.script import Indicator
from care_desktop.scenario.time import HOUR, StoryMs


def value(index: ScriptIndex, state: State, indicator: IndicatorId, story: StoryMs) -> int:
    """The indicator at a story time, in whole units rounded down, within its bounds."""
    described = index.indicators[indicator]
    return _bounded(described, _hourly(described, _own(index, state, indicator), story) // HOUR)


def reached(index: ScriptIndex, state: State, leaf: IndicatorReaches, story: StoryMs) -> bool:
    """Whether the indicator is beyond the leaf's bound."""
    now = value(index, state, leaf.indicator, story)
    return now >= leaf.at_least if leaf.at_least is not None else now <= (leaf.at_most or 0)


def crossing(index: ScriptIndex, state: State, leaf: IndicatorReaches, at: Instant) -> StoryMs | None:
    """The next story time at which the leaf's truth turns, by the flows alone; None if it never does.

    With N the value times one hour, ``value >= x`` is ``N >= x h``: a linear inequality in whole numbers.
    """
    described = index.indicators[leaf.indicator]
    own = _own(index, state, leaf.indicator)
    rate = sum(one.per_hour for one in own if one.until is None)
    line = leaf.at_least if leaf.at_least is not None else (leaf.at_most or 0) + 1
    if rate == 0 or _bounded(described, line) != line or _bounded(described, line - 1) != line - 1:
        return None
    short = line * HOUR - _hourly(described, own, at.story)
    if rate > 0:
        return StoryMs(at.story - -short // rate) if short > 0 else None
    return StoryMs(at.story - (short - 1) // -rate) if short <= 0 else None


def _own(index: ScriptIndex, state: State, indicator: IndicatorId) -> Collection[Contribution]:
    """What was added to it, and what has piled up of the services whose backlog it counts."""
    piled = [
        Contribution(
            0, per_hour, StoryMs(one.since.story), None if one.until is None else StoryMs(one.until.story)
        )
        for service, per_hour in index.backlogs.get(indicator, ())
        for one in state.backlogs.get(service, ())
    ]
    return [*state.indicators.get(indicator, {}).values(), *piled]


def _hourly(described: Indicator, own: Collection[Contribution], story: int) -> int:
    total = described.base * HOUR
    for one in own:
        end = story if one.until is None else min(one.until, story)
        total += one.delta * HOUR + one.per_hour * max(0, end - one.since)
    return total


def _bounded(described: Indicator, number: int) -> int:
    if described.low is not None:
        number = max(number, described.low)
    if described.high is not None:
        number = min(number, described.high)
    return number
