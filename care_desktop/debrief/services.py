"""Services over time: nominal, degraded, down; how long, and whether their target was kept."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import FunctionId, ServiceId
from care_desktop.scenario.time import PlayMs, StoryMs


class Spell(Struct, frozen=True):
    """A service at one level from an instant to the next; the spells of a service cover the exercise."""

    level: ServiceLevel
    start: Instant
    end: Instant


class Validated(Struct, frozen=True):
    """The care staff confirmed that a service can be used again: technically back is not yet in use."""

    seq: Seq
    at: PlayMs
    by: FunctionId | None = None


class ServiceCourse(Struct, frozen=True):
    """One service, its dependencies counted in; all values of the story are made up by the scenario.

    ``impaired_at`` is when it first left nominal, ``back_at`` when it came back for good (None if it never
    left, or was not back at the end). ``interrupted_ms`` is the longest unbroken time at *down* in the
    story, which is what a DMIA (*durée maximale d'interruption admissible*) limits: a service in degraded
    mode is not interrupted. ``target_met`` compares it with ``target``: None where there is no target, where
    it was never down, or where it was still down at the end with the target not yet passed (censored).
    ``hold`` is how long the degraded procedure was said to hold, ``hold_ended`` when it no longer did.
    ``degraded_ms`` and ``down_ms`` are sums in story time.
    """

    service: ServiceId
    spells: tuple[Spell, ...]
    impaired_at: Instant | None = None
    back_at: Instant | None = None
    degraded_ms: int = 0
    down_ms: int = 0
    interrupted_ms: int = 0
    target: StoryMs | None = None
    target_met: bool | None = None
    hold: StoryMs | None = None
    hold_ended: Instant | None = None
    validated: Validated | None = None


class Count(Struct, frozen=True):
    """How many services were in each state from an instant on: a step of the recovery curve."""

    at: Instant
    nominal: int
    degraded: int
    down: int


class Services(Struct, frozen=True):
    """All services in the order of the script, and their numbers by state; the last step is at the end."""

    courses: tuple[ServiceCourse, ...]
    counts: tuple[Count, ...]
