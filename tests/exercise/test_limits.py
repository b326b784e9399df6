"""The limit of a decision: inclusive, on either line, with grace before the default; held, moved, lifted."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import AnswerGiven, DefaultApplied, LimitReached
from care_desktop.scenario.script import Decides
from care_desktop.scenario.time import MINUTE, Span, play, story
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import clock
from tests.exercise.room import minutes
from tests.exercise.test_decisions import asked, fear, script_with, settled


def test_a_limit_is_inclusive_to_the_millisecond(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(5)
    assert room.facts(LimitReached) == []
    room.does(c.Answer("wards", "direction", "close"))
    assert not room.facts(AnswerGiven)[0].late
    room.at(20)
    assert room.facts(LimitReached) == []


def test_the_limit_and_the_default_are_two_facts_with_grace_between(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(30)
    reached, defaulted = room.event(LimitReached), room.event(DefaultApplied)
    assert (reached.at.play, defaulted.at.play) == (5 * MINUTE + 1, 6 * MINUTE + 1)
    assert defaulted.cause == reached.seq
    assert fear(room) == 1


def test_without_grace_the_default_waits_for_the_facilitator(open_room: OpenRoom) -> None:
    script = script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay", grace=None)
    room = asked(open_room(script).begins())
    assert room.refuses(c.ApplyDefault("wards")) == "refusal.limit_not_reached"
    room.at(30)
    assert room.facts(DefaultApplied) == []
    room.does(c.ApplyDefault("wards"))
    assert room.facts(DefaultApplied) == [DefaultApplied("wards", "stay", by_hand=True)]
    assert fear(room) == 1


def test_an_answer_after_the_limit_is_late_and_counts_while_no_default_was_applied(
    open_room: OpenRoom,
) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(5.5).does(c.Answer("wards", "direction", "close"))
    assert room.facts(AnswerGiven)[0].late
    room.at(30)
    assert settled(room) == ["close"]
    assert room.facts(DefaultApplied) == []


def test_late_is_judged_by_the_time_of_the_fact_typed_by_hand(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(5.5).does(c.Answer("wards", "direction", "close", fact_at=minutes(5)))
    assert not room.facts(AnswerGiven)[0].late
    assert room.event(AnswerGiven).at.play == 5.5 * MINUTE
    assert room.refuses(c.Answer("wards", "it", "close", fact_at=minutes(6))) == "refusal.fact_time"


def test_after_the_default_an_answer_is_refused(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(7)
    assert room.refuses(c.Answer("wards", "direction", "close")) == "refusal.already_answered"
    room.does(c.Revise("wards", "close"))
    assert fear(room) == 6


def test_a_default_waits_while_an_answer_is_written_down_and_its_grace_starts_again(
    open_room: OpenRoom,
) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(5.5).does(c.HoldDefault("wards"))
    assert room.refuses(c.HoldDefault("wards")) == "refusal.default_held"
    room.at(10)
    assert room.facts(DefaultApplied) == []
    room.does(c.ReleaseDefault("wards"))
    room.at(20)
    assert room.event(DefaultApplied).at.play == 11 * MINUTE


def test_a_default_that_was_held_before_the_limit_waits_too(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(4).does(c.HoldDefault("wards"))
    room.at(10)
    assert [event.at.play for event in room.events if isinstance(event.fact, LimitReached)] == [300_001]
    room.does(c.Answer("wards", "direction", "close"))
    room.does(c.ReleaseDefault("wards"))
    room.at(30)
    assert room.facts(DefaultApplied) == []


def test_where_each_decides_a_released_default_comes_for_those_still_awaited(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.EACH, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(2).does(c.Answer("wards", "it", "close"))
    room.at(5.5).does(c.HoldDefault("wards"))
    room.at(8).does(c.ReleaseDefault("wards"))
    room.at(10)
    assert [event.at.play for event in room.events if isinstance(event.fact, DefaultApplied)] == [9 * MINUTE]


def test_a_limit_is_extended_from_itself_or_from_now_when_it_has_passed(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(2).does(c.ExtendLimit("wards", 2 * MINUTE))
    assert room.state.decision("wards").limit == play(7 * MINUTE)
    room.at(7.5).does(c.ExtendLimit("wards", 10 * MINUTE))
    assert room.state.decision("wards").limit == play(17 * MINUTE + 30_000)
    room.at(30)
    limits = [event.at.play for event in room.events if isinstance(event.fact, LimitReached)]
    assert limits == [7 * MINUTE + 1, 17 * MINUTE + 30_001]
    assert len(room.facts(DefaultApplied)) == 1


def test_a_lifted_limit_never_comes(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(5.5).does(c.ExtendLimit("wards", None))
    room.at(600)
    assert room.facts(DefaultApplied) == []
    assert room.refuses(c.ExtendLimit("wards", MINUTE)) == "refusal.no_limit"


def test_a_question_taken_back_takes_no_answer_and_has_no_limit(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=play(5 * MINUTE), default="stay")).begins())
    room.at(2).does(c.WithdrawDecision("wards"))
    assert room.refuses(c.Answer("wards", "it", "close")) == "refusal.decision_withdrawn"
    room.at(30)
    assert room.facts(LimitReached) == []


def test_a_limit_in_story_time_passes_faster_when_the_story_does(open_room: OpenRoom) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=story(30 * MINUTE), default="stay")).begins())
    room.at(10).does(c.ChangePace(4, 1))
    room.at(60)
    reached = room.event(LimitReached).at
    assert reached.story == clock("02:30") + 1
    assert reached.play == 15 * MINUTE + 1


@pytest.mark.parametrize(("limit", "passed"), [(story(30 * MINUTE), 1), (play(30 * MINUTE), 0)])
def test_a_jump_passes_limits_in_story_time_and_leaves_those_in_play_time(
    open_room: OpenRoom, limit: Span, passed: int
) -> None:
    room = asked(open_room(script_with(Decides.LEAD, limit=limit, default="stay")).begins())
    room.at(1).does(c.Jump(clock("05:00"), c.OpenDecisions.KEEP))
    assert len(room.facts(LimitReached)) == passed
