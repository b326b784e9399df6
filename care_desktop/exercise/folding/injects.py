"""Injects: called up, launched, delivered, left out, moved."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.events import (
    DeliveryFailed,
    Event,
    InjectCalledUp,
    InjectCorrected,
    InjectDelivered,
    InjectImprovised,
    InjectLaunched,
    InjectPostponed,
    InjectSkipped,
    ShownInRoom,
    Skip,
    TimelineShifted,
)
from care_desktop.exercise.folding.registry import carried_out, on, schedule
from care_desktop.exercise.folding.timing import plan_inject
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Delivery, Improvised, InjectState, State
from care_desktop.scenario.effects import Ask
from care_desktop.scenario.ids import InjectId
from care_desktop.scenario.time import Span


@on(InjectCalledUp)
def _called_up(index: ScriptIndex, state: State, event: Event, fact: InjectCalledUp) -> None:
    carried_out(state, event, fact.effect)
    if fact.effect is None:
        state.by_condition.add(event.seq)
    one = state.inject(fact.inject)
    state.injects[fact.inject] = replace(one, planned=one.due, called=event.seq, recalled=None)
    plan_inject(index, state, fact.inject, Span(story=event.at.story))


@on(InjectLaunched)
def _launched(index: ScriptIndex, state: State, event: Event, fact: InjectLaunched) -> None:
    state.injects[fact.inject] = replace(
        state.inject(fact.inject),
        launched=event.seq,
        launched_at=event.at,
        variant=fact.variant,
        shown=None,
        deliveries=(),
        recalled=None,
    )
    _not_due(index, state, fact.inject)


@on(InjectDelivered)
def _delivered(index: ScriptIndex, state: State, event: Event, fact: InjectDelivered) -> None:
    at = event.at.play if fact.fact_at is None else fact.fact_at
    _note_delivery(state, fact.inject, Delivery(event.seq, fact.recipient, at))
    _bring_question(index, state, event, fact.inject)


@on(DeliveryFailed)
def _delivery_failed(_index: ScriptIndex, state: State, event: Event, fact: DeliveryFailed) -> None:
    _note_delivery(state, fact.inject, Delivery(event.seq, fact.recipient, None))


@on(ShownInRoom)
def _shown(index: ScriptIndex, state: State, event: Event, fact: ShownInRoom) -> None:
    state.injects[fact.inject] = replace(state.inject(fact.inject), shown=event.at)
    _bring_question(index, state, event, fact.inject)


@on(InjectSkipped)
def _skipped(index: ScriptIndex, state: State, event: Event, fact: InjectSkipped) -> None:
    by_hand = fact.why is Skip.BY_HAND
    state.injects[fact.inject] = replace(state.inject(fact.inject), skipped=event.seq, left_out=by_hand)
    _not_due(index, state, fact.inject)


@on(InjectPostponed)
def _postponed(index: ScriptIndex, state: State, _event: Event, fact: InjectPostponed) -> None:
    _not_due(index, state, fact.inject)
    plan_inject(index, state, fact.inject, fact.to)


@on(TimelineShifted)
def _shifted(index: ScriptIndex, state: State, _event: Event, fact: TimelineShifted) -> None:
    for inject in fact.injects:
        due = state.inject(inject).due
        if due is not None:
            plan_inject(index, state, inject, due.later(fact.by_ms))


@on(InjectImprovised)
def _improvised(_index: ScriptIndex, state: State, _event: Event, fact: InjectImprovised) -> None:
    state.injects[fact.inject] = InjectState(improvised=Improvised(fact.channel, fact.recipients, fact.text))


@on(InjectCorrected)
def _corrected(_index: ScriptIndex, state: State, _event: Event, fact: InjectCorrected) -> None:
    state.injects[fact.inject] = replace(state.inject(fact.inject), corrected=fact.text)


def _note_delivery(state: State, inject: InjectId, delivery: Delivery) -> None:
    one = state.inject(inject)
    state.injects[inject] = replace(one, deliveries=(*one.deliveries, delivery))


def _bring_question(index: ScriptIndex, state: State, event: Event, inject: InjectId) -> None:
    """The first time an inject reaches somebody, the decision that it asks for opens."""
    written = index.injects.get(inject)
    if written is None or written.asks is None or state.decision(written.asks).asked is not None:
        return
    state.decisions[written.asks] = replace(state.decision(written.asks), asked=event.seq)
    schedule(state, event, (Ask(written.asks),))


def _not_due(index: ScriptIndex, state: State, inject: InjectId) -> None:
    if inject in index.injects:
        state.agenda.drop(Item(Rank.INJECT, index.place["injects", inject]))
