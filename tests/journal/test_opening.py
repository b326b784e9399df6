"""Opening a store: what is asserted, what is refused untouched, what a passphrase hides."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import Connection

from care_desktop.errors import UserError
from care_desktop.journal.pragmas import loses_commits
from care_desktop.journal.records import ExerciseId
from care_desktop.journal.schema import APPLICATION_ID, VERSION
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, SCRIPT, WORDS, batch, filled, raw, row, side_by_side


class Usage(NamedTuple):
    """What there is of a disk, in bytes."""

    total: int
    used: int
    free: int


WORDS_TO_OPEN = "l'été à l\"hôpital ; 100 %"


def refusal(path: Path, passphrase: str | None = None, *, read_only: bool = False) -> str:
    """The code of the error that opening gives."""
    with pytest.raises(UserError) as failure:
        Store.open(path, passphrase=passphrase, read_only=read_only)
    return failure.value.code


def test_the_writer_keeps_what_it_acknowledges(writers: list[Connection], store: Store) -> None:
    driver = writers[0].connection.dbapi_connection
    assert driver is not None
    names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema", "fullfsync")
    found = [driver.cursor().execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    assert found == ["wal", 2, 1, 1, 0, 1]


def test_the_file_says_whose_it_is(path: Path) -> None:
    Store.open(path).close()
    file = raw(path)
    assert file.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert file.execute("PRAGMA user_version").fetchone() == (VERSION,)
    file.close()


def test_only_its_owner_may_read_a_new_file(path: Path) -> None:
    filled(path, 1)
    assert path.stat().st_mode & 0o077 == 0


def test_closing_leaves_one_file(path: Path) -> None:
    filled(path, 10)
    assert [file.name for file in path.parent.glob(path.name + "*")] == [path.name]


@pytest.mark.parametrize(
    ("version", "bad"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 4), False),
    ],
)
def test_versions_of_sqlite_that_can_lose_commits_are_known(version: tuple[int, ...], bad: bool) -> None:
    assert loses_commits(version) is bad


def test_a_newer_version_is_refused_and_left_untouched(path: Path) -> None:
    filled(path, 10)
    file = raw(path)
    file.execute(f"PRAGMA user_version = {VERSION + 1}")
    file.close()
    before = path.read_bytes()
    assert (refusal(path), path.read_bytes()) == ("journal.newer", before)


def test_a_newer_version_with_a_log_beside_it_is_left_untouched(path: Path) -> None:
    filled(path, 10)
    file = raw(path)
    file.execute(f"PRAGMA user_version = {VERSION + 1}")
    log = path.with_name(path.name + "-wal")
    before = path.read_bytes(), log.read_bytes()
    assert (refusal(path), (path.read_bytes(), log.read_bytes())) == ("journal.newer", before)
    file.close()


def test_a_database_of_another_program_is_refused_and_left_untouched(path: Path) -> None:
    file = raw(path)
    file.execute("CREATE TABLE accounts (x)")
    file.close()
    before = path.read_bytes()
    assert (refusal(path), path.read_bytes()) == ("journal.foreign", before)


def test_a_file_that_is_no_database_is_refused_and_left_untouched(path: Path) -> None:
    path.write_bytes(b"Monsieur le directeur, " * 100)
    assert refusal(path) == "journal.needs_passphrase"
    assert path.read_bytes() == b"Monsieur le directeur, " * 100


def test_damage_to_the_first_page_is_an_error_to_show(path: Path) -> None:
    filled(path, 10)
    sound = path.read_bytes()
    path.write_bytes(sound[:16] + b"\xff" * 4080 + sound[4096:])
    assert refusal(path) == "journal.needs_passphrase"
    path.write_bytes(sound[:100] + b"\xff" * 3996 + sound[4096:])
    assert refusal(path) == "journal.damaged_file"


def test_a_folder_that_is_not_there_is_an_error_to_show(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere" / "store") == "journal.not_opened"
    assert refusal(tmp_path / "store", read_only=True) == "journal.not_opened"


def test_what_cannot_be_opened_where_there_is_no_room_is_told_as_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "store").mkdir()
    assert refusal(tmp_path / "store") == "journal.not_opened"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1 << 40, (1 << 40) - 20_000, 20_000))
    assert refusal(tmp_path / "store") == "journal.no_room"


def test_nothing_is_written_when_opened_to_read_only(path: Path) -> None:
    head = filled(path, 10)
    before = path.read_bytes()
    with Store.open(path, read_only=True) as store:
        journal = store.journal(EXERCISE)
        assert journal.verify(head) == ()
        with pytest.raises(UserError) as failure:
            journal.append(batch(99), [row(11)])
    assert (failure.value.code, path.read_bytes()) == ("journal.read_only", before)


def test_a_second_opening_to_read_only_sees_what_the_first_commits(path: Path, store: Store) -> None:
    journal = store.create(EXERCISE, SCRIPT)
    with Store.open(path, read_only=True) as second:
        journal.append(batch(1), [row(1)])
        assert second.journal(EXERCISE).head == journal.head


def test_a_passphrase_opens_what_it_closed(path: Path) -> None:
    head = filled(path, 10, WORDS_TO_OPEN)
    with Store.open(path, passphrase=WORDS_TO_OPEN) as store:
        assert store.journal(EXERCISE).verify(head) == ()


def test_the_accents_of_a_passphrase_may_be_typed_either_way(path: Path) -> None:
    composed, apart = "été", "e\u0301te\u0301"
    head = filled(path, 1, composed)
    with Store.open(path, passphrase=apart) as store:
        assert store.journal(EXERCISE).head == head


def test_a_wrong_passphrase_is_an_error_to_show(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    filled(path, 1, WORDS_TO_OPEN)
    assert refusal(path, "autre") == "journal.wrong_passphrase"
    assert refusal(path) == "journal.needs_passphrase"
    assert capfd.readouterr().err == ""


def test_an_empty_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(ValueError, match="unprotected"):
        Store.open(path, passphrase="")


def test_a_protected_store_shows_no_plaintext(path: Path) -> None:
    with Store.open(path, passphrase=WORDS_TO_OPEN) as store:
        journal = store.create(ExerciseId("very-visible-name"), SCRIPT)
        journal.append(batch(1, WORDS.encode()), [row(1)])
        files = list(side_by_side(path))
    files += side_by_side(path)
    planted = (
        b"very-visible-name",
        SCRIPT[:40],
        WORDS.encode(),
        b"animateur",
        b"CREATE TABLE",
        b"SQLite format",
    )
    assert [marker for marker in planted if any(marker in file for file in files)] == []
    assert len(files) > 2


def test_a_closed_store_is_not_used(path: Path) -> None:
    store = Store.open(path)
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.exercises()
