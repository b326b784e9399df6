"""Injects: planned, in reserve, conditional, improvised; how they reach people, and what moves them."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    DecisionOpened,
    DeliveryFailed,
    EffectLapsed,
    InjectCalledUp,
    InjectDelivered,
    InjectImprovised,
    InjectLaunched,
    InjectSkipped,
    Skip,
    TimelineShifted,
)
from care_desktop.exercise.variants import chosen_variant
from care_desktop.scenario.effects import Move, Send
from care_desktop.scenario.script import Channel, Indicator, Inject, Options, Script
from care_desktop.scenario.time import MINUTE, Span, play, story
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import CELLS, clock, t
from tests.exercise.plays import BY_HAND
from tests.exercise.room import Room, minutes, said


def night(*injects: Inject, auto: bool = False) -> Script:
    return Script(
        "night",
        t("La nuit"),
        starts=clock("02:00"),
        options=Options(auto=auto),
        cells=CELLS,
        injects=injects,
        indicators=(Indicator("fear", t("Inquiétude")),),
    )


def launched(room: Room) -> list[tuple[str, int]]:
    """Which injects were launched, each with its play minute."""
    return [
        (event.fact.inject, event.at.play // MINUTE)
        for event in room.events
        if isinstance(event.fact, InjectLaunched)
    ]


# When they come


def test_by_hand_a_planned_inject_waits_for_the_hand(room: Room) -> None:
    room.at(8)
    assert room.facts(InjectLaunched) == []
    room.does(c.Launch("printers"))
    assert room.facts(InjectLaunched) == [InjectLaunched("printers", by_hand=True)]
    assert room.refuses(c.Launch("printers")) == "refusal.inject_launched"


def test_an_inject_may_launch_by_itself_where_the_others_do_not(room: Room) -> None:
    room.at(25)
    assert room.facts(InjectLaunched) == [InjectLaunched("alert", by_hand=False)]
    assert room.event(InjectLaunched).at.story == clock("02:20")


def test_an_inject_may_wait_for_a_hand_where_the_others_do_not(open_room: OpenRoom) -> None:
    script = night(
        Inject("a", t("A"), at=story(clock("02:05"))),
        Inject("b", t("B"), at=story(clock("02:06")), auto=False),
        auto=True,
    )
    room = open_room(script).begins()
    room.at(30)
    assert launched(room) == [("a", 5)]


def test_an_inject_in_play_time_comes_with_play_whatever_the_story_does(open_room: OpenRoom) -> None:
    room = open_room(night(Inject("a", t("A"), at=play(10 * MINUTE)), auto=True)).begins()
    room.at(2).does(c.ChangePace(7, 2))
    room.at(3).does(c.Jump(clock("09:00")))
    room.at(30)
    assert launched(room) == [("a", 10)]


@pytest.mark.parametrize("auto", [False, True])
def test_an_inject_written_before_the_story_starts_is_launched_at_once_or_waits_for_the_hand(
    open_room: OpenRoom, *, auto: bool
) -> None:
    room = open_room(night(Inject("a", t("A"), at=story(clock("01:00"))), auto=auto)).begins()
    room.at(1)
    assert launched(room) == ([("a", 0)] if auto else [])
    assert room.facts(InjectSkipped) == []


def test_one_in_reserve_is_launched_by_hand_or_called_up_by_an_effect(open_room: OpenRoom) -> None:
    script = night(
        Inject("a", t("A"), effects=(Send("b", after=play(3 * MINUTE)),)), Inject("b", t("B"), effects=())
    )
    room = open_room(script).begins()
    room.at(1).does(c.Launch("a"))
    room.at(10)
    assert room.state.inject("b").due == story(clock("02:04"))
    room.does(c.Launch("b"))
    assert room.event(InjectLaunched).cause == room.event(InjectCalledUp).seq


def test_an_inject_is_called_up_once(open_room: OpenRoom) -> None:
    send = (Send("b"),)
    script = night(Inject("a", t("A"), effects=send), Inject("c", t("C"), effects=send), Inject("b", t("B")))
    room = open_room(script).begins()
    room.does(c.Launch("a"))
    room.does(c.Launch("c"))
    assert len(room.facts(InjectCalledUp)) == 1
    assert len(room.facts(EffectLapsed)) == 1


def test_a_conditional_inject_becomes_due_when_its_condition_holds(room: Room) -> None:
    room.at(20).does(c.Launch("samu"))
    room.at(28)
    assert room.state.inject("samu_decides").called is None
    room.at(29)
    assert room.event(InjectCalledUp).at.play == 28 * MINUTE + 1
    assert room.state.inject("samu_decides").launched is None


def test_an_inject_that_nobody_planned_is_written_and_launched_like_any_other(room: Room) -> None:
    room.at(4).does(c.ImproviseInject(Channel.CALL, ("care",), said("le maire appelle")))
    name = room.facts(InjectImprovised)[0].inject
    room.does(c.Launch(name))
    room.does(c.MarkDelivered(name, "care", Channel.CALL))
    improvised = room.state.inject(name).improvised
    assert improvised is not None
    assert improvised.text == said("le maire appelle")
    assert len(room.state.inject(name).deliveries) == 1


def test_an_improvised_inject_can_be_given_a_time_and_waits_for_the_hand(room: Room) -> None:
    room.at(4).does(c.ImproviseInject(Channel.CALL, ("care",), said("le maire appelle")))
    name = room.facts(InjectImprovised)[0].inject
    room.does(c.PostponeInject(name, play(10 * MINUTE)))
    room.at(12)
    assert room.facts(InjectLaunched) == []
    assert room.state.inject(name).due == play(10 * MINUTE)


# Variants


def test_the_seed_chooses_the_variant(open_room: OpenRoom) -> None:
    room = open_room().begins()
    room.does(c.Launch("biologist"))
    assert room.state.inject("biologist").variant == chosen_variant(BY_HAND, 7, "biologist")


def test_other_seeds_choose_other_variants() -> None:
    chosen = {chosen_variant(BY_HAND, seed, "biologist") for seed in range(40)}
    assert chosen == {"potassium", "transfusion"}


def test_the_facilitator_may_choose_the_variant(room: Room) -> None:
    assert room.refuses(c.Launch("biologist", "nitrogen")) == "refusal.unknown"
    room.does(c.Launch("biologist", "transfusion"))
    assert room.state.inject("biologist").variant == "transfusion"
    assert room.refuses(c.Launch("cook", "transfusion")) == "refusal.unknown"


# How they reach people


def test_a_delivery_is_noted_for_each_recipient_with_its_means_and_time(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.at(7).does(c.MarkDelivered("printers", "care", Channel.IN_PERSON, minutes(6)))
    room.does(c.MarkDelivered("printers", "direction", Channel.CALL))
    assert [(one.recipient, one.at) for one in room.state.inject("printers").deliveries] == [
        ("care", 6 * MINUTE),
        ("direction", 7 * MINUTE),
    ]
    assert room.facts(InjectDelivered)[0].means is Channel.IN_PERSON
    assert room.refuses(c.MarkDelivered("printers", "care", Channel.CALL)) == "refusal.already_delivered"


def test_who_was_not_reached_can_be_reached_later(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.does(c.MarkNotReached("printers", "care", said("occupé")))
    assert room.facts(DecisionOpened) == []
    room.at(6).does(c.MarkDelivered("printers", "care", Channel.CALL))
    assert len(room.facts(DeliveryFailed)) == 1
    assert len(room.facts(DecisionOpened)) == 1
    assert room.refuses(c.MarkNotReached("printers", "care")) == "refusal.already_delivered"


def test_the_first_delivery_opens_the_question_and_no_other_does(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    assert room.facts(DecisionOpened) == []
    room.at(6).does(c.MarkDelivered("printers", "care", Channel.CALL))
    room.at(7).does(c.ConfirmShown("printers"))
    room.does(c.MarkDelivered("printers", "direction", Channel.CALL))
    assert [event.at.play for event in room.events if isinstance(event.fact, DecisionOpened)] == [6 * MINUTE]


def test_the_room_paints_an_inject_once(room: Room) -> None:
    assert room.refuses(c.ConfirmShown("printers")) == "refusal.inject_not_launched"
    room.at(5).does(c.Launch("printers"))
    room.does(c.ConfirmShown("printers"))
    assert room.refuses(c.ConfirmShown("printers")) == "refusal.already_shown"


# Leaving out, moving, correcting


def test_one_that_was_left_out_may_be_launched_all_the_same(room: Room) -> None:
    room.does(c.SkipInject("printers", said("déjà vu")))
    assert room.refuses(c.SkipInject("printers")) == "refusal.inject_skipped"
    room.at(6).does(c.Launch("printers"))
    assert room.state.inject("printers").launched is not None


def test_one_that_was_left_out_does_not_come_by_itself(open_room: OpenRoom) -> None:
    script = night(
        Inject("a", t("A"), effects=(Send("b"),)),
        Inject("b", t("B"), at=story(clock("02:05")), effects=(Move("fear", 1),)),
        auto=True,
    )
    room = open_room(script).begins()
    room.does(c.SkipInject("b"))
    room.at(2).does(c.Launch("a"))
    room.at(10)
    assert launched(room) == [("a", 2)]


def test_one_that_a_jump_has_passed_is_called_up_all_the_same_when_it_is_sent_later(
    open_room: OpenRoom,
) -> None:
    script = night(
        Inject("a", t("A"), effects=(Send("b"),)), Inject("b", t("B"), at=story(clock("02:05"))), auto=True
    )
    room = open_room(script).begins()
    room.does(c.Jump(clock("03:00")))
    assert [fact.inject for fact in room.facts(InjectSkipped)] == ["b"]
    room.at(2).does(c.Launch("a"))
    assert launched(room) == [("a", 2), ("b", 2)]


def test_one_is_left_out_before_the_exercise_begins(open_room: OpenRoom) -> None:
    room = open_room()
    room.does(c.SkipInject("alert"))
    room.begins().at(30)
    assert room.facts(InjectLaunched) == []


@pytest.mark.parametrize(("to", "minute"), [(story(clock("02:40")), 40), (play(33 * MINUTE), 33)])
def test_an_inject_is_postponed_on_either_line(room: Room, to: Span, minute: int) -> None:
    room.at(10).does(c.PostponeInject("alert", to))
    room.at(60)
    assert launched(room) == [("alert", minute)]


def test_an_inject_is_not_postponed_into_the_past(room: Room) -> None:
    room.at(10)
    assert room.refuses(c.PostponeInject("alert", story(clock("02:09")))) == "refusal.time_is_past"
    room.does(c.PostponeInject("alert", story(clock("02:10"))))
    assert launched(room) == [("alert", 10)]


def test_a_shift_moves_what_is_to_come_on_the_same_line_and_nothing_else(room: Room) -> None:
    room.at(6).does(c.Launch("printers"))
    room.does(c.ShiftTimeline("biologist", 15 * MINUTE))
    assert set(room.facts(TimelineShifted)[0].injects) == {"biologist", "alert", "monday"}
    assert room.state.inject("samu").due == play(20 * MINUTE)
    assert room.state.inject("alert").due == story(clock("02:35"))
    room.at(60)
    assert ("alert", 35) in launched(room)


def test_a_shift_leaves_what_was_left_out_and_what_is_in_reserve(room: Room) -> None:
    room.does(c.SkipInject("alert"))
    room.does(c.ShiftTimeline("printers", MINUTE))
    assert "alert" not in room.facts(TimelineShifted)[0].injects
    assert room.refuses(c.ShiftTimeline("cook", MINUTE)) == "refusal.not_planned"


def test_a_shift_may_bring_forward_but_not_into_the_past(room: Room) -> None:
    room.at(10)
    assert room.refuses(c.ShiftTimeline("alert", -11 * MINUTE)) == "refusal.time_is_past"
    room.does(c.ShiftTimeline("alert", -5 * MINUTE))
    room.at(30)
    assert launched(room) == [("alert", 15)]


def test_a_coming_inject_is_corrected_and_a_launched_one_is_not(room: Room) -> None:
    room.does(c.CorrectInject("cook", said("troisième étage")))
    assert room.state.inject("cook").corrected == said("troisième étage")
    room.does(c.Launch("cook"))
    assert room.refuses(c.CorrectInject("cook", said("deuxième"))) == "refusal.inject_launched"


# Jumps


def test_a_jump_skips_what_it_passes_by_hand_or_not(room: Room) -> None:
    room.at(1).does(c.Jump(clock("03:00")))
    assert [fact.inject for fact in room.facts(InjectSkipped)] == ["printers", "biologist", "alert"]
    assert {fact.why for fact in room.facts(InjectSkipped)} == {Skip.JUMP}
    assert room.state.inject("samu").skipped is None


def test_an_overdue_inject_that_nobody_launched_is_skipped_by_a_jump_too(room: Room) -> None:
    room.at(7).does(c.Jump(clock("02:08")))
    assert [fact.inject for fact in room.facts(InjectSkipped)] == ["printers"]
    assert room.event(InjectSkipped).at.story == clock("02:07")


def test_at_the_very_end_of_a_jump_an_inject_is_played(room: Room) -> None:
    room.at(1).does(c.Jump(clock("02:20")))
    assert launched(room) == [("alert", 1)]
    assert "alert" not in {fact.inject for fact in room.facts(InjectSkipped)}


def test_an_inject_called_up_within_a_jump_is_skipped(open_room: OpenRoom) -> None:
    script = night(Inject("a", t("A"), effects=(Send("b", after=story(20 * MINUTE)),)), Inject("b", t("B")))
    room = open_room(script).begins()
    room.does(c.Launch("a"))
    room.does(c.Jump(clock("03:00")))
    assert room.facts(InjectSkipped) == [InjectSkipped("b", Skip.JUMP)]
    assert room.event(InjectSkipped).at.story == clock("02:20")


def test_unknown_injects_are_refused(room: Room) -> None:
    assert room.refuses(c.Launch("nobody")) == "refusal.unknown"
    assert room.refuses(c.ImproviseInject(Channel.CALL, ("attic",), said("allô"))) == "refusal.unknown"
