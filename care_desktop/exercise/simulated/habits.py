"""Habits of simulated teams: how fast, how well, in which order.

Made up, to try a script; never a model of people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from care_desktop.exercise.events import Mark
from care_desktop.scenario.background import Quality
from care_desktop.scenario.ids import OptionId, PointId, StepId
from care_desktop.scenario.script import Correspondent, Decision, Inject, Option
from care_desktop.scenario.time import MINUTE

SECOND = 1_000
T = TypeVar("T")

_ORDER = (Quality.RECOMMENDED, Quality.DEFENSIBLE, Quality.TO_DISCUSS, Quality.AT_RISK)


class Habits(NamedTuple):
    """What makes one team differ from another; times are play milliseconds, None is never."""

    launches_after: Callable[[Inject], int | None]
    """How long after it is due the facilitator launches an inject; None: leaves it out."""
    pulls_at: Callable[[Inject], int | None]
    """When an inject in reserve is launched."""
    delivers_after: Callable[[Inject], int]
    """How long it takes until an inject has reached its recipients."""
    answers: Callable[[Decision, int | None], tuple[int, OptionId] | None]
    """When, from the opening, and what a cell answers, given the time allowed."""
    changes_mind: Callable[[Decision, OptionId], tuple[int, OptionId] | None]
    """When, after it is settled, and to what a decision is revised."""
    calls: Callable[[Correspondent], tuple[int, tuple[PointId, ...]] | None]
    """When, after it begins to matter, a correspondent is called and what is said."""
    meets_after: Callable[[], int | None]
    """How long after its T0 a duty is done that no call meets."""
    begins_after: Callable[[], int | None]
    """How long it takes until idle hands look for the next recovery step."""
    picks: Callable[[Sequence[StepId], Sequence[StepId]], StepId | None]
    """Which step is begun, of those whose risks are ruled out and of those whose are not; None: it waits."""
    confirms_after: Callable[[], int | None]
    """How long the care staff take to confirm a service that is back."""
    marks: Callable[[], Mark | None]
    """What an observer saw of a criterion; None: nobody looked."""
    comes: Callable[[], bool]
    """Whether a function that is expected is there."""


def by_judgement(decision: Decision) -> list[Option]:
    """The options from the recommended ones to those at risk; ungraded ones count as defensible."""
    return sorted(
        decision.options,
        key=lambda one: _ORDER.index((one.judged and one.judged.quality) or Quality.DEFENSIBLE),
    )


def _all_points(correspondent: Correspondent) -> tuple[PointId, ...]:
    return tuple(point.id for point in correspondent.points)


def _well(decision: Decision, allowed: int | None) -> tuple[int, OptionId] | None:
    after = 4 * MINUTE if allowed is None else min(4 * MINUTE, allowed // 3)
    return (after, by_judgement(decision)[0].id) if decision.options else None


BEST = Habits(
    launches_after=lambda _inject: 5 * SECOND,
    pulls_at=lambda _inject: None,
    delivers_after=lambda _inject: 20 * SECOND,
    answers=_well,
    changes_mind=lambda _decision, _option: None,
    calls=lambda correspondent: (3 * MINUTE, _all_points(correspondent)),
    meets_after=lambda: 6 * MINUTE,
    begins_after=lambda: 2 * MINUTE,
    picks=lambda safe, _risky: next(iter(safe), None),
    confirms_after=lambda: 10 * MINUTE,
    marks=lambda: Mark.SEEN,
    comes=lambda: True,
)
"""Prompt, complete and in order: the most recommended option in a third of the time allowed."""


def _badly(decision: Decision, allowed: int | None) -> tuple[int, OptionId] | None:
    if not decision.options:
        return None
    last = by_judgement(decision)[-1]
    if allowed is None:
        return 25 * MINUTE, last.id
    at_risk = last.judged is not None and last.judged.quality is Quality.AT_RISK
    return (allowed + 30 * SECOND, last.id) if at_risk else None


WORST = Habits(
    launches_after=lambda _inject: 2 * MINUTE,
    pulls_at=lambda _inject: None,
    delivers_after=lambda _inject: 90 * SECOND,
    answers=_badly,
    changes_mind=lambda _decision, _option: None,
    calls=lambda _correspondent: None,
    meets_after=lambda: None,
    begins_after=lambda: 10 * MINUTE,
    picks=lambda safe, risky: next(iter((*risky, *safe)), None),
    confirms_after=lambda: None,
    marks=lambda: Mark.NOT_SEEN,
    comes=lambda: False,
)
"""Late, silent and out of order: what is at risk just after the limit, or nothing at all."""


SILENT = BEST._replace(marks=lambda: None)
"""The facilitator of acts that are written down: everything is launched, and nothing is observed."""


class Chance(Protocol):
    """What a team that leaves things to chance needs of it."""

    def random(self) -> float:
        """A number from 0 up to 1."""
        ...

    def randint(self, a: int, b: int) -> int:
        """A whole number between two, both included."""
        ...

    def choice(self, seq: Sequence[T]) -> T:
        """One of several."""
        ...

    def sample(self, population: Sequence[T], k: int) -> list[T]:
        """So many of several, in any order."""
        ...


def wandering(chance: Chance) -> Habits:
    """Whatever comes to mind: the same for the same chance."""

    def between(least: int, most: int, how_often: float = 1) -> int | None:
        return chance.randint(least, most) if chance.random() < how_often else None

    def answers(decision: Decision, allowed: int | None) -> tuple[int, OptionId] | None:
        if not decision.options or chance.random() < 0.15:
            return None
        latest = 20 * MINUTE if allowed is None else allowed + 2 * MINUTE
        return chance.randint(0, latest), chance.choice(decision.options).id

    def changes_mind(decision: Decision, option: OptionId) -> tuple[int, OptionId] | None:
        others = [one.id for one in decision.options if one.id != option]
        if not others or chance.random() > 0.1:
            return None
        return chance.randint(2 * MINUTE, 20 * MINUTE), chance.choice(others)

    def calls(correspondent: Correspondent) -> tuple[int, tuple[PointId, ...]] | None:
        if chance.random() < 0.25:
            return None
        points = _all_points(correspondent)
        said = points if chance.random() < 0.5 else chance.sample(points, chance.randint(0, len(points)))
        return chance.randint(MINUTE, 30 * MINUTE), tuple(said)

    return Habits(
        launches_after=lambda inject: between(0, 3 * MINUTE, 0.7 if inject.optional else 1),
        pulls_at=lambda _inject: between(MINUTE, 120 * MINUTE, 0.5),
        delivers_after=lambda _inject: chance.randint(0, 4 * MINUTE),
        answers=answers,
        changes_mind=changes_mind,
        calls=calls,
        meets_after=lambda: between(MINUTE, 40 * MINUTE, 0.6),
        begins_after=lambda: between(0, 12 * MINUTE),
        picks=lambda safe, risky: chance.choice((*safe, *risky)) if safe or risky else None,
        confirms_after=lambda: between(MINUTE, 30 * MINUTE, 0.5),
        marks=lambda: chance.choice((Mark.SEEN, Mark.PARTLY, Mark.NOT_SEEN, Mark.NOTED, None)),
        comes=lambda: chance.random() < 0.8,
    )
