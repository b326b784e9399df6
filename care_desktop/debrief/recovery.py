"""Recovery work: in which order it was done, and what work out of order cost."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from care_desktop.debrief.played import Played
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import (
    Event,
    RiskStruck,
    StepAbandoned,
    StepBegun,
    StepFinished,
    StepPaused,
)
from care_desktop.exercise.state import Work
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import RiskId, StepId


class Stint(Struct, frozen=True):
    """Work on a step from ``start`` until it was finished or put down, or until the end of the exercise."""

    start: Instant
    end: Instant


class Struck(Struct, frozen=True):
    """A risk that struck because a step began before what it rests on was ready."""

    seq: Seq
    risk: RiskId
    at: Instant


class StepCourse(Struct, frozen=True):
    """One step. ``order`` is its place in the order in which steps were first begun, from 1; None: never.

    ``left_ms`` is the effort still to be spent at the end, in story time.
    """

    step: StepId
    order: int | None
    stints: tuple[Stint, ...] = ()
    finished: Instant | None = None
    paused: int = 0
    abandoned: int = 0
    left_ms: int = 0
    struck: tuple[Struck, ...] = ()


class Recovery(Struct, frozen=True):
    """All steps in the order of the script, and the ids in the order in which they were begun."""

    steps: tuple[StepCourse, ...]
    order: tuple[StepId, ...]


_KINDS = (RiskStruck, StepAbandoned, StepBegun, StepFinished, StepPaused)


def recovery(played: Played) -> Recovery:
    """The recovery work of the exercise."""
    told = played.told("step", *_KINDS)
    order = tuple(dict.fromkeys(fact.step for _, fact in played.facts(StepBegun)))
    places = {step: place for place, step in enumerate(order, start=1)}
    steps = tuple(_course(played, step, places.get(step), told.get(step, [])) for step in played.index.steps)
    return Recovery(steps, order)


def _course(played: Played, step: StepId, order: int | None, told: list[Event]) -> StepCourse:
    finished = [event.at for event in told if isinstance(event.fact, StepFinished)]
    return StepCourse(
        step,
        order,
        tuple(_stints(told, played.end)),
        finished[-1] if finished else None,
        paused=sum(isinstance(event.fact, StepPaused) for event in told),
        abandoned=sum(isinstance(event.fact, StepAbandoned) for event in told),
        left_ms=_left(played, step),
        struck=tuple(
            Struck(event.seq, event.fact.risk, event.at)
            for event in told
            if isinstance(event.fact, RiskStruck)
        ),
    )


def _stints(told: list[Event], end: Instant) -> Iterator[Stint]:
    begun: Instant | None = None
    for event in told:
        if isinstance(event.fact, StepBegun):
            begun = event.at
        elif begun is not None and not isinstance(event.fact, RiskStruck):
            yield Stint(begun, event.at)
            begun = None
    if begun is not None:
        yield Stint(begun, end)


def _left(played: Played, step: StepId) -> int:
    one = played.state.steps.get(step)
    if one is None:
        return played.index.steps[step].effort
    worked = played.end.story - one.since if one.work is Work.UNDER_WAY else 0
    return one.left - worked
