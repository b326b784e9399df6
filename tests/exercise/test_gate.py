"""The gate of the recovery: what is restored before it is open falls again."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import IndicatorMoved, RiskStruck
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.scenario import Facility, OwnService
from care_desktop.scenario.script import Script
from care_desktop.scenario.staging import stage
from tests.exercise.conftest import OpenRoom
from tests.exercise.room import Room
from tests.scenario.mistakes import head
from tests.scenario.written import scenario

WRITTEN = """starts: J+0 02:00
injects:
  out:
    title: A
    effects:
      - {impair: record, level: down}
services:
  record: {name: Dossier}
  mail: {name: Messagerie}
teams:
  it: {name: Informatique, capacity: 2}
steps:
  backup: {name: Sauvegarde, team: it, effort: 10 min}
  core:
    name: Cœur de confiance
    team: it
    effort: 20 min
    needs: [backup]
    effects:
      - {restore: mail}
  record:
    name: Dossier
    team: it
    effort: 30 min
    effects:
      - {restore: record}
indicators:
  fear: {name: Inquiétude}
gate:
  name: Remise en service avant le cœur de confiance
  unless: {step: core}
  strikes: 15 min
  lasts: 2 h
  effects:
    - {move: fear, delta: 1}
"""
DOWN, NOMINAL = ServiceLevel.DOWN, ServiceLevel.NOMINAL


def script(facility: Facility | None = None) -> Script:
    return stage(scenario(head(WRITTEN)), facility or Facility("A"))


@pytest.fixture
def night(open_room: OpenRoom) -> Room:
    room = open_room(script()).begins()
    room.does(c.Launch("out"))
    return room


def test_what_is_restored_before_the_gate_is_open_falls_again_for_its_time(night: Room) -> None:
    night.does(c.BeginStep("record"))
    assert night.facts(RiskStruck) == [RiskStruck("record", "gate")]
    assert len(night.facts(IndicatorMoved)) == 1
    night.at(31)
    assert night.state.level("record") is NOMINAL
    night.at(46)
    assert night.state.level("record") is DOWN
    night.at(166)
    assert night.state.level("record") is NOMINAL


def test_work_that_was_put_down_meanwhile_falls_after_it_is_finished(night: Room) -> None:
    night.does(c.BeginStep("record"))
    night.at(20).does(c.PauseStep("record"))
    night.at(60).does(c.BeginStep("record"))
    night.at(71)
    assert night.state.level("record") is NOMINAL
    night.at(86)
    assert night.state.level("record") is DOWN


def test_work_that_was_given_up_brings_nothing_that_could_fall(night: Room) -> None:
    night.does(c.BeginStep("record"))
    night.at(10).does(c.AbandonStep("record"))
    night.at(90)
    assert len(night.facts(IndicatorMoved)) == 1
    assert night.state.level("record") is DOWN


def test_behind_an_open_gate_what_is_restored_stays(night: Room) -> None:
    night.does(c.BeginStep("backup"))
    night.at(11).does(c.BeginStep("core"))
    night.at(32).does(c.BeginStep("record"))
    night.at(300)
    assert night.facts(RiskStruck) == []
    assert night.state.level("record") is NOMINAL


def test_what_leads_to_the_gate_stands_before_it() -> None:
    assert {step.id: [risk.id for risk in step.risks] for step in script().steps} == {
        "backup": [],
        "core": [],
        "record": ["gate"],
    }


def test_where_the_facility_lacks_what_the_gate_waits_for_there_is_none() -> None:
    lacking = Facility("A", services=(OwnService("mail", has=False),))
    assert all(not step.risks for step in script(lacking).steps)
