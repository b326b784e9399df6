"""A look ahead at the store: on a thread of its own, and nothing of the file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.journal.store import Store
from care_desktop.session.looking_ahead import LookAhead
from care_desktop.session.recovering import UNREADABLE


def looked(path: Path) -> UserError | None:
    ahead = LookAhead(path)
    ahead._thread.join()  # noqa: SLF001 - what a window asks for from time to time
    assert ahead.is_done
    return ahead.why_not


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "exercises.db"


def test_a_store_that_is_not_there_is_sound_and_is_not_made(path: Path) -> None:
    assert looked(path) is None
    assert not path.exists()


def test_a_sound_store_is_sound(path: Path) -> None:
    with Store.open(path):
        pass
    assert looked(path) is None


def test_one_that_is_no_database_says_so_and_stays_as_it_is(path: Path) -> None:
    path.write_bytes(b"no database at all")
    why = looked(path)
    assert why is not None
    assert why.code in UNREADABLE
    assert path.read_bytes() == b"no database at all"
