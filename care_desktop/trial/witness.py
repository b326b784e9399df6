"""A witness of one simulated play: what came about, what each condition was, how far indicators went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from care_desktop.exercise import events as e
from care_desktop.exercise.commands import Command
from care_desktop.exercise.conditions import holds
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.indicators import value
from care_desktop.exercise.simulation import Coverage, Outcome, Policy, coverage, play
from care_desktop.exercise.state import State
from care_desktop.scenario.conditions import Condition
from care_desktop.scenario.ids import DecisionId, DutyId, IndicatorId, InjectId, ServiceId, StepId, TriggerId
from care_desktop.scenario.time import PlayMs, StoryMs

BEYOND_REASON = 200
"""So often no trigger is meant to fire in one play."""

Sides = dict[Condition, set[bool]]
"""Which of its two sides each condition has shown."""


class Range(Struct, frozen=True):
    """How far an indicator went in one play, and where it stood at the end."""

    least: int
    most: int
    end: int


class Played(Struct, frozen=True):
    """One play that is over. ``away`` are the services impaired and when each was back (story ms it took)."""

    team: str
    seed: int
    ended: PlayMs | None
    no_way_on: tuple[DecisionId, ...]
    left_open: tuple[DecisionId, ...]
    coverage: Coverage
    decided: frozenset[DecisionId]
    undecided: frozenset[DecisionId]
    started: frozenset[DutyId]
    overdue: frozenset[DutyId]
    runaway: frozenset[TriggerId]
    struck: frozenset[tuple[StepId, str]]
    exhausted: frozenset[ServiceId]
    jumped_over: frozenset[InjectId]
    away: dict[ServiceId, StoryMs | None]
    ranges: dict[IndicatorId, Range]
    acts: tuple[tuple[PlayMs, Command], ...] = ()


class Witness:
    """A policy that does what another does, and takes note; ``sides`` is shared by all plays of a trial."""

    def __init__(self, index: ScriptIndex, policy: Policy, sides: Sides) -> None:
        self._index = index
        self._policy = policy
        self._sides = sides
        self.ranges: dict[IndicatorId, Range] = {}
        self.away: dict[ServiceId, StoryMs | None] = {}
        self._since: dict[ServiceId, StoryMs] = {}
        self.acts: list[tuple[PlayMs, Command]] = []

    def notice(self, state: State, event: Event) -> None:
        """Take note of an event, and of how things stand once all that came with it has."""
        self._policy.notice(state, event)
        if event.seq == state.seq:
            self._look(state)

    def next(self, state: State, until: PlayMs | None) -> tuple[PlayMs, Command] | None:
        """What the other does next."""
        act = self._policy.next(state, until)
        if act is not None:
            self.acts.append(act)
        return act

    def _look(self, state: State) -> None:
        for condition, seen in self._sides.items():
            if len(seen) < 2:
                seen.add(holds(self._index, state, condition, state.now))
        for name in self._index.indicators:
            now = value(self._index, state, name, state.now.story)
            known = self.ranges.get(name, Range(now, now, now))
            self.ranges[name] = Range(min(known.least, now), max(known.most, now), now)
        self._look_at_services(state)

    def _look_at_services(self, state: State) -> None:
        for service in state.levels:
            if service not in self._since:
                self._since[service] = state.now.story
                self.away[service] = None
        for service in [one for one in self._since if one not in state.levels]:
            self.away[service] = StoryMs(state.now.story - self._since.pop(service))


def witnessed(index: ScriptIndex, team: str, seed: int, policy: Policy, sides: Sides) -> Played:
    """Play once, and tell what came about."""
    witness = Witness(index, policy, sides)
    return _told(index, team, seed, witness, play(index, witness))


def _told(index: ScriptIndex, team: str, seed: int, witness: Witness, outcome: Outcome) -> Played:
    facts = [event.fact for event in outcome.events]
    reached = coverage(outcome.events)
    called = {fact.inject for fact in facts if isinstance(fact, e.InjectCalledUp)}
    # A hand can pull anything out of the reserve: what only a consequence should bring does not count then
    injects = frozenset(
        name
        for name in reached.injects
        if name in called or index.injects[name].at is not None or index.injects[name].optional
    )
    return Played(
        team,
        seed,
        outcome.ended,
        outcome.no_way_on,
        outcome.left_open,
        Coverage(injects, *(getattr(reached, name) for name in reached.__struct_fields__[1:])),
        decided=_of(facts, lambda fact: fact.decision if isinstance(fact, e.DecisionSettled) else None),
        undecided=_of(facts, lambda fact: fact.decision if isinstance(fact, e.LimitReached) else None),
        started=_of(facts, lambda fact: fact.duty if isinstance(fact, e.DutyStarted) else None),
        overdue=_of(facts, lambda fact: fact.duty if isinstance(fact, e.DutyOverdue) else None),
        runaway=_runaway(facts),
        struck=frozenset((fact.step, fact.risk) for fact in facts if isinstance(fact, e.RiskStruck)),
        exhausted=_of(facts, lambda fact: fact.service if isinstance(fact, e.HoldEnded) else None),
        jumped_over=_of(
            facts,
            lambda fact: (
                fact.inject if isinstance(fact, e.InjectSkipped) and fact.why is e.Skip.JUMP else None
            ),
        ),
        away=witness.away,
        ranges=witness.ranges,
        acts=tuple(witness.acts),
    )


def _runaway(facts: list[e.Fact]) -> frozenset[TriggerId]:
    """The triggers that fired beyond reason, at one instant or again and again."""
    fired = Counter(fact.trigger for fact in facts if isinstance(fact, e.TriggerFired))
    return frozenset(trigger for trigger, times in fired.items() if times >= BEYOND_REASON)


def _of(facts: list[e.Fact], name: Callable[[e.Fact], str | None]) -> frozenset[str]:
    """What these facts name."""
    return frozenset(found for fact in facts if (found := name(fact)) is not None)
