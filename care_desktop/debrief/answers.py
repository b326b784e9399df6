"""What was said on the way to a decision."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.debrief.decisions import Answered, Asked, Revised
from care_desktop.debrief.played import Played
from care_desktop.exercise.events import (
    AnswerGiven,
    AnswerGraded,
    DecisionRevised,
    DecisionSettled,
    Event,
    InformationAsked,
)
from care_desktop.scenario.ids import CellId


def answers_in(played: Played, told: list[Event], each: CellId | None) -> Iterator[Answered]:
    """The answers, of one cell or of all."""
    settled = {event.fact.answer for event in told if isinstance(event.fact, DecisionSettled)}
    grades = {event.fact.answer: event.fact.option for event in told if isinstance(event.fact, AnswerGraded)}
    for event in told:
        fact = event.fact
        if not isinstance(fact, AnswerGiven) or each not in (None, fact.cell):
            continue
        yield Answered(
            event.seq,
            fact.cell,
            played.when(event, fact.fact_at).play,
            event.at.play,
            grades.get(event.seq, fact.option),
            fact.late,
            event.seq in settled,
            event.seq in grades,
            fact.by,
            fact.authority,
            fact.confidence,
            fact.text,
        )


def revisions_in(played: Played, told: list[Event], each: CellId | None) -> Iterator[Revised]:
    """The changes of mind, of one cell where each decides for itself."""
    for event in told:
        fact = event.fact
        if isinstance(fact, DecisionRevised) and each == fact.cell:
            at = played.when(event, fact.fact_at).play
            yield Revised(event.seq, at, fact.option, fact.by, fact.authority, fact.text)


def asked_in(played: Played, told: list[Event], each: CellId | None) -> Iterator[Asked]:
    """What was asked before deciding, by one cell or by all."""
    for event in told:
        fact = event.fact
        if isinstance(fact, InformationAsked) and each in (None, fact.cell):
            yield Asked(event.seq, fact.cell, played.when(event, fact.fact_at).play, fact.text, fact.by)
