"""A run decides, commits, then publishes."""

from __future__ import annotations

import pytest

from care_desktop.errors import UserError
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Gap, InjectLaunched, Interrupted, WallClockChanged
from care_desktop.exercise.state import Status
from care_desktop.journal.records import CommandId, Head, Stamp
from care_desktop.journal.store import Store
from care_desktop.language import Message
from care_desktop.scenario.time import PlayMs
from care_desktop.session.leaping import Act, LeapingClock, play_out
from care_desktop.session.opening import open_new, read_back
from care_desktop.session.published import Sent
from care_desktop.session.run import Run
from tests.exercise.liseron import LISERON
from tests.exercise.room import said
from tests.session.desk import ZERO, Desk, played_again


def later(stamp: Stamp, awake_ms: int, total_ms: int, wall: str) -> Stamp:
    """A stamp after one, each clock moved on its own."""
    return Stamp(
        wall,
        stamp.zone,
        stamp.offset,
        stamp.awake_ns + awake_ms * 1_000_000,
        stamp.total_ns + total_ms * 1_000_000,
        stamp.boot,
    )


def test_what_is_published_is_in_the_journal(desk: Desk) -> None:
    told = desk.does(c.Begin())
    _, events = read_back(desk.run.journal)
    assert events[-1:] == told.events
    assert told.head == desk.run.journal.head


def test_a_command_and_all_that_follows_from_it_is_one_batch(desk: Desk) -> None:
    desk.does(c.Begin())
    told = desk.does(c.Launch("printers"), "launch")
    rows = [record for record in desk.run.journal.records() if record.batch.id == "launch"]
    assert len(rows) == len(told.events) > 1


