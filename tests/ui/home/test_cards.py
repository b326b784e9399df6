"""Scenarios as cards, and what the three questions choose among them."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from care_desktop import paths
from care_desktop.scenario.choosing import FacilityKind, Fear
from care_desktop.scenario.reading import read
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import MINUTE, PlayMs
from ui.home.cards import Answers, Card, Lack, People, Time, card_of, files, lacks, offer

pytestmark = pytest.mark.ui


def card(name: str, minutes: int, people: int, **differences: object) -> Card:
    made = Card(Path(name), Text(name), Text(""), PlayMs(minutes * MINUTE), people, 20)
    return replace(made, **differences)


FLASH = card("FLASH", 45, 5, facilities=(FacilityKind.NURSING_HOME,), fears=(Fear.CUT_OFF,))
LISERON = card("LISERON", 90, 12, fears=(Fear.NO_COMPUTER,))
TILLEUL = card(
    "TILLEUL", 150, 15, facilities=(FacilityKind.HOSPITAL,), fears=(Fear.DATA_OUT, Fear.NO_COMPUTER)
)
ALL = (TILLEUL, FLASH, LISERON)


def names(answers: Answers, kind: FacilityKind | None = None) -> list[str]:
    return [one.name.fr for one in offer(ALL, answers, kind).matching]


def test_the_shipped_scenario_is_found_and_says_how_long_how_many_and_what_happens() -> None:
    (path,) = [file for file in files(paths.scenarios()) if file.parent.name == "armentieres-2024"]
    scenario, _ = read(path)
    assert scenario is not None
    shown = card_of(path, scenario)
    assert (shown.name.fr, shown.lasts, shown.people) == ("TILLEUL", 150 * MINUTE, 15)
    assert 0 < shown.stimuli < len(scenario.injects)
    assert Fear.NO_COMPUTER in shown.fears


def test_a_card_says_nothing_of_the_attack_behind_the_scenario() -> None:
    path = paths.scenarios() / "armentieres-2024" / "scenario.yaml"
    scenario, _ = read(path)
    assert scenario is not None
    told = str(replace(card_of(path, scenario), path=Path())).casefold()
    assert [word for word in ("armenti", "rançon", "ransom") if word in told] == []


def test_a_folder_that_is_missing_has_no_scenario(tmp_path: Path) -> None:
    assert files(tmp_path / "none") == ()


def test_without_an_answer_all_are_offered_the_shortest_first() -> None:
    assert names(Answers()) == ["FLASH", "LISERON", "TILLEUL"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (Answers(people=People.FEW), ["FLASH"]),
        (Answers(people=People.SOME), ["LISERON", "TILLEUL"]),
        (Answers(time=Time.LONG), ["TILLEUL"]),
        (Answers(fear=Fear.NO_COMPUTER), ["LISERON", "TILLEUL"]),
        (Answers(People.SOME, Time.MEDIUM, Fear.NO_COMPUTER), ["LISERON"]),
    ],
)
def test_each_question_narrows_what_is_offered(answers: Answers, expected: list[str]) -> None:
    assert names(answers) == expected


def test_what_was_written_for_another_kind_of_facility_does_not_correspond() -> None:
    assert names(Answers(), FacilityKind.NURSING_HOME) == ["FLASH", "LISERON"]


def test_where_nothing_corresponds_the_nearest_is_proposed() -> None:
    offered = offer(ALL, Answers(People.MANY, Time.LONG), None)
    assert (offered.matching, offered.nearest, offered.total) == ((), TILLEUL, 3)


def test_what_the_nearest_lacks_is_known() -> None:
    asked = Answers(People.FEW, Time.LONG, Fear.CUT_OFF)
    assert lacks(TILLEUL, asked, FacilityKind.NURSING_HOME) == (Lack.FACILITY, Lack.PEOPLE, Lack.FEAR)
    assert lacks(TILLEUL, Answers(time=Time.SHORT), FacilityKind.HOSPITAL) == (Lack.TIME,)
    assert lacks(TILLEUL, Answers(People.SOME, Time.LONG), None) == ()


def test_the_nearest_leaves_the_fear_before_the_number_of_people() -> None:
    assert offer(ALL, Answers(people=People.FEW, fear=Fear.NO_COMPUTER), None).nearest == FLASH


def test_without_scenarios_there_is_nothing_to_propose() -> None:
    assert offer((), Answers(), None).nearest is None
