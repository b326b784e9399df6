"""Appending: what is kept, what is refused, what happens when the disk says no."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Connection

from care_desktop.errors import UserError
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import Beat, Kept, Record
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, SCRIPT, WORDS, batch, fill, holding, row, sealed, stamp


@pytest.fixture
def kept(journal: Journal) -> Journal:
    """A journal with one batch of two events."""
    journal.append(batch(1), [row(1), row(2, cause=1)])
    return journal


def test_what_is_appended_is_read_back(kept: Journal) -> None:
    assert [(record.batch, record.row) for record in kept.read()] == [
        (batch(1), row(1)),
        (batch(1), row(2, cause=1)),
    ]


def test_what_is_appended_is_there_after_reopening(path: Path) -> None:
    with Store.open(path) as store:
        journal = store.create(EXERCISE, SCRIPT)
        head, records = fill(journal, 20), journal.records()
    with Store.open(path) as store:
        journal = store.journal(EXERCISE)
        assert (journal.head, journal.records(), journal.script()) == (head, records, SCRIPT)


def test_reading_can_start_after_an_event(journal: Journal) -> None:
    fill(journal, 10)
    assert tuple(journal.read(after=7)) == journal.records()[7:]


def test_a_reading_ends_at_the_head_it_began_with(kept: Journal) -> None:
    reading: Iterator[Record] = kept.read()
    first = next(reading)
    kept.append(batch(2), [row(3)])
    assert [first.row.seq, *(record.row.seq for record in reading)] == [1, 2]


def test_batches_are_read_back_in_order(kept: Journal) -> None:
    kept.append(batch(2, b"second"), [row(3)])
    assert kept.batches() == (batch(1), batch(2, b"second"))


def test_typed_words_are_read_back_by_their_digest(journal: Journal) -> None:
    text = sealed(1)
    journal.append(batch(1), [holding(text)], [text])
    assert journal.texts() == {text.digest: Kept(1, text.salt, WORDS, None)}


def test_numbers_at_the_ends_of_their_range_are_kept(journal: Journal) -> None:
    extreme = replace(row(1), play=-(2**63), story=2**63 - 1)
    journal.append(batch(1), [extreme])
    assert [record.row for record in journal.records()] == [extreme]


@pytest.mark.parametrize(
    "bad",
    [
        [],
        [row(4)],
        [row(2)],
        [row(3), row(5)],
        [row(3, cause=3)],
        [row(3, cause=0)],
        [replace(row(3), kind="")],
        [replace(row(3), play=2**63)],
        [row(3, b"x" * 1_000_001)],
    ],
    ids=["none", "gap", "again", "gap inside", "own cause", "cause 0", "no kind", "too great", "too long"],
)
def test_events_that_do_not_continue_the_chain_are_refused(kept: Journal, bad: list[object]) -> None:
    head = kept.head
    with pytest.raises(ValueError, match=r"\w"):
        kept.append(batch(2), bad)  # type: ignore[arg-type]
    assert (kept.head, len(kept.records())) == (head, 2)


def test_a_text_that_its_event_does_not_mention_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="neither in its event nor in the command"):
        journal.append(batch(1), [row(1)], [sealed(1)])


def test_a_text_under_a_false_digest_is_refused(journal: Journal) -> None:
    text = replace(sealed(1), text="autre chose")
    with pytest.raises(ValueError, match="commitment"):
        journal.append(batch(1), [holding(text)], [text])


def test_a_text_of_more_than_a_megabyte_is_refused(journal: Journal) -> None:
    text = sealed(1, "x" * 1_000_001)
    with pytest.raises(ValueError, match="a text of more than"):
        journal.append(batch(1), [holding(text)], [text])


def test_a_command_given_twice_is_kept_once(kept: Journal) -> None:
    head = kept.head
    assert kept.append(batch(1), [row(1), row(2, cause=1)]) == head
    assert len(kept.records()) == 2


def test_a_command_id_with_another_content_is_refused(kept: Journal) -> None:
    with pytest.raises(ValueError, match="another content"):
        kept.append(batch(1), [row(1), row(2)])
    with pytest.raises(ValueError, match="another content"):
        kept.append(batch(1, b"other"), [row(1), row(2, cause=1)])


def test_two_exercises_may_use_the_same_command_id(store: Store, kept: Journal) -> None:
    other = store.create(EXERCISE + "-bis", SCRIPT)  # type: ignore[arg-type]
    other.append(batch(1), [row(1)])
    assert other.head.hash != kept.head.hash


def test_an_append_is_one_transaction(writers: list[Connection], journal: Journal) -> None:
    statements: list[str] = []
    driver = writers[0].connection.dbapi_connection
    assert driver is not None
    driver.set_trace_callback(statements.append)
    text = sealed(3)
    journal.append(batch(1), [row(1), row(2), holding(text)], [text])
    verbs = [statement.split()[0] for statement in statements if not statement.startswith("SELECT")]
    assert verbs[0] == "BEGIN"
    assert verbs[-1] == "COMMIT"
    assert set(verbs[1:-1]) == {"INSERT"}


def test_the_last_sign_of_life_replaces_the_one_before(journal: Journal) -> None:
    assert journal.last_beat() is None
    journal.beat(1000, stamp(1))
    journal.beat(2000, stamp(2))
    assert journal.last_beat() == Beat(2000, stamp(2))


def test_the_log_is_shortened_between_decisions(path: Path, journal: Journal) -> None:
    log = path.with_name(path.name + "-wal")
    for number in range(1, 9):
        journal.append(batch(number), [row(number, b"x" * 999_999)])
    size = log.stat().st_size
    journal.beat(1000, stamp(1))
    journal.append(batch(9), [row(9)])
    assert size > 4 << 20 > log.stat().st_size


def test_a_log_whose_size_the_disk_does_not_tell_costs_no_sign_of_life(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path, **_options: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(Path, "stat", fail)
        journal.beat(1000, stamp(1))
    assert journal.last_beat() == Beat(1000, stamp(1))


@contextmanager
def full_disk(limit: int) -> Iterator[None]:
    """No file may grow past ``limit`` bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_after_a_write_that_failed_nothing_more_is_acknowledged(store: Store, kept: Journal) -> None:
    with full_disk(1), pytest.raises(UserError) as first:
        kept.append(batch(2), [row(3, b"x" * 100_000)])
    with pytest.raises(UserError) as second:
        kept.append(batch(2), [row(3)])
    assert first.value.code == second.value.code == "journal.not_written"
    assert store.failed is not None


