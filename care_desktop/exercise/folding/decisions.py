"""Decisions: asked, answered, settled, revised, or left to their limit."""

from __future__ import annotations

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.events import (
    AnswerGiven,
    AnswerGraded,
    DecisionAlreadyTaken,
    DecisionOpened,
    DecisionRevised,
    DecisionSettled,
    DecisionWithdrawn,
    DefaultApplied,
    DefaultHeld,
    DefaultReleased,
    Event,
    LimitExtended,
    LimitReached,
)
from care_desktop.exercise.folding.registry import carried_out, drop_pending, on
from care_desktop.exercise.folding.world import stop_flows, uncall_injects
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Given, Settled, State
from care_desktop.exercise.tally import open_cells
from care_desktop.scenario.ids import DecisionId
from care_desktop.scenario.time import PlayMs, Span


@on(DecisionOpened)
def _opened(index: ScriptIndex, state: State, event: Event, fact: DecisionOpened) -> None:
    carried_out(state, event, fact.effect)
    one = state.decision(fact.decision)
    state.decisions[fact.decision] = replace(
        one, asked=one.asked or event.seq, opened=event.seq, opened_at=event.at
    )
    _set_limit(index, state, fact.decision, fact.limit)


@on(DecisionAlreadyTaken)
def _already_taken(_index: ScriptIndex, state: State, event: Event, fact: DecisionAlreadyTaken) -> None:
    carried_out(state, event, fact.effect)
    one = state.decision(fact.decision)
    state.decisions[fact.decision] = replace(one, asked=one.asked or event.seq)


@on(AnswerGiven)
def _answered(_index: ScriptIndex, state: State, event: Event, fact: AnswerGiven) -> None:
    one = state.decision(fact.decision)
    given = Given(event.seq, fact.cell, fact.option)
    state.decisions[fact.decision] = replace(one, answers=(*one.answers, given))


@on(AnswerGraded)
def _graded(_index: ScriptIndex, state: State, event: Event, fact: AnswerGraded) -> None:
    one = state.decision(fact.decision)
    state.decisions[fact.decision] = replace(
        one,
        answers=tuple(replace(a, option=fact.option) if a.seq == fact.answer else a for a in one.answers),
        settled=tuple(
            replace(s, seq=event.seq, option=fact.option) if s.answer == fact.answer else s
            for s in one.settled
        ),
    )


@on(DecisionSettled)
def _settled(index: ScriptIndex, state: State, event: Event, fact: DecisionSettled) -> None:
    one = state.decision(fact.decision)
    settled = Settled(event.seq, fact.option, fact.answer, fact.cell)
    state.decisions[fact.decision] = replace(one, settled=(*one.settled, settled))
    if fact.cell is None or len(one.settled) + 1 == len(index.decisions[fact.decision].cells):
        _close(index, state, fact.decision)


@on(LimitExtended)
def _extended(index: ScriptIndex, state: State, _event: Event, fact: LimitExtended) -> None:
    state.decisions[fact.decision] = replace(state.decision(fact.decision), reached=None)
    _close(index, state, fact.decision)
    _set_limit(index, state, fact.decision, fact.limit)


@on(LimitReached)
def _reached(index: ScriptIndex, state: State, event: Event, fact: LimitReached) -> None:
    _close(index, state, fact.decision)
    state.decisions[fact.decision] = replace(state.decision(fact.decision), reached=event.seq)
    _let_default_come(index, state, fact.decision, event)


@on(DefaultHeld)
def _held(index: ScriptIndex, state: State, _event: Event, fact: DefaultHeld) -> None:
    state.decisions[fact.decision] = replace(state.decision(fact.decision), held=True)
    state.agenda.drop(_default(index, fact.decision))


@on(DefaultReleased)
def _released(index: ScriptIndex, state: State, event: Event, fact: DefaultReleased) -> None:
    one = replace(state.decision(fact.decision), held=False)
    state.decisions[fact.decision] = one
    if one.reached is not None and open_cells(index, state, fact.decision):
        _let_default_come(index, state, fact.decision, event)


@on(DefaultApplied)
def _defaulted(index: ScriptIndex, state: State, event: Event, fact: DefaultApplied) -> None:
    _close(index, state, fact.decision)
    defaulted = Settled(event.seq, fact.option)
    state.decisions[fact.decision] = replace(state.decision(fact.decision), defaulted=defaulted)


@on(DecisionWithdrawn)
def _withdrawn(index: ScriptIndex, state: State, event: Event, fact: DecisionWithdrawn) -> None:
    _close(index, state, fact.decision)
    state.decisions[fact.decision] = replace(state.decision(fact.decision), withdrawn=event.seq)


@on(DecisionRevised)
def _revised(index: ScriptIndex, state: State, event: Event, fact: DecisionRevised) -> None:
    followers = state.followers(fact.of)
    drop_pending(state, followers)
    stop_flows(state, followers, event.at.story)
    uncall_injects(index, state, followers)
    one = state.decision(fact.decision)
    revised = Settled(event.seq, fact.option, None, fact.cell)
    kept = tuple(s for s in one.settled if s.seq != fact.of)
    state.decisions[fact.decision] = replace(one, settled=(*kept, revised), defaulted=None)


def _set_limit(index: ScriptIndex, state: State, decision: DecisionId, limit: Span | None) -> None:
    state.decisions[decision] = replace(state.decision(decision), limit=limit)
    if limit is not None:
        state.agenda.put(Item(Rank.LIMIT, index.place["decisions", decision]), limit.later(1))


def _let_default_come(index: ScriptIndex, state: State, decision: DecisionId, event: Event) -> None:
    grace = index.script.options.grace
    if grace is not None and not state.decision(decision).held:
        state.agenda.put(_default(index, decision), Span(play=PlayMs(event.at.play + grace)))


def _close(index: ScriptIndex, state: State, decision: DecisionId) -> None:
    state.agenda.drop(Item(Rank.LIMIT, index.place["decisions", decision]))
    state.agenda.drop(_default(index, decision))


def _default(index: ScriptIndex, decision: DecisionId) -> Item:
    return Item(Rank.DEFAULT, index.place["decisions", decision])
