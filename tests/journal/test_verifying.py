"""Verification: what it says of damage, and that a reader does not take damage for truth."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from care_desktop.errors import UserError
from care_desktop.journal.journal import Journal
from care_desktop.journal.records import ExerciseId, Head
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, fill, filled, raw


def tamper(path: Path, *statements: str) -> None:
    """Run statements on a store whose triggers are lifted, and put back as they were."""
    file = raw(path)
    triggers = file.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        file.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        file.execute(statement)
    for _, sql in triggers:
        file.execute(sql)
    file.close()


def codes(path: Path, head: Head | None = None) -> set[str]:
    with Store.open(path) as store:
        return {finding.code for finding in store.journal(EXERCISE).verify(head)}


@pytest.fixture
def head(path: Path) -> Head:
    """The head of a journal of 40 events, in a closed store."""
    return filled(path, 40)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE events SET story = 0 WHERE seq = 9", "journal.changed"),
        ("UPDATE events SET prev = hash WHERE seq = 9", "journal.changed"),
        ("UPDATE batches SET command = x'00' WHERE batch = 9", "journal.changed"),
        ("UPDATE batches SET wall = 'x' WHERE batch = 9", "journal.changed"),
        ("DELETE FROM events WHERE seq = 9", "journal.gap"),
        ("DELETE FROM batches WHERE batch = 9", "journal.batch_missing"),
        ("UPDATE exercises SET script = x'00'", "journal.script_changed"),
        ("UPDATE texts SET text = 'autre' WHERE rowid = 1", "journal.text_changed"),
        ("UPDATE texts SET seq = seq + 1", "journal.text_changed"),
        ("DELETE FROM texts", "journal.text_missing"),
        ("DELETE FROM events WHERE seq > 30", "journal.head_missing"),
        ("DELETE FROM events WHERE seq > 30", "journal.batch_unused"),
        ("DELETE FROM exercises", "journal.exercise_missing"),
        ("DELETE FROM exercises", "journal.reference"),
        ("CREATE TABLE more (x)", "journal.shape"),
        ("DROP INDEX batches_command", "journal.shape"),
    ],
)
def test_each_kind_of_damage_has_its_finding(path: Path, head: Head, statement: str, code: str) -> None:
    with Store.open(path) as store:
        journal = store.journal(EXERCISE)
        tamper(path, statement.replace(" WHERE rowid = 1", ""))
        assert code in {finding.code for finding in journal.verify(head)}


def test_a_sound_journal_has_no_finding(path: Path, head: Head) -> None:
    assert codes(path, head) == set()


def test_a_change_is_told_of_the_event_it_concerns(path: Path, head: Head) -> None:
    tamper(path, "UPDATE events SET story = 0 WHERE seq = 9")
    with Store.open(path) as store:
        assert [finding.seq for finding in store.journal(EXERCISE).verify(head)] == [9]


def test_a_missing_trigger_is_found(path: Path, head: Head) -> None:
    file = raw(path)
    file.execute("DROP TRIGGER events_delete")
    file.close()
    assert codes(path, head) == {"journal.shape"}


def cut(path: Path) -> None:
    """Take off the last events with all that refers to them: what is left is a sound journal."""
    tamper(
        path,
        "DELETE FROM texts WHERE seq > 30",
        "DELETE FROM batches WHERE batch > (SELECT batch FROM events WHERE seq = 30)",
        "DELETE FROM events WHERE batch NOT IN (SELECT batch FROM batches)",
        "DELETE FROM texts WHERE seq NOT IN (SELECT seq FROM events)",
    )


def test_a_tail_cut_off_cleanly_shows_against_a_known_head_only(path: Path, head: Head) -> None:
    cut(path)
    assert codes(path) == set()
    assert codes(path, head) == {"journal.head_missing"}


def test_a_known_head_need_not_be_the_last(path: Path, head: Head) -> None:
    with Store.open(path) as store:
        journal = store.journal(EXERCISE)
        fill(journal, 10)
        assert journal.verify(head) == ()


def test_the_head_of_another_exercise_is_not_in_the_chain(path: Path, head: Head) -> None:
    assert codes(path, replace(head, exercise=ExerciseId("other"))) == {"journal.head_missing"}
    assert codes(path, replace(head, seq=0)) == {"journal.head_missing"}


def test_a_tail_cut_off_under_an_open_journal_is_found(path: Path, head: Head) -> None:
    with Store.open(path) as store:
        journal = store.journal(EXERCISE)
        cut(path)
        assert {finding.code for finding in journal.verify()} == {"journal.head_missing"}
        with pytest.raises(UserError):
            journal.records()


def test_a_file_full_of_changes_gives_a_bounded_list(path: Path) -> None:
    head = filled(path, 300)
    tamper(path, "UPDATE events SET story = story + 1")
    with Store.open(path) as store:
        assert len(store.journal(EXERCISE).verify(head)) == 100


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE events SET body = x'00' WHERE seq = 40", Journal.records),
        ("UPDATE batches SET actor = 'x' WHERE batch = 20", Journal.records),
        ("UPDATE texts SET salt = x'00' WHERE text LIKE '%4'", Journal.texts),
        ("DELETE FROM texts", Journal.texts),
        ("UPDATE exercises SET script = x'00'", Journal.script),
    ],
)
def test_damage_is_not_read_as_truth(
    path: Path, head: Head, statement: str, read: Callable[[Journal], object]
) -> None:
    tamper(path, statement)
    with Store.open(path) as store, pytest.raises(UserError) as failure:
        read(store.journal(head.exercise))
    assert failure.value.code == "journal.damaged"


def test_damage_can_still_be_looked_at(path: Path, head: Head) -> None:
    tamper(path, "UPDATE events SET body = x'00' WHERE seq = 40", "UPDATE texts SET salt = x'00'")
    with Store.open(path) as store:
        journal = store.journal(head.exercise)
        assert journal.records(verify=False)[39].row.body == b"\0"
        assert {text.salt for text in journal.texts(verify=False).values()} == {b"\0"}
