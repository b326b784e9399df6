"""Recovery: work in story time by crews that are never more than there are, in order or at a price."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import RiskStruck, ServiceImpaired, StepAbandoned, StepBegun, StepFinished
from care_desktop.exercise.fold import apply
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State, Work
from care_desktop.scenario.time import HOUR, MINUTE
from tests.exercise.acts import Act, Play
from tests.exercise.liseron import DOWN, LISERON, clock
from tests.exercise.plays import BY_HAND, played, plays
from tests.exercise.room import Room


def finished(room: Room, step: str) -> tuple[int, int] | None:
    """At which play minute and story time a step was done."""
    return next(
        (
            (event.at.play // MINUTE, event.at.story)
            for event in room.events
            if event.fact == StepFinished(step)
        ),
        None,
    )


def test_a_step_is_done_when_its_effort_is_spent(room: Room) -> None:
    room.at(3).does(c.BeginStep("contain"))
    room.at(32.9)
    assert room.state.steps["contain"].work is Work.UNDER_WAY
    room.at(40)
    assert finished(room, "contain") == (33, clock("02:33"))
    assert room.refuses(c.BeginStep("contain")) == "refusal.step_begun"


def test_work_goes_with_the_story_at_another_pace(room: Room) -> None:
    room.at(3).does(c.BeginStep("contain"))
    room.at(13).does(c.ChangePace(2, 1))
    room.at(60)
    assert finished(room, "contain") == (23, clock("02:33"))


def test_work_is_done_within_a_jump_at_its_own_hour(room: Room) -> None:
    room.at(3).does(c.BeginStep("contain"))
    room.does(c.Jump(clock("05:00")))
    assert finished(room, "contain") == (3, clock("02:33"))


def test_a_pause_of_the_work_keeps_what_was_done(room: Room) -> None:
    room.at(3).does(c.BeginStep("contain"))
    room.at(13).does(c.PauseStep("contain"))
    assert room.state.steps["contain"].left == 20 * MINUTE
    room.at(50)
    assert finished(room, "contain") is None
    room.does(c.BeginStep("contain"))
    room.at(80)
    assert finished(room, "contain") == (70, clock("03:10"))


def test_a_pause_of_the_exercise_does_no_work(room: Room) -> None:
    room.at(3).does(c.BeginStep("contain"))
    room.does(c.Suspend())
    assert room.engine.advance(room.clock) == ()
    room.does(c.Resume())
    room.at(40)
    assert finished(room, "contain") == (33, clock("02:33"))


@pytest.mark.parametrize("paused_first", [False, True])
def test_who_gives_a_step_up_begins_it_from_nothing(room: Room, *, paused_first: bool) -> None:
    room.at(3).does(c.BeginStep("contain"))
    room.at(13)
    if paused_first:
        room.does(c.PauseStep("contain"))
    room.does(c.AbandonStep("contain"))
    room.at(20).does(c.BeginStep("contain"))
    room.at(60)
    assert finished(room, "contain") == (50, clock("02:50"))
    assert len(room.facts(StepAbandoned)) == 1


def test_only_work_under_way_is_put_down_or_given_up(room: Room) -> None:
    assert room.refuses(c.PauseStep("contain")) == "refusal.step_not_under_way"
    assert room.refuses(c.AbandonStep("contain")) == "refusal.step_not_under_way"
    room.does(c.BeginStep("contain"))
    assert room.refuses(c.BeginStep("contain")) == "refusal.step_begun"


def test_a_step_waits_for_those_it_needs(room: Room) -> None:
    room.at(3).does(c.BeginStep("contain"))
    assert room.refuses(c.BeginStep("core")) == "refusal.step_needs"
    room.at(33).does(c.BeginStep("core"))
    assert room.state.steps["core"].work is Work.UNDER_WAY


def test_a_team_that_is_at_work_takes_no_more(room: Room) -> None:
    room.does(c.BeginStep("contain"))
    room.does(c.BeginStep("restore_record"))
    room.at(30)
    assert room.refuses(c.BeginStep("core")) == "refusal.team_busy"
    room.does(c.PauseStep("restore_record"))
    room.does(c.BeginStep("core"))
    assert room.refuses(c.BeginStep("restore_record")) == "refusal.team_busy"
    room.does(c.BeginStep("call_round"))


def test_a_step_out_of_order_has_its_price_later(room: Room) -> None:
    room.at(3).does(c.BeginStep("restore_record"))
    assert room.facts(RiskStruck) == [RiskStruck("restore_record", "reinfection")]
    assert room.event(RiskStruck).cause == room.event(StepBegun).seq
    room.at(70)
    assert room.event(ServiceImpaired).at.play == 63 * MINUTE
    assert room.state.level("record") is DOWN


def test_a_step_in_order_has_no_price(room: Room) -> None:
    room.does(c.BeginStep("contain"))
    room.at(30).does(c.BeginStep("core"))
    room.does(c.Jump(clock("23:00")))
    room.does(c.BeginStep("restore_record"))
    assert room.facts(RiskStruck) == []


def test_work_that_is_taken_up_again_pays_its_price_once(room: Room) -> None:
    room.at(3).does(c.BeginStep("restore_record"))
    for minute in (4, 6):
        room.at(minute).does(c.PauseStep("restore_record"))
        room.at(minute + 1).does(c.BeginStep("restore_record"))
    assert len(room.facts(RiskStruck)) == 1


def test_work_that_is_begun_from_nothing_pays_its_price_again(room: Room) -> None:
    room.at(3).does(c.BeginStep("restore_record"))
    room.at(4).does(c.AbandonStep("restore_record"))
    room.at(5).does(c.BeginStep("restore_record"))
    assert len(room.facts(RiskStruck)) == 2


def test_a_step_that_is_done_brings_its_effects(room: Room) -> None:
    room.does(c.Launch("printers"))
    room.does(c.BeginStep("restore_record"))
    room.at(1).does(c.Jump(clock("09:00")))
    assert finished(room, "restore_record") == (1, clock("08:00"))
    assert room.state.levels == {}


working = st.builds(
    Act,
    st.sampled_from([0, MINUTE, 7 * MINUTE, HOUR]),
    st.sampled_from([step.id for step in LISERON.steps]).flatmap(
        lambda step: st.sampled_from([c.BeginStep(step), c.PauseStep(step), c.AbandonStep(step)])
    ),
)


def crews(index: ScriptIndex, state: State) -> dict[str, int]:
    crews = dict.fromkeys(index.teams, 0)
    for name, one in state.steps.items():
        if one.work is Work.UNDER_WAY:
            crews[index.steps[name].team] += index.steps[name].crew
    return crews


@given(plays | st.lists(working, max_size=30))
def test_no_team_is_ever_at_work_beyond_its_capacity(play: Play) -> None:
    state = State()
    for event in played(BY_HAND, play).events:
        apply(BY_HAND, state, event)
        for team, taken in crews(BY_HAND, state).items():
            assert taken <= BY_HAND.teams[team].capacity


@given(st.lists(working, max_size=30))
def test_a_step_that_is_done_took_its_whole_effort_since_it_was_last_begun_from_nothing(play: Play) -> None:
    spent: dict[str, int] = {}
    since: dict[str, int] = {}
    for event in played(BY_HAND, [*play, Act(40 * HOUR, c.MarkMoment())]).events:
        step = getattr(event.fact, "step", None)
        if step is None or event.fact.kind == "step.risk_struck":
            continue
        if event.fact.kind == "step.begun":
            since[step] = event.at.story
            continue
        spent[step] = spent.get(step, 0) + (event.at.story - since[step] if step in since else 0)
        since.pop(step, None)
        if event.fact.kind == "step.finished":
            assert spent[step] == BY_HAND.steps[step].effort
        elif event.fact.kind == "step.abandoned":
            spent[step] = 0
