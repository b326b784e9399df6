"""An exercise that was cut off is taken up where it was."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from care_desktop.errors import UserError
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import Gap, Interrupted
from care_desktop.exercise.state import Status
from care_desktop.journal.records import ExerciseId, Seq, Stamp
from care_desktop.journal.store import Store
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.opening import fork, open_new, read_back, resume
from tests.exercise.liseron import LISERON
from tests.exercise.room import said
from tests.session.desk import Desk

LATER = Stamp("2026-11-24T08:20:00.000Z", "CET", 60, 77, 99, "boot-2")


def test_it_stands_still_at_its_last_sign_of_life(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(61_700)
    run = resume(desk.run.journal, LeapingClock(LATER))
    assert run.status is Status.SUSPENDED
    assert 60_700 <= run.clock.play_at(LATER) <= 61_700
    assert run.events[-1].fact == Interrupted(Gap.STOPPED, 20 * 60_000 - run.clock.play_at(LATER))


def test_it_never_begins_again_before_its_last_event(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(60_000)
    desk.clock.leap(900)
    written = desk.does(c.WriteEntry(said("le 15 rappelle")))
    run = resume(desk.run.journal, LeapingClock(LATER))
    assert run.clock.play_at(LATER) == written.events[-1].at.play == 60_900


def test_one_that_was_suspended_is_as_it_was(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(60_000)
    desk.does(c.Suspend())
    events = list(desk.run.events)
    run = resume(desk.run.journal, LeapingClock(LATER))
    assert run.events == events


def test_the_gap_is_counted_from_the_last_batch_where_no_beat_came_behind_it(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(5_000)
    desk.does(c.Suspend())
    desk.clock.leap(3_600_000)
    desk.does(c.Resume())
    desk.clock.leap(2_000)
    run = resume(desk.run.journal, desk.clock)
    assert run.events[-1].fact == Interrupted(Gap.STOPPED, 2_000)


def test_a_beat_of_an_earlier_start_does_not_count(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(5_000)
    later = LeapingClock(LATER)
    Desk(resume(desk.run.journal, later), later).does(c.Resume())
    later.leap(2_000)
    run = resume(desk.run.journal, later)
    assert run.events[-1].fact == Interrupted(Gap.STOPPED, 2_000)


def test_one_that_was_cut_off_before_its_first_event_is_opened(store: Store) -> None:
    journal = store.create(ExerciseId("cut off"), msgspec.json.encode(LISERON))
    run = resume(journal, LeapingClock(LATER))
    assert run.status is Status.PREPARED
    assert Desk(run, LeapingClock(LATER)).does(c.Begin()).refusal is None
    assert resume(journal, LeapingClock(LATER)).status is Status.SUSPENDED


def test_a_fork_from_before_the_first_event_can_be_played(desk: Desk) -> None:
    desk.does(c.Begin())
    assert fork(desk.run.journal, Seq(0), LeapingClock(LATER)).status is Status.PREPARED


def test_a_command_sent_again_after_a_stop_counts_once(desk: Desk) -> None:
    desk.does(c.Begin())
    words = said("le 15 rappelle")
    desk.does(c.WriteEntry(words), "entry")
    again = Desk(resume(desk.run.journal, LeapingClock(LATER)), LeapingClock(LATER))
    told = again.does(c.WriteEntry(words), "entry")
    assert (told.events, told.refusal, told.command) == ((), None, "entry")


def test_it_goes_on_as_if_nothing_had_been(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(5 * 60_000, tick=1_000)
    desk.does(c.Launch("printers"))
    again = Desk(resume(desk.run.journal, LeapingClock(LATER)), LeapingClock(LATER))
    again.does(c.Resume())
    again.does(c.ConfirmShown("printers"))
    told = again.does(c.Answer("cut_network", "it", "cut"))
    assert told.refusal is None
    assert told.view.levels["network"] == 2


def test_a_script_of_another_format_is_told(store: Store) -> None:
    journal = store.create(ExerciseId("strange"), b'{"pages": 3}')
    with pytest.raises(UserError) as error:
        read_back(journal)
    assert error.value.code == "session.newer_script"


def test_a_fork_goes_on_from_a_moment_and_leaves_the_first_alone(desk: Desk) -> None:
    desk.does(c.Begin())
    desk.waits(5 * 60_000, tick=1_000)
    desk.does(c.Launch("printers"))
    desk.waits(20 * 60_000, tick=1_000)
    before = desk.run.journal.head
    at = next(event.seq for event in desk.run.events if event.at.play > 6 * 60_000)
    forked = fork(desk.run.journal, Seq(at - 1), LeapingClock(LATER))
    assert desk.run.journal.head == before
    assert forked.events[:-1] == desk.run.events[: at - 1]
    assert isinstance(forked.events[-1].fact, Interrupted)
    assert forked.events[-1].fact.why is Gap.FORK
    assert forked.journal.verify() == ()


def test_an_encrypted_exercise_is_resumed_with_its_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "secret.db"
    clock = LeapingClock(LATER)
    with Store.open(path, passphrase="sept pommes") as store:  # noqa: S106
        run = open_new(store, LISERON, clock, ExerciseId("one"))
        Desk(run, clock).does(c.Begin())
    with Store.open(path, passphrase="sept pommes") as store:  # noqa: S106
        assert resume(store.journal(ExerciseId("one")), clock).status is Status.SUSPENDED
