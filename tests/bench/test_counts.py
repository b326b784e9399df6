"""Budgets held by counting what a command and a seek do, however fast the machine is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

import pytest
from sqlalchemy import Connection, Engine, event

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Event
from care_desktop.exercise.view import View
from care_desktop.journal.records import Seq
from care_desktop.journal.store import Store
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.replay import STRIDE, Replay
from tests.exercise.liseron import LISERON
from tests.exercise.plays import BY_ITSELF, played
from tests.exercise.room import said
from tests.exercise.wandering import wandering
from tests.session.desk import ZERO, Desk

PARTS = ("injects", "decisions", "levels", "holds", "validated", "indicators", "steps", "duties", "said")


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """The verbs that the database is given on the connection that writes, emptied by the test."""
    told: list[str] = []

    def trace(connection: Connection) -> None:
        driver = connection.connection.dbapi_connection
        assert driver is not None
        driver.set_trace_callback(lambda sql: told.append(sql.split()[0]))

    event.listen(Engine, "engine_connect", trace)
    yield told
    event.remove(Engine, "engine_connect", trace)


@pytest.fixture
def desk(statements: list[str], tmp_path: Path) -> Iterator[Desk]:
    """LISERON, begun, on a traced connection."""
    clock = LeapingClock(ZERO)
    with Store.open(tmp_path / "exercises.db") as store:
        desk = Desk(open_new(store, LISERON, clock), clock)
        desk.does(c.Begin())
        statements.clear()
        yield desk


@pytest.mark.parametrize("command", [c.WriteEntry(said("une ligne")), c.Launch("printers"), c.MarkMoment()])
def test_a_command_is_one_transaction(desk: Desk, statements: list[str], command: c.Command) -> None:
    assert desk.does(command).events
    assert (statements.count("BEGIN"), statements.count("COMMIT")) == (1, 1)
    assert set(statements) <= {"SELECT", "BEGIN", "INSERT", "COMMIT"}


def test_a_refused_command_and_a_quiet_tick_write_nothing(desk: Desk, statements: list[str]) -> None:
    desk.run.tick(desk.clock.leap(1))
    statements.clear()
    desk.does(c.Begin())
    desk.run.tick(desk.clock.leap(1))
    assert statements == []


def parts(view: View, *names: str) -> list[int]:
    return [id(getattr(view, name)) for name in names]


def test_what_a_command_did_not_touch_is_not_copied_for_the_view(desk: Desk) -> None:
    before = desk.does(c.Launch("printers")).view
    after = desk.does(c.WriteEntry(said("une ligne"))).view
    assert after is not before
    assert parts(after, *PARTS) == parts(before, *PARTS)


def test_what_a_command_touched_is_made_anew_and_nothing_else(desk: Desk) -> None:
    before = desk.run.snapshot().view
    after = desk.does(c.NoteArrival("director", "direction")).view
    assert after.presence is not before.presence
    assert parts(after, *PARTS) == parts(before, *PARTS)


class Counted(Sequence[Event]):
    """Events that count how many of them are looked at."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self.looked_at = 0

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | Sequence[Event]:
        found = self._events[place]
        self.looked_at += len(found) if isinstance(found, Sequence) else 1
        return found

    def __len__(self) -> int:
        return len(self._events)


def long_play() -> tuple[Event, ...]:
    return played(BY_ITSELF, wandering(BY_ITSELF, seed=3, acts=1_500)).events


def test_a_seek_folds_less_than_a_stride() -> None:
    events = Counted(long_play())
    assert len(events) > 3 * STRIDE
    looking = Replay(BY_ITSELF, events)
    looking.after(Seq(len(events)))
    for place in (1, STRIDE - 1, STRIDE, STRIDE + 1, 2 * STRIDE + 37, len(events), 3):
        events.looked_at = 0
        looking.after(Seq(place))
        assert events.looked_at < STRIDE


def test_the_first_seek_folds_each_event_once() -> None:
    events = Counted(long_play())
    looking = Replay(BY_ITSELF, events)
    events.looked_at = 0
    looking.after(Seq(len(events)))
    assert events.looked_at == len(events)
