"""The exercise and its time."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from care_desktop.exercise.events.base import Fact
from care_desktop.exercise.words import Words
from care_desktop.scenario.ids import (
    PhaseId,
)
from care_desktop.scenario.time import StoryMs


class Pause(StrEnum):
    """Why an exercise stands still."""

    PAUSE = "pause"
    REAL_INCIDENT = "real_incident"


class Gap(StrEnum):
    """What cut an exercise off: the program stopped, the machine slept, or a fork begins here."""

    STOPPED = "stopped"
    SLEEP = "sleep"
    FORK = "fork"


class ExerciseOpened(Fact, frozen=True):
    """The exercise exists, with this script (its SHA-256 in hex), rules and seed."""

    kind: ClassVar[str] = "exercise.opened"
    script: str
    rules: int
    seed: int


class Begun(Fact, frozen=True):
    """DEBEX."""

    kind: ClassVar[str] = "exercise.begun"


class Suspended(Fact, frozen=True):
    """Play time stands still."""

    kind: ClassVar[str] = "exercise.suspended"
    why: Pause
    text: Words | None = None


class Resumed(Fact, frozen=True):
    """Play time goes on."""

    kind: ClassVar[str] = "exercise.resumed"


class Interrupted(Fact, frozen=True):
    """The machine stopped or slept, or this is a fork; ``gap_ms`` of wall time passed, as far as is known."""

    kind: ClassVar[str] = "exercise.interrupted"
    why: Gap
    gap_ms: int | None = None


class WallClockChanged(Fact, frozen=True):
    """The machine's wall clock was set ``by_ms`` forward or back; nothing in the exercise moved."""

    kind: ClassVar[str] = "clock.wall_changed"
    by_ms: int


class PaceChanged(Fact, frozen=True):
    """The story passes at ``num/den`` from here on."""

    kind: ClassVar[str] = "clock.pace_changed"
    num: int
    den: int


class StoryJumped(Fact, frozen=True):
    """The story advances to ``to`` while play time stands still."""

    kind: ClassVar[str] = "clock.story_jumped"
    to: StoryMs


class PhaseEntered(Fact, frozen=True):
    """The story came to a phase, with its pace."""

    kind: ClassVar[str] = "phase.entered"
    phase: PhaseId
    num: int
    den: int


class Ended(Fact, frozen=True):
    """FINEX. Play time is frozen; observations and reviews may follow."""

    kind: ClassVar[str] = "exercise.ended"
