"""Injects, and taking a cause back."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.events import (
    CauseVoided,
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
    TimelineShifted,
)
from care_desktop.exercise.folding.registry import carried_out, drop_pending, on, schedule
from care_desktop.exercise.folding.timing import plan_inject
from care_desktop.exercise.folding.world import void_contributions
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import DecisionState, Delivery, DutyState, Improvised, InjectState, State
from care_desktop.journal.records import Seq
from care_desktop.scenario.effects import Ask
from care_desktop.scenario.ids import InjectId
from care_desktop.scenario.time import Span


@on(InjectCalledUp)
def _called_up(index: ScriptIndex, state: State, event: Event, fact: InjectCalledUp) -> None:
    carried_out(state, event, fact.effect)
    state.injects[fact.inject] = replace(state.inject(fact.inject), called=event.seq, recalled=None)
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
    state.injects[fact.inject] = replace(state.inject(fact.inject), skipped=event.seq)
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


@on(CauseVoided)
def _cause_voided(index: ScriptIndex, state: State, event: Event, fact: CauseVoided) -> None:
    gone = set(fact.voided)
    state.voided |= gone
    drop_pending(state, gone)
    void_contributions(index, state, gone)
    for trigger in [trigger for trigger, seq in state.fired.items() if seq in gone]:
        del state.fired[trigger]
    _void_questions(index, state, gone)
    _void_injects(index, state, gone, event.seq)


def _void_questions(index: ScriptIndex, state: State, gone: set[Seq]) -> None:
    for decision, before in list(state.decisions.items()):
        one = _question_without(before, gone)
        if before.opened in gone:
            state.agenda.drop(Item(Rank.LIMIT, index.place["decisions", decision]))
            state.agenda.drop(Item(Rank.DEFAULT, index.place["decisions", decision]))
        if one == DecisionState():
            del state.decisions[decision]
        else:
            state.decisions[decision] = one
    for duty, started in list(state.duties.items()):
        if started.started in gone:
            state.agenda.drop(Item(Rank.DUTY, index.place["duties", duty]))
            state.duties[duty] = DutyState(met=started.met)


def _question_without(one: DecisionState, gone: set[Seq]) -> DecisionState:
    """A decision without these events; what cells had answered beforehand stays."""
    kept = DecisionState(
        asked=None if one.asked in gone else one.asked,
        answers=tuple(given for given in one.answers if given.seq not in gone),
        settled=tuple(settled for settled in one.settled if settled.seq not in gone),
        defaulted=None if one.defaulted is None or one.defaulted.seq in gone else one.defaulted,
        withdrawn=None if one.withdrawn in gone else one.withdrawn,
    )
    if one.opened in gone:
        return kept
    return replace(
        kept, opened=one.opened, opened_at=one.opened_at, limit=one.limit, reached=one.reached, held=one.held
    )


def _void_injects(index: ScriptIndex, state: State, gone: set[Seq], by: Seq) -> None:
    for inject, before in list(state.injects.items()):
        one = before
        if one.called in gone:
            written = index.injects.get(inject)
            one = replace(one, called=None, due=None if written is None else written.at)
            _not_due(index, state, inject)
        if one.launched in gone:
            one = InjectState(
                due=one.due,
                called=one.called,
                skipped=one.skipped,
                recalled=by,
                corrected=one.corrected,
                improvised=one.improvised,
            )
        state.injects[inject] = one


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
