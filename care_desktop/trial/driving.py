"""All branches: plays that go after what has not come about yet, goal by goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from care_desktop.exercise.simulated.habits import Habits
from care_desktop.exercise.simulated.team import Team
from care_desktop.exercise.simulation import habits
from care_desktop.scenario.ids import OptionId, StepId
from care_desktop.scenario.script import Decision, Inject
from care_desktop.scenario.time import MINUTE
from care_desktop.trial.trying import Progress, Trial
from care_desktop.trial.ways import Way, Ways
from care_desktop.trial.witness import witnessed

MOST_PLAYS = 600
"""What cannot be reached must not keep anybody for long."""

DRIVEN = "driven"
"""The name of the team that goes after goals."""


class Manner(NamedTuple):
    """How a way is gone: by whose habits otherwise, and when answers come in shares of the time allowed."""

    team: str
    share: tuple[int, int]


MANNERS = (Manner("prompt", (1, 8)), Manner("slow", (7, 8)), Manner("absent-minded", (1, 2)))


class Goal(NamedTuple):
    """Something that should come about: whether it has, and the ways to it."""

    reached: Callable[[], bool]
    ways: Callable[[], list[Way]]


def drive(trial: Trial, progress: Progress) -> None:
    """Go after every option, inject, condition, duty, correspondent and limit that no play has met yet."""
    goals = [goal for goal in _goals(trial) if not goal.reached()]
    for done, goal in enumerate(goals):
        progress(done, len(goals))
        _go_after(trial, goal)
    progress(len(goals), len(goals))


def _go_after(trial: Trial, goal: Goal) -> None:
    if goal.reached():
        return
    ways = goal.ways()
    for manner in MANNERS:
        for way in ways:
            if len(trial.driven) >= MOST_PLAYS:
                return
            seed = trial.seed + len(trial.driven)
            policy = Team(trial.index, _led(habits(manner.team, seed), way, manner), trial.lasts)
            trial.add(witnessed(trial.index, DRIVEN, seed, policy, trial.sides))
            if goal.reached():
                return


def _goals(trial: Trial) -> Iterator[Goal]:
    index, ways = trial.index, Ways(trial.index)
    for inject in index.injects:
        yield Goal(partial(_has, trial, "injects", inject), partial(ways.to_inject, inject))
    for decision, option in index.options:
        taken = partial(_has, trial, "options", (decision, option))
        yield Goal(taken, partial(ways.to_option, decision, option))
    for one in index.decisions.values():
        if one.limit is not None:
            passed = partial(trial.passed_limit, one.id)
            yield Goal(passed, partial(ways.to_option, one.id, None))
    for duty in index.duties:
        yield Goal(partial(_has, trial, "duties", duty), partial(ways.to_duty, duty))
    for correspondent in index.correspondents.values():
        for claim in correspondent.claims:
            called = partial(_has, trial, "correspondents", correspondent.id)
            yield Goal(called, partial(ways.to_duty, claim.duty))
    for step in index.steps:
        yield Goal(partial(_has, trial, "steps", step), partial(ways.to_step, step))
    for condition in trial.conditions.values():
        for side in (True, False):
            showed = partial(trial.showed, condition, side=side)
            yield Goal(showed, partial(ways.to_condition, condition, side=side))


def _has(trial: Trial, what: str, name: object) -> bool:
    return name in getattr(trial.reached, what)


def _led(own: Habits, way: Way, manner: Manner) -> Habits:
    """Habits that keep to a way, and are a team's own for the rest."""
    forced = dict(way.answers)
    part, of = manner.share

    def answers(decision: Decision, allowed: int | None) -> tuple[int, OptionId] | None:
        if decision.id not in forced:
            return own.answers(decision, allowed)
        option = forced[decision.id]
        time = 25 * MINUTE if allowed is None else allowed
        return None if option is None else (time * part // of, option)

    def picks(safe: Sequence[StepId], risky: Sequence[StepId]) -> StepId | None:
        wanted = next((one for one in (*safe, *risky) if one in way.works), None)
        if wanted is not None:
            return wanted
        return own.picks(
            [one for one in safe if one not in way.rests], [one for one in risky if one not in way.rests]
        )

    def pulls_at(inject: Inject) -> int | None:
        # In the middle of the exercise most stories have come far enough for it
        return 75 * MINUTE if inject.id in way.pulls else own.pulls_at(inject)

    return own._replace(
        answers=answers,
        picks=picks,
        pulls_at=pulls_at,
        changes_mind=lambda _decision, _option: None,
        calls=lambda one: None if any(claim.duty in way.keeps for claim in one.claims) else own.calls(one),
        meets_after=lambda: None if way.keeps else own.meets_after(),
    )
