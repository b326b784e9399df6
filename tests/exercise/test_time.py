"""Pace, phases, pauses and jumps; and in which order things come that fall due together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care_desktop.exercise import commands as c
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.engine import Engine
from care_desktop.exercise.events import (
    DecisionWithdrawn,
    DefaultApplied,
    DutyOverdue,
    Event,
    Gap,
    HoldEnded,
    ImpairmentEnded,
    IndicatorMoved,
    InjectLaunched,
    InjectSkipped,
    Interrupted,
    LimitReached,
    PhaseEntered,
    StepFinished,
    Suspended,
)
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Status
from care_desktop.scenario.conditions import IndicatorReaches, NotDoneBy, StepDone, StoryReached
from care_desktop.scenario.effects import Flow, Impair, Move, StartDuty
from care_desktop.scenario.script import (
    Decision,
    Duty,
    Indicator,
    Inject,
    Option,
    Options,
    Phase,
    Script,
    Service,
    Step,
    Team,
    Trigger,
)
from care_desktop.scenario.time import MINUTE, PlayMs, StoryMs, play, story
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import CELLS, DEGRADED, clock, t
from tests.exercise.room import Room, said

TEN = StoryMs(10 * MINUTE)

ALL_AT_ONCE = Script(
    "at_once",
    t("Tout à la fois"),
    options=Options(auto=True),
    cells=CELLS,
    phases=(Phase("first", t("Avant"), StoryMs(0)), Phase("second", t("Après"), TEN)),
    injects=(
        Inject(
            "start",
            t("Début"),
            effects=(
                Move("fear", 1, after=story(TEN)),
                Impair("lab", DEGRADED, lasts=TEN),
                Impair("ward", DEGRADED),
                StartDuty("cert"),
                Flow("beds", 6),
            ),
            asks="close",
        ),
        Inject("second_in_document", t("B"), at=story(TEN)),
        Inject("third_in_document", t("C"), at=story(TEN)),
    ),
    decisions=(Decision("close", t("Fermer ?"), ("it",), (Option("yes", t("Oui")),), limit=story(TEN - 1)),),
    services=(Service("lab", t("Labo")), Service("ward", t("Lits"), hold=TEN)),
    teams=(Team("crew", t("Équipe")),),
    steps=(Step("fix", t("Réparer"), "crew", TEN),),
    duties=(Duty("cert", t("CERT"), deadline=story(TEN - 1)),),
    indicators=(Indicator("fear", t("Inquiétude")), Indicator("beds", t("Lits"))),
    triggers=(
        Trigger("undone", NotDoneBy(StepDone("fix"), story(TEN - 1)), ()),
        Trigger("crossed", IndicatorReaches("beds", at_least=1), ()),
    ),
)


def instants(room: Room, kind: type) -> list[tuple[int, int]]:
    return [(event.at.play, event.at.story) for event in room.events if isinstance(event.fact, kind)]


def test_things_that_fall_due_together_come_by_rank_and_then_as_written(open_room: OpenRoom) -> None:
    room = open_room(ALL_AT_ONCE).begins()
    room.does(c.Launch("start"))
    room.does(c.ConfirmShown("start"))
    room.does(c.BeginStep("fix"))
    room.new()
    room.at(10)
    assert room.new() == [
        "phase.entered",
        "indicator.moved",
        "step.finished",
        "service.impairment_ended",
        "service.hold_ended",
        "duty.overdue",
        "trigger.fired",
        "decision.limit_reached",
        "inject.launched",
        "inject.launched",
    ]
    assert {event.at for event in room.events[-10:]} == {Instant(PlayMs(TEN), TEN)}
    assert [fact.inject for fact in room.facts(InjectLaunched)][-2:] == [
        "second_in_document",
        "third_in_document",
    ]


def test_the_pace_changes_when_the_story_comes_and_not_what_was(open_room: OpenRoom) -> None:
    room = open_room(ALL_AT_ONCE).begins()
    room.at(4).does(c.ChangePace(2, 1))
    room.at(20)
    assert instants(room, PhaseEntered) == [(7 * MINUTE, TEN)]
    assert room.state.line.story_at(4 * MINUTE) == 4 * MINUTE


def test_a_pace_is_a_positive_ratio(room: Room) -> None:
    assert room.refuses(c.ChangePace(0, 1)) == "refusal.pace"
    assert room.refuses(c.ChangePace(1, 0)) == "refusal.pace"


def test_a_phase_brings_its_own_pace(room: Room) -> None:
    room.at(100)
    assert instants(room, PhaseEntered) == [(90 * MINUTE, clock("03:30"))]
    assert room.engine.moment(room.clock).story == clock("04:10")
    assert room.state.phase == "dawn"


def faster(minute: int) -> Script:
    """A story that goes four times as fast from its minute 10 on, with an inject at a minute."""
    return Script(
        "faster",
        t("Plus vite"),
        options=Options(auto=True),
        phases=(Phase("slow", t("Lent"), StoryMs(0)), Phase("fast", t("Vite"), TEN, num=4)),
        injects=(Inject("call", t("Appel"), at=story(minute * MINUTE)),),
        triggers=(Trigger("late", StoryReached(StoryMs(minute * MINUTE)), ()),),
    )


def test_what_falls_due_at_the_last_millisecond_comes_also_when_a_phase_began_on_the_way(
    open_room: OpenRoom,
) -> None:
    room = open_room(faster(50)).begins()
    room.at(20)
    assert instants(room, InjectLaunched) == [(20 * MINUTE, 50 * MINUTE)]


def test_a_command_does_not_overtake_what_fell_due_at_its_millisecond(open_room: OpenRoom) -> None:
    room = open_room(faster(50)).begins()
    room.clock = PlayMs(20 * MINUTE)
    room.does(c.MarkMoment())
    assert [event.fact.kind for event in room.events][-3:] == [
        "trigger.fired",
        "inject.launched",
        "log.marked",
    ]


@given(
    st.integers(1, 9),
    st.integers(1, 9),
    st.lists(st.integers(0, 30), min_size=1, max_size=6),
    st.lists(st.integers(0, 40), max_size=8),
)
def test_at_odd_paces_to_the_millisecond_ticks_change_nothing(
    num: int, den: int, dues: list[int], ticks: list[int]
) -> None:
    script = Script(
        "odd",
        t("Impair"),
        options=Options(auto=True),
        phases=(Phase("a", t("A"), StoryMs(0)), Phase("b", t("B"), StoryMs(7), num, den)),
        injects=tuple(
            Inject(
                f"i{n}",
                t("I"),
                at=story(due),
                effects=(Move("x", 1, after=play(due % 3)), Flow("x", 3_600_000, after=story(due % 5))),
            )
            for n, due in enumerate(dues)
        ),
        indicators=(Indicator("x", t("X")),),
        triggers=(Trigger("t", IndicatorReaches("x", at_least=9), (Move("x", -9),), repeat=True),),
    )

    def events(stops: list[int]) -> tuple[Event, ...]:
        engine = Engine(ScriptIndex(script))
        out = [*engine.submit(c.Open("d"), PlayMs(0)), *engine.submit(c.Begin(), PlayMs(0))]
        for stop in stops:
            out += engine.advance(PlayMs(stop))
        out += engine.submit(c.MarkMoment(), PlayMs(20))
        return (*out, *engine.advance(PlayMs(60)))

    often = events(sorted(tick for tick in ticks if tick <= 20))
    assert often == events([])
    assert all(before.at <= after.at for before, after in pairwise(often))


def test_a_pause_stops_both_times(room: Room) -> None:
    room.at(10).does(c.Suspend())
    room.at(500)
    room.does(c.WriteEntry(said("pendant la pause")))
    assert room.events[-1].at == room.event(Suspended).at
    assert room.engine.next_due() is None


def test_an_exercise_that_is_cut_off_stands_still_and_one_that_stood_still_goes_on_doing_so(
    room: Room,
) -> None:
    room.at(10).does(c.Interrupt(Gap.SLEEP, 90_000))
    room.does(c.Interrupt(Gap.STOPPED))
    assert room.state.status is Status.SUSPENDED
    assert [fact.why for fact in room.facts(Interrupted)] == [Gap.SLEEP, Gap.STOPPED]
    room.does(c.Resume())
    assert room.refuses(c.Resume()) == "refusal.status_running"


def test_before_the_beginning_a_cut_leaves_the_exercise_prepared(open_room: OpenRoom) -> None:
    room = open_room()
    room.does(c.Interrupt(Gap.STOPPED))
    assert room.state.status is Status.PREPARED


def test_commands_of_one_millisecond_are_taken_in_their_order(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.does(c.Suspend())
    room.does(c.Resume())
    room.does(c.ConfirmShown("printers"))
    assert len({event.at for event in room.events if event.at.play == 5 * MINUTE}) == 1
    assert [event.seq for event in room.events] == list(range(1, len(room.events) + 1))


def opened(room: Room) -> Room:
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    return room


def test_a_jump_with_an_open_decision_wants_a_choice(room: Room) -> None:
    opened(room)
    assert room.refuses(c.Jump(clock("03:00"))) == "refusal.jump_open_decisions"
    assert room.refuses(c.Jump(clock("02:05"), c.OpenDecisions.KEEP)) == "refusal.jump_back"


def test_a_jump_can_keep_a_decision_open(room: Room) -> None:
    opened(room).does(c.Jump(clock("03:00"), c.OpenDecisions.KEEP))
    assert room.state.decision("cut_network").limit == play(15 * MINUTE)
    room.does(c.Answer("cut_network", "it", "wait"))
    assert room.state.decision("cut_network").settled


def test_a_jump_can_apply_the_defaults_of_open_decisions_before_it_starts(room: Room) -> None:
    opened(room).does(c.Jump(clock("03:00"), c.OpenDecisions.APPLY_DEFAULT))
    assert room.facts(DefaultApplied) == [DefaultApplied("cut_network", "wait", by_hand=True)]
    assert room.event(DefaultApplied).at.story == clock("02:05")
    assert room.state.impairments["record"]


def test_a_jump_can_withdraw_open_decisions(room: Room) -> None:
    opened(room).does(c.Jump(clock("03:00"), c.OpenDecisions.WITHDRAW))
    assert room.facts(DecisionWithdrawn) == [DecisionWithdrawn("cut_network")]


def test_within_a_jump_play_stands_still_and_each_thing_has_its_own_story_time(open_room: OpenRoom) -> None:
    room = open_room(ALL_AT_ONCE).begins()
    room.at(2).does(c.Launch("start"))
    room.does(c.ConfirmShown("start"))
    room.does(c.BeginStep("fix"))
    room.new()
    room.does(c.Jump(StoryMs(12 * MINUTE + 1), c.OpenDecisions.KEEP))
    assert instants(room, PhaseEntered) == [(2 * MINUTE, TEN)]
    assert instants(room, InjectSkipped) == [(2 * MINUTE, TEN)] * 2
    for kind in (StepFinished, ImpairmentEnded, HoldEnded, DutyOverdue, LimitReached, IndicatorMoved):
        assert instants(room, kind)[-1] == (2 * MINUTE, 12 * MINUTE)


def test_after_a_jump_the_pace_is_that_of_the_last_phase_passed(room: Room) -> None:
    room.at(5).does(c.Jump(clock("07:00", day=2)))
    room.at(8)
    assert room.engine.moment(room.clock).story == clock("07:02", day=2)


def test_a_jump_can_be_made_while_the_exercise_stands_still(room: Room) -> None:
    room.at(5).does(c.Suspend())
    room.does(c.Jump(clock("04:00")))
    assert room.state.phase == "dawn"
    assert room.engine.moment(room.clock) == Instant(PlayMs(5 * MINUTE), clock("04:00"))
    room.does(c.Resume())
    room.at(6)
    assert room.engine.moment(room.clock).story == clock("04:04")


def test_two_jumps_in_one_millisecond_pass_what_lies_between(room: Room) -> None:
    room.at(1).does(c.Jump(clock("02:15")))
    room.does(c.Jump(clock("02:25")))
    assert [fact.inject for fact in room.facts(InjectSkipped)] == ["printers", "biologist", "alert"]
    assert [at for _, at in instants(room, InjectSkipped)] == [clock("02:05"), clock("02:10"), clock("02:20")]


@pytest.mark.parametrize("suspended", [False, True])
def test_after_the_end_nothing_more_falls_due(room: Room, *, suspended: bool) -> None:
    opened(room).does(c.Answer("cut_network", "it", "wait"))
    if suspended:
        room.does(c.Suspend())
    room.does(c.End())
    room.new()
    room.at(600)
    assert room.new() == []
    assert room.engine.next_due() is None
    assert room.state.agenda.due == {}
