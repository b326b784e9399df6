"""Duties: done in play, when, how, and what was said. Never a finding of breach."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from care_desktop.debrief.causes import About, about
from care_desktop.debrief.played import Played
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import CorrespondentCalled, DutyMet, DutyOverdue, DutyStarted
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


def duties(played: Played) -> tuple[DutyCourse, ...]:
    """Every duty, in the order of the script."""
    overdue = {fact.duty: event.at for event, fact in played.facts(DutyOverdue)}
    return tuple(_course(played, duty, overdue.get(duty)) for duty in played.index.duties)


def _course(played: Played, duty: DutyId, overdue: Instant | None) -> DutyCourse:
    one = played.state.duty(duty)
    started, because = _start(played, one.started)
    course = DutyCourse(
        duty,
        Done.NOT_STARTED if started is None else Done.NOT_DONE,
        one.started,
        started,
        because,
        one.deadline,
        overdue,
    )
    if one.met is None:
        return course
    event = played.event(one.met)
    fact = event.fact
    if not isinstance(fact, DutyMet):
        raise TypeError(f"a duty is met by {fact!r}")
    at = played.when(event, fact.fact_at)
    margin = None
    if one.deadline is not None:
        margin = one.deadline.ms - (at.story if one.deadline.play is None else at.play)
    return replace(
        course,
        done=Done.DONE,
        met=event.seq,
        at=at.play,
        story=at.story,
        taken_ms=None if started is None else at.story - started.story,
        margin_ms=margin,
        correspondent=fact.correspondent,
        said=_said(played, fact.correspondent, event.seq),
        text=fact.text,
        by=fact.by,
    )


def _start(played: Played, started: Seq | None) -> tuple[Instant | None, About | None]:
    if started is None:
        return None, None
    event = played.event(started)
    typed = event.fact.fact_at if isinstance(event.fact, DutyStarted) else None
    because = None if event.cause is None else about(played.event(event.cause).fact)
    return played.when(event, typed), because


def _said(played: Played, correspondent: CorrespondentId | None, by: Seq) -> tuple[PointId, ...]:
    if correspondent is None:
        return ()
    said = {
        point
        for event, call in played.facts(CorrespondentCalled)
        if call.correspondent == correspondent and event.seq < by
        for point in call.said
    }
    return tuple(one.id for one in played.index.correspondents[correspondent].points if one.id in said)
