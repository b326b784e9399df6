"""Injects: what was planned, what was launched, whom it reached and when."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import Skip
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, InjectId, VariantId
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import PlayMs, Span


class Origin(StrEnum):
    """Where an inject comes from: a time in the script, a condition, the reserve, or the facilitator."""

    PLANNED = "planned"
    CONDITIONAL = "conditional"
    RESERVE = "reserve"
    IMPROVISED = "improvised"


class Fate(StrEnum):
    """What became of an inject. ``NOT_DUE``: its condition did not come about, or it stayed in reserve."""

    LAUNCHED = "launched"
    SKIPPED = "skipped"
    RECALLED = "recalled"
    NOT_LAUNCHED = "not_launched"
    NOT_DUE = "not_due"


class Reached(Struct, frozen=True):
    """A try at reaching a recipient. ``at`` is the time of the fact, None when it was not reached.

    ``latency_ms`` is play time from the launch to the fact: a call that is launched has not been heard yet.
    """

    seq: Seq
    recipient: CellId
    at: PlayMs | None
    latency_ms: int | None = None
    means: Channel | None = None
    text: Words | None = None


class InjectCourse(Struct, frozen=True):
    """One inject. ``written`` is its time in the script, ``due`` the one it had in the end.

    ``behind_ms`` is how much later than ``due`` it was launched, on the line on which it was due (negative:
    earlier); None for what had no time. ``recalls`` counts launches that were taken back: of those nothing
    else is told, as they count as never having been.
    """

    inject: InjectId
    origin: Origin
    fate: Fate
    written: Span | None = None
    due: Span | None = None
    called: Seq | None = None
    launched: Seq | None = None
    launched_at: Instant | None = None
    by_hand: bool = False
    variant: VariantId | None = None
    behind_ms: int | None = None
    shown: Instant | None = None
    reached: tuple[Reached, ...] = ()
    postponed: int = 0
    skipped: Skip | None = None
    skipped_seq: Seq | None = None
    why: Words | None = None
    recalls: int = 0
    improvised: Words | None = None


class Injects(Struct, frozen=True):
    """All injects, in the order of the script, then the improvised ones.

    Share played: ``launched`` of ``planned``. Planned is what the chronogramme asked for: a time in the
    script, or a condition or effect that called it up. What was launched from reserve or improvised stands
    beside it and never swells the share. ANSSI, *Organiser un exercice de gestion de crise cyber* (2020):
    about 70 % of a chronogramme is usually played, and the animation may shift, leave out and improvise.
    """

    courses: tuple[InjectCourse, ...]
    planned: int
    launched: int
    from_reserve: int
    improvised: int
    recalled: int
