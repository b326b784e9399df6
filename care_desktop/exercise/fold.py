"""Apply one event, or fold many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from care_desktop.exercise.effects import BRING_EFFECTS, effects_of
from care_desktop.exercise.events import ACTS, Event
from care_desktop.exercise.folding import decisions, duties, injects, timing, voiding, world
from care_desktop.exercise.folding.registry import HANDLERS, schedule
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.services import Transition, changes
from care_desktop.exercise.state import State

AREAS = (decisions, duties, injects, timing, voiding, world)
"""The modules whose handlers are registered by being imported."""


def apply(index: ScriptIndex, state: State, event: Event) -> None:
    """Add one event to a state, which must be the fold of all events before it."""
    state.seq = event.seq
    state.now = event.at
    fact = event.fact
    kind = type(fact)
    if event.cause is not None:
        state.children[event.cause] = (*state.children.get(event.cause, ()), event.seq)
        if kind in ACTS:
            state.acts.add(event.seq)
    handler = HANDLERS.get(kind)
    if handler is not None:
        handler(index, state, event, fact)
    if kind in BRING_EFFECTS:
        schedule(state, event, effects_of(index, state, fact))


def fold(index: ScriptIndex, events: Iterable[Event], onto: State | None = None) -> State:
    """The state that events add up to, from nothing or from the state before them, which is changed."""
    state = State() if onto is None else onto
    for event in events:
        apply(index, state, event)
    return state


def transitions(index: ScriptIndex, events: Iterable[Event]) -> Iterator[Transition]:
    """Every change of a service's level, as the exercise went."""
    state = State()
    for event in events:
        before = state.levels
        apply(index, state, event)
        if state.levels is not before:
            yield from changes(before, state)
