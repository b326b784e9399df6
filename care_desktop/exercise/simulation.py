"""Playing without people and without waiting: the same engine, a simulated team, leaps of time.

A team is a policy. ``play`` alternates between what falls due and what the team does, until FINEX, and tells
what was reached on the way. Nothing here is random but a team that owns a ``Random`` of its own seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Protocol

from msgspec import Struct

from care_desktop.errors import Refused
from care_desktop.exercise import commands as c
from care_desktop.exercise import events as e
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import Event
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulated.habits import BEST, WORST, Chance, Habits, wandering
from care_desktop.exercise.simulated.profiles import absent_minded, contrary, prompt, silent, slow
from care_desktop.exercise.simulated.team import Team
from care_desktop.exercise.state import State, Status
from care_desktop.exercise.tally import open_cells
from care_desktop.scenario.ids import (
    CorrespondentId,
    DecisionId,
    DutyId,
    InjectId,
    OptionId,
    StepId,
    TriggerId,
)
from care_desktop.scenario.time import PlayMs

MOST_ACTS = 20_000
"""A play of more acts than that does not come to its end."""


class Policy(Protocol):
    """A simulated team and its facilitator."""

    def notice(self, state: State, event: Event) -> None:
        """Take note of an event, which the state already counts."""
        ...

    def next(self, state: State, until: PlayMs | None) -> tuple[PlayMs, c.Command] | None:
        """What is done next before ``until``, and when; None if nothing is. It is not asked for twice."""
        ...


class Coverage(Struct, frozen=True):
    """What of a script came about."""

    injects: frozenset[InjectId] = frozenset()
    decisions: frozenset[DecisionId] = frozenset()
    options: frozenset[tuple[DecisionId, OptionId]] = frozenset()
    correspondents: frozenset[CorrespondentId] = frozenset()
    duties: frozenset[DutyId] = frozenset()
    steps: frozenset[StepId] = frozenset()
    triggers: frozenset[TriggerId] = frozenset()

    def __or__(self, other: Coverage) -> Coverage:
        return Coverage(*(getattr(self, name) | getattr(other, name) for name in self.__struct_fields__))

    def __sub__(self, other: Coverage) -> Coverage:
        return Coverage(*(getattr(self, name) - getattr(other, name) for name in self.__struct_fields__))

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__struct_fields__)


class Outcome(Struct, frozen=True):
    """A play that is over.

    ``ended`` is the play time of FINEX; None when it was not reached because the team had nothing to do and
    nothing would ever fall due, or because it did not stop acting. ``no_way_on`` are the decisions that are
    open then although neither time nor an answer can close them.
    """

    events: tuple[Event, ...]
    ended: PlayMs | None
    coverage: Coverage
    left_open: tuple[DecisionId, ...]
    no_way_on: tuple[DecisionId, ...]

    @property
    def dead_end(self) -> bool:
        """Whether a room would have stood before a wall."""
        return self.ended is None or bool(self.no_way_on)


_HABITS: Mapping[str, Callable[[Chance], Habits]] = {
    "best": lambda _chance: BEST,
    "worst": lambda _chance: WORST,
    "random": wandering,
    "prompt": prompt,
    "slow": slow,
    "absent-minded": absent_minded,
    "contrary": contrary,
    "silent": silent,
}
TEAMS = tuple(_HABITS)
"""The names of the simulated teams."""


def habits(name: str, seed: int = 0) -> Habits:
    """The habits of a team by its name, one of ``TEAMS``; the same for the same seed."""
    return _HABITS[name](Random(seed))  # noqa: S311 - a seeded team is no secret


def team(name: str, index: ScriptIndex, seed: int = 0, lasts: PlayMs | None = None) -> Policy:
    """The team of a name, one of ``TEAMS``; ``lasts`` is when its facilitator says FINEX."""
    return Team(index, habits(name, seed), lasts)


def play(index: ScriptIndex, policy: Policy) -> Outcome:
    """Play a script from its opening to FINEX."""
    engine = Engine(index)
    events: list[Event] = []

    def told(new: tuple[Event, ...]) -> None:
        events.extend(new)
        for event in new:
            policy.notice(engine.state, event)

    told(engine.submit(c.Open(""), PlayMs(0)))
    for _ in range(MOST_ACTS):
        due = engine.next_due()
        act = policy.next(engine.state, due)
        if act is not None:
            at, command = act
            try:
                told(engine.submit(command, at))
            except Refused:
                told(engine.advance(at))
        elif due is not None:
            told(engine.advance(due))
        else:
            break
    return _outcome(index, engine.state, tuple(events))


def whole(index: ScriptIndex) -> Coverage:
    """All that a script holds."""
    return Coverage(
        frozenset(index.injects),
        frozenset(index.decisions),
        frozenset(index.options),
        frozenset(index.correspondents),
        frozenset(index.duties),
        frozenset(index.steps),
        frozenset(index.triggers),
    )


def _outcome(index: ScriptIndex, state: State, events: tuple[Event, ...]) -> Outcome:
    left_open = tuple(
        decision
        for decision, one in state.decisions.items()
        if one.opened is not None and open_cells(index, state, decision)
    )
    return Outcome(
        events,
        state.now.play if state.status is Status.ENDED else None,
        coverage(events),
        left_open,
        tuple(
            name
            for name in left_open
            if not index.decisions[name].options and state.decision(name).limit is None
        ),
    )


def coverage(events: tuple[Event, ...]) -> Coverage:
    """What these events reached."""
    facts = [event.fact for event in events]
    return Coverage(
        frozenset(fact.inject for fact in facts if isinstance(fact, e.InjectLaunched)),
        frozenset(
            fact.decision for fact in facts if isinstance(fact, e.DecisionOpened | e.DecisionAlreadyTaken)
        ),
        frozenset(
            (fact.decision, fact.option)
            for fact in facts
            if isinstance(fact, e.DecisionSettled | e.DecisionRevised | e.DefaultApplied)
            and fact.option is not None
        ),
        frozenset(fact.correspondent for fact in facts if isinstance(fact, e.CorrespondentCalled)),
        frozenset(fact.duty for fact in facts if isinstance(fact, e.DutyMet)),
        frozenset(fact.step for fact in facts if isinstance(fact, e.StepFinished)),
        frozenset(fact.trigger for fact in facts if isinstance(fact, e.TriggerFired)),
    )
