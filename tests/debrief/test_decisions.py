"""Decisions: from when the latency runs, what a median may swallow, what compares with a real hospital."""

from __future__ import annotations

from care_desktop.debrief.comparison import NotComparable
from care_desktop.debrief.decisions import Outcome, Way
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import AnswerGiven
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import HOUR, MINUTE
from tests.debrief.night import a_night, asked_to_cut, decision, measured
from tests.exercise.liseron import clock
from tests.exercise.room import Room, minutes, said


def test_latency_runs_from_the_delivery_not_from_the_launch() -> None:
    night = asked_to_cut(a_night(), launched=5, delivered=8)
    night.at(12).does(c.Answer("cut_network", "it", "cut", by="it_lead", authority="director"))
    one = decision(night, "cut_network")
    assert (one.since, one.latency_ms, one.cell) == (minutes(8), 4 * MINUTE, "it")
    assert (one.by, one.authority, one.option) == ("it_lead", "director", "cut")


def test_the_hour_typed_for_the_delivery_and_the_answer_counts_not_that_of_typing() -> None:
    night = a_night().at(5)
    night.does(c.Launch("printers"))
    night.at(9).does(c.MarkDelivered("printers", "it", Channel.CALL, fact_at=minutes(6)))
    night.at(15).does(c.Answer("cut_network", "it", "cut", fact_at=minutes(10)))
    one = decision(night, "cut_network")
    assert (one.latency_ms, one.at) == (4 * MINUTE, minutes(10))
    assert one.answers[0].entered == minutes(15)


def test_the_paint_of_the_room_delivers_to_everybody() -> None:
    night = a_night().at(5)
    night.does(c.Launch("printers"))
    night.at(6).does(c.ConfirmShown("printers"))
    night.at(7).does(c.MarkDelivered("printers", "it", Channel.CALL))
    night.at(9).does(c.Answer("cut_network", "it", "wait"))
    assert decision(night, "cut_network").latency_ms == 3 * MINUTE


def test_each_cell_is_timed_from_when_it_was_reached() -> None:
    night = a_night().at(20)
    night.does(c.Launch("samu"))
    night.does(c.MarkDelivered("samu", "care", Channel.CALL))
    night.at(22).does(c.MarkDelivered("samu", "direction", Channel.CALL))
    night.at(24).does(c.Answer("divert", "direction", "keep"))
    night.at(25).does(c.Answer("divert", "care", "keep"))
    one = decision(night, "divert")
    assert (one.cell, one.since) == ("direction", minutes(22))


def test_a_majority_has_decided_when_its_last_voice_was_heard() -> None:
    night = a_night().at(20)
    night.does(c.Launch("samu"))
    night.does(c.ConfirmShown("samu"))
    night.at(24).does(c.Answer("divert", "direction", "keep"))
    night.at(30).does(c.Answer("divert", "care", "keep", fact_at=minutes(27)))
    one = decision(night, "divert")
    assert (one.cell, one.at, one.latency_ms) == ("direction", minutes(27), 7 * MINUTE)


def test_a_default_is_censored_at_its_deadline_and_never_in_the_median() -> None:
    night = asked_to_cut(a_night())
    night.at(7).does(c.Launch("press"))
    night.does(c.ConfirmShown("press"))
    night.at(10).does(c.Answer("press_line", "care", "facts"))
    night.at(40)
    one, found = decision(night, "cut_network"), measured(night).decisions
    assert (one.outcome, one.option, one.latency_ms) == (Outcome.DEFAULTED, "wait", None)
    assert one.censored_ms == one.allowed_ms == 10 * MINUTE
    assert (found.median_ms, found.n, found.censored) == (3 * MINUTE, 1, 1)


def test_a_question_open_over_a_jump_has_its_story_and_is_not_in_the_median() -> None:
    night = a_night().at(5)
    night.does(c.Launch("press"))
    night.does(c.ConfirmShown("press"))
    night.at(6).does(c.Jump(clock("05:00"), c.OpenDecisions.KEEP))
    night.at(8).does(c.Answer("press_line", "care", "facts"))
    one, found = decision(night, "press_line"), measured(night).decisions
    assert one.jumped_ms == clock("05:00") - clock("02:06")
    assert (one.latency_ms, found.median_ms, found.n, found.jumped) == (3 * MINUTE, None, 0, 1)


def shown(night: Room) -> Room:
    night.does(c.Launch("press"))
    night.does(c.ConfirmShown("press"))
    return night


FACTS = c.Answer("press_line", "care", "facts")


def test_a_jump_before_the_question_or_after_its_answer_is_not_counted_against_it() -> None:
    before = a_night().at(3)
    before.does(c.Jump(clock("04:00"), c.OpenDecisions.KEEP))
    shown(before.at(5)).at(8).does(FACTS)
    after = shown(a_night().at(5)).at(8)
    after.does(FACTS)
    after.does(c.Jump(clock("05:00"), c.OpenDecisions.KEEP))
    for night in (before, after):
        assert decision(night, "press_line").jumped_ms == 0
        assert measured(night).decisions.n == 1


def test_an_answer_typed_after_a_jump_and_given_before_it_was_not_open_over_it() -> None:
    night = shown(a_night().at(5)).at(7)
    night.does(c.Jump(clock("05:00"), c.OpenDecisions.KEEP))
    night.at(8).does(c.Answer("press_line", "care", "facts", fact_at=minutes(6)))
    one = decision(night, "press_line")
    assert (one.jumped_ms, one.latency_ms) == (0, MINUTE)


