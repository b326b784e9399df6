"""What was written down: entries, amendments, marked moments, calls, reviews."""

from __future__ import annotations

from msgspec import Struct

from care_desktop.debrief.played import Played
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import (
    CorrespondentCalled,
    DutyMet,
    Entry,
    EntryWritten,
    MomentMarked,
    RecordAmended,
    ReviewNoted,
)
from care_desktop.exercise.words import Words
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import CellId, CorrespondentId, DutyId, FunctionId, PointId
from care_desktop.scenario.time import PlayMs


class Written(Struct, frozen=True):
    """An entry of the exercise's journal; ``fact`` is the time of what it tells."""

    seq: Seq
    at: Instant
    fact: PlayMs
    entry: Entry
    text: Words
    cell: CellId | None = None
    to: CellId | None = None
    by: FunctionId | None = None


class Amended(Struct, frozen=True):
    """Something said about the earlier event ``of``, which stays as it is."""

    seq: Seq
    at: Instant
    of: Seq
    text: Words
    by: FunctionId | None = None


class MarkedMoment(Struct, frozen=True):
    """A moment to come back to."""

    seq: Seq
    at: Instant
    text: Words | None = None


class Call(Struct, frozen=True):
    """A call to a simulated outsider; ``met`` are the duties that it met, ``fact`` when it was made.

    ``plan_level``: the level of the facility's plan was among what was said.
    """

    seq: Seq
    at: Instant
    fact: PlayMs
    correspondent: CorrespondentId
    said: tuple[PointId, ...]
    met: tuple[DutyId, ...] = ()
    cell: CellId | None = None
    text: Words | None = None
    by: FunctionId | None = None
    plan_level: bool = False


class Reviewed(Struct, frozen=True):
    """Something said in a review after FINEX, in a section of it."""

    seq: Seq
    section: str
    text: Words
    by: FunctionId | None = None


class Log(Struct, frozen=True):
    """All of it, each in the order in which it was written down."""

    entries: tuple[Written, ...]
    amendments: tuple[Amended, ...]
    moments: tuple[MarkedMoment, ...]
    calls: tuple[Call, ...]
    reviews: tuple[Reviewed, ...]


def log(played: Played) -> Log:
    """What was written down."""
    return Log(
        tuple(
            Written(
                event.seq,
                event.at,
                played.when(event, fact.fact_at).play,
                fact.entry,
                fact.text,
                fact.cell,
                fact.to,
                fact.by,
            )
            for event, fact in played.facts(EntryWritten)
        ),
        tuple(
            Amended(event.seq, event.at, fact.of, fact.text, fact.by)
            for event, fact in played.facts(RecordAmended)
        ),
        tuple(MarkedMoment(event.seq, event.at, fact.text) for event, fact in played.facts(MomentMarked)),
        _calls(played),
        tuple(
            Reviewed(event.seq, fact.section, fact.text, fact.by) for event, fact in played.facts(ReviewNoted)
        ),
    )


def _calls(played: Played) -> tuple[Call, ...]:
    met: dict[Seq, list[DutyId]] = {}
    for event, duty in played.facts(DutyMet):
        if duty.correspondent is not None and event.cause is not None:
            met.setdefault(event.cause, []).append(duty.duty)
    levels = {
        (one.id, point.id)
        for one in played.index.correspondents.values()
        for point in one.points
        if point.plan_level
    }
    return tuple(
        Call(
            event.seq,
            event.at,
            played.when(event, fact.fact_at).play,
            fact.correspondent,
            fact.said,
            tuple(met.get(event.seq, ())),
            fact.cell,
            fact.text,
            fact.by,
            any((fact.correspondent, point) in levels for point in fact.said),
        )
        for event, fact in played.facts(CorrespondentCalled)
    )
