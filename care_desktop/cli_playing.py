"""Playing without people: a policy acts, and the clock leaps over the time between."""

from __future__ import annotations

from typing import NamedTuple
from uuid import uuid4

from care_desktop.cli_streams import counting
from care_desktop.exercise.commands import Command
from care_desktop.exercise.fold import fold
from care_desktop.exercise.simulation import MOST_ACTS, Policy
from care_desktop.exercise.state import State
from care_desktop.journal.records import CommandId
from care_desktop.language import Message
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs
from care_desktop.session.leaping import LeapingClock
from care_desktop.session.published import Published, Sent
from care_desktop.session.run import Run


class Refusal(NamedTuple):
    """An act that was not taken: when it was given in play time, and why."""

    at: PlayMs
    why: Message


class Course(NamedTuple):
    """What a policy did: the acts that were taken, each at its play time, and those that were refused."""

    taken: list[tuple[PlayMs, Command]]
    refused: list[Refusal]


def play_through(running: Run, clock: LeapingClock, policy: Policy) -> Course:
    """Let the policy play to FINEX, leaping over the time between."""
    state = State()
    course = Course([], [])

    def follow(told: Published | None) -> None:
        if told is None:
            return
        if told.problem is not None:
            raise told.problem
        fold(running.index, told.events, onto=state)
        for event in told.events:
            policy.notice(state, event)
        if told.refusal is not None:
            course.refused.append(Refusal(running.clock.play_at(clock.read()), told.refusal))

    fold(running.index, running.events, onto=state)
    for event in tuple(running.events):
        policy.notice(state, event)
    with counting() as show:
        for _ in range(MOST_ACTS):
            due = running.next_due()
            act = policy.next(state, due)
            if act is not None:
                at, command = act
                _leap(running, clock, at)
                sent = Sent(CommandId(uuid4().hex), command, "simulation", clock.read())
                told = running.carry_out(sent)
                follow(told)
                if told.refusal is None:
                    course.taken.append((at, command))
            elif due is not None:
                _leap(running, clock, due)
                follow(running.tick(clock.read()))
            else:
                break
            show(f"{clock_text(state.now.play)}  {state.seq}")
    return course


def _leap(running: Run, clock: LeapingClock, to: PlayMs) -> None:
    if running.clock.since_ns is not None:
        clock.leap(max(0, to - running.clock.play_at(clock.read())))


def clock_text(ms: int) -> str:
    """A time of the exercise: T+1:05."""
    return f"T+{ms // HOUR}:{ms % HOUR // MINUTE:02d}"
