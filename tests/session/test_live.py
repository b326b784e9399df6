"""The session's thread: what is sent is carried out in order, told after the commit, whatever else fails."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from care_desktop.errors import UserError
from care_desktop.exercise import commands as c
from care_desktop.exercise.events import AnswerGiven, InjectLaunched, LimitReached
from care_desktop.exercise.state import Status
from care_desktop.journal.records import CommandId, ExerciseId, Stamp
from care_desktop.journal.store import Store
from care_desktop.language import Message
from care_desktop.scenario.script import Inject, Script
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import MINUTE, play
from care_desktop.session.clock_source import MachineClock
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.live import LiveSession
from care_desktop.session.opening import opened_new, resumed
from care_desktop.session.published import Published
from care_desktop.session.run import Run
from tests.exercise.liseron import LISERON
from tests.exercise.room import said
from tests.log_fail import ExpectWarning
from tests.session.desk import ZERO

PATIENCE = 30
"""Seconds after which a test gives up waiting for what must come."""


class Listening:
    """A listener that keeps what it is told, for a test to take up."""

    def __init__(self, session: LiveSession) -> None:
        self.session = session
        self._told: queue.SimpleQueue[Published] = queue.SimpleQueue()
        self.stop = session.listen(self._told.put)

    def next(self) -> Published:
        """The next thing told."""
        return self._told.get(timeout=PATIENCE)

    def answer_to(self, command: CommandId) -> Published:
        """What was told of a command."""
        while True:
            told = self.next()
            if told.command == command:
                return told

    def does(self, command: c.Command) -> Published:
        """Send a command and wait for its answer."""
        return self.answer_to(self.session.send(command))


@contextmanager
def live(path: Path, clock: LeapingClock | MachineClock, script: Script = LISERON) -> Iterator[Listening]:
    session = LiveSession(opened_new(path, script, clock), clock)
    session.start()
    try:
        yield Listening(session)
    finally:
        session.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "exercises.db"


def events_on_disk(path: Path) -> int:
    with Store.open(path, read_only=True) as store:
        (entry,) = store.exercises()
        return store.journal(entry.exercise).head.seq


def test_what_is_told_is_on_the_disk(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        told = listening.does(c.Begin())
        assert told.head.seq == events_on_disk(path) == 2


def test_commands_from_many_threads_are_carried_out_in_the_order_they_were_sent(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        listening.does(c.Begin())
        sent: list[CommandId] = []
        sending = threading.Lock()

        def write(author: int) -> None:
            for number in range(10):
                words = said(f"{author} {number}")
                with sending:
                    sent.append(listening.session.send(c.WriteEntry(words)))

        authors = [threading.Thread(target=write, args=(author,)) for author in range(4)]
        for author in authors:
            author.start()
        for author in authors:
            author.join()
        assert [listening.answer_to(command).command for command in sent] == sent


def test_an_answer_pressed_in_time_is_not_overtaken_by_a_late_tick(path: Path) -> None:
    clock = LeapingClock(ZERO)
    with live(path, clock) as listening:
        for command in (c.Begin(), c.Launch("printers"), c.ConfirmShown("printers")):
            listening.does(command)
        busy, go_on = threading.Event(), threading.Event()

        def hold_up(told: Published) -> None:
            busy.set()
            go_on.wait(PATIENCE)

        stop = listening.session.listen(hold_up)
        listening.session.send(c.MarkMoment())
        assert busy.wait(PATIENCE)
        stop()
        clock.leap(10 * MINUTE)
        answer = listening.session.send(c.Answer("cut_network", "it", "cut"))
        clock.leap(5 * MINUTE)
        go_on.set()
        told = listening.answer_to(answer)
        kinds = [type(event.fact) for event in told.events]
        assert AnswerGiven in kinds
        assert LimitReached not in kinds


def test_what_falls_due_comes_by_itself(path: Path) -> None:
    script = Script("one", Text("Un"), injects=(Inject("alarm", Text("Alarme"), at=play(40), auto=True),))
    with live(path, MachineClock(), script) as listening:
        listening.does(c.Begin())
        told = listening.next()
        assert [type(event.fact) for event in told.events] == [InjectLaunched]
        assert told.events[0].at.play == 40


def test_a_listener_that_fails_does_not_stop_the_others(path: Path, expect_warning: ExpectWarning) -> None:
    expect_warning("care_desktop.session.live", "a listener failed")
    with live(path, LeapingClock(ZERO)) as listening:

        def fail(told: Published) -> None:
            raise RuntimeError("a window fell over")

        stop = listening.session.listen(fail)
        second = Listening(listening.session)
        assert second.does(c.Begin()).view.status is Status.RUNNING
        stop()
        assert second.does(c.Launch("cook")).refusal is None


def test_a_bug_costs_the_command_that_met_it_and_no_more(path: Path, expect_warning: ExpectWarning) -> None:
    expect_warning("care_desktop.session.live", "a bug in the exercise")
    with live(path, LeapingClock(ZERO)) as listening:
        listening.does(c.Begin())
        words = said("deux fois les mêmes")
        listening.does(c.WriteEntry(words))
        told = listening.does(c.WriteEntry(words))
        assert told.refusal == Message("session.bug")
        assert listening.does(c.Launch("cook")).view.injects["cook"].launched is not None


def test_a_bug_that_time_meets_again_and_again_is_told_once(
    path: Path, expect_warning: ExpectWarning, monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_warning("care_desktop.session.live", "a bug in the exercise")
    met: queue.SimpleQueue[None] = queue.SimpleQueue()

    def meet(*_: object) -> None:
        met.put(None)
        raise RuntimeError("time cannot pass here")

    script = Script("one", Text("Un"), injects=(Inject("alarm", Text("Alarme"), at=play(1), auto=True),))
    with live(path, MachineClock(), script) as listening:
        told: list[Published] = []
        listening.session.listen(told.append)
        with monkeypatch.context() as patched:
            patched.setattr(Run, "tick", meet)
            listening.session.send(c.Begin())
            for _ in range(3):
                met.get(timeout=PATIENCE)
        while not any(isinstance(event.fact, InjectLaunched) for event in listening.next().events):
            pass
        assert [one.refusal for one in told if one.refusal] == [Message("session.bug")]


def test_a_bug_in_looking_ahead_does_not_end_the_exercise(
    path: Path, expect_warning: ExpectWarning, monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_warning("care_desktop.session.live", "a bug in the exercise")
    with live(path, LeapingClock(ZERO)) as listening:
        with monkeypatch.context() as patched:
            patched.setattr(Run, "next_due", lambda _: 1 // 0)
            listening.does(c.Begin())
            assert listening.next().refusal == Message("session.bug")
            assert listening.does(c.Launch("cook")).refusal is None
        assert listening.does(c.MarkMoment()).refusal is None


def test_what_waits_is_answered_when_not_even_what_is_recorded_can_be_taken_up(
    path: Path, expect_warning: ExpectWarning, monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_warning("care_desktop.session.live", "a bug in the exercise")
    expect_warning("care_desktop.session.live", "what is recorded cannot be taken up")
    with live(path, LeapingClock(ZERO)) as listening:
        listening.does(c.Begin())
        words = said("deux fois les mêmes")
        kept = listening.does(c.WriteEntry(words)).head
        busy, go_on = threading.Event(), threading.Event()

        def hold_up(told: Published) -> None:
            busy.set()
            go_on.wait(PATIENCE)

        stop = listening.session.listen(hold_up)
        listening.session.send(c.MarkMoment())
        assert busy.wait(PATIENCE)
        stop()
        waiting = [listening.session.send(one) for one in (c.WriteEntry(words), c.MarkMoment(), c.End())]
        monkeypatch.setattr("care_desktop.session.run.fold", lambda *_: 1 // 0)
        go_on.set()
        answers = [listening.answer_to(command) for command in waiting]
        assert [one.problem and one.problem.code for one in answers] == ["session.lost"] * 3
        assert {one.clock.since_ns for one in answers} == {None}
        assert listening.does(c.MarkMoment()).problem is not None
    assert events_on_disk(path) == kept.seq + 1


def test_nothing_can_be_sent_that_nobody_would_carry_out(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        listening.does(c.Begin())
    with pytest.raises(ValueError, match="closed"):
        listening.session.send(c.MarkMoment())
    listening.session.close()  # once more, without effect


def test_what_is_sent_while_closing_is_carried_out_or_refused_to_its_sender(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        listening.does(c.Begin())
        taken: list[CommandId] = []

        def press() -> None:
            with suppress(ValueError):
                while True:
                    taken.append(listening.session.send(c.MarkMoment()))
                    listening.answer_to(taken[-1])

        begun = threading.Event()
        stop = listening.session.listen(lambda _: begun.set())
        pressing = threading.Thread(target=press)
        pressing.start()
        assert begun.wait(PATIENCE)
        stop()
    pressing.join(PATIENCE)
    assert not pressing.is_alive()
    assert taken


def test_a_session_that_was_never_started_is_closed_without_ado(path: Path) -> None:
    LiveSession(opened_new(path, LISERON, LeapingClock(ZERO)), LeapingClock(ZERO)).close()
    assert not path.exists()


def test_a_listener_may_close_the_session(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        listening.session.listen(lambda _: listening.session.close())
        listening.does(c.Begin())


def test_who_listens_twice_is_told_once_more_when_one_has_stopped(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        told: list[Published] = []
        first = listening.session.listen(told.append)
        listening.session.listen(told.append)
        first()
        first()
        listening.does(c.Begin())
        listening.does(c.Launch("cook"))
    assert [one.view.status for one in told] == [Status.RUNNING, Status.RUNNING]


def test_who_stops_listening_within_a_call_is_told_nothing_more(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        told: list[Published] = []
        stops: list[Callable[[], None]] = []
        listening.session.listen(lambda _: stops[0]())
        stops.append(listening.session.listen(told.append))
        listening.does(c.Begin())
    assert told == []


def test_what_cannot_be_opened_is_told_where_it_was_started(path: Path) -> None:
    path.write_bytes(b"not a database, whatever its name says" * 100)
    session = LiveSession(opened_new(path, LISERON, LeapingClock(ZERO)), LeapingClock(ZERO))
    with pytest.raises(UserError):
        session.start()


def test_a_closed_exercise_is_taken_up_standing_still(path: Path) -> None:
    with live(path, LeapingClock(ZERO)) as listening:
        listening.does(c.Begin())
        exercise = ExerciseId(listening.does(c.Launch("cook")).head.exercise)
    later = LeapingClock(Stamp("2026-11-24T09:00:00.000Z", "CET", 60, 1, 1, "boot-2"))
    session = LiveSession(resumed(path, exercise, later), later)
    opened = session.start()
    session.close()
    assert opened.told.view.status is Status.SUSPENDED
    assert opened.told.view.injects["cook"].launched == 3


def test_the_machine_has_two_clocks_that_only_go_forward() -> None:
    clock = MachineClock()
    first, second = clock.read(), clock.read()
    assert second.awake_ns >= first.awake_ns > 0
    assert second.total_ns >= first.total_ns >= first.awake_ns
    assert first.boot == second.boot
