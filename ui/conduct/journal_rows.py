"""The exercise's journal as it is read at the console: a line for each event that tells something."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from care_desktop.exercise import events as e
from care_desktop.journal.records import Seq
from ui.conduct.journal_telling import Sort, told_of
from ui.conduct.names import day_of, hour_after_day, one_line
from ui.conduct.seen import Seen


class Row(Struct, frozen=True):
    """A line: its hour, with its day after the first, what it is about, and what happened.

    ``amends`` is the event that a correction would be about, ``typed`` what a person wrote of it; None and
    nothing where nobody did. ``has_day`` tells that the hour has a day before it.
    """

    seq: Seq
    hour: str
    icon: str
    about: str
    text: str
    sort: Sort
    amends: Seq | None = None
    typed: str = ""
    has_day: bool = False


def rows(seen: Seen, events: Iterable[e.Event]) -> list[Row]:
    """The lines of some events, in the order of the events."""
    return [row for event in events if (row := row_of(seen, event)) is not None]


def row_of(seen: Seen, event: e.Event) -> Row | None:
    """The line of an event; None for what the world did by itself."""
    told = told_of(seen, event.fact)
    if told is None:
        return None
    sort, icon, about, text = told
    at = seen.view.line.fact(getattr(event.fact, "fact_at", None), event.at)
    typed = _typed(event.fact)
    return Row(
        event.seq,
        hour_after_day(seen, at.story),
        icon,
        about,
        one_line(text),
        sort,
        _amends(event) if typed else None,
        typed,
        bool(day_of(seen, at.story)),
    )


def _typed(fact: e.Fact) -> str:
    words = fact.text if isinstance(fact, _TYPED) else None
    return "" if words is None else (words.text or "")


def _amends(event: e.Event) -> Seq:
    return event.fact.of if isinstance(event.fact, e.RecordAmended) else event.seq


_TYPED = (
    e.AnswerGiven,
    e.CorrespondentCalled,
    e.DecisionRevised,
    e.DutyMet,
    e.EntryWritten,
    e.InformationAsked,
    e.MomentMarked,
    e.ObservationMarked,
    e.RecordAmended,
    e.SpontaneousDecisionTaken,
)
