"""The numbers of a trial under stable keys: how often each thing came about, how long, how far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from statistics import median_low

from msgspec import Struct

from care_desktop.exercise.simulation import whole
from care_desktop.trial.trying import Trial
from care_desktop.trial.witness import Played


class Share(Struct, frozen=True):
    """How many of how many were reached in any play."""

    reached: int
    of: int


class Spread(Struct, frozen=True):
    """The least, the median and the most of the plays left to chance."""

    least: int
    median: int
    most: int


class Asked(Struct, frozen=True):
    """In how many plays a decision was asked, was taken, and saw its limit pass."""

    asked: int
    taken: int
    undecided: int


class DutyDone(Struct, frozen=True):
    """In how many plays a duty began, was done, and was overdue."""

    begun: int
    done: int
    overdue: int


class Hurt(Struct, frozen=True):
    """In how many plays a service was impaired, was back at FINEX, and how long it was away (story ms)."""

    impaired: int
    back: int
    away_ms: Spread | None


class Reach(Struct, frozen=True):
    """How far an indicator went, and where it stood at FINEX."""

    least: int
    most: int
    end: Spread


class Figures(Struct, frozen=True):
    """All numbers of a trial; ids are those of the script, options are ``decision.option``."""

    plays: int
    driven: int
    by_team: dict[str, int]
    coverage: dict[str, Share]
    ended: int
    left_open: int
    duration_ms: Spread | None
    injects: dict[str, int]
    decisions: dict[str, Asked]
    options: dict[str, int]
    correspondents: dict[str, int]
    steps: dict[str, int]
    triggers: dict[str, int]
    duties: dict[str, DutyDone]
    services: dict[str, Hurt]
    indicators: dict[str, Reach]


def figures(trial: Trial) -> Figures:
    """Count what the plays of a trial came to."""
    index, plays = trial.index, trial.plays
    all_of, reached = whole(index), trial.reached
    conditions = list(trial.conditions.values())
    both = sum(len(trial.sides[one]) > 1 for one in conditions)
    shares = {
        name: Share(len(getattr(reached, name) & getattr(all_of, name)), len(getattr(all_of, name)))
        for name in all_of.__struct_fields__
    }
    options = trial.count(lambda one: one.coverage.options)
    return Figures(
        plays=len(plays),
        driven=len(trial.driven),
        by_team=dict(Counter(one.team for one in plays)),
        coverage={**shares, "conditions": Share(both, len(conditions))},
        ended=sum(one.ended is not None for one in plays),
        left_open=sum(bool(one.left_open) for one in plays),
        duration_ms=_spread(one.ended for one in plays if one.ended is not None),
        injects=_counted(trial, index.injects, lambda one: one.coverage.injects),
        decisions=_decisions(trial),
        options={f"{d}.{o}": options[d, o] for d, o in index.options},
        correspondents=_counted(trial, index.correspondents, lambda one: one.coverage.correspondents),
        steps=_counted(trial, index.steps, lambda one: one.coverage.steps),
        triggers=_counted(trial, index.triggers, lambda one: one.coverage.triggers),
        duties=_duties(trial),
        services=_services(trial),
        indicators=_indicators(trial),
    )


def _counted(trial: Trial, ids: Iterable[str], of: Callable[[Played], Iterable[str]]) -> dict[str, int]:
    found: Mapping[object, int] = trial.count(of)
    return {one: found.get(one, 0) for one in ids}


def _decisions(trial: Trial) -> dict[str, Asked]:
    ids = trial.index.decisions
    asked = _counted(trial, ids, lambda one: one.coverage.decisions)
    taken = _counted(trial, ids, lambda one: one.decided)
    undecided = _counted(trial, ids, lambda one: one.undecided)
    return {one: Asked(asked[one], taken[one], undecided[one]) for one in ids}


def _duties(trial: Trial) -> dict[str, DutyDone]:
    ids = trial.index.duties
    begun = _counted(trial, ids, lambda one: one.started)
    done = _counted(trial, ids, lambda one: one.coverage.duties)
    overdue = _counted(trial, ids, lambda one: one.overdue)
    return {one: DutyDone(begun[one], done[one], overdue[one]) for one in ids}


def _services(trial: Trial) -> dict[str, Hurt]:
    found = {}
    for service in trial.index.services:
        courses = [one.away[service] for one in trial.plays if service in one.away]
        back = [one for one in courses if one is not None]
        if courses:
            found[service] = Hurt(len(courses), len(back), _spread(back))
    return found


def _indicators(trial: Trial) -> dict[str, Reach]:
    found = {}
    for indicator in trial.index.indicators:
        ranges = [one.ranges[indicator] for one in trial.plays if indicator in one.ranges]
        end = _spread(one.end for one in ranges)
        if end is not None:
            low, high = min(one.least for one in ranges), max(one.most for one in ranges)
            found[indicator] = Reach(low, high, end)
    return found


def _spread(numbers: Iterable[int]) -> Spread | None:
    told = sorted(numbers)
    return Spread(told[0], median_low(told), told[-1]) if told else None
