"""Copies of the store while an exercise is open: when they are made, how many stay, what is never copied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Begin, Command, End
from care_desktop.journal.records import CommandId, ExerciseId
from care_desktop.journal.store import Store
from care_desktop.session.copies import KEPT, Copies, copies_in
from care_desktop.session.kept import begun, taken_up
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.published import Sent
from care_desktop.session.run import Run
from tests.exercise.liseron import LISERON
from tests.session.desk import ZERO


class Place:
    """A folder with a store, its copies, and one exercise after the other."""

    def __init__(self, folder: Path) -> None:
        self.path, self.folder = folder / "exercises.db", folder / "backups"
        self.folder.mkdir()
        self.clock = LeapingClock(ZERO)
        self.failed: list[str] = []
        self._given = 0

    def copies(self) -> Copies:
        return Copies(self.folder, self.clock, lambda error: self.failed.append(error.code))

    @contextmanager
    def played(self, exercise: str, *commands: Command) -> Iterator[Run]:
        copies = self.copies()
        with begun(self.path, exercise, LISERON, self.clock, copies) as run:
            self.give(run, copies, *commands)
            yield run

    def give(self, run: Run, copies: Copies, *commands: Command) -> None:
        for command in commands:
            self._given += 1
            name = CommandId(f"command-{self._given}")
            copies(run.carry_out(Sent(name, command, "facilitator", self.clock.leap(1_000))))

    def kept(self) -> list[str]:
        return [copy.path.name for copy in copies_in(self.folder)]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def holds(copy: Path) -> dict[str, int]:
    """How many events of which exercise a copy has, sound."""
    with Store.open(copy, read_only=True) as store:
        journals = [store.journal(entry.exercise) for entry in store.exercises()]
        assert [finding for journal in journals for finding in journal.verify()] == []
        return {str(journal.exercise): journal.head.seq for journal in journals}


def test_at_finex_the_store_is_copied_while_it_is_still_open(place: Place) -> None:
    with place.played("one", Begin(), End()) as run:
        (copy,) = copies_in(place.folder)
        assert holds(copy.path) == {"one": run.journal.head.seq}


def test_what_is_closed_in_its_middle_is_copied_too(place: Place) -> None:
    with place.played("one", Begin()):
        assert place.kept() == []
    assert place.kept() == ["exercises-000001-20261124T080001Z.db"]


def test_where_nothing_new_was_recorded_no_copy_is_made(place: Place) -> None:
    with place.played("one", Begin(), End()):
        pass
    with taken_up(place.path, "one", place.clock, place.copies(), place.folder):
        pass
    assert len(place.kept()) == 1


def test_the_last_few_stay_in_the_order_they_were_made_though_the_clock_is_set_back(place: Place) -> None:
    for number in range(KEPT + 2):
        with place.played(f"exercise-{number}", Begin()):
            place.clock.leap(-86_400_000)
    assert [copy.number for copy in copies_in(place.folder)] == list(range(3, KEPT + 3))
    assert len(holds(copies_in(place.folder)[-1].path)) == KEPT + 2


def test_copies_of_another_store_and_what_else_lies_there_stay(place: Place) -> None:
    others = ["clinic-000001-20260101T000000Z.db", "notes.txt", "exercises-1.db"]
    for name in others:
        (place.folder / name).touch()
    (place.folder / ".exercises-000009-20260101T000000Z.db.0a.partial").touch()
    for number in range(KEPT + 1):
        with place.played(f"exercise-{number}", Begin()):
            pass
    there = {path.name for path in place.folder.iterdir()}
    assert set(others) <= there
    assert len(there) == len(others) + KEPT


def test_a_copy_that_cannot_be_made_is_told_and_the_exercise_goes_on(place: Place) -> None:
    place.folder.rmdir()
    with place.played("one", Begin(), End()) as run:
        assert place.failed == ["journal.not_copied"]
        assert run.problem is None


def test_a_store_that_is_damaged_never_takes_the_place_of_good_copies(place: Place) -> None:
    with place.played("one", Begin()):
        pass
    before = {path: path.read_bytes() for path in place.folder.iterdir()}
    with Store.open(place.path) as store:
        journal = store.journal(ExerciseId("one"))
        assert not journal.verify()
    damage(place.path)
    with place.played("two", Begin()):
        pass
    assert place.failed == ["journal.copy_damaged"]
    assert {path: path.read_bytes() for path in place.folder.iterdir()} == before


def damage(path: Path) -> None:
    """Change a word of the script in the file: SQLite does not see it, the chain does."""
    content = path.read_bytes()
    assert b"LISERON" in content
    path.write_bytes(content.replace(b"LISERON", b"LISEROM"))


def test_whoever_cannot_open_a_store_leaves_its_copies(place: Place) -> None:
    with place.played("one", Begin()):
        pass
    place.path.write_bytes(b"no database" * 1_000)
    with pytest.raises(UserError), begun(place.path, "two", LISERON, place.clock, place.copies()):
        pass
    assert len(place.kept()) == 1
