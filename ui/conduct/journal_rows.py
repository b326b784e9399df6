"""The exercise's journal as it is read at the console: a line for each event that tells something."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from care_desktop.exercise.events import Event
from care_desktop.journal.records import Seq
from ui.conduct.journal_telling import Sort, told_of
from ui.conduct.names import one_line
from ui.conduct.seen import Seen


class Row(Struct, frozen=True):
    """A line: its hour, what it is about, and what happened."""

    seq: Seq
    hour: str
    icon: str
    about: str
    text: str
    sort: Sort


def rows(seen: Seen, events: Iterable[Event]) -> list[Row]:
    """The lines of some events, in the order of the events."""
    return [row for event in events if (row := row_of(seen, event)) is not None]


def row_of(seen: Seen, event: Event) -> Row | None:
    """The line of an event; None for what the world did by itself."""
    told = told_of(seen, event.fact)
    if told is None:
        return None
    sort, icon, about, text = told
    at = seen.view.line.fact(getattr(event.fact, "fact_at", None), event.at)
    return Row(event.seq, seen.speaker.hour(at.story), icon, about, one_line(text), sort)