def test_a_command_sent_twice_counts_once(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.does(c.Launch("cook"), "launch")
    again = desk.does(c.Launch("cook"), "launch")
    assert (again.events, again.refusal, again.command) == ((), None, "launch")


def test_a_refused_command_is_told_and_not_kept(desk: Desk) -> None:
    told = desk.does(c.Launch("cook"), "too early")
    assert told.refusal == Message("refusal.status_prepared")
    assert "too early" not in {batch.id for batch in desk.run.journal.batches()}


def test_what_fell_due_before_a_refused_command_is_kept_all_the_same(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.clock.leap(25 * 60_000)
    told = desk.does(c.Begin(), "again")
    assert told.refusal is not None
    assert InjectLaunched in {type(event.fact) for event in told.events}
    assert read_back(desk.run.journal)[1][-len(told.events) :] == told.events


def test_play_time_stands_still_while_the_exercise_is_suspended(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(10_000)
    desk.does(c.Suspend())
    desk.waits(3_600_000, tick=600_000)
    told = desk.does(c.Resume())
    assert told.events[0].at.play == 10_000
    desk.waits(5_000)
    assert desk.run.clock.play_at(desk.clock.read()) == 15_000


def test_a_machine_that_slept_finds_its_exercise_interrupted(run: Run, clock: LeapingClock) -> None:
    desk = Desk(run, clock)
    desk.does(c.Begin())
    desk.waits(4_000)
    awake = later(clock.read(), 250, 3_600_250, "2026-11-24T09:00:00.250Z")
    told = run.tick(awake)
    assert told is not None
    assert told.events[-1].fact == Interrupted(Gap.SLEEP, 3_600_000)
    assert told.view.status is Status.SUSPENDED
    assert told.events[-1].at.play == 4_250


def test_a_clock_set_back_is_noted_and_moves_nothing(run: Run, clock: LeapingClock) -> None:
    desk = Desk(run, clock)
    desk.does(c.Begin())
    told = run.tick(later(clock.read(), 250, 250, "2026-11-24T07:00:00.250Z"))
    assert told is not None
    assert told.events[0].fact == WallClockChanged(-3_600_000)
    assert run.clock.play_at(later(clock.read(), 1_000, 1_000, "")) == 1_000


def test_a_sign_of_life_is_kept_each_second(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(5_600)
    beat = desk.run.journal.last_beat()
    assert beat is not None
    assert 4_600 <= beat.play <= 5_600


def test_typed_words_are_kept_beside_the_chain(desk: Desk) -> None:
    desk.does(c.WriteEntry(said("le 15 rappelle")))
    (text,) = desk.run.journal.texts().values()
    assert text.text == "le 15 rappelle"
    assert not any(
        b"rappelle" in r.row.body or b"rappelle" in r.batch.command for r in desk.run.journal.records()
    )


def test_erased_words_leave_a_journal_that_reads_and_verifies(desk: Desk) -> None:
    told = desk.does(c.WriteEntry(said("Mme Untel")))
    desk.run.journal.erase([told.events[0].seq], "2026-11-24")
    _, events = read_back(desk.run.journal)
    assert events == tuple(desk.run.events)
    assert getattr(events[-1].fact, "text").text is None  # noqa: B009
    assert desk.run.journal.verify() == ()


def test_the_stored_commands_played_again_give_the_same_bytes(store: Store) -> None:
    clock = LeapingClock(ZERO)
    desk = Desk(open_new(store, LISERON, clock), clock)
    desk.does(c.Begin())
    desk.waits(5 * 60_000, tick=9_999)
    desk.does(c.Launch("printers"))
    desk.does(c.ConfirmShown("printers"))
    desk.does(c.Answer("cut_network", "it", "wait", said("on attend")))
    desk.waits(40 * 60_000, tick=9_999)
    assert played_again(desk.run) == [record.row for record in desk.run.journal.records()]


def failing(*_: object) -> Head:
    raise UserError("journal.not_written")


def test_after_a_note_that_could_not_be_kept_nothing_moves(
    run: Run, clock: LeapingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(run, clock)
    desk.does(c.Begin())
    desk.waits(250)
    kept = list(run.events)
    monkeypatch.setattr(run.journal, "append", failing)
    told = run.tick(later(clock.read(), 250, 3_600_250, "2026-11-24T12:00:00.000Z"))  # slept, and was set
    assert told is not None
    assert told.problem is not None
    assert (run.status, run.events, told.events) == (Status.RUNNING, kept, ())
    assert run.refusal(c.MarkMoment(), clock.read()) == Message("journal.not_written.happened")


def test_what_was_recorded_before_a_bug_is_told_all_the_same(run: Run, clock: LeapingClock) -> None:
    desk = Desk(run, clock)
    desk.does(c.Begin())
    words = said("deux fois les mêmes")
    desk.does(c.WriteEntry(words))
    woken = later(clock.read(), 250, 3_600_250, "2026-11-24T09:00:00.250Z")
    sent = Sent(CommandId("again"), c.WriteEntry(words), "facilitator", woken)
    with pytest.raises(ValueError, match="sealed anew"):
        run.carry_out(sent)
    told = run.start_over(sent.id)
    assert [event.fact for event in told.events] == [Interrupted(Gap.SLEEP, 3_600_000)]
    assert told.refusal == Message("session.bug")


def test_a_command_that_met_a_bug_behind_its_commit_is_not_said_to_be_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.does(c.Begin())
    with monkeypatch.context() as patched:
        patched.setattr("care_desktop.session.run.view_of", lambda *_: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            desk.does(c.Launch("cook"), "launch")
    told = desk.run.start_over(CommandId("launch"))
    assert told.refusal is None
    assert told.view.injects["cook"].launched == told.events[0].seq
    assert told.head.seq == told.view.seq == told.events[-1].seq


def test_an_exercise_that_nobody_looked_at_is_caught_up_with_and_never_turned_back(desk: Desk) -> None:
    desk.does(c.Begin())
    now = desk.clock.leap(25 * 60_000)
    told = list(play_out(desk.run, desk.clock, [Act(PlayMs(26 * 60_000), c.MarkMoment())]))
    assert min(batch.stamp.awake_ns for batch in desk.run.journal.batches()[2:]) >= now.awake_ns
    assert told[-1].events[-1].at.play == 26 * 60_000
