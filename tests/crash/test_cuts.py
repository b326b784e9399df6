"""A power cut at any point of an exercise loses nothing that was acknowledged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.checks import Whole, faults, read_whole
from tests.crash.recording import Recording, record, states

pytestmark = pytest.mark.crash

PARTS, SEEDS = 24, 8


PLAYED = ["exercise"]  # programs of children/, see marks.py there


@pytest.fixture(scope="module", params=PLAYED)
def exercise(
    request: pytest.FixtureRequest, recorder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Recording:
    """A whole exercise, recorded."""
    return record(recorder, request.param, tmp_path_factory.mktemp("exercise") / "kept")


@pytest.fixture
def whole(exercise: Recording, ground: Path) -> Whole:
    """What that exercise kept."""
    return read_whole(exercise.end().killed().write(ground))


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_acknowledged_is_lost_and_nothing_corrupt_at_any_cut(
    exercise: Recording, whole: Whole, ground: Path, part: int
) -> None:
    for state in states(exercise, seeds=SEEDS, part=part, parts=PARTS):
        found = faults(state.write(ground), state.acks, whole)
        assert not found, f"{state}: {found}"


def test_at_least_20_000_different_states_are_opened(exercise: Recording) -> None:
    counts = [sum(1 for _ in states(exercise, seeds=SEEDS, part=part, parts=PARTS)) for part in range(PARTS)]
    assert sum(counts) >= 20_000
