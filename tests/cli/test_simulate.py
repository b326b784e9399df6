"""``simulate``: what the trial of a scenario says, to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.terminal import EXAMPLE, Terminal, well_set


def test_a_shipped_scenario_has_no_dead_end_and_every_stimulus_is_played(terminal: Terminal) -> None:
    told = terminal.types("simulate", "armentieres-2024", "--plays", "60")
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[:2] == ["TILLEUL (graine 0)", "60 parties jouées au hasard"]
    assert "Aucune impasse." in lines
    assert "  stimuli\u00a0: 73 sur 73" in lines


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(terminal: Terminal) -> None:
    def told(seed: str) -> str:
        return terminal.types("simulate", EXAMPLE, "--plays", "15", "--seed", seed, "--json").out

    assert told("3") == told("3") != told("4")


def test_another_program_finds_its_keys(terminal: Terminal) -> None:
    told = json.loads(terminal.types("simulate", EXAMPLE, "--plays", "4", "--team", "silent", "--json").out)
    assert (told["scenario"], told["plays"], told["by_team"]) == ("muguet", 4, {"silent": 4})
    assert {"dead_ends", "never", "coverage", "injects", "options", "decisions", "duties", "services"} <= set(
        told
    )
    assert set(told["correspondents"].values()) == {0}


def test_teams_take_turns(terminal: Terminal) -> None:
    teams = ("--team", "best", "--team", "slow")
    told = json.loads(terminal.types("simulate", EXAMPLE, "--plays", "5", *teams, "--json").out)
    assert told["by_team"] == {"best": 3, "slow": 2}


@pytest.mark.parametrize(
    "wrong", [("--plays", "many"), ("--plays", "-1"), ("--seed", "9" * 40), ("--team", "perfect")]
)
def test_what_makes_no_sense_is_refused(terminal: Terminal, wrong: tuple[str, str]) -> None:
    told = terminal.types("simulate", EXAMPLE, *wrong)
    assert (told.code, told.out, wrong[1] in told.err, well_set(told.err)) == (2, "", True, True)


def test_a_facility_that_cannot_be_read_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.types("simulate", EXAMPLE, "--facility", tmp_path / "nowhere.yaml").code == 2
