"""TILLEUL as teams play it to FINEX: rhythm, consequences, and what a smaller hospital leaves out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from care_desktop.exercise import events as e
from care_desktop.exercise import indicators
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.reading import read, read_facility
from care_desktop.scenario.script import Options, Script
from care_desktop.scenario.staging import stage
from care_desktop.scenario.time import MINUTE
from tests.scenarios.team import Deed, Evening, Team, clock

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"

PLAN = (
    "isolate",
    "unplug-backups",
    "print-records",
    "traces",
    "check-offline-copy",
    "admin-stations",
    "core",
    "detection",
    "clean-network",
    "admissions-back",
    "laboratory-back",
    "imaging-back",
    "record-back",
    "retype",
)
CAREFUL = Team(
    {
        "cut": "all",
        "stroke": "elsewhere",
        "link": "accept",
        "emergency": "regulate",
        "rebuild": "sound",
        "press": "facts",
        "theatre": "urgent",
        "reopen": "at-four",
        "leak": "today",
    },
    PLAN,
    (
        Deed(clock("02:35"), call="cert-sante"),
        Deed(clock("02:40"), call="samu"),
        Deed(clock("05:55"), call="ars"),
        Deed(clock("17:08"), call="gendarmerie"),
        Deed(clock("17:40"), duty="cnil"),
        Deed(clock("09:20", day=15), duty="persons"),
    ),
)
MIDWAY = Team(
    {
        "cut": "servers",
        "stroke": "scan",
        "link": "one-flow",
        "emergency": "filter",
        "rebuild": "island",
        "press": "together",
        "theatre": "one-room",
        "reopen": "by-steps",
        "leak": "sample-first",
    },
    PLAN,
    (Deed(clock("02:45"), call="cert-sante"),),
)
HASTY = Team(
    {
        "cut": "confirm",
        "stroke": "here",
        "link": "half-hour",
        "emergency": "open",
        "rebuild": "fast",
        "press": "reassure",
        "theatre": "as-planned",
        "reopen": "when-linked",
        "leak": "letters",
    },
    ("clean-network", "isolate"),
)
SILENT = Team({})
TEAMS = {"careful": CAREFUL, "midway": MIDWAY, "hasty": HASTY, "silent": SILENT}


@cache
def script(facility: str = "hopital-du-val") -> Script:
    scenario, findings = read(SCENARIOS / "armentieres-2024" / "scenario.yaml")
    own, more = read_facility(SCENARIOS / "facilities" / f"{facility}.yaml")
    assert scenario is not None, findings
    assert own is not None, more
    return stage(scenario, own, Options(auto=True, seed=5))


@cache
def evening(team: str, facility: str = "hopital-du-val") -> Evening:
    return Evening(script(facility), TEAMS[team]).play()


def value(played: Evening, indicator: str) -> int:
    state = played.engine.state
    return indicators.value(played.index, state, indicator, state.now.story)


def launches(team: str) -> dict[str, int]:
    """When in the story each inject was launched."""
    return {
        event.fact.inject: event.at.story
        for event in evening(team).events
        if isinstance(event.fact, e.InjectLaunched)
    }


def facts(played: Evening, kind: type[e.Fact]) -> list[e.Fact]:
    return [event.fact for event in played.events if isinstance(event.fact, kind)]


@pytest.mark.parametrize("team", TEAMS)
def test_it_comes_to_finex_in_its_time(team: str) -> None:
    played = evening(team)
    assert played.ended
    assert 120 <= played.lasted <= 150


@pytest.mark.parametrize("team", TEAMS)
def test_nothing_cascades(team: str) -> None:
    played = evening(team)
    launched = played.launched()
    assert len(launched) == len(set(launched))
    assert len(launched) <= 62
    assert facts(played, e.TriggerSilenced) == []


@pytest.mark.parametrize("team", TEAMS)
def test_no_cell_waits_long_and_none_is_drowned(team: str) -> None:
    played = evening(team)
    at = [event.at.play for event in played.events if isinstance(event.fact, e.InjectLaunched)]
    busiest = max(sum(start <= one < start + 5 * MINUTE for one in at) for start in at)
    assert max(played.gaps()) < 8.1
    assert busiest <= 5


@pytest.mark.parametrize("cell", ["direction", "care", "it"])
def test_each_cell_hears_of_it_at_least_every_twenty_minutes(cell: str) -> None:
    played = evening("careful")
    asked = {one.id for one in played.index.script.injects if cell in one.recipients}
    at = [0.0] + [
        event.at.play / MINUTE
        for event in played.events
        if isinstance(event.fact, e.InjectLaunched) and event.fact.inject in asked
    ]
    assert max(b - a for a, b in zip(at, [*at[1:], played.lasted], strict=True)) < 20


def test_at_night_each_planned_stimulus_has_its_minute() -> None:
    night = [
        one.at.story for one in script().injects if one.at and one.at.story and one.at.story < clock("05:00")
    ]
    assert len(night) == len({one // (2 * MINUTE) for one in night})


def test_where_nobody_decides_the_world_goes_on() -> None:
    launched = evening("silent").launched()
    assert {
        "samu-gone",
        "files-gone",
        "link-gone",
        "cert-calls",
        "samu-rule",
        "article-silence",
        "theatre-late",
        "dpo-reminder",
    } <= set(launched)


def test_a_careful_team_is_spared_what_a_hasty_one_hears() -> None:
    spared = set(evening("hasty").launched()) - set(evening("careful").launched())
    assert spared >= {"files-gone", "corridor", "overflow", "near-miss", "theatre-blood", "second-fall"}
    assert value(evening("careful"), "risk") < value(evening("hasty"), "risk")
    assert value(evening("careful"), "trust") > value(evening("hasty"), "trust")


@pytest.mark.parametrize("team", ["midway", "hasty"])
def test_nobody_bleeds_before_he_is_put_under(team: str) -> None:
    at = launches(team)["theatre-blood"]
    assert clock("08:30", day=1) < at < clock("09:00", day=1)


def test_the_link_is_cut_no_sooner_than_was_said() -> None:
    for team in ("careful", "silent"):
        at = launches(team)
        assert (at["link-gone"] - at["group-link"]) // MINUTE == 10


def test_a_sentence_said_on_sunday_comes_back_two_weeks_later() -> None:
    assert "sentence-back" in evening("hasty").launched()
    assert "sentence-back" not in evening("careful").launched()


@pytest.mark.parametrize(
    ("team", "article"),
    [("careful", "facts"), ("midway", "silence"), ("hasty", "noleak"), ("silent", "silence")],
)
def test_one_article_comes_out_at_six(team: str, article: str) -> None:
    played = evening(team)
    out = [
        (event.fact.inject, event.at.story)
        for event in played.events
        if isinstance(event.fact, e.InjectLaunched) and event.fact.inject.startswith("article-")
    ]
    assert out == [(f"article-{article}", clock("18:00"))]


def test_work_in_order_brings_back_the_base_and_leaves_the_record_for_weeks() -> None:
    played = evening("careful")
    levels = played.engine.state.levels
    assert not levels.keys() & {"network", "directory", "backups", "telephony", "admissions", "laboratory"}
    assert levels.keys() >= {"record", "imaging", "emergency"}
    assert facts(played, e.RiskStruck) == []


def test_the_offline_copy_is_said_to_open_after_the_report_that_lies() -> None:
    at = launches("careful")
    assert at["situation"] < at["backup-report"] < at["copy-found"] < at["two-plans"]
    assert "copy-found" not in launches("hasty")


@pytest.mark.parametrize("team", TEAMS)
def test_eight_minutes_are_left_for_the_plan_unless_it_is_chosen_sooner(team: str) -> None:
    at = launches(team)
    settled = [
        event.at.story
        for event in evening(team).events
        if isinstance(event.fact, e.DecisionSettled) and event.fact.decision == "rebuild"
    ]
    assert at["ed-head-angry"] // MINUTE == min([at["two-plans"] + 40 * MINUTE, *settled]) // MINUTE
    assert [one for one in at if at["two-plans"] < at[one] < at["ed-head-angry"]] == []


def test_work_out_of_order_is_paid_for() -> None:
    played = evening("hasty")
    assert e.RiskStruck("clean-network", "still-inside") in facts(played, e.RiskStruck)
    assert played.engine.state.level("record") is ServiceLevel.DOWN


def test_duties_run_from_what_the_cell_learns() -> None:
    started = {
        event.fact.duty: event.at.story
        for event in evening("hasty").events
        if isinstance(event.fact, e.DutyStarted)
    }
    assert started["complaint"] < started["cert"] < started["cnil"] < started["persons"]
    assert "eigs" not in evening("careful").engine.state.duties


def test_people_are_to_be_told_once_the_cell_says_that_the_risk_is_high() -> None:
    played = evening("careful")
    (started,) = (
        event.at.story
        for event in played.events
        if isinstance(event.fact, e.DutyStarted) and event.fact.duty == "persons"
    )
    (said,) = (one for one in played.index.script.injects if one.id == "high-risk")
    assert said.auto is False
    assert started == launches("careful")["high-risk"] > launches("careful")["sample-back"]
    assert played.engine.state.duty("persons").met is not None


def test_all_numbers_are_those_of_the_facility() -> None:
    injects = {one.id: one for one in script().injects}
    assert "236 patients" in injects["handover"].body.fr
    assert "105 visits" in (injects["ed-head"].body.en or "")
    unfilled = [one.id for one in script().injects if "{" in one.body.fr + (one.body.en or "")]
    assert unfilled == []


def test_a_hospital_without_theatre_or_intensive_care_is_asked_nothing_about_them() -> None:
    dropped = script("hopital-des-iles").dropped
    assert {
        "service.icu",
        "service.theatre",
        "service.pharmacy",
        "inject.icu-monitor",
        "inject.island",
        "inject.theatre-list",
        "inject.theatre-late",
        "inject.theatre-wait",
        "inject.theatre-blood",
        "decision.theatre",
    } <= set(dropped)
    assert {one.split(".")[0] for one in dropped} <= {
        "service",
        "inject",
        "reaction",
        "decision",
        "option",
        "variant",
    }


@pytest.mark.parametrize("team", TEAMS)
def test_the_smaller_hospital_comes_to_finex_too(team: str) -> None:
    played = evening(team, "hopital-des-iles")
    assert played.ended
    assert max(played.gaps()) < 12
