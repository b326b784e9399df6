"""What the timeline shows, before anything is drawn."""

from __future__ import annotations

import pytest

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Gap
from care_desktop.scenario.script import Channel
from care_desktop.scenario.time import MINUTE
from tests.exercise.room import said
from tests.report.afternoon import Afternoon
from tests.ui.review.afternoons import past
from ui.review.curve import curve
from ui.review.facts import facts
from ui.review.heading import heading
from ui.review.lanes import Lane, Mark, Sort, ticks, timeline
from ui.review.past import Past
from ui.review.scale import Scale
from ui.voice import Voice

pytestmark = pytest.mark.ui


def lane(voice: Voice, past: Past, name: str) -> Lane:
    return next(one for one in timeline(voice, past).lanes if one.name == name)


def of_key(marks: tuple[Mark, ...], key: str) -> Mark:
    return next(mark for mark in marks if mark.key == key)


def test_the_heading_says_when_it_was_played_how_long_and_how_much_of_it(voice: Voice, whole: Past) -> None:
    told = heading(voice, whole)
    assert told.title == "TILLEUL, débriefing"
    assert told.told == "Joué le 23\u00a0novembre, 2\u00a0h\u00a014, 21 stimuli sur 24."


def test_an_exercise_under_way_is_said_to_be_so(voice: Voice) -> None:
    begun = past(Afternoon().does(c.Begin()).at(3).goes_out("printers"))
    assert heading(voice, begun).told.startswith("En cours")
    assert heading(voice, past(Afternoon())).told == "Pas encore commencé."


def test_a_stimulus_stands_where_it_was_delivered_and_a_skipped_one_where_it_was_skipped(
    voice: Voice,
) -> None:
    played = Afternoon().does(c.Begin()).at(1).does(c.Launch("printers")).at(4)
    played.does(*(c.MarkDelivered("printers", "care", Channel.CALL),))
    played.at(6).does(c.SkipInject("double"))
    marks = lane(voice, past(played), "Stimuli").marks
    assert [(mark.sort, mark.play) for mark in marks] == [
        (Sort.STIMULUS, 4 * MINUTE),
        (Sort.SKIPPED, 6 * MINUTE),
    ]


def test_a_decision_stands_at_the_time_of_its_fact_and_knows_since_when_it_was_asked(
    voice: Voice, whole: Past
) -> None:
    cut = of_key(lane(voice, whole, "Système d'information").marks, "D2")
    assert (cut.sort, cut.since, cut.play) == (Sort.DECISION, 12 * MINUTE, 17 * MINUTE)


def test_what_was_not_decided_stands_at_its_deadline_in_a_shape_of_its_own(voice: Voice, whole: Past) -> None:
    left = of_key(lane(voice, whole, "Direction").marks, "D8")
    assert left.sort is Sort.NO_DECISION
    assert left.since == 96 * MINUTE


def test_an_entry_without_a_cell_has_a_lane_of_its_own(voice: Voice) -> None:
    played = Afternoon().does(c.Begin()).at(2).does(c.WriteEntry(said("le groupe électrogène démarre")))
    marks = lane(voice, past(played), "Journal").marks
    assert [(mark.sort, mark.text) for mark in marks] == [(Sort.WRITTEN, "le groupe électrogène démarre")]


def test_pauses_say_why_and_how_long_in_the_room_and_jumps_from_when_to_when(
    voice: Voice, whole: Past
) -> None:
    cuts = timeline(voice, whole).cuts
    assert [cut.text for cut in cuts if not cut.jump] == ["incident réel, 10\u00a0min"]
    assert cuts[0].text == "Saut du temps fictif, de J\u00a002:45 à J\u00a005:30"


def test_a_computer_that_stopped_is_a_standstill_too(voice: Voice) -> None:
    played = Afternoon().does(c.Begin()).at(5).does(c.Interrupt(Gap.STOPPED, 90_000))
    assert [cut.text for cut in timeline(voice, past(played)).cuts] == [
        "ordinateur arrêté, 1\u00a0min\u00a030\u00a0s"
    ]


@pytest.mark.parametrize(
    ("minutes", "labels"),
    [(7, 8), (134, 7), (60 * 5, 6)],
)
def test_the_axis_has_few_round_labels(voice: Voice, minutes: int, labels: int) -> None:
    assert len(ticks(voice, minutes * MINUTE)) == labels


def test_a_place_and_its_time_are_the_same_both_ways() -> None:
    scale = Scale(100, 800, 134 * MINUTE)
    assert (scale.x(0), scale.x(134 * MINUTE), scale.x(999 * MINUTE)) == (100, 900, 900)
    assert scale.x(scale.play_at(437)) == 437


def test_the_curve_counts_what_is_nominal_and_what_is_rendered_at_all(voice: Voice, whole: Past) -> None:
    steps = curve(voice, whole)
    assert (steps.of, steps.steps[0].nominal, steps.steps[0].rendered) == (12, 12, 12)
    assert [(one.play // MINUTE, one.nominal, one.rendered) for one in steps.steps[1:3]] == [
        (9, 11, 12),
        (20, 0, 5),
    ]


def test_only_a_comparable_hour_of_the_real_hospital_stands_on_our_axis(voice: Voice, whole: Past) -> None:
    public = curve(voice, whole).public
    # D2 alone is comparable: its cell was called after DEBEX, and no jump came before
    assert [(one.key, one.label) for one in public] == [("D2", "H+1:00")]
    # That hour of the story was jumped over, at 0:45 of play
    assert public[0].play == 45 * MINUTE


def test_the_table_tells_every_mark_cut_step_and_public_hour_in_order(voice: Voice, whole: Past) -> None:
    lanes, steps = timeline(voice, whole), curve(voice, whole)
    rows = facts(voice, lanes, steps)
    assert len(rows) == (
        sum(len(one.marks) for one in lanes.lanes) + len(lanes.cuts) + len(steps.steps) + len(steps.public)
    )
    assert [row.play for row in rows] == sorted(row.play for row in rows)
    assert all(cell for row in rows for cell in (row.cells[0], row.cells[2], row.cells[4]))


def test_an_exercise_that_never_began_has_lanes_and_nothing_in_them(voice: Voice) -> None:
    lanes = timeline(voice, past(Afternoon())).lanes
    assert len(lanes) == 5
    assert not any(one.marks for one in lanes)
