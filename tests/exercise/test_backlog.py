"""What piles up on paper while a service is not nominal, and is still there when it is back."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise import indicators
from care_desktop.exercise.events import TriggerFired
from care_desktop.scenario.conditions import IndicatorReaches
from care_desktop.scenario.effects import Impair, Move, Restore
from care_desktop.scenario.script import Backlog, Dependency, Indicator, Inject, Script, Service, Trigger
from care_desktop.scenario.time import MINUTE, StoryMs
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import DEGRADED, DOWN, t
from tests.exercise.room import Room

NIGHT = Script(
    "sheets",
    t("Feuilles"),
    injects=(
        Inject("outage", t("Panne"), effects=(Impair("network", DOWN),)),
        Inject("slow", t("Lenteur"), effects=(Impair("record", DEGRADED, lasts=StoryMs(20 * MINUTE)),)),
        Inject("slower", t("Encore"), effects=(Impair("record", DEGRADED, lasts=StoryMs(20 * MINUTE)),)),
        Inject("cured", t("Rétabli"), effects=(Restore("network"),)),
        Inject("keyed", t("Ressaisi"), effects=(Move("sheets", -2),)),
    ),
    services=(
        Service("network", t("Réseau")),
        Service("record", t("Dossier"), (Dependency("network"),), backlog=Backlog("sheets", 6)),
    ),
    indicators=(Indicator("sheets", t("Feuilles à ressaisir"), low=0),),
    triggers=(Trigger("heap", IndicatorReaches("sheets", at_least=3), ()),),
)


@pytest.fixture
def ward(open_room: OpenRoom) -> Room:
    return open_room(NIGHT).begins()


def sheets(room: Room) -> int:
    return indicators.value(room.index, room.state, "sheets", room.engine.moment(room.clock).story)


def test_it_grows_while_what_the_service_needs_is_down_and_stays_when_that_is_back(ward: Room) -> None:
    ward.at(30)
    assert sheets(ward) == 0
    ward.does(c.Launch("outage"))
    ward.at(60)
    assert sheets(ward) == 3
    ward.does(c.Launch("cured"))
    ward.at(120)
    assert sheets(ward) == 3


def test_it_grows_again_when_the_service_falls_again_and_is_keyed_in(ward: Room) -> None:
    ward.does(c.Launch("slow"))
    ward.at(40).does(c.Launch("slower"))
    ward.at(90)
    assert sheets(ward) == 4
    ward.does(c.Launch("keyed"))
    assert sheets(ward) == 2


def test_a_bound_is_crossed_at_the_very_minute_and_never_where_the_service_is_back_before(ward: Room) -> None:
    ward.does(c.Launch("slow"))
    ward.at(60)
    assert ward.facts(TriggerFired) == []
    ward.does(c.Launch("outage"))
    ward.at(120)
    assert ward.event(TriggerFired).at.story == 70 * MINUTE


def test_where_the_cause_is_taken_back_nothing_had_piled_up(ward: Room) -> None:
    ward.does(c.ChangePace(240, 1))
    ward.does(c.Launch("outage"))
    ward.at(0.1)
    assert sheets(ward) == 2
    ward.does(c.Recall("outage"))
    assert sheets(ward) == 0
    ward.at(1)
    assert sheets(ward) == 0


def test_where_one_of_two_causes_is_taken_back_the_other_counts(ward: Room) -> None:
    ward.does(c.ChangePace(240, 1))
    ward.does(c.Launch("slow"))
    ward.at(0.05).does(c.Launch("outage"))
    ward.at(0.1).does(c.Recall("outage"))
    assert sheets(ward) == 2
    ward.at(1)
    assert sheets(ward) == 2
