"""A damaged store: an exercise is gone on with from a copy, in a new file; what there was stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Begin, End, MarkMoment, Suspend
from care_desktop.exercise.state import Status
from care_desktop.journal.records import ExerciseId
from care_desktop.journal.store import Store
from care_desktop.session.copies import copies_in
from care_desktop.session.kept import looked_at, taken_up, taken_up_from
from care_desktop.session.recovering import Recoverable, duplicate, newest_with
from tests.session.test_copies import Place, damage


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A store with two exercises, and a copy made after each."""
    made = Place(tmp_path)
    with made.played("one", Begin(), Suspend()):
        pass
    with made.played("two", Begin()):
        pass
    return made


def refusal(place: Place, exercise: str) -> UserError:
    with (
        pytest.raises(UserError) as failure,
        taken_up(place.path, exercise, place.clock, None, place.folder),
    ):
        pass
    return failure.value


@pytest.mark.parametrize("content", [b"SQLite format 3\0", b"no database at all"])
def test_a_copy_is_offered_of_a_file_that_cannot_be_opened(place: Place, content: bytes) -> None:
    place.path.write_bytes(content * 1_000)
    error = refusal(place, "one")
    assert isinstance(error, Recoverable)
    assert error.copy.number == 2
    assert place.path.read_bytes() == content * 1_000


def test_and_of_one_that_can_but_does_not_say_what_was_recorded(place: Place) -> None:
    damage(place.path)
    error = refusal(place, "one")
    assert isinstance(error, Recoverable)
    assert error.messages[0].id == "journal.damaged.happened"
    assert refusal(place, "one").code == error.code


def test_only_a_copy_that_is_sound_and_has_the_exercise_is_offered(place: Place) -> None:
    first, second = copies_in(place.folder)
    damage(second.path)
    assert newest_with(place.folder, "one") == first
    assert newest_with(place.folder, "two") is None
    damage(place.path)
    assert refusal(place, "two").code == "journal.damaged"


def test_a_newer_version_is_no_damage_and_is_left_as_it_is(place: Place) -> None:
    with Store.open(place.path) as store:
        store._database._tend("PRAGMA user_version = 99")  # noqa: SLF001 - as that version would
    before = place.path.read_bytes()
    assert refusal(place, "one").code == "journal.newer"
    assert place.path.read_bytes() == before


def test_it_goes_on_in_a_file_of_its_own_and_is_copied_again(place: Place) -> None:
    damage(place.path)
    copy = copies_in(place.folder)[-1]
    kept = {path: path.read_bytes() for path in (place.path, copy.path)}
    new, copies = place.path.with_name("exercises-2.db"), place.copies()
    with taken_up_from(copy.path, new, "one", place.clock, copies) as run:
        assert run.snapshot().view.status == "suspended"
        place.give(run, copies, MarkMoment(), End())
        assert run.snapshot().view.status == "ended"
    assert {path: path.read_bytes() for path in kept} == kept
    assert [one.stem for one in copies_in(place.folder)] == ["exercises", "exercises", "exercises-2"]


def test_nothing_is_ever_put_in_place_of_a_file(place: Place, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_bytes(b"mine")
    with pytest.raises(UserError) as failure:
        duplicate(copies_in(place.folder)[0].path, there)
    assert failure.value.code == "session.not_duplicated"
    assert there.read_bytes() == b"mine"


def test_a_copy_that_is_gone_meanwhile_leaves_nothing_behind(place: Place, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        duplicate(tmp_path / "gone.db", tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_one_that_has_ended_can_be_looked_at_while_another_has_the_store(place: Place) -> None:
    with place.played("three", Begin(), End()) as ended:
        before = ended.journal.head
        with looked_at(place.path, "three", place.clock) as run:
            assert run.status is Status.ENDED
            assert run.journal.head == before
    with Store.open(place.path, read_only=True) as store:
        assert store.journal(ExerciseId("three")).head == before
