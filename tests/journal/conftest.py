"""Stores to test with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from care_desktop.journal.journal import Journal
from care_desktop.journal.store import Store
from tests.journal.sample import EXERCISE, SCRIPT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workspace.care-db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def journal(store: Store) -> Journal:
    return store.create(EXERCISE, SCRIPT)


@pytest.fixture
def writers() -> Iterator[list[Connection]]:
    """The connections that stores opened to write, in the order of opening; ask for it before the store."""
    opened: list[Connection] = []
    note = opened.append
    event.listen(Engine, "engine_connect", note)
    yield opened
    event.remove(Engine, "engine_connect", note)
