"""Services: impairments, dependencies, degraded procedures that hold for a time, validation by care."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_desktop.debrief.played import Played
from care_desktop.debrief.services import services
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    CareValidated,
    EffectLapsed,
    HoldEnded,
    ImpairmentEnded,
    IndicatorMoved,
    ServiceImpaired,
)
from care_desktop.exercise.fold import transitions
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.services import effective
from care_desktop.scenario.conditions import Not, ServiceAtLeast, ServiceLevel
from care_desktop.scenario.effects import Impair, Move, Restore
from care_desktop.scenario.script import Dependency, Indicator, Inject, Script, Service, Step, Team, Trigger
from care_desktop.scenario.time import HOUR, MINUTE, StoryMs
from tests.exercise.acts import Play
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import DEGRADED, DOWN, t
from tests.exercise.plays import indexes, played, plays
from tests.exercise.room import Room, minutes

NOMINAL = ServiceLevel.NOMINAL
NIGHT = Script(
    "services",
    t("Services"),
    injects=(
        Inject("cut", t("Coupure"), effects=(Impair("network", DOWN),)),
        Inject("slow", t("Lenteur"), effects=(Impair("network", DEGRADED),)),
        Inject("blip", t("Coupure brève"), effects=(Impair("network", DOWN, lasts=StoryMs(10 * MINUTE)),)),
        Inject("phones_out", t("Téléphones"), effects=(Impair("phones", DOWN),)),
        Inject("repaired", t("Réparé"), effects=(Restore("network"),)),
        Inject("east_out", t("Est"), effects=(Impair("east", DEGRADED),)),
        Inject("east_back", t("Est"), effects=(Restore("east"),)),
    ),
    services=(
        Service("network", t("Réseau")),
        Service("phones", t("Téléphones"), (Dependency("network"),)),
        Service("ward", t("Soins"), (Dependency("phones", hard=False),)),
        Service(
            "labels",
            t("Étiquettes"),
            (Dependency("network"),),
            hold=StoryMs(HOUR),
            at_hold=(Move("fear", 1),),
        ),
        Service("east", t("Est"), (Dependency("west"),)),
        Service("west", t("Ouest"), (Dependency("east"),)),
    ),
    indicators=(Indicator("fear", t("Inquiétude")),),
)


@pytest.fixture
def night(open_room: OpenRoom) -> Room:
    return open_room(NIGHT).begins()


def levels(room: Room) -> dict[str, ServiceLevel]:
    return dict(room.state.levels)


def test_a_hard_dependency_is_as_bad_as_what_it_needs_and_a_soft_one_degraded_when_that_is_down(
    night: Room,
) -> None:
    night.does(c.Launch("cut"))
    assert levels(night) == {"network": DOWN, "phones": DOWN, "labels": DOWN, "ward": DEGRADED}


def test_a_soft_dependency_bears_what_is_degraded(night: Room) -> None:
    night.does(c.Launch("slow"))
    assert levels(night) == {"network": DEGRADED, "phones": DEGRADED, "labels": DEGRADED}


def test_a_cycle_of_dependencies_comes_to_rest_and_gets_well_again(night: Room) -> None:
    night.does(c.Launch("east_out"))
    assert levels(night) == {"east": DEGRADED, "west": DEGRADED}
    night.does(c.Launch("east_back"))
    assert levels(night) == {}


def test_the_worse_of_two_impairments_counts_and_the_other_is_left_when_it_ends(night: Room) -> None:
    night.does(c.Launch("slow"))
    night.at(5).does(c.Launch("blip"))
    assert night.state.level("network") is DOWN
    night.at(20)
    assert night.state.level("network") is DEGRADED


def test_a_temporary_impairment_ends_at_its_own_time(night: Room) -> None:
    night.at(5).does(c.Launch("blip"))
    assert night.facts(ServiceImpaired)[0].until == 15 * MINUTE
    night.at(40)
    assert night.event(ImpairmentEnded).at.story == 15 * MINUTE
    assert night.event(ImpairmentEnded).cause == night.event(ServiceImpaired).seq


def test_to_restore_ends_every_impairment_of_the_service_itself_and_no_other(night: Room) -> None:
    for inject in ("slow", "cut", "blip", "phones_out"):
        night.does(c.Launch(inject))
    night.at(5).does(c.Launch("repaired"))
    assert [fact.service for fact in night.facts(ImpairmentEnded)] == ["network"] * 3
    assert levels(night) == {"phones": DOWN, "ward": DEGRADED}


def test_what_was_restored_early_does_not_end_a_second_time(night: Room) -> None:
    night.does(c.Launch("blip"))
    night.at(5).does(c.Launch("repaired"))
    night.at(60)
    assert len(night.facts(ImpairmentEnded)) == 1


def test_to_restore_what_is_well_changes_nothing_and_is_recorded(night: Room) -> None:
    night.does(c.Launch("repaired"))
    assert night.facts(EffectLapsed) == [EffectLapsed(0)]


def test_a_degraded_procedure_holds_for_its_time_and_then_has_its_price(night: Room) -> None:
    night.at(10).does(c.Launch("slow"))
    assert night.state.holds["labels"].since.play == 10 * MINUTE
    night.at(90)
    assert night.event(HoldEnded).at.play == 70 * MINUTE
    assert night.state.indicators["fear"]
    assert night.state.holds["labels"].ended == night.event(HoldEnded).seq


def test_a_hold_runs_on_when_things_get_worse_or_a_little_better(night: Room) -> None:
    night.at(10).does(c.Launch("slow"))
    night.at(30).does(c.Launch("blip"))
    night.at(90)
    assert [event.at.play for event in night.events if isinstance(event.fact, HoldEnded)] == [70 * MINUTE]


def test_a_hold_stops_when_the_service_is_back_and_starts_anew_with_the_next_outage(night: Room) -> None:
    night.at(10).does(c.Launch("cut"))
    night.at(40).does(c.Launch("repaired"))
    assert "labels" not in night.state.holds
    night.at(100).does(c.Launch("slow"))
    night.at(200)
    assert [event.at.play for event in night.events if isinstance(event.fact, HoldEnded)] == [160 * MINUTE]


def test_a_procedure_that_does_not_hold_at_all_has_its_price_once_even_if_that_brings_the_outage_again(
    open_room: OpenRoom,
) -> None:
    again = (Restore("labels"), Impair("labels", DOWN))
    script = Script(
        "none",
        t("Sans procédure"),
        injects=(Inject("out", t("Panne"), effects=(Impair("labels", DOWN),)),),
        services=(Service("labels", t("Étiquettes"), hold=StoryMs(0), at_hold=again),),
    )
    room = open_room(script).begins()
    room.at(1).does(c.Launch("out"))
    assert len(room.facts(HoldEnded)) == 1
    room.at(2)
    assert levels(room) == {"labels": DOWN}


def test_care_confirms_a_service_that_is_not_down(night: Room) -> None:
    night.does(c.Launch("cut"))
    assert night.refuses(c.ValidateCare("phones")) == "refusal.service_down"
    night.at(5).does(c.ValidateCare("ward", fact_at=minutes(4)))
    assert night.facts(CareValidated) == [CareValidated("ward", None, minutes(4))]
    assert night.state.validated == {"ward": night.event(CareValidated).seq}


def test_a_validation_is_lost_by_a_new_impairment(night: Room) -> None:
    night.does(c.Launch("slow"))
    night.does(c.ValidateCare("network"))
    night.at(5).does(c.Launch("blip"))
    night.at(30)
    assert night.state.validated == {}


def test_a_validation_is_lost_when_what_the_service_needs_fails(night: Room) -> None:
    night.does(c.ValidateCare("phones"))
    night.does(c.ValidateCare("east"))
    night.at(5).does(c.Launch("cut"))
    night.at(6).does(c.Launch("repaired"))
    assert set(night.state.validated) == {"east"}


def test_a_validation_stands_when_things_get_better(night: Room) -> None:
    night.does(c.Launch("slow"))
    night.does(c.ValidateCare("phones"))
    night.at(5).does(c.Launch("repaired"))
    assert set(night.state.validated) == {"phones"}


def test_the_debriefing_gets_each_change_of_a_level(night: Room) -> None:
    night.at(1).does(c.Launch("phones_out"))
    night.at(2).does(c.Launch("cut"))
    night.at(3).does(c.Launch("repaired"))
    told = [(one.at.play // MINUTE, one.service, one.level) for one in transitions(night.index, night.events)]
    assert told == [
        (1, "phones", DOWN),
        (1, "ward", DEGRADED),
        (2, "labels", DOWN),
        (2, "network", DOWN),
        (3, "labels", NOMINAL),
        (3, "network", NOMINAL),
    ]


graphs = st.integers(1, 7).flatmap(
    lambda n: st.tuples(
        st.lists(
            st.lists(st.tuples(st.integers(0, n - 1), st.booleans()), max_size=4), min_size=n, max_size=n
        ),
        st.lists(st.sampled_from(ServiceLevel), min_size=n, max_size=n),
    )
)


def indexed(needs: list[list[tuple[int, bool]]]) -> ScriptIndex:
    """A script of services s0, s1 … that need each other so."""
    services = tuple(
        Service(f"s{n}", t("S"), tuple(Dependency(f"s{need}", hard) for need, hard in edges))
        for n, edges in enumerate(needs)
    )
    return ScriptIndex(Script("graph", t("Graphe"), services=services))


@given(graphs)
def test_levels_are_the_least_that_all_dependencies_allow(
    graph: tuple[list[list[tuple[int, bool]]], list[ServiceLevel]],
) -> None:
    needs, own = graph
    found = effective(indexed(needs), {f"s{n}": level for n, level in enumerate(own)})
    expected: list[int] = list(own)
    for _ in range(3 * len(own)):
        expected = [
            max([own[n], *(expected[need] if hard else expected[need] // 2 for need, hard in needs[n])])
            for n in range(len(own))
        ]
    assert [found.get(f"s{n}", NOMINAL) for n in range(len(own))] == expected


@given(indexes, plays)
def test_a_service_is_never_nominal_while_a_hard_dependency_is_down(index: ScriptIndex, play: Play) -> None:
    state = played(index, play).engine.state
    for service in index.script.services:
        for need in service.needs:
            if need.hard:
                assert state.level(service.id) >= state.level(need.service)
    assert set(state.holds) == set(state.levels)


ISLAND = Script(
    "island",
    t("Mini-réseau"),
    injects=(
        Inject("cut", t("Coupure"), effects=(Impair("network", DOWN),)),
        Inject("broken", t("Automate"), effects=(Impair("laboratory", DOWN),)),
        Inject("repaired", t("Réparé"), effects=(Restore("network"),)),
    ),
    services=(
        Service("network", t("Réseau")),
        Service("laboratory", t("Laboratoire"), (Dependency("network"),), hold=StoryMs(2 * HOUR)),
        Service("ward", t("Soins"), (Dependency("laboratory"),)),
    ),
    teams=(Team("it", t("Informatique")),),
    steps=(Step("apart", t("Mini-réseau"), "it", StoryMs(30 * MINUTE), island=("laboratory",)),),
    triggers=(Trigger("eased", Not(ServiceAtLeast("laboratory", DOWN)), (Move("calm", 1),), repeat=True),),
    indicators=(Indicator("calm", t("Calme")),),
)


@pytest.fixture
def cut_off(open_room: OpenRoom) -> Room:
    room = open_room(ISLAND).begins()
    room.does(c.Launch("cut"))
    room.does(c.BeginStep("apart"))
    return room


def test_a_service_on_a_network_of_its_own_is_degraded_by_what_it_needs_and_so_is_what_needs_it(
    cut_off: Room,
) -> None:
    cut_off.at(29)
    assert levels(cut_off) == {"network": DOWN, "laboratory": DOWN, "ward": DOWN}
    cut_off.at(31)
    assert levels(cut_off) == {"network": DOWN, "laboratory": DEGRADED, "ward": DEGRADED}
    cut_off.does(c.Launch("repaired"))
    assert levels(cut_off) == {}


def test_what_impairs_it_itself_still_takes_it_down(cut_off: Room) -> None:
    cut_off.at(31).does(c.Launch("broken"))
    assert levels(cut_off)["laboratory"] is DOWN


def test_its_degraded_procedure_has_held_since_it_was_down(cut_off: Room) -> None:
    cut_off.at(121)
    assert cut_off.event(HoldEnded).at.play == 120 * MINUTE


def test_a_condition_on_the_service_notices_the_island(cut_off: Room) -> None:
    before = len(cut_off.facts(IndicatorMoved))
    cut_off.at(31)
    assert len(cut_off.facts(IndicatorMoved)) == before + 1


def test_the_island_stays_when_an_outage_is_taken_back(cut_off: Room) -> None:
    cut_off.at(31).does(c.Launch("broken"))
    cut_off.does(c.Recall("broken"))
    assert levels(cut_off) == {"network": DOWN, "laboratory": DEGRADED, "ward": DEGRADED}
    assert cut_off.state.holds["laboratory"].since.play == 0


def test_the_debriefing_counts_the_time_on_the_island_as_degraded(cut_off: Room) -> None:
    cut_off.at(60).does(c.End())
    played_ = Played(cut_off.index, cut_off.events)
    laboratory = next(one for one in services(played_).courses if one.service == "laboratory")
    assert (laboratory.down_ms, laboratory.degraded_ms) == (30 * MINUTE, 30 * MINUTE)


@given(graphs, st.sets(st.integers(0, 6)))
def test_on_an_island_only_what_impairs_a_service_itself_takes_it_down(
    graph: tuple[list[list[tuple[int, bool]]], list[ServiceLevel]], apart: set[int]
) -> None:
    needs, own = graph
    found = effective(
        indexed(needs), {f"s{n}": level for n, level in enumerate(own)}, {f"s{n}" for n in apart}
    )
    for n, edges in enumerate(needs):
        level = found.get(f"s{n}", NOMINAL)
        for need, hard in edges:
            if hard and found.get(f"s{need}", NOMINAL) is DOWN:
                assert level >= (DEGRADED if n in apart else DOWN)
        if n in apart:
            assert (level is DOWN) == (own[n] is DOWN)