def test_a_failed_write_does_not_move_the_head_and_loses_nothing(path: Path) -> None:
    store = Store.open(path)
    journal = store.create(EXERCISE, SCRIPT)
    head = fill(journal, 20)
    with full_disk(1), pytest.raises(UserError):
        journal.append(batch(99), [row(21, b"x" * 100_000)])
    assert journal.head == head
    with Store.open(path) as again:
        assert again.journal(EXERCISE).verify(head) == ()


def test_a_failed_write_leaves_the_log_as_it_is(path: Path) -> None:
    log = path.with_name(path.name + "-wal")
    store = Store.open(path)
    fill(store.create(EXERCISE, SCRIPT), 20)
    before = path.read_bytes(), log.read_bytes()
    with full_disk(1), pytest.raises(UserError):
        store.journal(EXERCISE).append(batch(99), [row(21, b"x" * 100_000)])
    store.close()
    assert (path.read_bytes(), log.read_bytes()) == before


def test_a_full_disk_is_named(writers: list[Connection], path: Path) -> None:
    with Store.open(path) as store:
        journal = store.create(EXERCISE, SCRIPT)
        driver = writers[0].connection.dbapi_connection
        assert driver is not None
        driver.cursor().execute("PRAGMA max_page_count = 1")
        with pytest.raises(UserError) as failure:
            journal.append(batch(1), [row(1, b"x" * 900_000)])
    assert failure.value.code == "journal.disk_full"


def test_an_exercise_cannot_be_created_twice(store: Store, journal: Journal) -> None:
    with pytest.raises(ValueError, match="exists"):
        store.create(EXERCISE, SCRIPT)
    assert store.journal(EXERCISE) is journal


def test_an_unknown_exercise_is_an_error_to_show(store: Store) -> None:
    with pytest.raises(UserError) as failure:
        store.journal(EXERCISE)
    assert failure.value.code == "journal.unknown_exercise"


def test_exercises_are_listed_with_the_time_of_their_first_batch(store: Store, kept: Journal) -> None:
    fork = kept.fork(1, EXERCISE + "-fork")  # type: ignore[arg-type]
    listed = [(entry.exercise, entry.opened, entry.origin) for entry in store.exercises()]
    assert listed == [(EXERCISE, stamp(1).wall, None), (fork.exercise, stamp(1).wall, fork.origin)]


def test_the_same_content_in_another_store_has_the_same_head(tmp_path: Path, kept: Journal) -> None:
    with Store.open(tmp_path / "second") as second:
        copy = second.create(EXERCISE, SCRIPT, kept.origin)
        copy.append(batch(1), [row(1), row(2, cause=1)])
        assert copy.head == kept.head


def test_importing_the_records_loads_no_database() -> None:
    code = "import sys, care_desktop.journal.records; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
