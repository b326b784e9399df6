"""Taking a cause back: the state as if it, and all that followed from it, had never been."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.events import CauseVoided, Event
from care_desktop.exercise.folding.registry import drop_pending, on
from care_desktop.exercise.folding.timing import uncall_inject
from care_desktop.exercise.folding.world import set_holds
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.services import backlogs_after, current, holds_after, replayed
from care_desktop.exercise.state import DecisionState, DutyState, Hold, Impairment, InjectState, Pile, State
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Ask, Effect, Send, StartDuty
from care_desktop.scenario.ids import ServiceId
from care_desktop.scenario.time import Span


@on(CauseVoided)
def _cause_voided(index: ScriptIndex, state: State, event: Event, fact: CauseVoided) -> None:
    gone = set(fact.voided)
    wanted = dict(_wanted_besides(index, state, gone))
    state.voided |= gone
    drop_pending(state, gone)
    if _touches_services(state, gone):
        _void_impairments(state, gone)
        _work_out_services(index, state, gone)
    _void_flows(state, gone)
    _void_triggers(state, gone)
    _void_questions(index, state, gone)
    _void_duties(index, state, gone)
    _void_injects(index, state, fact.of, gone, event.seq)
    for item, effect in wanted.items():
        state.lapsed.pop(item, None)
        state.pending[item] = effect
        state.agenda.put(item, Span(story=event.at.story))


def _wanted_besides(index: ScriptIndex, state: State, gone: set[Seq]) -> Iterator[tuple[Item, Effect]]:
    """What other causes wanted too, and found done already by what is now taken back."""
    for item, effect in state.lapsed.items():
        match effect:
            case Send(inject):
                done = state.inject(inject).called in gone
            case StartDuty(duty):
                done = state.duty(duty).started in gone
            case Ask(decision):
                done = state.decision(decision).asked in gone
            case _:
                done = False
        if done and item.number not in gone:
            yield item, effect
    for inject, one in state.injects.items():
        asks = index.injects[inject].asks if inject in index.injects else None
        reached = one.shown is not None or any(delivery.at is not None for delivery in one.deliveries)
        if asks is None or one.launched is None or one.launched in gone or not reached:
            continue
        if state.decision(asks).asked in gone:
            yield Item(Rank.EFFECT, one.launched, len(index.injects[inject].effects)), Ask(asks)


def _touches_services(state: State, gone: set[Seq]) -> bool:
    """Whether services are otherwise without these events: working them out anew takes long."""
    if any(hold.ended in gone for hold in state.expired.values()):
        return True
    return any(
        one.seq in gone or one.ended in gone for own in state.impairments.values() for one in own.values()
    )


def _void_impairments(state: State, gone: set[Seq]) -> None:
    for service, own in list(state.impairments.items()):
        kept: dict[Seq, Impairment] = {}
        for seq, one in own.items():
            if seq in gone:
                state.agenda.drop(Item(Rank.IMPAIRMENT, seq))
            elif one.ended in gone:
                kept[seq] = replace(one, ended=None, ended_at=None)
                if one.until is not None:
                    state.agenda.put(Item(Rank.IMPAIRMENT, seq), Span(story=one.until))
            else:
                kept[seq] = one
        if kept:
            state.impairments[service] = kept
        else:
            del state.impairments[service]


def _void_flows(state: State, gone: set[Seq]) -> None:
    for indicator, flows in list(state.indicators.items()):
        kept = {seq: one for seq, one in flows.items() if seq not in gone}
        if kept:
            state.indicators[indicator] = kept
        else:
            del state.indicators[indicator]


def _work_out_services(index: ScriptIndex, state: State, gone: set[Seq]) -> None:
    """Levels, holds and validations, from the impairments that are left."""
    state.levels = current(index, state)
    state.expired = {name: hold for name, hold in state.expired.items() if hold.ended not in gone}
    holds: dict[ServiceId, Hold] = {}
    backlogs: dict[ServiceId, tuple[Pile, ...]] = {}
    before: Mapping[ServiceId, ServiceLevel] = {}
    worse: dict[ServiceId, int] = {}
    for seq, at, levels in replayed(index, state):
        holds = holds_after(index, holds, levels, at, seq)
        backlogs = backlogs_after(index, backlogs, levels, at)
        worse |= {one: seq for one, level in levels.items() if level > before.get(one, 0)}
        before = levels
    for service, own in state.impairments.items():
        worse[service] = max(worse.get(service, 0), *own)
    state.backlogs = backlogs
    set_holds(index, state, {one: state.expired.get((one, hold.cause), hold) for one, hold in holds.items()})
    state.validated = {one: seq for one, seq in state.confirmed.items() if seq > worse.get(one, 0)}


def _void_triggers(state: State, gone: set[Seq]) -> None:
    for trigger in [trigger for trigger, seq in state.fired.items() if seq in gone]:
        del state.fired[trigger]
    for trigger, rearmed in list(state.rearmed.items()):
        if rearmed.seq in gone:
            del state.rearmed[trigger]
            if rearmed.fired not in gone:
                state.fired.setdefault(trigger, rearmed.fired)


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


def _void_duties(index: ScriptIndex, state: State, gone: set[Seq]) -> None:
    for duty, one in list(state.duties.items()):
        if one.started in gone:
            state.agenda.drop(Item(Rank.DUTY, index.place["duties", duty]))
            state.duties[duty] = DutyState(met=one.met)


def _void_injects(index: ScriptIndex, state: State, of: Seq, gone: set[Seq], by: Seq) -> None:
    """The one that was recalled no longer comes by itself; those that came with it are to come again."""
    for inject, one in list(state.injects.items()):
        if one.launched in gone:
            state.injects[inject] = InjectState(
                due=one.due,
                planned=one.planned,
                called=one.called,
                skipped=one.skipped,
                left_out=one.left_out,
                recalled=by if one.launched == of else None,
                corrected=one.corrected,
                improvised=one.improvised,
            )
        if one.called in gone:
            uncall_inject(index, state, inject)
