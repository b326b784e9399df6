"""Who is there, who decides, what is written down, what observers saw."""

from __future__ import annotations

from care_desktop.exercise import commands as c
from care_desktop.exercise.events import (
    AuthorityHandedOver,
    Entry,
    EntryWritten,
    FunctionArrived,
    Mark,
    MomentMarked,
    ObservationMarked,
    RecordAmended,
    ReviewNoted,
    WallClockChanged,
)
from care_desktop.exercise.state import Presence
from care_desktop.journal.records import Seq
from care_desktop.scenario.time import MINUTE, PlayMs
from tests.exercise.conftest import OpenRoom
from tests.exercise.liseron import clock
from tests.exercise.room import Room, minutes, said


def test_who_is_there_is_noted_before_the_exercise_begins(open_room: OpenRoom) -> None:
    room = open_room()
    room.does(c.NoteArrival("director", "direction"))
    room.begins().at(5)
    assert room.state.presence == {"director": Presence("direction", PlayMs(0))}


def test_a_function_arrives_at_the_time_that_was_typed(room: Room) -> None:
    room.at(10).does(c.NoteArrival("it_lead", "it", minutes(7)))
    assert room.state.presence["it_lead"] == Presence("it", minutes(7))
    assert room.refuses(c.NoteArrival("it_lead", "it")) == "refusal.already_present"


def test_a_function_goes_from_one_cell_to_another_and_leaves(room: Room) -> None:
    room.does(c.NoteArrival("head_nurse", "direction"))
    room.at(5).does(c.NoteArrival("head_nurse", "care"))
    assert room.state.presence["head_nurse"] == Presence("care", minutes(5))
    room.at(9).does(c.NoteDeparture("head_nurse", said("rappelée")))
    assert room.state.presence == {}
    assert room.refuses(c.NoteDeparture("head_nurse")) == "refusal.not_present"
    assert len(room.facts(FunctionArrived)) == 2


def test_another_function_decides_from_here_on(room: Room) -> None:
    room.at(5).does(c.HandOver("direction", "head_nurse"))
    room.at(9).does(c.HandOver("direction", "director", minutes(8)))
    assert room.state.authority == {"direction": "director"}
    assert [fact.to for fact in room.facts(AuthorityHandedOver)] == ["head_nurse", "director"]


def test_what_the_script_does_not_know_is_refused(room: Room) -> None:
    assert room.refuses(c.NoteArrival("mayor", "direction")) == "refusal.unknown"
    assert room.refuses(c.NoteArrival("director", "attic")) == "refusal.unknown"
    assert room.refuses(c.HandOver("direction", "mayor")) == "refusal.unknown"
    assert room.refuses(c.WriteEntry(said("rien"), cell="attic")) == "refusal.unknown"


def test_a_liaison_goes_from_one_cell_to_another(room: Room) -> None:
    room.at(5).does(
        c.WriteEntry(said("le 15 rappelle"), Entry.LIAISON, "direction", "care", "director", minutes(4))
    )
    assert room.facts(EntryWritten) == [
        EntryWritten(Entry.LIAISON, said("le 15 rappelle"), "direction", "care", "director", minutes(4))
    ]


def test_a_line_is_amended_and_stays_as_it_was(room: Room) -> None:
    room.at(5).does(c.WriteEntry(said("trois lits")))
    line = room.event(EntryWritten)
    room.at(6).does(c.Amend(line.seq, said("quatre lits"), "head_nurse"))
    assert room.facts(RecordAmended)[0].of == line.seq
    assert room.event(EntryWritten) == line


def test_only_what_was_recorded_can_be_amended(room: Room) -> None:
    assert room.refuses(c.Amend(Seq(0), said("plutôt"))) == "refusal.unknown"
    assert room.refuses(c.Amend(Seq(room.state.seq + 1), said("plutôt"))) == "refusal.unknown"


def test_a_moment_is_marked_with_or_without_a_word(room: Room) -> None:
    room.at(5).does(c.MarkMoment())
    room.does(c.MarkMoment(said("silence")))
    assert room.facts(MomentMarked) == [MomentMarked(), MomentMarked(said("silence"))]


def test_an_observer_marks_a_criterion_or_notes_something_of_their_own(room: Room) -> None:
    room.at(5).does(c.Observe(Mark.PARTLY, "log_kept", "care"))
    room.does(c.Observe(text=said("tout le monde parle")))
    assert [fact.mark for fact in room.facts(ObservationMarked)] == [Mark.PARTLY, Mark.NOTED]
    assert room.refuses(c.Observe()) == "refusal.empty_observation"
    assert room.refuses(c.Observe(Mark.SEEN, "coffee_kept")) == "refusal.unknown"


def test_after_the_end_what_is_said_is_taken_down_at_the_last_minute(room: Room) -> None:
    room.at(30).does(c.End())
    room.at(90).does(c.NoteReview("hot", said("le premier appel est venu du laboratoire")))
    room.does(c.Observe(Mark.SEEN, "log_kept", fact_at=minutes(12)))
    assert room.event(ReviewNoted).at.play == 30 * MINUTE
    assert room.refuses(c.Observe(Mark.SEEN, "log_kept", fact_at=minutes(31))) == "refusal.fact_time"


def test_a_wall_clock_that_is_set_moves_nothing(room: Room) -> None:
    room.at(5).does(c.NoteWallClock(-3_600_000))
    assert room.facts(WallClockChanged) == [WallClockChanged(-3_600_000)]
    room.at(6)
    assert room.engine.moment(room.clock).story == clock("02:06")
