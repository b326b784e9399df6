"""Services, indicators, recovery steps and triggers: what the world does."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.events import (
    CareValidated,
    EffectLapsed,
    Event,
    HoldEnded,
    ImpairmentEnded,
    IndicatorMoved,
    ServiceImpaired,
    StepAbandoned,
    StepBegun,
    StepFinished,
    StepPaused,
    TriggerFired,
    TriggerRearmed,
    TriggerSilenced,
)
from care_desktop.exercise.folding.registry import carried_out, on
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.services import current, holds_after, replayed_holds
from care_desktop.exercise.state import Contribution, Hold, Impairment, State, StepState, Work
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import ServiceId, StepId
from care_desktop.scenario.time import Span, StoryMs

K = TypeVar("K")
V = TypeVar("V")


@on(ServiceImpaired)
def _impaired(index: ScriptIndex, state: State, event: Event, fact: ServiceImpaired) -> None:
    carried_out(state, event, fact.effect)
    own = state.impairments.setdefault(fact.service, {})
    own[event.seq] = Impairment(event.seq, fact.level, event.at)
    state.validated.pop(fact.service, None)
    if fact.until is not None:
        state.agenda.put(Item(Rank.IMPAIRMENT, event.seq), Span(story=fact.until))
    _update_levels(index, state, event)


@on(ImpairmentEnded)
def _ended(index: ScriptIndex, state: State, event: Event, fact: ImpairmentEnded) -> None:
    carried_out(state, event, fact.effect)
    own = state.impairments[fact.service]
    own[fact.of] = replace(own[fact.of], ended=event.seq, ended_at=event.at)
    state.agenda.drop(Item(Rank.IMPAIRMENT, fact.of))
    _update_levels(index, state, event)


@on(HoldEnded)
def _hold_ended(index: ScriptIndex, state: State, event: Event, fact: HoldEnded) -> None:
    state.agenda.drop(Item(Rank.HOLD, index.place["services", fact.service]))
    state.holds[fact.service] = replace(state.holds[fact.service], ended=event.seq)


@on(CareValidated)
def _validated(_index: ScriptIndex, state: State, event: Event, fact: CareValidated) -> None:
    state.validated[fact.service] = event.seq


@on(IndicatorMoved)
def _moved(_index: ScriptIndex, state: State, event: Event, fact: IndicatorMoved) -> None:
    carried_out(state, event, fact.effect)
    own = state.indicators.setdefault(fact.indicator, {})
    own[event.seq] = Contribution(fact.delta, fact.per_hour, event.at.story)


@on(EffectLapsed)
def _lapsed(_index: ScriptIndex, state: State, event: Event, fact: EffectLapsed) -> None:
    carried_out(state, event, fact.effect)


@on(StepBegun)
def _begun(index: ScriptIndex, state: State, event: Event, fact: StepBegun) -> None:
    before = state.steps.get(fact.step)
    paused = before is not None and before.work is Work.PAUSED
    left = before.left if before is not None and paused else index.steps[fact.step].effort
    state.steps[fact.step] = StepState(Work.UNDER_WAY, left, event.at.story)
    due = Span(story=StoryMs(event.at.story + left))
    state.agenda.put(Item(Rank.STEP, index.place["steps", fact.step]), due)


@on(StepPaused)
def _paused(index: ScriptIndex, state: State, event: Event, fact: StepPaused) -> None:
    done = event.at.story - state.steps[fact.step].since
    _put_down(index, state, event, fact.step, Work.PAUSED, state.steps[fact.step].left - done)


@on(StepAbandoned)
def _abandoned(index: ScriptIndex, state: State, event: Event, fact: StepAbandoned) -> None:
    _put_down(index, state, event, fact.step, Work.ABANDONED, index.steps[fact.step].effort)


@on(StepFinished)
def _finished(index: ScriptIndex, state: State, event: Event, fact: StepFinished) -> None:
    _put_down(index, state, event, fact.step, Work.DONE, 0)


@on(TriggerFired)
def _fired(_index: ScriptIndex, state: State, event: Event, fact: TriggerFired) -> None:
    state.fired[fact.trigger] = event.seq


@on(TriggerRearmed)
def _rearmed(_index: ScriptIndex, state: State, _event: Event, fact: TriggerRearmed) -> None:
    state.fired.pop(fact.trigger, None)


@on(TriggerSilenced)
def _silenced(_index: ScriptIndex, state: State, _event: Event, fact: TriggerSilenced) -> None:
    state.silenced.add(fact.trigger)


def void_contributions(index: ScriptIndex, state: State, gone: set[Seq]) -> None:
    """Take back what these events contributed to services and indicators, as if it had never been."""
    for service, own in list(state.impairments.items()):
        kept: dict[Seq, Impairment] = {}
        for seq, one in own.items():
            if seq in gone:
                state.agenda.drop(Item(Rank.IMPAIRMENT, seq))
            else:
                kept[seq] = replace(one, ended=None, ended_at=None) if one.ended in gone else one
        _keep(state.impairments, service, kept)
    for indicator, flows in list(state.indicators.items()):
        _keep(state.indicators, indicator, {seq: one for seq, one in flows.items() if seq not in gone})
    state.levels = current(index, state.impairments)
    holds = replayed_holds(index, state.impairments)
    for service, hold in holds.items():
        before = state.holds.get(service)
        if before is not None and before.ended is not None and before.ended not in gone:
            holds[service] = replace(hold, ended=before.ended)
    _set_holds(index, state, holds)


def stop_flows(state: State, causes: Collection[Seq], story: StoryMs) -> None:
    """Let the flows that these events began end now; what has flowed stays."""
    for flows in state.indicators.values():
        for seq, one in flows.items():
            if seq in causes and one.until is None and one.per_hour:
                flows[seq] = replace(one, until=story)


def uncall_injects(index: ScriptIndex, state: State, causes: Collection[Seq]) -> None:
    """Put injects that these events called up, and that were not launched, back where they were written."""
    for inject, one in list(state.injects.items()):
        if one.called in causes and one.launched is None:
            state.agenda.drop(Item(Rank.INJECT, index.place["injects", inject]))
            state.injects[inject] = replace(one, called=None, due=index.injects[inject].at)


def _keep(parts: dict[K, dict[Seq, V]], key: K, kept: dict[Seq, V]) -> None:
    if kept:
        parts[key] = kept
    else:
        del parts[key]


def _put_down(index: ScriptIndex, state: State, event: Event, step: StepId, work: Work, left: int) -> None:
    state.steps[step] = StepState(work, StoryMs(left), event.at.story)
    state.agenda.drop(Item(Rank.STEP, index.place["steps", step]))


def _update_levels(index: ScriptIndex, state: State, event: Event) -> None:
    state.levels = current(index, state.impairments)
    _set_holds(index, state, holds_after(index, state.holds, state.levels, event.at, event.seq))


def _set_holds(index: ScriptIndex, state: State, holds: dict[ServiceId, Hold]) -> None:
    for service in state.holds.keys() - holds.keys():
        state.agenda.drop(Item(Rank.HOLD, index.place["services", service]))
    for service, hold in holds.items():
        lasts = index.services[service].hold
        if lasts is not None and hold.ended is None and state.holds.get(service) != hold:
            due = Span(story=StoryMs(hold.since.story + lasts))
            state.agenda.put(Item(Rank.HOLD, index.place["services", service]), due)
    state.holds = holds
