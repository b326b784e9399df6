"""Duties: each has its own T0 and deadline; met by a call when all is said, or otherwise."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import (
    CorrespondentCalled,
    DutyMet,
    DutyOverdue,
    DutyStarted,
    InjectLaunched,
)
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs, play, story
from tests.exercise.liseron import clock
from tests.exercise.room import Room, minutes, said


def test_a_duty_starts_by_the_effect_of_an_inject_and_without_delay_it_is_never_overdue(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    assert room.facts(DutyStarted) == [DutyStarted("cert", effect=2)]
    assert room.event(DutyStarted).cause == room.event(InjectLaunched).seq
    room.does(c.Jump(clock("02:00", day=9)))
    assert "cert" not in {fact.duty for fact in room.facts(DutyOverdue)}


def test_a_duty_starts_when_its_condition_holds_and_has_its_deadline_in_the_story(room: Room) -> None:
    room.at(7).does(c.Answer("cut_network", "it", "cut"))
    (started,) = room.facts(DutyStarted)
    assert (started.duty, started.deadline) == ("cnil", story(clock("02:07", day=3)))
    room.does(c.Jump(clock("02:07", day=3)))
    assert room.facts(DutyOverdue) == []
    room.at(8)
    assert room.event(DutyOverdue).at.story == clock("02:07", day=3) + 1
    assert room.event(DutyOverdue).cause == room.event(DutyStarted).seq


def test_a_duty_is_started_by_hand_from_the_time_of_the_fact(room: Room) -> None:
    room.at(10).does(c.SetDutyStart("complaint", minutes(4)))
    assert room.state.duty("complaint").deadline == play(29 * MINUTE)
    assert room.state.duty("complaint").started_at == Instant(minutes(4), clock("02:04"))
    assert room.event(DutyStarted).at.play == 10 * MINUTE
    assert room.refuses(c.SetDutyStart("complaint")) == "refusal.duty_started"


def test_a_duty_in_story_time_counts_from_the_story_of_its_fact_time(room: Room) -> None:
    room.at(5).does(c.Jump(clock("04:00")))
    room.at(10).does(c.SetDutyStart("cnil", minutes(4)))
    assert room.state.duty("cnil").deadline == story(clock("02:04", day=3))


def test_a_fact_time_in_the_future_is_refused(room: Room) -> None:
    room.at(10)
    assert room.refuses(c.SetDutyStart("cnil", minutes(11))) == "refusal.fact_time"
    assert room.refuses(c.MeetDuty("cnil", fact_at=PlayMs(-1))) == "refusal.fact_time"


def test_a_duty_whose_deadline_is_past_when_it_is_started_by_hand_is_overdue_at_once(room: Room) -> None:
    room.at(40).does(c.SetDutyStart("complaint", minutes(4)))
    assert room.event(DutyOverdue).at == room.event(DutyStarted).at
    assert room.state.duty("complaint").overdue == room.event(DutyOverdue).seq


def test_a_duty_that_is_overdue_can_still_be_done(room: Room) -> None:
    room.at(1).does(c.SetDutyStart("complaint"))
    room.at(30).does(c.MeetDuty("complaint", said("déposée"), "director"))
    one = room.state.duty("complaint")
    assert one.overdue is not None
    assert one.met == room.event(DutyMet).seq
    assert room.event(DutyMet).cause == one.started
    assert room.refuses(c.MeetDuty("complaint")) == "refusal.duty_met"


def test_a_deadline_is_inclusive_to_the_millisecond(room: Room) -> None:
    room.at(1).does(c.SetDutyStart("complaint"))
    room.at(26).does(c.MeetDuty("complaint"))
    room.at(60)
    assert room.facts(DutyOverdue) == []


def test_a_call_meets_a_duty_once_all_points_were_said_over_several_calls(room: Room) -> None:
    room.at(5).does(c.Launch("printers"))
    room.at(7).does(c.RecordCall("cert_sante", ("what",), "it", said("premier appel"), "it_lead"))
    assert room.facts(DutyMet) == []
    room.at(9).does(c.RecordCall("cert_sante", ("since", "what"), "it", by="it_lead", fact_at=minutes(8)))
    assert room.facts(DutyMet) == [DutyMet("cert", "cert_sante", by="it_lead", fact_at=minutes(8))]
    assert room.event(DutyMet).cause == room.event(CorrespondentCalled).seq


def test_a_third_call_meets_nothing_a_second_time(room: Room) -> None:
    for _ in range(3):
        room.does(c.RecordCall("cert_sante", ("what", "since")))
    assert len(room.facts(DutyMet)) == 1
    assert len(room.facts(CorrespondentCalled)) == 3


def test_what_was_said_to_one_correspondent_was_not_said_to_another(room: Room) -> None:
    assert room.refuses(c.RecordCall("police", ("what",))) == "refusal.unknown"
    room.does(c.RecordCall("cert_sante", ("what",)))
    room.does(c.RecordCall("police", ("ransom",)))
    assert [fact.duty for fact in room.facts(DutyMet)] == ["complaint"]


def test_a_duty_may_be_met_before_its_t0_and_is_then_never_overdue(room: Room) -> None:
    room.at(1).does(c.MeetDuty("cnil"))
    room.at(7).does(c.Answer("cut_network", "it", "cut"))
    one = room.state.duty("cnil")
    assert one.met is not None
    assert one.started is not None
    room.does(c.Jump(clock("04:00", day=3)))
    assert "cnil" not in {fact.duty for fact in room.facts(DutyOverdue)}


def test_a_condition_that_holds_again_does_not_start_a_duty_twice(room: Room) -> None:
    room.at(1).does(c.SetDutyStart("cnil"))
    room.at(7).does(c.Answer("cut_network", "it", "cut"))
    assert len(room.facts(DutyStarted)) == 1
    assert room.state.duty("cnil").deadline == story(clock("02:01") + 72 * HOUR)
