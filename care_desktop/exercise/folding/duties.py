"""Duties, calls and presence."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.events import (
    AuthorityHandedOver,
    CorrespondentCalled,
    DutyMet,
    DutyOverdue,
    DutyStarted,
    Event,
    FunctionArrived,
    FunctionLeft,
)
from care_desktop.exercise.folding.registry import carried_out, on
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Presence, State


@on(DutyStarted)
def _started(index: ScriptIndex, state: State, event: Event, fact: DutyStarted) -> None:
    carried_out(state, event, fact.effect)
    if fact.effect is None and not fact.by_hand:
        state.by_condition.add(event.seq)
    one = state.duty(fact.duty)
    at = state.line.fact(fact.fact_at, event.at)
    state.duties[fact.duty] = replace(one, started=event.seq, started_at=at, deadline=fact.deadline)
    if fact.deadline is not None and one.met is None:
        state.agenda.put(Item(Rank.DUTY, index.place["duties", fact.duty]), fact.deadline.later(1))


@on(DutyMet)
def _met(index: ScriptIndex, state: State, event: Event, fact: DutyMet) -> None:
    state.duties[fact.duty] = replace(state.duty(fact.duty), met=event.seq)
    state.agenda.drop(Item(Rank.DUTY, index.place["duties", fact.duty]))


@on(DutyOverdue)
def _overdue(index: ScriptIndex, state: State, event: Event, fact: DutyOverdue) -> None:
    state.duties[fact.duty] = replace(state.duty(fact.duty), overdue=event.seq)
    state.agenda.drop(Item(Rank.DUTY, index.place["duties", fact.duty]))


@on(CorrespondentCalled)
def _called(_index: ScriptIndex, state: State, _event: Event, fact: CorrespondentCalled) -> None:
    before = state.said.get(fact.correspondent, frozenset())
    state.said[fact.correspondent] = before.union(fact.said)


@on(FunctionArrived)
def _arrived(_index: ScriptIndex, state: State, event: Event, fact: FunctionArrived) -> None:
    since = event.at.play if fact.fact_at is None else fact.fact_at
    state.presence[fact.function] = Presence(fact.cell, since)


@on(FunctionLeft)
def _left(_index: ScriptIndex, state: State, _event: Event, fact: FunctionLeft) -> None:
    state.presence.pop(fact.function, None)


@on(AuthorityHandedOver)
def _handed_over(_index: ScriptIndex, state: State, _event: Event, fact: AuthorityHandedOver) -> None:
    state.authority[fact.cell] = fact.to
