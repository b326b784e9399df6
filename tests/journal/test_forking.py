"""Forks: a new exercise that begins as another."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.journal.chain import genesis, script_digest
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import ExerciseId, Origin
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, SCRIPT, batch, fill, filled, raw, row

FORK = ExerciseId("fork")


@pytest.fixture
def parent(journal: Journal) -> Journal:
    fill(journal, 40)
    return journal


def test_a_fork_holds_the_same_events_under_other_hashes(parent: Journal) -> None:
    fork = parent.fork(40, FORK)
    assert [record.row for record in fork.records()] == [record.row for record in parent.records()]
    assert fork.batches() == parent.batches()
    assert fork.head.hash != parent.head.hash


def test_a_fork_holds_the_texts_and_the_script(parent: Journal) -> None:
    fork = parent.fork(40, FORK)
    assert (fork.texts(), fork.script()) == (parent.texts(), SCRIPT)
    assert fork.verify() == ()


def test_a_fork_says_where_it_comes_from(parent: Journal) -> None:
    fork = parent.fork(17, FORK)
    assert fork.origin == Origin(EXERCISE, 17, parent.records()[16].hash)


@pytest.mark.parametrize("at", range(41))
def test_any_event_may_be_the_last_of_a_fork(parent: Journal, at: int) -> None:
    fork = parent.fork(at, FORK)
    assert fork.head.seq == at
    assert fork.verify() == ()
    assert set(fork.texts()) == {digest for digest, text in parent.texts().items() if text.seq <= at}


def test_a_fork_goes_on_by_itself(parent: Journal) -> None:
    head, fork = parent.head, parent.fork(20, FORK)
    fork.append(batch(1000), [row(21)])
    assert (parent.head, fork.head.seq, fork.verify()) == (head, 21, ())


def test_a_fork_of_nothing_starts_from_its_origin(store: Store, journal: Journal) -> None:
    fork = journal.fork(0, FORK)
    origin = Origin(EXERCISE, 0, journal.head.hash)
    assert fork.head.hash == genesis(FORK, script_digest(SCRIPT), origin)


def test_a_fork_can_be_forked(parent: Journal) -> None:
    second = parent.fork(30, FORK).fork(25, ExerciseId("second"))
    assert second.origin is not None
    assert (second.origin.exercise, second.verify()) == (FORK, ())


def test_a_fork_past_the_end_or_under_a_taken_name_is_refused(parent: Journal) -> None:
    with pytest.raises(ValueError, match="event 41 of 40"):
        parent.fork(41, FORK)
    with pytest.raises(ValueError, match="exists"):
        parent.fork(10, EXERCISE)


def test_a_damaged_exercise_is_not_forked_into_a_sound_one(path: Path) -> None:
    filled(path, 40)
    file = raw(path)
    file.execute("DROP TRIGGER events_update")
    file.execute("UPDATE events SET play = play + 1 WHERE seq = 7")
    file.close()
    with Store.open(path) as store:
        with pytest.raises(UserError) as failure:
            store.journal(EXERCISE).fork(20, FORK)
        assert (failure.value.code, len(store.exercises())) == ("journal.damaged", 1)
