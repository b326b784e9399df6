"""Which answer settles a decision that several cells are asked."""

from __future__ import annotations

from collections import Counter

from care_desktop.exercise.events import DecisionSettled
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Given, State
from care_desktop.scenario.ids import CellId, DecisionId
from care_desktop.scenario.script import Decides, Decision

Vote = tuple[str | None, int]
"""What an answer amounts to: its option, or itself when it is in words of its own."""


def lead_of(decision: Decision) -> CellId:
    """The cell that decides; the first one where none is named."""
    return decision.lead if decision.lead is not None else decision.cells[0]


def open_cells(index: ScriptIndex, state: State, decision: DecisionId) -> tuple[CellId, ...]:
    """The cells whose decision is still awaited; empty when all is settled, by default or withdrawn."""
    described = index.decisions[decision]
    one = state.decision(decision)
    if one.withdrawn is not None or one.defaulted is not None:
        return ()
    if described.decides is Decides.EACH:
        done = {settled.cell for settled in one.settled}
        if None in done:  # a default that was revised since: it stands for all who had not decided
            return ()
        return tuple(cell for cell in described.cells if cell not in done)
    return () if one.settled else described.cells


def settlement(
    index: ScriptIndex, state: State, decision: DecisionId, *, at_limit: bool = False
) -> DecisionSettled | None:
    """What the last answer settles, or the passing of the limit; None while it is still open."""
    described = index.decisions[decision]
    one = state.decision(decision)
    open_for = open_cells(index, state, decision)
    if not one.answers or not open_for:
        return None
    last = one.answers[-1]
    match described.decides:
        case Decides.EACH:
            return _settled(decision, last, last.cell) if last.cell in open_for else None
        case Decides.FIRST:
            return _settled(decision, one.answers[0])
        case Decides.LEAD:
            lead = next((a for a in one.answers if a.cell == lead_of(described)), None)
            return None if lead is None else _settled(decision, lead)
        case Decides.MAJORITY:
            return _majority(described, one.answers, at_limit=at_limit)


def _settled(decision: DecisionId, given: Given, cell: CellId | None = None) -> DecisionSettled:
    return DecisionSettled(decision, given.option, given.seq, cell)


def _majority(decision: Decision, answers: tuple[Given, ...], *, at_limit: bool) -> DecisionSettled | None:
    votes = Counter(_vote(given) for given in answers)
    most = max(votes.values())
    everybody = len(answers) == len(decision.cells)
    if not (most * 2 > len(decision.cells) or everybody or at_limit):
        return None
    leading = [given for given in answers if votes[_vote(given)] == most]
    lead = next((given for given in leading if given.cell == lead_of(decision)), leading[0])
    return _settled(decision.id, lead)


def _vote(given: Given) -> Vote:
    return (given.option, 0) if given.option is not None else (None, given.seq)
