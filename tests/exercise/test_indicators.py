"""Indicators: whole numbers, piecewise linear; when they cross a bound is solved, never sampled."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from care_desktop.exercise import commands as c
from care_desktop.exercise import indicators
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import IndicatorMoved, TriggerFired
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Contribution, State
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import IndicatorReaches
from care_desktop.scenario.effects import Flow, Move
from care_desktop.scenario.script import Decision, Indicator, Inject, Option, Script, Trigger
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, StoryMs, play
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import t
from tests.exercise.room import Room

NIGHT = Script(
    "beds",
    t("Lits"),
    injects=(
        Inject("fills", t("Arrivées"), effects=(Flow("beds", 6),)),
        Inject("empties", t("Sorties"), effects=(Flow("beds", -12),)),
        Inject("bus", t("Un car"), effects=(Move("beds", 5), Move("beds", -4, after=play(10 * MINUTE)))),
    ),
    decisions=(
        Decision(
            "plan",
            t("Plan blanc ?"),
            ("it",),
            (Option("yes", t("Oui"), effects=(Flow("beds", -60),)), Option("no", t("Non"))),
        ),
    ),
    indicators=(Indicator("beds", t("Lits"), base=10, low=8, high=14),),
    triggers=(
        Trigger("full", IndicatorReaches("beds", at_least=14), ()),
        Trigger("never", IndicatorReaches("beds", at_least=15), ()),
        Trigger("emptier", IndicatorReaches("beds", at_most=9), ()),
    ),
)


@pytest.fixture
def ward(open_room: OpenRoom) -> Room:
    return open_room(NIGHT).begins()


def beds(room: Room) -> int:
    return indicators.value(room.index, room.state, "beds", room.engine.moment(room.clock).story)


def test_a_flow_counts_by_story_time_in_whole_units(ward: Room) -> None:
    ward.does(c.Launch("fills"))
    ward.at(9.99)
    assert beds(ward) == 10
    ward.at(10)
    assert beds(ward) == 11
    ward.does(c.ChangePace(2, 1))
    ward.at(15)
    assert beds(ward) == 12


def test_moves_and_flows_add_up_and_each_keeps_its_cause(ward: Room) -> None:
    ward.does(c.Launch("fills"))
    ward.does(c.Launch("bus"))
    ward.at(10)
    assert beds(ward) == 10 + 1 + 5 - 4
    assert [fact.delta for fact in ward.facts(IndicatorMoved)] == [0, 5, -4]
    assert set(ward.state.indicators["beds"]) == {
        event.seq for event in ward.events if isinstance(event.fact, IndicatorMoved)
    }


def test_an_indicator_is_read_within_its_bounds_and_its_flows_go_on_beyond_them(ward: Room) -> None:
    ward.does(c.Launch("fills"))
    ward.at(60)
    assert beds(ward) == 14
    ward.does(c.Launch("empties"))
    ward.at(80)
    assert beds(ward) == 14
    ward.at(81)
    assert beds(ward) == 13


def test_a_bound_is_crossed_at_the_very_millisecond(ward: Room) -> None:
    ward.does(c.Launch("fills"))
    ward.at(120)
    assert ward.facts(TriggerFired) == [TriggerFired("full")]
    assert ward.event(TriggerFired).at.story == 40 * MINUTE


def test_a_bound_below_is_crossed_with_the_first_thousandth_of_a_unit(ward: Room) -> None:
    ward.does(c.Launch("empties"))
    ward.at(60)
    assert ward.facts(TriggerFired) == [TriggerFired("emptier")]
    assert ward.event(TriggerFired).at.story == 1


def test_a_flow_of_a_revised_decision_ends_and_what_has_flowed_stays(ward: Room) -> None:
    ward.does(c.Launch("bus"))
    ward.does(c.Answer("plan", "it", "yes"))
    ward.at(3).does(c.Revise("plan", "no"))
    ward.at(9)
    assert beds(ward) == 12


def test_a_crossing_that_was_foreseen_does_not_come_when_the_flow_is_recalled(ward: Room) -> None:
    ward.does(c.Launch("fills"))
    ward.at(0.2).does(c.Recall("fills"))
    ward.at(120)
    assert ward.facts(TriggerFired) == []
    assert ward.engine.next_due() is None


STEP = HOUR // 60
units = st.integers(-4, 4)
contributions = st.lists(
    st.builds(
        Contribution,
        units,
        st.integers(-7, 7).map(lambda n: n * 60),
        st.integers(-5, 0).map(lambda n: StoryMs(n * STEP)),
        st.none() | st.integers(-4, 0).map(lambda n: StoryMs(n * STEP)),
    ),
    max_size=5,
)


def described(base: int, low: int | None, high: int | None) -> tuple[ScriptIndex, Indicator]:
    one = Indicator("x", t("X"), base, low, high)
    return ScriptIndex(Script("x", t("X"), indicators=(one,))), one


@settings(max_examples=400)
@given(
    units,
    st.none() | st.integers(-6, 0),
    st.none() | st.integers(0, 6),
    contributions,
    st.integers(-8, 8),
    st.booleans(),
)
def test_a_crossing_is_where_sampling_every_thousandth_of_a_flow_finds_it(
    base: int, low: int | None, high: int | None, own: list[Contribution], bound: int, rising: bool
) -> None:
    index, _ = described(base, low, high)
    state = State()
    state.indicators["x"] = {Seq(n): one for n, one in enumerate(own)}
    leaf = IndicatorReaches("x", at_least=bound) if rising else IndicatorReaches("x", at_most=bound)
    now = indicators.reached(index, state, leaf, StoryMs(0))
    found = indicators.crossing(index, state, leaf, Instant(PlayMs(0), StoryMs(0)))
    # A unit takes at least a seventh of a minute here: its quarters are sampled, and what lies around a find
    samples = [*range(1, 20 * STEP, STEP // 28)]
    turned = [at for at in samples if indicators.reached(index, state, leaf, StoryMs(at)) is not now]
    if found is None:
        assert turned == []
    else:
        assert indicators.reached(index, state, leaf, found) is not now
        assert indicators.reached(index, state, leaf, StoryMs(found - 1)) is now
        assert all(at >= found for at in turned)


flows = st.lists(
    st.tuples(st.integers(0, 20), st.sampled_from([-7, -2, 3, 5]), st.integers(-3, 3)), min_size=1, max_size=4
)


@settings(max_examples=60)
@given(flows, st.integers(-6, 6), st.sampled_from([(None, None), (-4, 4), (0, None)]), st.integers(1, 3))
def test_a_repeating_trigger_fires_exactly_when_millisecond_sampling_sees_the_bound_crossed(
    parts: list[tuple[int, int, int]], bound: int, bounds: tuple[int | None, int | None], num: int
) -> None:
    """Flows of some units a second, so that a second can be looked at whole."""
    injects = tuple(
        Inject(f"i{n}", t("I"), effects=(Flow("x", rate * 3_600), Move("x", delta)))
        for n, (_, rate, delta) in enumerate(parts)
    )
    script = Script(
        "x",
        t("X"),
        injects=injects,
        indicators=(Indicator("x", t("X"), 0, *bounds),),
        triggers=(Trigger("t", IndicatorReaches("x", at_least=bound), (), repeat=True),),
    )
    index = ScriptIndex(script)
    engine = Engine(index)
    events = [*engine.submit(c.Open("d"), PlayMs(0)), *engine.submit(c.Begin(), PlayMs(0))]
    events += engine.submit(c.ChangePace(num, 2), PlayMs(0))
    at = 0
    seen: list[tuple[int, bool]] = []
    was = False

    def look(upto: int, start: int) -> None:
        nonlocal was
        for story in range(start, upto + 1):
            now = indicators.reached(
                index, engine.state, IndicatorReaches("x", at_least=bound), StoryMs(story)
            )
            if now is not was:
                seen.append((story, now))
                was = now

    for n, (wait, _, _) in enumerate(parts):
        story = engine.state.line.story_at(at)
        at += wait * 50
        look(engine.state.line.story_at(at), story)
        events += engine.advance(PlayMs(at))
        events += engine.submit(c.Launch(f"i{n}"), PlayMs(at))
        look(engine.state.line.story_at(at), engine.state.line.story_at(at))
    look(engine.state.line.story_at(at + 2_000), engine.state.line.story_at(at))
    events += engine.advance(PlayMs(at + 2_000))
    kinds = {"trigger.fired": True, "trigger.rearmed": False}
    assert [(one.at.story, kinds[one.fact.kind]) for one in events if one.fact.kind in kinds] == seen
