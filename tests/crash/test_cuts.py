"""A power cut at any point of an exercise loses nothing that was acknowledged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.checks import Whole, faults, read_whole
from tests.crash.recording import Recording, record, states
from tests.crash.resuming import resume_faults

pytestmark = pytest.mark.crash

PARTS = 24

# Programs of children/, see marks.py there, and how many states of chance are drawn at each of their cuts.
MADE_UP, PLAYED = ("exercise", 1), ("headless", 11)


@pytest.fixture(scope="module", params=[MADE_UP, PLAYED], ids=lambda played: played[0])
def played(request: pytest.FixtureRequest) -> tuple[str, int]:
    """A program and how many states of chance are drawn."""
    name, seeds = request.param
    return str(name), int(seeds)


@pytest.fixture(scope="module")
def exercise(played: tuple[str, int], recorder: Path, tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """A whole exercise, recorded."""
    return record(recorder, played[0], tmp_path_factory.mktemp("exercise") / "kept")


@pytest.fixture
def whole(exercise: Recording, ground: Path) -> Whole:
    """What that exercise kept."""
    return read_whole(exercise.end().killed().write(ground))


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_acknowledged_is_lost_and_nothing_corrupt_at_any_cut(
    played: tuple[str, int], exercise: Recording, whole: Whole, ground: Path, part: int
) -> None:
    for state in states(exercise, seeds=played[1], part=part, parts=PARTS):
        found = faults(state.write(ground), state.acks, whole)
        if played == PLAYED:
            found += resume_faults(ground, state.acks)
        assert not found, f"{state}: {found}"


def test_at_least_20_000_different_states_of_a_played_exercise_are_opened(
    recorder: Path, tmp_path: Path
) -> None:
    name, seeds = PLAYED
    exercise = record(recorder, name, tmp_path / "kept")
    counts = [sum(1 for _ in states(exercise, seeds=seeds, part=part, parts=PARTS)) for part in range(PARTS)]
    assert sum(counts) >= 20_000
