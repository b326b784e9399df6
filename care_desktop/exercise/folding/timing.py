"""The exercise and its time."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.clock import Instant, StoryLine
from care_desktop.exercise.events import (
    Begun,
    Ended,
    Event,
    ExerciseOpened,
    Interrupted,
    PaceChanged,
    PhaseEntered,
    Resumed,
    StoryJumped,
    Suspended,
)
from care_desktop.exercise.folding.registry import on
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import InjectState, State, Status
from care_desktop.scenario.ids import InjectId
from care_desktop.scenario.time import Span

LIVE = frozenset({Status.RUNNING, Status.SUSPENDED})
"""The statuses in which things can fall due."""


@on(ExerciseOpened)
def _opened(index: ScriptIndex, state: State, event: Event, fact: ExerciseOpened) -> None:
    script = index.script
    state.status = Status.PREPARED
    state.seed = fact.seed
    num, den = 1, 1
    for phase in script.phases:
        if phase.starts <= script.starts:
            state.phase, num, den = phase.id, phase.num, phase.den
    state.line = StoryLine().after(Instant(event.at.play, script.starts), num, den)
    for inject in script.injects:
        if inject.at is not None:
            state.injects[inject.id] = InjectState(due=inject.at)


@on(Begun)
def _begun(index: ScriptIndex, state: State, _event: Event, _fact: Begun) -> None:
    state.status = Status.RUNNING
    for place, phase in enumerate(index.script.phases):
        if phase.starts > index.script.starts:
            state.agenda.put(Item(Rank.PHASE, place), Span(story=phase.starts))
    for inject in index.script.injects:
        due = state.inject(inject.id).due
        if due is not None and waits(state, inject.id):
            plan_inject(index, state, inject.id, due)


@on(Suspended)
def _suspended(_index: ScriptIndex, state: State, _event: Event, _fact: Suspended) -> None:
    state.status = Status.SUSPENDED


@on(Interrupted)
def _interrupted(_index: ScriptIndex, state: State, _event: Event, _fact: Interrupted) -> None:
    if state.status is Status.RUNNING:
        state.status = Status.SUSPENDED


@on(Resumed)
def _resumed(_index: ScriptIndex, state: State, _event: Event, _fact: Resumed) -> None:
    state.status = Status.RUNNING


@on(PaceChanged)
def _pace_changed(_index: ScriptIndex, state: State, event: Event, fact: PaceChanged) -> None:
    state.line = state.line.after(event.at, fact.num, fact.den)


@on(PhaseEntered)
def _phase_entered(index: ScriptIndex, state: State, event: Event, fact: PhaseEntered) -> None:
    state.phase = fact.phase
    state.line = state.line.after(event.at, fact.num, fact.den)
    state.agenda.drop(Item(Rank.PHASE, index.place["phases", fact.phase]))


@on(StoryJumped)
def _story_jumped(index: ScriptIndex, state: State, event: Event, fact: StoryJumped) -> None:
    num, den = state.line.pace
    state.jumped = event.seq
    state.line = state.line.after(Instant(event.at.play, fact.to), num, den)
    for place, inject in enumerate(index.script.injects):
        due = state.inject(inject.id).due
        if due is not None and due.story is not None and due.story < fact.to and waits(state, inject.id):
            state.agenda.put(Item(Rank.INJECT, place), Span(story=max(due.story, event.at.story)))


@on(Ended)
def _ended(_index: ScriptIndex, state: State, _event: Event, _fact: Ended) -> None:
    state.status = Status.ENDED
    state.agenda.clear()
    state.pending.clear()


def waits(state: State, inject: InjectId) -> bool:
    """Whether an inject is planned and still to come."""
    one = state.inject(inject)
    return one.launched is None and one.skipped is None and one.recalled is None


def jumped_over(line: StoryLine, story: int) -> bool:
    """Whether a story time lies before the end of a jump; a time at its very end is played."""
    return bool(line.segments) and story < line.segments[-1].start.story


def plan_inject(index: ScriptIndex, state: State, inject: InjectId, due: Span) -> None:
    """Give an inject its time. It falls due by itself where launching is automatic, or a jump passes it."""
    state.injects[inject] = replace(state.inject(inject), due=due)
    passed = due.story is not None and jumped_over(state.line, max(due.story, state.now.story))
    if state.status in LIVE and inject in index.injects and (passed or launches_itself(index, inject)):
        state.agenda.put(Item(Rank.INJECT, index.place["injects", inject]), due)


def uncall_inject(index: ScriptIndex, state: State, inject: InjectId) -> None:
    """Put an inject that was called up, and is not launched, back where it stood before."""
    one = state.inject(inject)
    state.injects[inject] = replace(one, called=None, due=one.planned, planned=None)
    state.agenda.drop(Item(Rank.INJECT, index.place["injects", inject]))
    if one.planned is not None and waits(state, inject) and launches_itself(index, inject):
        plan_inject(index, state, inject, one.planned)


def launches_itself(index: ScriptIndex, inject: InjectId) -> bool:
    """Whether a written inject launches without a hand."""
    own = index.injects[inject].auto
    return index.script.options.auto if own is None else own
