"""Targets that work cannot meet, and stimuli by a way that is cut."""

from __future__ import annotations

from care_desktop.scenario.checking import check
from tests.scenario.felt import PHONES, REQUIRES, rewritten
from tests.scenario.mistakes import IN_THE_SCENARIO
from tests.scenario.written import changed, codes, scenario

CARRIED = (PHONES, PHONES + "    carries: [call]\n")


def test_work_takes_what_leads_to_it_as_well() -> None:
    # Half an hour of containment comes before
    found = check(scenario(changed("effort: 1 h 30", "effort: 7 h 31")))
    assert {one.message.params["work"] for one in found} == {"8 h 01"}
    assert codes(check(scenario(changed("effort: 1 h 30", "effort: 7 h 30")))) == []


def test_an_island_does_without_what_it_needs() -> None:
    content = rewritten(
        ("target: 8 h\n    loss", "target: 4 h\n    loss"),
        ("    validated_by: night-manager\n", "    validated_by: night-manager\n    island: [record]\n"),
    )
    assert codes(check(scenario(content))) == []


def test_in_a_circle_nothing_is_counted() -> None:
    for mistake in ("services in a circle", "a step that waits for itself"):
        found = codes(check(scenario(IN_THE_SCENARIO[mistake][0])))
        assert found == ["CX-NEEDED-IN-A-CIRCLE"]


def test_a_call_before_the_cut_or_that_says_what_then_is_well() -> None:
    assert codes(check(scenario(rewritten(CARRIED)))) == []
    assert codes(check(scenario(rewritten(CARRIED, (REQUIRES, ""), ("at: T+0:12", "at: T+0:04"))))) == []


def test_a_cut_that_is_over_keeps_no_call_away() -> None:
    short = ("{impair: network, level: down}", "{impair: network, level: down, lasts: 5 min}")
    assert codes(check(scenario(rewritten(CARRIED, (REQUIRES, ""), short)))) == []
