"""Duties: done in play, when, how, and what was said. Never a finding of breach."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.debrief.causes import About
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CorrespondentId, DutyId, FunctionId, PointId
from care_desktop.scenario.time import PlayMs, Span, StoryMs


class Done(StrEnum):
    """``NOT_DONE`` is said as « non réalisé pendant l'exercice »; ``NOT_STARTED``: its T0 never came."""

    DONE = "done"
    NOT_DONE = "not_done"
    NOT_STARTED = "not_started"


class DutyCourse(Struct, frozen=True):
    """One duty with a T0 of its own, as each clock of the law has (CSP, GDPR 33, C. assur. L.12-10-1).

    ``started_at`` is T0 by the time of the fact, ``because`` what brought it (None: set by hand or by the
    passing of time). ``at`` and ``story`` are when it was done, by the time of the fact; ``taken_ms`` is
    story time from T0 to then, ``margin_ms`` what was left until the deadline on the deadline's own line
    (negative: after it); both None where one end is unknown. ``overdue`` is when the deadline passed in play.
    ``correspondent`` and ``said`` tell a call and the points said in it and before it to the same one.
    """

    duty: DutyId
    done: Done
    started: Seq | None = None
    started_at: Instant | None = None
    because: About | None = None
    deadline: Span | None = None
    overdue: Instant | None = None
    met: Seq | None = None
    at: PlayMs | None = None
    story: StoryMs | None = None
    taken_ms: int | None = None
    margin_ms: int | None = None
    correspondent: CorrespondentId | None = None
    said: tuple[PointId, ...] = ()
    text: Words | None = None
    by: FunctionId | None = None
