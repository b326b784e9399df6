"""What a released version wrote is read for ever."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from care_desktop.exercise import wire
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.fold import fold
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import ExerciseId, Head
from care_desktop.journal.store import Store
from care_desktop.scenario.script import RULES_VERSION
from care_desktop.session.opening import read_back
from tests.golden.telling import ending, kinds

UNREACHED = {"trigger.silenced"}


def test_it_is_sound_and_ends_where_it_is_known_to_end(journal: Journal, exercise: dict[str, Any]) -> None:
    known = Head(journal.exercise, exercise["events"], bytes.fromhex(exercise["head"]))
    assert journal.verify(known) == ()
    assert journal.head == known


def test_it_folds_to_the_end_that_was_written_down(journal: Journal, exercise: dict[str, Any]) -> None:
    index, events = read_back(journal)
    assert ending(index, fold(index, events)) == exercise["end"]


def test_its_events_are_written_as_they_were_as_long_as_their_form_is_the_newest(journal: Journal) -> None:
    texts = journal.texts()
    for record in journal.records():
        event = wire.decode(record.row, texts)
        if event.fact.v == record.row.v:
            assert wire.encode(event)[0] == record.row


def test_its_commands_played_again_bring_the_same_bytes(journal: Journal, known: dict[str, Any]) -> None:
    if known["rules"] != RULES_VERSION:
        pytest.skip(f"rules {known['rules']}: only the same rules promise the same events")
    index, _ = read_back(journal)
    engine, texts = Engine(index), journal.texts()
    rows = []
    for batch in journal.batches():
        command, at = wire.decode_command(batch.kind, batch.command, texts)
        rows += [wire.encode(event)[0] for event in engine.submit(command, at)]
    assert rows == [record.row for record in journal.records()]


def test_every_kind_that_it_is_known_for_is_in_it(journal: Journal, exercise: dict[str, Any]) -> None:
    assert kinds(record.row for record in journal.records()) == exercise["kinds"]


def test_what_was_erased_is_gone_and_the_rest_is_there(store: Store, known: dict[str, Any]) -> None:
    texts = store.journal(ExerciseId("golden-night")).texts()
    assert len(texts) == known["exercises"]["golden-night"]["texts"]
    erased = {kept.seq for kept in texts.values() if kept.text is None}
    assert erased == set(known["erased"])


def test_the_fork_says_where_it_comes_from(store: Store) -> None:
    night, fork = store.journal(ExerciseId("golden-night")), store.journal(ExerciseId("golden-fork"))
    assert fork.origin is not None
    assert fork.origin.hash == night.records()[fork.origin.seq - 1].hash


def test_together_they_hold_every_kind_of_fact() -> None:
    """A kind added later is in the golden journal of the version that brings it."""
    found: set[str] = set()
    for path in Path(__file__).parent.glob("journal-*.json"):
        found |= wire.FACTS.keys() & set(path.read_text("utf-8").split('"'))
    assert wire.FACTS.keys() - found == UNREACHED


def test_it_is_small_enough_to_be_kept(golden: Path) -> None:
    assert golden.stat().st_size < 300_000