def test_one_that_was_answered_by_the_hour_typed_before_its_question_was_open_over_no_jump() -> None:
    night = a_night().at(5)
    night.does(c.Launch("printers"))
    night.at(6).does(c.MarkDelivered("printers", "it", Channel.CALL))
    night.at(7).does(c.Jump(clock("04:00"), c.OpenDecisions.KEEP))
    night.at(9).does(c.Answer("cut_network", "it", "cut", fact_at=minutes(4)))
    one = decision(night, "cut_network")
    assert (one.way, one.jumped_ms) == (Way.ANTICIPATED, 0)


def test_an_answer_after_the_limit_is_late_and_still_a_decision() -> None:
    night = asked_to_cut(a_night())
    night.at(16.5).does(c.Answer("cut_network", "it", "cut"))
    one = decision(night, "cut_network")
    assert (one.outcome, one.late, one.margin_ms) == (Outcome.DECIDED, True, -30_000)
    assert measured(night).decisions.n == 1


def test_an_answer_before_the_question_is_anticipated_and_has_no_latency() -> None:
    night = a_night().at(2)
    night.does(c.Answer("cut_network", "it", "cut"))
    asked_to_cut(night)
    one = decision(night, "cut_network")
    assert (one.way, one.outcome, one.latency_ms) == (Way.ANTICIPATED, Outcome.DECIDED, None)
    assert measured(night).decisions.n == 0


def test_what_nobody_asked_stands_after_the_questions() -> None:
    night = a_night().at(3)
    night.does(c.DecideSpontaneously("care", said("on imprime les listes"), by="head_nurse"))
    one = measured(night).decisions.taken[-1]
    assert (one.way, one.cell, one.by, one.at) == (Way.SPONTANEOUS, "care", "head_nurse", minutes(3))


def test_information_asked_a_limit_extended_and_a_change_of_mind_are_told() -> None:
    night = asked_to_cut(a_night())
    night.at(8).does(c.AskInformation("cut_network", "it", said("combien de postes")))
    night.does(c.ExtendLimit("cut_network", 5 * MINUTE))
    night.at(9).does(c.Answer("cut_network", "it", "wait"))
    night.at(20).does(c.Revise("cut_network", "cut", by="director"))
    one = decision(night, "cut_network")
    assert (one.extended, one.allowed_ms, len(one.asked)) == (1, 15 * MINUTE, 1)
    assert (one.option, [revised.option for revised in one.revisions]) == ("wait", ["cut"])


def test_where_each_cell_decides_there_is_a_row_for_each() -> None:
    night = a_night().at(2)
    night.does(c.Answer("night_staff", "care", "recall"))
    rows = [one for one in measured(night).decisions.taken if one.decision == "night_staff"]
    assert [(one.cell, one.outcome) for one in rows] == [
        ("care", Outcome.DECIDED),
        ("it", Outcome.UNDECIDED),
    ]


def test_words_that_were_graded_count_as_the_option_they_amount_to() -> None:
    night = asked_to_cut(a_night())
    night.at(8).does(c.Answer("cut_network", "it", text=said("on débranche le cœur")))
    night.at(9).does(c.GradeAnswer(night.event(AnswerGiven).seq, "cut"))
    one = decision(night, "cut_network")
    assert (one.option, one.answers[0].graded, one.latency_ms) == ("cut", True, 2 * MINUTE)


def test_a_question_still_open_at_the_end_is_drawn_up_to_there() -> None:
    night = asked_to_cut(a_night())
    night.at(10).does(c.End())
    one = decision(night, "cut_network")
    assert (one.outcome, one.censored_ms) == (Outcome.UNDECIDED, 4 * MINUTE)


def test_what_was_never_asked_is_named() -> None:
    assert "divert" in measured(a_night()).decisions.not_asked


def reason(night_begins: float, *before: c.Command) -> NotComparable | None:
    night = a_night()
    for command in before:
        night.at(1).does(command)
    asked_to_cut(night, launched=night_begins, delivered=night_begins)
    night.at(night_begins + 3).does(c.Answer("cut_network", "it", "cut"))
    return decision(night, "cut_network").comparison.reason


def test_only_what_was_really_lived_through_compares_with_the_real_hour() -> None:
    came = c.NoteArrival("it_lead", "it")
    assert reason(5, came) is None
    assert reason(5) is NotComparable.MOBILISATION
    assert reason(5, came, c.ChangePace(4, 1)) is NotComparable.PACE
    assert reason(5, came, c.Jump(clock("02:30"))) is NotComparable.JUMP


def test_a_jump_after_it_changes_nothing() -> None:
    night = a_night().at(1)
    night.does(c.NoteArrival("it_lead", "it"))
    asked_to_cut(night)
    night.at(8).does(c.Answer("cut_network", "it", "cut"))
    night.at(20).does(c.Jump(clock("05:00"), c.OpenDecisions.KEEP))
    compared = decision(night, "cut_network").comparison
    assert compared.difference_ms == clock("02:08") - clock("02:25")


def test_without_a_published_hour_or_without_a_decision_nothing_compares() -> None:
    night = asked_to_cut(a_night())
    night.does(c.Launch("press"))
    night.does(c.ConfirmShown("press"))
    assert decision(night, "press_line").comparison.reason is NotComparable.NOTHING_PUBLISHED
    assert decision(night, "cut_network").comparison.reason is NotComparable.NOT_PLAYED
    assert decision(night, "cut_network").comparison.difference_ms is None


def test_the_limit_of_a_story_is_counted_in_the_story() -> None:
    night = a_night().at(1)
    night.does(c.ChangePace(4, 1))
    night.at(20).does(c.Launch("samu"))
    night.does(c.ConfirmShown("samu"))
    for cell in ("care", "direction"):
        night.at(25).does(c.Answer("divert", cell, "keep"))
    one = decision(night, "divert")
    assert (one.latency_ms, one.margin_ms) == (5 * MINUTE, 10 * MINUTE)
    assert one.allowed_ms == HOUR // 8
