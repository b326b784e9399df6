"""Commands about decisions."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.exercise.commands import (
    Answer,
    ApplyDefault,
    AskInformation,
    DecideSpontaneously,
    ExtendLimit,
    GradeAnswer,
    HoldDefault,
    ReleaseDefault,
    Revise,
    WithdrawDecision,
)
from care_desktop.exercise.conditions import past
from care_desktop.exercise.deciding.registry import Moment, check_fact_time, check_known, refuse, to
from care_desktop.exercise.events import (
    AnswerGiven,
    AnswerGraded,
    DecisionRevised,
    DecisionWithdrawn,
    DefaultApplied,
    DefaultHeld,
    DefaultReleased,
    InformationAsked,
    LimitExtended,
    SpontaneousDecisionTaken,
)
from care_desktop.exercise.falling_due import Happening
from care_desktop.exercise.state import DecisionState, Settled
from care_desktop.exercise.tally import open_cells
from care_desktop.scenario.ids import CellId, DecisionId, FunctionId, OptionId
from care_desktop.scenario.time import PlayMs, Span


@to(Answer)
def _answer(moment: Moment, command: Answer) -> Iterator[Happening]:
    one = _asked_of(moment, command.decision, command.cell)
    _check_who(moment, command.by, command.authority, command.fact_at)
    if command.option is None and command.text is None:
        refuse("refusal.empty_answer")
    if command.option is not None:
        _check_option(moment, command.decision, command.option)
    if one.withdrawn is not None:
        refuse("refusal.decision_withdrawn")
    if one.defaulted is not None or any(given.cell == command.cell for given in one.answers):
        refuse("refusal.already_answered")
    fact = moment.state.line.fact(command.fact_at, moment.at)
    late = one.limit is not None and past(one.limit, fact)
    yield (
        AnswerGiven(
            command.decision,
            command.cell,
            command.option,
            late=late,
            anticipated=one.asked is None,
            text=command.text,
            by=command.by,
            authority=command.authority,
            confidence=command.confidence,
            fact_at=command.fact_at,
        ),
        one.opened,
    )


@to(AskInformation)
def _ask_information(moment: Moment, command: AskInformation) -> Iterator[Happening]:
    one = _asked_of(moment, command.decision, command.cell)
    _check_open(moment, command.decision)
    _check_who(moment, command.by, None, command.fact_at)
    yield (
        InformationAsked(command.decision, command.cell, command.text, command.by, command.fact_at),
        one.opened,
    )


@to(DecideSpontaneously)
def _decide_spontaneously(moment: Moment, command: DecideSpontaneously) -> Iterator[Happening]:
    check_known(moment.index.cells, command.cell)
    _check_who(moment, command.by, command.authority, command.fact_at)
    yield (
        SpontaneousDecisionTaken(command.cell, command.text, command.by, command.authority, command.fact_at),
        None,
    )


@to(GradeAnswer)
def _grade(moment: Moment, command: GradeAnswer) -> Iterator[Happening]:
    for decision, one in moment.state.decisions.items():
        for given in one.answers:
            if given.seq == command.answer:
                if given.option is not None:
                    refuse("refusal.answer_has_option")
                if command.option is not None:
                    _check_option(moment, decision, command.option)
                yield AnswerGraded(decision, command.answer, command.option), command.answer
                return
    refuse("refusal.unknown", id=str(command.answer))


@to(ExtendLimit)
def _extend(moment: Moment, command: ExtendLimit) -> Iterator[Happening]:
    one = _check_open(moment, command.decision)
    if one.limit is None:
        refuse("refusal.no_limit")
    limit: Span | None = None
    if command.by_ms is not None:
        if command.by_ms < 1:
            refuse("refusal.time_is_past")
        now = moment.at.story if one.limit.play is None else moment.at.play
        limit = one.limit.later(max(0, now - one.limit.ms) + command.by_ms)
    yield LimitExtended(command.decision, limit), one.opened


@to(HoldDefault)
def _hold(moment: Moment, command: HoldDefault) -> Iterator[Happening]:
    one = _check_open(moment, command.decision)
    if one.held:
        refuse("refusal.default_held")
    yield DefaultHeld(command.decision), one.opened


@to(ReleaseDefault)
def _release(moment: Moment, command: ReleaseDefault) -> Iterator[Happening]:
    one = _described(moment, command.decision)
    if not one.held:
        refuse("refusal.default_not_held")
    yield DefaultReleased(command.decision), one.opened


@to(ApplyDefault)
def _apply_default(moment: Moment, command: ApplyDefault) -> Iterator[Happening]:
    one = _check_open(moment, command.decision)
    if one.reached is None:
        refuse("refusal.limit_not_reached")
    default = moment.index.decisions[command.decision].default
    yield DefaultApplied(command.decision, default, by_hand=True), one.reached


@to(WithdrawDecision)
def _withdraw(moment: Moment, command: WithdrawDecision) -> Iterator[Happening]:
    one = _check_open(moment, command.decision)
    yield DecisionWithdrawn(command.decision), one.opened


@to(Revise)
def _revise(moment: Moment, command: Revise) -> Iterator[Happening]:
    one = _described(moment, command.decision)
    _check_option(moment, command.decision, command.option)
    _check_who(moment, command.by, command.authority, command.fact_at)
    first = _standing(one, command.cell)
    if first is None:
        refuse("refusal.nothing_to_revise")
    if first.option == command.option:
        refuse("refusal.same_option")
    yield (
        DecisionRevised(
            command.decision,
            command.option,
            first.seq,
            first.cell,
            command.text,
            command.by,
            command.authority,
            command.fact_at,
        ),
        first.seq,
    )


def _standing(one: DecisionState, cell: CellId | None) -> Settled | None:
    return next((settled for settled in one.standing if settled.cell == cell), None)


def _described(moment: Moment, decision: DecisionId) -> DecisionState:
    check_known(moment.index.decisions, decision)
    return moment.state.decision(decision)


def _asked_of(moment: Moment, decision: DecisionId, cell: CellId) -> DecisionState:
    one = _described(moment, decision)
    if cell not in moment.index.decisions[decision].cells:
        refuse("refusal.cell_not_asked")
    return one


def _check_open(moment: Moment, decision: DecisionId) -> DecisionState:
    one = _described(moment, decision)
    if one.opened is None or not open_cells(moment.index, moment.state, decision):
        refuse("refusal.decision_not_open")
    return one


def _check_option(moment: Moment, decision: DecisionId, option: OptionId) -> None:
    if (decision, option) not in moment.index.options:
        refuse("refusal.unknown_option", id=option)


def _check_who(
    moment: Moment, by: FunctionId | None, authority: FunctionId | None, fact_at: PlayMs | None
) -> None:
    for function in (by, authority):
        if function is not None:
            check_known(moment.index.functions, function)
    check_fact_time(moment, fact_at)
