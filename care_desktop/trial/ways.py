"""Ways to a goal: the script read backwards from what should come about to what a team would have to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from msgspec import Struct

from care_desktop.exercise.index import ScriptIndex
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
)
from care_desktop.scenario.effects import Flow, Impair, Move
from care_desktop.scenario.ids import DecisionId, DutyId, InjectId, OptionId, StepId
from care_desktop.trial.causes import Cause, Causes

MOST_WAYS = 12
"""So many ways to one goal are thought of."""


class Way(Struct, frozen=True):
    """What a team does to come to a goal; what is not named is left to its habits.

    ``answers`` names the option, or None where nothing is decided. ``works`` are the steps that are begun
    before all others, ``rests`` those that are not; so with ``tells`` and ``keeps`` for duties.
    """

    answers: tuple[tuple[DecisionId, OptionId | None], ...] = ()
    works: frozenset[StepId] = frozenset()
    rests: frozenset[StepId] = frozenset()
    tells: frozenset[DutyId] = frozenset()
    keeps: frozenset[DutyId] = frozenset()
    pulls: frozenset[InjectId] = frozenset()

    def joined(self, other: Way) -> Way | None:
        """Both ways at once; None where they contradict each other."""
        answers = dict(self.answers)
        if any(answers.setdefault(decision, option) != option for decision, option in other.answers):
            return None
        works, rests = self.works | other.works, self.rests | other.rests
        tells, keeps = self.tells | other.tells, self.keeps | other.keeps
        if works & rests or tells & keeps:
            return None
        return Way(tuple(sorted(answers.items())), works, rests, tells, keeps, self.pulls | other.pulls)


class Ways:
    """The ways of one script."""

    def __init__(self, index: ScriptIndex) -> None:
        self._index = index
        self._causes = Causes(index)
        self._under_way: set[object] = set()

    def to_inject(self, inject: InjectId) -> list[Way]:
        """How an inject comes to be played."""
        return self._once(("inject", inject), lambda: self._to_inject(inject))

    def to_decision(self, decision: DecisionId) -> list[Way]:
        """How a decision comes to be asked."""
        return self._once(("ask", decision), lambda: self._any_cause(self._causes.asking(decision)))

    def to_option(self, decision: DecisionId, option: OptionId | None) -> list[Way]:
        """How an option comes to be taken; with None, how the limit comes to pass."""
        return _both(self.to_decision(decision), [Way(answers=((decision, option),))])

    def to_duty(self, duty: DutyId) -> list[Way]:
        """How a duty comes to be done."""
        return _both(self._to_start(duty), [Way(tells=frozenset({duty}))])

    def to_step(self, step: StepId) -> list[Way]:
        """How a step comes to be finished: all that it needs first."""
        works = [step]
        for one in works:
            works += [need for need in self._index.steps[one].needs if need not in works]
        return [Way(works=frozenset(works))]

    def to_condition(self, condition: Condition, *, side: bool) -> list[Way]:
        """How a condition comes to hold, or not to."""
        return self._once((condition, side), lambda: self._to_condition(condition, side))

    def to_cause(self, cause: Cause) -> Iterable[Way]:
        """How a cause of effects comes about."""
        kind, of, part = cause
        match kind:
            case "inject":
                return self.to_inject(of)
            case "option":
                return self.to_option(of, part)
            case "limit":
                return self.to_option(of, None)
            case "step":
                return self.to_step(of)
            case "risk":
                out_of_order = self.to_condition(self._index.risks[of, part].unless, side=False)
                return _both(out_of_order, [Way(works=frozenset({of}))])
            case "trigger":
                return self.to_condition(self._index.triggers[of].when, side=True)
            case _:
                return [Way()]

    def _once(self, goal: object, find: Callable[[], Iterable[Way]]) -> list[Way]:
        """The first few ways to a goal; none where it leads back to itself."""
        if goal in self._under_way:
            return []
        self._under_way.add(goal)
        try:
            return list(islice(_different(find()), MOST_WAYS))
        finally:
            self._under_way.discard(goal)

    def _to_inject(self, inject: InjectId) -> Iterator[Way]:
        one = self._index.injects[inject]
        sense = [Way()] if one.requires is None else self.to_condition(one.requires, side=True)
        ways: list[Way] = []
        if one.at is not None:
            ways.append(Way())
        if one.when is not None:
            ways += self.to_condition(one.when, side=True)
        if one.optional:
            ways.append(Way(pulls=frozenset({inject})))
        ways += self._any_cause(self._causes.sending(inject))
        yield from _both(sense, ways)

    def _to_start(self, duty: DutyId) -> list[Way]:
        starts = self._index.duties[duty].starts
        ways = [] if starts is None else self.to_condition(starts, side=True)
        return [*ways, *self._any_cause(self._causes.starting(duty))]

    def _any_cause(self, causes: Iterable[Cause]) -> list[Way]:
        return [way for cause in causes for way in self.to_cause(cause)]

    def _to_condition(self, condition: Condition, side: bool) -> Iterable[Way]:
        match condition:
            case All(of) | Any(of) if isinstance(condition, All) is side:
                ways = [Way()]
                for part in of:
                    ways = _both(ways, self.to_condition(part, side=side))
                return ways
            case All(of) | Any(of):
                return [way for part in of for way in self.to_condition(part, side=side)]
            case Not(of):
                return self.to_condition(of, side=not side)
            case NotDoneBy(done, _, after):
                since = [Way()] if after is None else self.to_inject(after)
                return _both(since, self.to_condition(done, side=not side))
            case _:
                return self._to_leaf(condition, side)

    def _to_leaf(self, leaf: Condition, side: bool) -> Iterable[Way]:
        match leaf:
            case DecisionTaken(decision, option):
                options = [one.id for one in self._index.decisions[decision].options]
                if side:
                    return self._taken(decision, options if option is None else [option])
                others: list[OptionId | None] = [one for one in options if one != option]
                return [Way(answers=((decision, one),)) for one in (None, *(others if option else ()))]
            case InjectSent(inject) if side:
                return self.to_inject(inject)
            case StepDone(step):
                return self.to_step(step) if side else [Way(rests=frozenset({step}))]
            case DutyDone(duty):
                return self.to_duty(duty) if side else [Way(keeps=frozenset({duty}))]
            case ServiceAtLeast(service, level):
                hurting = [
                    cause
                    for cause, one in self._causes.effects
                    if isinstance(one, Impair) and one.service == service and one.level >= level
                ]
                restoring = self._causes.restoring(service)
                return [Way(), *self._any_cause(hurting if side else restoring)]
            case IndicatorReaches():
                return self._to_bound(leaf, side)
            case _:
                return [Way()]

    def _taken(self, decision: DecisionId, options: Iterable[OptionId]) -> list[Way]:
        return [way for option in options for way in self.to_option(decision, option)]

    def _to_bound(self, leaf: IndicatorReaches, side: bool) -> list[Way]:
        """All that pushes an indicator the right way, as far as it goes together; then each by itself."""
        up = (leaf.at_least is not None) is side
        pushing = [
            cause
            for cause, one in self._causes.effects
            if isinstance(one, Move | Flow)
            and one.indicator == leaf.indicator
            and ((one.delta if isinstance(one, Move) else one.per_hour) > 0) is up
        ]
        single = self._any_cause(pushing)
        together = Way()
        for way in single:
            together = together.joined(way) or together
        return [together, *single, Way()]


def _both(some: Iterable[Way], others: Iterable[Way]) -> list[Way]:
    """Each of these ways with each of those, where they do not contradict each other."""
    told = list(others)
    joined = (one.joined(other) for one in some for other in told)
    return list(islice(_different(way for way in joined if way is not None), MOST_WAYS))


def _different(ways: Iterable[Way]) -> Iterator[Way]:
    seen: set[Way] = set()
    for way in ways:
        if way not in seen:
            seen.add(way)
            yield way
