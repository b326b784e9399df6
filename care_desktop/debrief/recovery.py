"""Recovery work: in which order it was done, and what work out of order cost."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.clock import Instant
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
