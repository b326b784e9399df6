"""What happens when an item of the agenda comes: its fact or facts, each with its cause."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.exercise.agenda import Item, Rank
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.conditions import counted_from
from care_desktop.exercise.events import (
    DecisionAlreadyTaken,
    DecisionOpened,
    DefaultApplied,
    DutyOverdue,
    DutyStarted,
    EffectLapsed,
    Fact,
    HoldEnded,
    ImpairmentEnded,
    IndicatorMoved,
    InjectCalledUp,
    InjectLaunched,
    InjectSkipped,
    LimitReached,
    PhaseEntered,
    ServiceImpaired,
    Skip,
    StepFinished,
)
from care_desktop.exercise.folding.timing import jumped_over
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.exercise.tally import open_cells
from care_desktop.exercise.variants import chosen_variant
from care_desktop.journal.records import Seq
from care_desktop.scenario.effects import Ask, Effect, Flow, Impair, Move, Restore, Send, StartDuty
from care_desktop.scenario.ids import DecisionId, InjectId
from care_desktop.scenario.time import Span, StoryMs

Happening = tuple[Fact, Seq | None]
"""A fact that is about to happen, and the event that it follows from."""


def happenings(index: ScriptIndex, state: State, item: Item, at: Instant) -> Iterator[Happening]:
    """What falls due. Each item brings at least one event, and that event takes it off the agenda."""
    script = index.script
    place = item.number
    match item.rank:
        case Rank.PHASE:
            phase = script.phases[place]
            yield PhaseEntered(phase.id, phase.num, phase.den), None
        case Rank.EFFECT:
            yield from _effect(index, state, item, at)
        case Rank.STEP:
            yield StepFinished(script.steps[place].id), None
        case Rank.IMPAIRMENT:
            yield _impairment_over(state, Seq(place)), Seq(place)
        case Rank.HOLD:
            service = script.services[place].id
            yield HoldEnded(service), state.holds[service].cause
        case Rank.DUTY:
            duty = script.duties[place].id
            yield DutyOverdue(duty), state.duty(duty).started
        case Rank.LIMIT:
            decision = script.decisions[place].id
            yield LimitReached(decision), state.decision(decision).opened
        case Rank.DEFAULT:
            described = script.decisions[place]
            yield (
                DefaultApplied(described.id, described.default, by_hand=False),
                state.decision(described.id).reached,
            )
        case Rank.INJECT:
            inject = script.injects[place].id
            yield _planned(index, state, inject, at), state.inject(inject).called
        case Rank.CROSSING | Rank.UNDONE:
            raise ValueError("conditions are watched by the engine, not kept on the agenda")


def _planned(index: ScriptIndex, state: State, inject: InjectId, at: Instant) -> Fact:
    """A planned inject launches by itself, unless a jump is passing over it."""
    if jumped_over(state.line, at.story):
        return InjectSkipped(inject, Skip.JUMP)
    return InjectLaunched(inject, by_hand=False, variant=chosen_variant(index, state.seed, inject))


def _impairment_over(state: State, of: Seq) -> ImpairmentEnded:
    service = next(service for service, own in state.impairments.items() if of in own)
    return ImpairmentEnded(service, of)


def _effect(index: ScriptIndex, state: State, item: Item, at: Instant) -> Iterator[Happening]:
    cause = Seq(item.number)
    facts = list(_facts(index, state, state.pending[item], item.place, at))
    for fact in facts or [EffectLapsed(item.place)]:
        yield fact, cause


def _facts(index: ScriptIndex, state: State, effect: Effect, place: int, at: Instant) -> Iterator[Fact]:
    match effect:
        case Impair(service, level, lasts):
            until = None if lasts is None else StoryMs(at.story + lasts)
            yield ServiceImpaired(service, level, until, place)
        case Restore(service):
            for seq, own in state.impairments.get(service, {}).items():
                if own.ended is None:
                    yield ImpairmentEnded(service, seq, place)
        case Move(indicator, delta):
            yield IndicatorMoved(indicator, delta=delta, effect=place)
        case Flow(indicator, per_hour):
            yield IndicatorMoved(indicator, per_hour=per_hour, effect=place)
        case Ask(decision):
            yield from _question(index, state, decision, place, at)
        case Send(inject):
            one = state.inject(inject)
            if one.launched is None and one.called is None and not one.left_out:
                yield InjectCalledUp(inject, place)
        case StartDuty(duty):
            if state.duty(duty).started is None:
                yield DutyStarted(duty, deadline_of(index, duty, at), effect=place)


def _question(
    index: ScriptIndex, state: State, decision: DecisionId, place: int, at: Instant
) -> Iterator[Fact]:
    one = state.decision(decision)
    if one.opened is not None or one.withdrawn is not None:
        return
    if open_cells(index, state, decision):
        limit = index.decisions[decision].limit
        yield DecisionOpened(decision, None if limit is None else counted_from(at, limit), place)
    else:
        yield DecisionAlreadyTaken(decision, place)


def deadline_of(index: ScriptIndex, duty: str, at: Instant) -> Span | None:
    """The last moment in time for a duty whose T0 is ``at``; None for *sans délai*."""
    deadline = index.duties[duty].deadline
    return None if deadline is None else counted_from(at, deadline)
