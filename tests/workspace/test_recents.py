"""The index of recent exercises: what it holds, and what becomes of a file that is not one."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_desktop.errors import UserError
from care_desktop.language import Catalogue
from care_desktop.workspace import recents
from care_desktop.workspace.recents import KEPT, Recents
from tests.workspace.sample import recent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "recents.json"


def names(index: Recents) -> list[str]:
    return [entry.exercise for entry in index.entries]


def index_of(*exercises: str) -> Recents:
    index = Recents()
    for exercise in exercises:
        index = index.with_entry(recent(exercise))
    return index


def test_the_most_recent_comes_first() -> None:
    assert names(index_of("one", "two", "three")) == ["three", "two", "one"]


def test_an_exercise_is_there_once_as_it_was_last_told() -> None:
    index = index_of("one", "two").with_entry(recent("one", play=3_000_000, status="ended"))
    assert names(index) == ["one", "two"]
    assert (index.entries[0].play, index.entries[0].status) == (3_000_000, "ended")


def test_the_oldest_leave_when_there_are_too_many() -> None:
    index = index_of(*(f"{number}" for number in range(KEPT + 5)))
    assert len(index.entries) == KEPT
    assert names(index)[-1] == "5"


def test_an_exercise_left_running_was_interrupted() -> None:
    index = Recents()
    for status in ("prepared", "running", "suspended", "ended"):
        index = index.with_entry(recent(status, status=status))
    assert [entry.exercise for entry in index.interrupted()] == ["running"]


def test_what_is_written_is_read(path: Path) -> None:
    index = index_of("one", "two").with_entry(recent("three", kind="rehearsal", protected=True))
    recents.write(path, index)
    assert recents.read(path) == (index, None)


def test_the_file_stays_small(path: Path) -> None:
    recents.write(path, index_of(*(f"exercise-{number}" for number in range(KEPT))))
    assert path.stat().st_size < 50_000


def test_an_index_that_was_never_written_is_empty(path: Path) -> None:
    assert recents.read(path) == (Recents(), None)
    assert not path.exists()


def test_fields_of_a_newer_version_are_passed_over(path: Path) -> None:
    recents.write(path, index_of("one"))
    content = json.loads(path.read_bytes())
    content["pinned"] = ["one"]
    content["entries"][0]["programme"] = {"year": 2027}
    path.write_text(json.dumps(content), encoding="utf-8")
    assert recents.read(path) == (index_of("one"), None)


def test_a_file_of_a_newer_form_is_left_alone(path: Path) -> None:
    path.write_text('{"format": 2, "entries": {"shape": "new"}}', encoding="utf-8")
    with pytest.raises(UserError) as failure:
        recents.read(path)
    assert failure.value.code == "workspace.recents_newer"
    assert list(path.parent.iterdir()) == [path]


DAMAGED = {
    "empty": b"",
    "cut": b'{"format": 1, "entries": [{"exerc',
    "zeros": b"\0" * 4096,
    "no text": b'{"format": 1, "entries": [], "x": "\xff\xfe"}\xff',
    "another shape": b'{"format": 1, "entries": [{"exercise": 5}]}',
    "no form": b'{"entries": []}',
    "deep": b'{"format": 1, "x": ' + b"[" * 100_000,
    "a list": b"[]",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_index_is_put_aside_and_told_of(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    index, message = recents.read(path)
    aside = path.with_name("recents.json.damaged-1")
    assert index == Recents()
    assert aside.read_bytes() == content
    assert message is not None
    assert str(aside) in Catalogue("fr").text(message)


def test_after_damage_a_new_index_begins_and_no_damaged_one_is_overwritten(path: Path) -> None:
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        recents.read(path)
    recents.write(path, index_of("one"))
    kept = {file.name: file.read_bytes() for file in path.parent.iterdir() if file != path}
    assert kept == {
        "recents.json.damaged-1": b"first",
        "recents.json.damaged-2": b"second",
        "recents.json.damaged-3": b"third",
    }
    assert recents.read(path) == (index_of("one"), None)


def test_to_read_only_a_damaged_index_stays_in_its_place(path: Path) -> None:
    path.write_bytes(b"damaged")
    index, message = recents.read(path, read_only=True)
    assert (index, list(path.parent.iterdir()), path.read_bytes()) == (Recents(), [path], b"damaged")
    assert message is not None
    assert message.id == "workspace.recents_damaged"


@given(st.binary(max_size=200))
def test_whatever_lies_there_reading_gives_an_index(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "recents.json"
        path.write_bytes(content)
        assert recents.read(path)[0] == Recents()


@given(st.data())
def test_whatever_single_byte_changed_reading_gives_an_index_or_a_word(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "recents.json"
        recents.write(path, index_of("one", "two"))
        content = bytearray(path.read_bytes())
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(content)
        try:
            index, message = recents.read(path)
        except UserError as error:
            assert error.code == "workspace.recents_newer"  # noqa: PT017 - most bytes raise nothing
        else:
            assert len(index.entries) == (2 if message is None else 0)


def test_an_index_that_cannot_be_read_is_not_taken_for_damage(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UserError) as failure:
        recents.read(path)
    assert failure.value.code == "workspace.recents_not_read"
    assert list(path.parent.iterdir()) == [path]


def test_an_index_that_cannot_be_written_leaves_the_one_before(path: Path) -> None:
    recents.write(path, index_of("one"))
    no_text = os.fsdecode(b"/exercises/\xff.db") if os.name != "nt" else "\udcff.db"
    with pytest.raises(UserError) as failure:
        recents.write(path, Recents((recent("two", database=no_text),)))
    assert failure.value.code == "workspace.recents_not_written"
    assert recents.read(path) == (index_of("one"), None)


def test_a_place_that_cannot_be_written_is_an_error_to_show(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError) as failure:
        recents.write(tmp_path / "file" / "recents.json", index_of("one"))
    assert failure.value.code == "workspace.recents_not_written"
