"""Copies: one file, verified, put in place at once or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.journal.records import ExerciseId
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, SCRIPT, WORDS, batch, content, fill, filled, raw, row


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "key"
    folder.mkdir()
    return folder / "copy.care-db"


@pytest.mark.parametrize("passphrase", [None, "phrase"])
def test_a_copy_holds_all_and_opens_with_the_same_passphrase(
    path: Path, copy: Path, passphrase: str | None
) -> None:
    with Store.open(path, passphrase=passphrase) as store:
        journal = store.create(EXERCISE, SCRIPT)
        head = fill(journal, 40)
        journal.fork(10, ExerciseId("fork"))
        store.backup(copy)
        expected = content(journal), store.exercises()
    with Store.open(copy, passphrase=passphrase, read_only=True) as opened:
        assert opened.journal(EXERCISE).verify(head) == ()
        assert (content(opened.journal(EXERCISE)), opened.exercises()) == expected


def test_a_copy_is_one_file_that_reading_leaves_alone(store: Store, copy: Path) -> None:
    fill(store.create(EXERCISE, SCRIPT), 10)
    store.backup(copy)
    before = copy.read_bytes()
    with Store.open(copy, read_only=True) as opened:
        opened.journal(EXERCISE).records()
        assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    assert copy.read_bytes() == before


def test_a_copy_of_a_protected_store_shows_no_plaintext(path: Path, copy: Path) -> None:
    words = "phrase de passe"
    with Store.open(path, passphrase=words) as store:
        fill(store.create(EXERCISE, SCRIPT), 40)
        store.backup(copy)
    assert WORDS.encode() not in copy.read_bytes()
    assert b"SQLite" not in copy.read_bytes()


def test_a_copy_replaces_the_one_before(store: Store, copy: Path) -> None:
    journal = store.create(EXERCISE, SCRIPT)
    for number in (1, 2):
        journal.append(batch(number), [row(number)])
        store.backup(copy)
    with Store.open(copy, read_only=True) as opened:
        assert opened.journal(EXERCISE).head == journal.head


def test_a_copy_can_be_played_on(store: Store, copy: Path) -> None:
    head = fill(store.create(EXERCISE, SCRIPT), 10)
    store.backup(copy)
    with Store.open(copy) as opened:
        opened.journal(EXERCISE).append(batch(1000), [row(11)])
        assert opened.journal(EXERCISE).verify(head) == ()


def test_a_damaged_store_does_not_replace_a_good_copy(path: Path, copy: Path) -> None:
    filled(path, 40)
    with Store.open(path) as store:
        store.backup(copy)
    good = copy.read_bytes()
    file = raw(path)
    file.execute("DROP TRIGGER events_update")
    file.execute("UPDATE events SET play = play + 1 WHERE seq = 7")
    file.close()
    with Store.open(path) as store, pytest.raises(UserError) as failure:
        store.backup(copy)
    assert (failure.value.code, copy.read_bytes()) == ("journal.copy_damaged", good)
    assert list(copy.parent.iterdir()) == [copy]


def test_a_copy_that_cannot_be_written_is_an_error_to_show(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError) as failure:
        store.backup(tmp_path / "nowhere" / "copy")
    assert failure.value.code == "journal.not_copied"


def test_a_copy_that_cannot_be_put_in_place_leaves_nothing_behind(store: Store, copy: Path) -> None:
    copy.mkdir()
    (copy / "in the way").touch()
    with pytest.raises(UserError) as failure:
        store.backup(copy)
    assert failure.value.code == "journal.not_copied"
    assert list(copy.parent.iterdir()) == [copy]


def test_a_store_is_not_copied_onto_itself(store: Store, path: Path) -> None:
    with pytest.raises(ValueError, match="its own copy"):
        store.backup(path)
