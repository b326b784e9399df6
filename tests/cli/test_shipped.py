"""The shipped scenarios, tried by teams before the first room."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from pathlib import Path

import pytest
from msgspec.structs import replace

from care_desktop import paths
from care_desktop.debrief.debrief import Debrief, debrief
from care_desktop.exercise import events as e
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import Coverage, Outcome, play, team, whole
from care_desktop.scenario.ids import StepId
from care_desktop.scenario.reading import read
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.staging import stage
from care_desktop.scenario.time import PlayMs

FILES = sorted(paths.scenarios().glob("*/scenario.yaml"))
PLAYS = 500

Stage = tuple[ScriptIndex, PlayMs]


@pytest.fixture(scope="module", params=FILES, ids=[file.parent.name for file in FILES])
def stage_of(request: pytest.FixtureRequest) -> Stage:
    """A shipped scenario made ready for a facility that has all it asks for."""
    file: Path = request.param
    scenario, findings = read(file)
    assert scenario is not None, findings
    return ScriptIndex(stage(scenario, Facility("Établissement"))), scenario.lasts


def plays(of: Stage, name: str, count: int = 1) -> list[Outcome]:
    index, lasts = of
    return [play(index, team(name, index, seed, lasts)) for seed in range(count)]


def begun(outcomes: Iterable[Outcome]) -> frozenset[StepId]:
    """The steps that some team began; some work lasts longer than an exercise tells of."""
    facts = (event.fact for outcome in outcomes for event in outcome.events)
    return frozenset(fact.step for fact in facts if isinstance(fact, e.StepBegun))


def measured(of: Stage, name: str) -> Debrief:
    return debrief(of[0], plays(of, name)[0].events)


def test_no_team_stands_before_a_wall_and_all_of_the_script_is_reached(stage_of: Stage) -> None:
    outcomes = [*plays(stage_of, "random", PLAYS), *plays(stage_of, "best"), *plays(stage_of, "worst")]
    assert [outcome.ended for outcome in outcomes if outcome.dead_end] == []
    reached: Coverage = reduce(or_, [outcome.coverage for outcome in outcomes])
    missing = whole(stage_of[0]) - reached
    assert replace(missing, steps=missing.steps - begun(outcomes)) == Coverage()


def test_the_best_and_the_worst_team_differ_as_a_reader_would_expect(stage_of: Stage) -> None:
    well, badly = measured(stage_of, "best"), measured(stage_of, "worst")
    assert well.decisions.censored == 0 < badly.decisions.censored
    assert not any(step.struck for step in well.recovery.steps)
    assert any(step.struck for step in badly.recovery.steps)
    assert sum(one.met is not None for one in well.duties) > sum(one.met is not None for one in badly.duties)
    assert sum(one.down_ms for one in well.services.courses) < sum(
        one.down_ms for one in badly.services.courses
    )
    assert well.presence.absent == ()
    assert badly.presence.present == ()
