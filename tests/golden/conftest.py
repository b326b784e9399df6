"""Each golden journal, opened to read only on a copy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from care_desktop.journal.journal import Journal
from care_desktop.journal.records import ExerciseId
from care_desktop.journal.store import Store

GOLDEN = sorted(Path(__file__).parent.glob("journal-*.db"))


@pytest.fixture(params=GOLDEN, ids=lambda path: path.stem)
def golden(request: pytest.FixtureRequest) -> Path:
    """A golden store."""
    path: Path = request.param
    return path


@pytest.fixture
def known(golden: Path) -> dict[str, Any]:
    """What is known of it."""
    found: dict[str, Any] = json.loads(golden.with_suffix(".json").read_text("utf-8"))
    return found


@pytest.fixture
def store(golden: Path, tmp_path: Path) -> Iterator[Store]:
    copy = tmp_path / golden.name
    shutil.copyfile(golden, copy)
    with Store.open(copy, read_only=True) as opened:
        yield opened


@pytest.fixture(params=["golden-night", "golden-fork"])
def journal(request: pytest.FixtureRequest, store: Store) -> Journal:
    return store.journal(ExerciseId(request.param))


@pytest.fixture
def exercise(known: dict[str, Any], journal: Journal) -> dict[str, Any]:
    """What is known of the exercise."""
    found: dict[str, Any] = known["exercises"][journal.exercise]
    return found
