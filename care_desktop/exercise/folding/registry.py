"""How an event changes the state: one function a fact, found by the fact's type."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.conditions import counted_from
from care_desktop.exercise.effects import Effects
from care_desktop.exercise.events import Event, Fact
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.journal.records import Seq
from care_desktop.scenario.time import Span

F = TypeVar("F", bound=Fact)
Handler = Callable[[ScriptIndex, State, Event, F], None]

HANDLERS: dict[type[Fact], Handler[Fact]] = {}


def on(kind: type[F]) -> Callable[[Handler[F]], Handler[F]]:
    """Register the function that folds a kind of fact."""

    def register(handler: Handler[F]) -> Handler[F]:
        HANDLERS[kind] = handler  # type: ignore[assignment]
        return handler

    return register


def schedule(state: State, event: Event, effects: Effects) -> None:
    """Put the effects of an event on the agenda: at once, or after their delay."""
    for place, effect in enumerate(effects):
        due = Span(story=event.at.story) if effect.after is None else counted_from(event.at, effect.after)
        item = Item(Rank.EFFECT, event.seq, place)
        state.pending[item] = effect
        state.agenda.put(item, due)


def carried_out(state: State, event: Event, effect: int | None) -> None:
    """Take an effect off the agenda, now that an event carries it out."""
    if effect is not None and event.cause is not None:
        item = Item(Rank.EFFECT, event.cause, effect)
        state.pending.pop(item, None)
        state.agenda.drop(item)


def drop_pending(state: State, causes: Iterable[Seq]) -> None:
    """Cancel the effects of these events that have not come about."""
    gone = set(causes)
    for item in [item for item in state.pending if item.number in gone]:
        del state.pending[item]
        state.agenda.drop(item)
