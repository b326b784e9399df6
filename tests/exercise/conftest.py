"""Every story of the engine is played twice: live, and from a journal read again after each act."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from care_desktop.exercise import wire
from care_desktop.exercise.events import Event
from care_desktop.exercise.fold import fold
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Batch, CommandId, ExerciseId, Sealed, Stamp
from care_desktop.journal.store import Store
from care_desktop.scenario.script import Script
from tests.exercise.liseron import LISERON
from tests.exercise.room import Room

STAMP = Stamp("2026-11-24T08:00:00.000Z", "Europe/Paris", 60, 1, 1, "boot")
OpenRoom = Callable[..., Room]


def keep(journal: Journal, events: tuple[Event, ...]) -> None:
    """Append events as one batch."""
    encoded = [wire.encode(event) for event in events]
    texts: dict[str, Sealed] = {one.digest: one for _, sealed in encoded for one in sealed}
    batch = Batch(CommandId(f"batch-{events[0].seq}"), "facilitator", "test", b"{}", STAMP)
    journal.append(batch, [row for row, _ in encoded], list(texts.values()))


def reread(journal: Journal, index: ScriptIndex) -> State:
    """The state that a journal adds up to."""
    texts = journal.texts()
    return fold(index, (wire.decode(record.row, texts) for record in journal.records()))


@pytest.fixture(params=["live", "reread"])
def open_room(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OpenRoom]:
    """Open a room for a script; in the second mode each act is kept and the engine made anew from disk."""
    with Store.open(tmp_path / "exercises.db") as store:
        journal = store.create(ExerciseId("exercise"), b"{}")

        def keeper(index: ScriptIndex, events: tuple[Event, ...]) -> State | None:
            if request.param == "live":
                return None
            if events:
                keep(journal, events)
            return reread(journal, index)

        def opened(script: Script = LISERON) -> Room:
            return Room(script, keeper)

        yield opened


@pytest.fixture
def room(open_room: OpenRoom) -> Room:
    """LISERON, begun."""
    return open_room().begins()
