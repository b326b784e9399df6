"""Services, indicators, recovery steps and triggers: what the world does."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.events import (
    CareValidated,
    EffectLapsed,
    Event,
    HoldEnded,
    ImpairmentEnded,
    IndicatorMoved,
    RiskStruck,
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
from care_desktop.exercise.folding.timing import uncall_inject
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.services import backlogs_after, current, holds_after
from care_desktop.exercise.state import (
    Contribution,
    Hold,
    Impairment,
    Island,
    Rearmed,
    State,
    StepState,
    Work,
)
from care_desktop.journal.records import Seq
from care_desktop.scenario.ids import ServiceId, StepId
from care_desktop.scenario.time import Span, StoryMs


@on(ServiceImpaired)
def _impaired(index: ScriptIndex, state: State, event: Event, fact: ServiceImpaired) -> None:
    carried_out(state, event, fact.effect)
    own = state.impairments.setdefault(fact.service, {})
    own[event.seq] = Impairment(event.seq, fact.level, event.at, until=fact.until)
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
    hold = replace(state.holds[fact.service], ended=event.seq)
    state.agenda.drop(Item(Rank.HOLD, index.place["services", fact.service]))
    state.holds[fact.service] = state.expired[fact.service, hold.cause] = hold


@on(CareValidated)
def _validated(_index: ScriptIndex, state: State, event: Event, fact: CareValidated) -> None:
    state.validated[fact.service] = state.confirmed[fact.service] = event.seq


@on(IndicatorMoved)
def _moved(_index: ScriptIndex, state: State, event: Event, fact: IndicatorMoved) -> None:
    carried_out(state, event, fact.effect)
    own = state.indicators.setdefault(fact.indicator, {})
    own[event.seq] = Contribution(fact.delta, fact.per_hour, event.at.story)


@on(EffectLapsed)
def _lapsed(_index: ScriptIndex, state: State, event: Event, fact: EffectLapsed) -> None:
    if event.cause is not None:
        item = Item(Rank.EFFECT, event.cause, fact.effect)
        state.lapsed[item] = state.pending[item]
    carried_out(state, event, fact.effect)


@on(StepBegun)
def _begun(index: ScriptIndex, state: State, event: Event, fact: StepBegun) -> None:
    before = state.steps.get(fact.step)
    paused = before is not None and before.work is Work.PAUSED
    left = before.left if before is not None and paused else index.steps[fact.step].effort
    struck = before.struck if before is not None and paused else ()
    state.steps[fact.step] = StepState(Work.UNDER_WAY, left, event.at.story, struck)
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
    island = index.steps[fact.step].island
    if island:
        state.islands |= {service: Island(event.seq, event.at) for service in island}
        _update_levels(index, state, event)


@on(RiskStruck)
def _struck(_index: ScriptIndex, state: State, _event: Event, fact: RiskStruck) -> None:
    one = state.steps[fact.step]
    state.steps[fact.step] = replace(one, struck=(*one.struck, fact.risk))


@on(TriggerFired)
def _fired(_index: ScriptIndex, state: State, event: Event, fact: TriggerFired) -> None:
    state.fired[fact.trigger] = event.seq


@on(TriggerRearmed)
def _rearmed(_index: ScriptIndex, state: State, event: Event, fact: TriggerRearmed) -> None:
    fired = state.fired.pop(fact.trigger)
    state.rearmed[fact.trigger] = Rearmed(event.seq, fired)


@on(TriggerSilenced)
def _silenced(_index: ScriptIndex, state: State, _event: Event, fact: TriggerSilenced) -> None:
    state.silenced.add(fact.trigger)


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
            uncall_inject(index, state, inject)


def _put_down(index: ScriptIndex, state: State, event: Event, step: StepId, work: Work, left: int) -> None:
    state.steps[step] = replace(state.steps[step], work=work, left=StoryMs(left), since=event.at.story)
    state.agenda.drop(Item(Rank.STEP, index.place["steps", step]))


def _update_levels(index: ScriptIndex, state: State, event: Event) -> None:
    before = state.levels
    state.levels = current(index, state)
    for service in [one for one in state.validated if state.level(one) > before.get(one, 0)]:
        del state.validated[service]
    state.backlogs = backlogs_after(index, state.backlogs, state.levels, event.at)
    set_holds(index, state, holds_after(index, state.holds, state.levels, event.at, event.seq))


def set_holds(index: ScriptIndex, state: State, holds: dict[ServiceId, Hold]) -> None:
    """Let these services be those that are not nominal, each since its own time."""
    for service in state.holds.keys() - holds.keys():
        state.agenda.drop(Item(Rank.HOLD, index.place["services", service]))
    for service, hold in holds.items():
        if hold.ended is None and state.holds.get(service) is hold:
            continue
        lasts = index.services[service].hold
        item = Item(Rank.HOLD, index.place["services", service])
        if hold.ended is not None:
            state.agenda.drop(item)
        elif lasts is not None and state.holds.get(service) != hold and not _ended_just_now(state, service):
            state.agenda.put(item, Span(story=StoryMs(hold.since.story + lasts)))
    state.holds = holds


def _ended_just_now(state: State, service: ServiceId) -> bool:
    """Whether a procedure that does not hold at all has had its price at this instant: once is enough."""
    return any(name == service and hold.since == state.now for (name, _), hold in state.expired.items())
