"""What the file itself refuses, whoever writes to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from care_desktop.journal.driver import Raw, dbapi2
from tests.journal.sample import filled, raw


@pytest.fixture
def file(path: Path) -> Iterator[Raw]:
    """A bare connection to a store with some events, as another program would open it."""
    filled(path, 10)
    connection = raw(path)
    yield connection
    connection.close()


GAP = (
    "INSERT INTO events SELECT exercise, seq + 3, batch, kind, v, play, story, cause, body, prev, hash"
    " FROM events WHERE seq = 9"
)


def everything(file: Raw) -> list[list[Any]]:
    tables = ("exercises", "batches", "events", "texts")
    return [file.execute(f"SELECT * FROM {table}").fetchall() for table in tables]  # noqa: S608


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE exercises SET script = x'00'",
        "UPDATE batches SET actor = 'x'",
        "UPDATE events SET play = 1",
        "DELETE FROM exercises",
        "DELETE FROM batches",
        "DELETE FROM events",
        "DELETE FROM texts",
        "UPDATE texts SET text = 'x'",
        "UPDATE texts SET seq = 1",
        "UPDATE texts SET text = NULL, salt = NULL",
        "UPDATE texts SET erased = 'today'",
        "UPDATE texts SET text = NULL, salt = NULL, erased = 'today', seq = 1",
        "INSERT OR REPLACE INTO exercises SELECT * FROM exercises",
        "INSERT OR REPLACE INTO batches SELECT * FROM batches WHERE batch = 1",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1",
        "INSERT OR REPLACE INTO texts SELECT * FROM texts",
        GAP,
    ],
)
def test_what_is_kept_cannot_be_changed(file: Raw, statement: str) -> None:
    before = everything(file)
    with pytest.raises(dbapi2.IntegrityError):
        file.execute(statement)
    assert everything(file) == before


def test_an_erasure_is_the_only_change_of_a_text(file: Raw) -> None:
    file.execute("UPDATE texts SET text = NULL, salt = NULL, erased = 'today'")
    with pytest.raises(dbapi2.IntegrityError):
        file.execute("UPDATE texts SET erased = 'tomorrow'")


def test_columns_hold_their_type_only(file: Raw) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        file.execute("INSERT INTO beats VALUES ('x', 'soon', '', '', 0, 0, 0, '')")
