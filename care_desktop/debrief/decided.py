"""How the measures of decisions are taken: from when, until when, and what counts."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from care_desktop.debrief.answers import answers_in, asked_in, revisions_in
from care_desktop.debrief.comparison import compare
from care_desktop.debrief.decisions import Answered, Decided, Decisions, Outcome, Way
from care_desktop.debrief.played import Played
from care_desktop.debrief.times import jumps
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import (
    AnswerGiven,
    AnswerGraded,
    DecisionRevised,
    DecisionSettled,
    DecisionWithdrawn,
    DefaultApplied,
    Event,
    InformationAsked,
    InjectDelivered,
    LimitExtended,
    ShownInRoom,
    SpontaneousDecisionTaken,
)
from care_desktop.exercise.state import DecisionState
from care_desktop.exercise.tally import lead_of
from care_desktop.scenario.ids import CellId, DecisionId
from care_desktop.scenario.script import Decides, Decision
from care_desktop.scenario.time import PlayMs, Span


def decisions(played: Played) -> Decisions:
    """Every decision of the exercise."""
    taken: list[Decided] = []
    not_asked: list[DecisionId] = []
    told = played.told("decision", *_KINDS)
    for name, described in played.index.decisions.items():
        one = played.state.decision(name)
        if one.asked is None and not one.answers:
            not_asked.append(name)
        elif described.decides is Decides.EACH:
            taken += [_decided(played, described, told.get(name, []), cell) for cell in described.cells]
        else:
            taken.append(_decided(played, described, told.get(name, []), None))
    timed = [one for one in taken if one.latency_ms is not None]
    latencies = sorted(one.latency_ms or 0 for one in timed if not one.jumped_ms)
    censored = sum(one.censored_ms is not None for one in taken)
    taken += _spontaneous(played)
    return Decisions(
        tuple(taken),
        _median(latencies),
        len(latencies),
        len(timed) - len(latencies),
        censored,
        tuple(not_asked),
    )


_KINDS = (
    AnswerGiven,
    AnswerGraded,
    DecisionRevised,
    DecisionSettled,
    DecisionWithdrawn,
    DefaultApplied,
    InformationAsked,
    LimitExtended,
)
"""What is told of a decision, beside its opening and its limit."""


def _decided(played: Played, described: Decision, told: list[Event], each: CellId | None) -> Decided:
    """One row: of the cell ``each`` where each decides for itself, else of whoever decided."""
    one = played.state.decision(described.id)
    answers = tuple(answers_in(played, told, each))
    counting = next((answer for answer in answers if answer.counts), None)
    cell = each or (lead_of(described) if counting is None else counting.cell)
    reached_at = _reached_at(played, one, cell, counting)
    row = Decided(
        Way.ASKED,
        Outcome.UNDECIDED,
        cell,
        described.id,
        opened=one.opened,
        opened_at=one.opened_at,
        since=reached_at,
        limit=one.limit,
        allowed_ms=None if one.limit is None or reached_at is None else _play(played, one.limit) - reached_at,
        answers=answers,
        revisions=tuple(revisions_in(played, told, each)),
        asked=tuple(asked_in(played, told, each)),
        extended=sum(isinstance(event.fact, LimitExtended) for event in told),
    )
    if counting is None:
        return _left_open(played, described, row, told)
    return _settled(played, described, row, told)


def _settled(played: Played, described: Decision, row: Decided, told: list[Event]) -> Decided:
    answer = next(one for one in row.answers if one.counts)
    last = _last_voice(row, answer, told) if described.decides is Decides.MAJORITY else answer
    at = played.when(played.event(last.seq), last.at)
    since = row.since
    early = since is None or since > at.play
    margin = None
    if row.limit is not None and not early:
        margin = row.limit.ms - (at.story if row.limit.play is None else at.play)
    return replace(
        row,
        way=Way.ANTICIPATED if early else Way.ASKED,
        outcome=Outcome.DECIDED,
        seq=answer.seq,
        at=at.play,
        story=at.story,
        latency_ms=None if since is None or early else at.play - since,
        jumped_ms=_jumped(played, row, at),
        margin_ms=margin,
        late=answer.late,
        option=answer.option,
        by=answer.by,
        authority=answer.authority,
        confidence=answer.confidence,
        text=answer.text,
        comparison=compare(played, described.milestone, at, row.cell),
    )


def _jumped(played: Played, row: Decided, at: Instant) -> int:
    """How much of the story was passed over between the opening of a question and the fact of its answer."""
    return sum(
        jump.story_to - jump.story_from
        for jump in jumps(played)
        if row.opened is not None and row.opened < jump.seq and jump.story_to <= at.story
    )


def _last_voice(row: Decided, counting: Answered, told: list[Event]) -> Answered:
    """A majority is there when the last of the voices that made it up was heard."""
    settled = max(
        event.seq
        for event in told
        if isinstance(event.fact, DecisionSettled) and event.fact.answer == counting.seq
    )
    return max((one for one in row.answers if one.seq < settled), key=lambda one: (one.at, one.seq))


def _left_open(played: Played, described: Decision, row: Decided, told: list[Event]) -> Decided:
    """A question without an answer that counts: drawn up to its deadline, or to the end."""
    comparison = compare(played, described.milestone, None, row.cell)
    for event in told:
        if isinstance(event.fact, DecisionWithdrawn):
            return replace(
                row, outcome=Outcome.WITHDRAWN, seq=event.seq, at=event.at.play, comparison=comparison
            )
    stop, row = played.end.play, replace(row, comparison=comparison)
    for event in told:
        fact = event.fact
        if isinstance(fact, DefaultApplied):
            stop = event.at.play
            row = replace(
                row,
                outcome=Outcome.DEFAULTED,
                seq=event.seq,
                at=event.at.play,
                story=event.at.story,
                option=fact.option,
            )
    if row.since is None:
        return row
    if row.limit is not None:
        stop = min(stop, _play(played, row.limit))
    return replace(row, censored_ms=max(0, stop - row.since))


def _reached_at(played: Played, one: DecisionState, cell: CellId, counting: Answered | None) -> PlayMs | None:
    """When the question reached the cell; None where it was never put."""
    if one.opened is None or one.opened_at is None:
        return None
    cause = played.event(one.opened).cause
    brought = None if cause is None else played.event(cause).fact
    if not isinstance(brought, InjectDelivered | ShownInRoom):
        return one.opened_at.play
    inject = played.state.inject(brought.inject)
    shown = [] if inject.shown is None else [inject.shown.play]
    own = [d.at for d in inject.deliveries if d.at is not None and d.recipient == cell]
    anybody = [d.at for d in inject.deliveries if d.at is not None]
    first = min((*shown, *own), default=None)
    if first is None or (counting is not None and first > counting.at):
        # The cell heard of it otherwise than it was noted: from whoever was reached first
        first = min((*shown, *anybody), default=one.opened_at.play)
    return first


def _play(played: Played, limit: Span) -> PlayMs:
    """When a limit is over in play time."""
    return limit.play if limit.play is not None else played.line.play_at(limit.ms)


def _spontaneous(played: Played) -> Iterator[Decided]:
    for event, fact in played.facts(SpontaneousDecisionTaken):
        at = played.when(event, fact.fact_at)
        yield Decided(
            Way.SPONTANEOUS,
            Outcome.DECIDED,
            fact.cell,
            seq=event.seq,
            at=at.play,
            story=at.story,
            by=fact.by,
            authority=fact.authority,
            text=fact.text,
        )


def _median(ordered: list[int]) -> int | None:
    if not ordered:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2
