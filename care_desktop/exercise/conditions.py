"""Whether a condition holds at an instant, and when time alone will next change that."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.exercise import indicators
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State, Work
from care_desktop.scenario.conditions import (
    All,
    Any,
    Condition,
    DecisionTaken,
    DutyDone,
    IndicatorReaches,
    InjectSent,
    Not,
    NotDoneBy,
    ServiceAtLeast,
    StepDone,
    StoryReached,
)
from care_desktop.scenario.time import Span, StoryMs


def holds(index: ScriptIndex, state: State, condition: Condition, at: Instant) -> bool:
    """Whether a condition holds; ``at`` is not earlier than the last event of the state."""
    match condition:
        case All(of):
            return all(holds(index, state, part, at) for part in of)
        case Any(of):
            return any(holds(index, state, part, at) for part in of)
        case Not(of):
            return not holds(index, state, of, at)
        case IndicatorReaches():
            return indicators.reached(index, state, condition, at.story)
        case StoryReached(story):
            return at.story >= story
        case NotDoneBy(done):
            limit = _limit(state, condition)
            return limit is not None and past(limit, at) and not holds(index, state, done, at)
        case _:
            return _came_about(state, condition)


def _came_about(state: State, leaf: Condition) -> bool:
    """The leaves that only an event can change."""
    match leaf:
        case DecisionTaken(decision, None):
            return bool(state.decision(decision).settled)
        case DecisionTaken(decision, option):
            return any(one.option == option for one in state.decision(decision).standing)
        case InjectSent(inject):
            return state.inject(inject).launched is not None
        case ServiceAtLeast(service, level):
            return state.level(service) >= level
        case StepDone(step):
            return step in state.steps and state.steps[step].work is Work.DONE
        case DutyDone(duty):
            return state.duty(duty).met is not None
        case _:
            raise TypeError(f"not a condition: {leaf!r}")


def next_change(index: ScriptIndex, state: State, condition: Condition, at: Instant) -> Instant | None:
    """The first instant after ``at`` at which time alone may turn the condition; None if it never will."""
    match condition:
        case All(of) | Any(of):
            return _earliest(next_change(index, state, part, at) for part in of)
        case Not(of):
            return next_change(index, state, of, at)
        case IndicatorReaches():
            turn = indicators.crossing(index, state, condition, at)
            return None if turn is None else state.line.instant(Span(story=turn), at)
        case StoryReached(story):
            return state.line.instant(Span(story=story), at) if story > at.story else None
        case NotDoneBy(done):
            limit = _limit(state, condition)
            over = None
            if limit is not None and not past(limit, at):
                over = state.line.instant(limit.later(1), at)
            return _earliest((over, next_change(index, state, done, at)))
        case _:
            return None


def past(limit: Span, at: Instant) -> bool:
    """Whether an inclusive limit is over."""
    return (at.play if limit.play is not None else at.story) > limit.ms


def _limit(state: State, condition: NotDoneBy) -> Span | None:
    if condition.after is None:
        return condition.by
    launched = state.inject(condition.after).launched_at
    return None if launched is None else counted_from(launched, condition.by)


def counted_from(start: Instant, duration: Span) -> Span:
    """The moment a duration after an instant, on the duration's own line."""
    if duration.play is not None:
        return duration.later(start.play)
    return duration.later(StoryMs(start.story))


def _earliest(instants: Iterable[Instant | None]) -> Instant | None:
    return min((one for one in instants if one is not None), default=None)
