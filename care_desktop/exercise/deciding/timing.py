"""Commands about the exercise and its time."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.exercise.commands import (
    Advance,
    Begin,
    ChangePace,
    End,
    Interrupt,
    Jump,
    NoteWallClock,
    Open,
    OpenDecisions,
    Resume,
    Suspend,
)
from care_desktop.exercise.deciding.registry import Moment, refuse, to
from care_desktop.exercise.events import (
    Begun,
    DecisionWithdrawn,
    DefaultApplied,
    Ended,
    ExerciseOpened,
    Interrupted,
    PaceChanged,
    Resumed,
    StoryJumped,
    Suspended,
    WallClockChanged,
)
from care_desktop.exercise.falling_due import Happening
from care_desktop.exercise.tally import open_cells


@to(Open)
def _open(moment: Moment, command: Open) -> Iterator[Happening]:
    script = moment.index.script
    yield ExerciseOpened(command.script, script.rules, script.options.seed), None


@to(Begin)
def _begin(_moment: Moment, _command: Begin) -> Iterator[Happening]:
    yield Begun(), None


@to(Suspend)
def _suspend(_moment: Moment, command: Suspend) -> Iterator[Happening]:
    yield Suspended(command.why, command.text), None


@to(Resume)
def _resume(_moment: Moment, _command: Resume) -> Iterator[Happening]:
    yield Resumed(), None


@to(Interrupt)
def _interrupt(_moment: Moment, command: Interrupt) -> Iterator[Happening]:
    yield Interrupted(command.why, command.gap_ms), None


@to(NoteWallClock)
def _note_wall_clock(_moment: Moment, command: NoteWallClock) -> Iterator[Happening]:
    yield WallClockChanged(command.by_ms), None


@to(Advance)
def _advance(_moment: Moment, _command: Advance) -> Iterator[Happening]:
    yield from ()


@to(ChangePace)
def _change_pace(_moment: Moment, command: ChangePace) -> Iterator[Happening]:
    if command.num < 1 or command.den < 1:
        refuse("refusal.pace")
    yield PaceChanged(command.num, command.den), None


@to(Jump)
def _jump(moment: Moment, command: Jump) -> Iterator[Happening]:
    index, state, at = moment.index, moment.state, moment.at
    if command.to <= at.story:
        refuse("refusal.jump_back")
    waiting = [
        decision
        for decision, one in state.decisions.items()
        if one.opened is not None and open_cells(index, state, decision)
    ]
    if waiting and command.open is None:
        refuse("refusal.jump_open_decisions", n=len(waiting))
    for decision in waiting:
        opened = state.decision(decision).opened
        if command.open is OpenDecisions.APPLY_DEFAULT:
            yield DefaultApplied(decision, index.decisions[decision].default, by_hand=True), opened
        elif command.open is OpenDecisions.WITHDRAW:
            yield DecisionWithdrawn(decision), opened
    yield StoryJumped(command.to), None


@to(End)
def _end(_moment: Moment, _command: End) -> Iterator[Happening]:
    yield Ended(), None
