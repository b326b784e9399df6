"""What an event brings about at once, by the rules and not by the script's effects."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.exercise.conditions import holds
from care_desktop.exercise.events import (
    AnswerGiven,
    AnswerGraded,
    CorrespondentCalled,
    DutyMet,
    Event,
    Fact,
    LimitReached,
    RiskStruck,
    StepBegun,
)
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import State
from care_desktop.exercise.tally import settlement
from care_desktop.scenario.ids import DecisionId


def consequences(index: ScriptIndex, state: State, event: Event) -> Iterator[Fact]:
    """The facts that follow an event directly, with that event as their cause."""
    fact = event.fact
    match fact:
        case AnswerGiven(decision) | AnswerGraded(decision):
            yield from _settle(index, state, decision, at_limit=False)
        case LimitReached(decision):
            yield from _settle(index, state, decision, at_limit=True)
        case StepBegun(step):
            for risk in index.steps[step].risks:
                struck = risk.id in state.steps[step].struck
                if not struck and not holds(index, state, risk.unless, event.at):
                    yield RiskStruck(step, risk.id)
        case CorrespondentCalled():
            yield from _claims(index, state, fact)
        case _:
            return


def _settle(index: ScriptIndex, state: State, decision: DecisionId, *, at_limit: bool) -> Iterator[Fact]:
    settled = settlement(index, state, decision, at_limit=at_limit)
    if settled is not None:
        yield settled


def _claims(index: ScriptIndex, state: State, call: CorrespondentCalled) -> Iterator[Fact]:
    """A call meets a duty once all that must be said has been said to that correspondent."""
    said = state.said[call.correspondent]
    for claim in index.correspondents[call.correspondent].claims:
        if state.duty(claim.duty).met is None and said.issuperset(claim.points):
            yield DutyMet(claim.duty, call.correspondent, by=call.by, fact_at=call.fact_at)
