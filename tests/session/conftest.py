"""A store on disk, a clock that is moved by hand, and an exercise of LISERON under way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from care_desktop.journal.store import Store
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import open_new
from care_desktop.session.run import Run
from tests.exercise.liseron import LISERON
from tests.session.desk import ZERO, Desk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "exercises.db") as opened:
        yield opened


@pytest.fixture
def clock() -> LeapingClock:
    return LeapingClock(ZERO)


@pytest.fixture
def run(store: Store, clock: LeapingClock) -> Run:
    return open_new(store, LISERON, clock)


@pytest.fixture
def desk(run: Run, clock: LeapingClock) -> Desk:
    return Desk(run, clock)
