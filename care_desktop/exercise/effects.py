"""Which effects follow from a fact: the one table that says where the script acts on the world."""

from __future__ import annotations

from itertools import chain

from care_desktop.exercise.events import (
    AnswerGraded,
    DecisionRevised,
    DecisionSettled,
    DefaultApplied,
    Fact,
    HoldEnded,
    InjectLaunched,
    LimitReached,
    RiskStruck,
    StepFinished,
    TriggerFired,
)
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.scenario.effects import Effect
from care_desktop.scenario.ids import DecisionId, OptionId

Effects = tuple[Effect, ...]


BRING_EFFECTS: frozenset[type[Fact]] = frozenset(
    {
        AnswerGraded,
        DecisionRevised,
        DecisionSettled,
        DefaultApplied,
        HoldEnded,
        InjectLaunched,
        LimitReached,
        RiskStruck,
        StepFinished,
        TriggerFired,
    }
)
"""The facts from which effects may follow."""


def effects_of(index: ScriptIndex, state: State, fact: Fact) -> Effects:
    """The effects of a fact, in document order. The state already counts the fact."""
    match fact:
        case InjectLaunched(inject):
            return index.injects[inject].effects if inject in index.injects else ()
        case DecisionSettled(decision, option) | DefaultApplied(decision, option):
            return _of_option(index, decision, option)
        case DecisionRevised(decision, option):
            return _of_option(index, decision, option)
        case AnswerGraded(decision, answer, option):
            counts = any(one.answer == answer for one in state.decision(decision).settled)
            return _of_option(index, decision, option) if counts else ()
        case LimitReached(decision):
            return index.decisions[decision].at_limit
        case StepFinished(step):
            struck = state.steps[step].struck
            done = (risk.when_done for risk in index.steps[step].risks if risk.id in struck)
            return (*index.steps[step].effects, *chain.from_iterable(done))
        case RiskStruck(step, risk):
            return index.risks[step, risk].effects
        case HoldEnded(service):
            return index.services[service].at_hold
        case TriggerFired(trigger):
            return index.triggers[trigger].effects
        case _:
            raise TypeError(f"no effects follow from {fact!r}")


def _of_option(index: ScriptIndex, decision: DecisionId, option: OptionId | None) -> Effects:
    return () if option is None else index.options[decision, option].effects
