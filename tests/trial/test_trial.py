"""Trials: each planted fault is found and told why, a sound script is not accused, nothing is missed."""

from __future__ import annotations

import pytest

from care_desktop import paths
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import whole
from care_desktop.language import Catalogue
from care_desktop.scenario.reading import read
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Script
from care_desktop.scenario.staging import stage
from care_desktop.trial.driving import drive
from care_desktop.trial.faults import Found, Kind, found
from care_desktop.trial.figures import figures
from care_desktop.trial.trying import PROFILES, Trial
from tests.trial import planted

FRENCH = Catalogue("fr")


def tried(script: Script, plays: int = 10, seed: int = 0) -> Trial:
    trial = Trial(ScriptIndex(script), planted.LASTS, seed)
    trial.play(PROFILES, plays, lambda _done, _of: None)
    drive(trial, lambda _done, _of: None)
    return trial


def faults(script: Script) -> dict[tuple[Kind, str], Found]:
    return {(one.kind, one.id): one for one in found(tried(script), FRENCH)}


def test_a_sound_script_is_not_accused_of_anything() -> None:
    assert faults(planted.SOUND) == {}


@pytest.mark.parametrize(
    ("script", "kind", "name", "why"),
    [
        (planted.UNREACHABLE_INJECT, Kind.INJECT, "ghost", "jamais ensemble"),
        (planted.UNREACHABLE_INJECT, Kind.CONDITION, "inject.ghost", "jamais ensemble"),
        (planted.DEAD_OPTION, Kind.OPTION, "sell.all", "« Risque » atteint 10 (vu de 0 à 0)"),
        (planted.DEAD_OPTION, Kind.DECISION, "sell", "« Risque » atteint 10"),
        (planted.IMPOSSIBLE_TARGET, Kind.IMPOSSIBLE_TARGET, "lab", "demande 0 h 30"),
        (planted.ENDLESS_LOOP, Kind.ENDLESS_LOOP, "tick", "par ses propres effets"),
        (planted.LOST_SERVICE, Kind.SERVICE_LOST, "lab", "aucun effet ne le rétablit"),
        (planted.WALL, Kind.NO_WAY_ON, "riddle", "ni option ni échéance"),
        (planted.UNSHOWN, Kind.OBJECTIVE, "speak", "aucun critère"),
        (planted.AFTER_FINEX, Kind.INJECT, "late", "FINEX vient toujours avant"),
        (planted.UNBORN_DUTY, Kind.DUTY, "cnil", "ne le fait naître"),
    ],
)
def test_a_planted_fault_is_found_and_told_why(script: Script, kind: Kind, name: str, why: str) -> None:
    assert why in faults(script)[kind, name].why.replace("\u00a0", " ")


def test_dead_ends_come_first() -> None:
    kinds = [one.kind for one in found(tried(planted.WALL), FRENCH)]
    assert kinds[0] is Kind.NO_WAY_ON


def test_what_chance_left_out_is_gone_after() -> None:
    trial = tried(planted.SOUND, plays=0)
    assert (trial.plays, whole(trial.index) - trial.reached) == ([], type(trial.reached)())
    assert all(len(sides) == 2 for sides in (trial.sides[one] for one in trial.conditions.values()))
    assert trial.passed_limit("cut")


def test_the_shipped_scenario_is_covered_whole() -> None:
    """Every option, inject, correspondent, duty and condition, both ways; some work takes weeks."""
    scenario, _ = read(paths.scenarios() / "armentieres-2024" / "scenario.yaml")
    assert scenario is not None
    trial = Trial(ScriptIndex(stage(scenario, Facility("Essai"))), scenario.lasts, 0)
    drive(trial, lambda _done, _of: None)
    shares = figures(trial).coverage
    lacking = {name for name, share in shares.items() if share.reached < share.of}
    assert lacking == {"steps"}
    assert {one.kind for one in found(trial, FRENCH)} <= {
        Kind.IMPOSSIBLE_TARGET,
        Kind.STEP,
        Kind.SERVICE_LATE,
    }


def test_numbers_count_the_plays_left_to_chance() -> None:
    trial = tried(planted.SOUND, plays=20)
    told = figures(trial)
    assert (told.plays, told.ended, sum(told.by_team.values())) == (20, 20, 20)
    assert told.duration_ms is not None
    assert told.duration_ms.median == planted.LASTS
    cut = told.decisions["cut"]
    assert (cut.asked, cut.taken + cut.undecided >= cut.asked) == (20, True)
    assert told.services["lab"].impaired == 20
    assert 0 < told.services["lab"].back < 20
    assert figures(tried(planted.SOUND, plays=20)) == told
