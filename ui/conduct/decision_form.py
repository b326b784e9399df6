"""What is written down of a decision, and the command that it makes."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise import commands as c
from care_desktop.exercise.words import Words
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Effect, Impair, Restore, Send
from care_desktop.scenario.ids import CellId, DecisionId, FunctionId, OptionId
from care_desktop.scenario.time import PlayMs, Span
from ui.conduct.decision_rows import open_cells, to_come
from ui.conduct.names import decision_code, inject_code, service_named
from ui.conduct.seen import Seen


class Kind(StrEnum):
    """What a cell did."""

    OPTION = "option"
    OTHER = "other"
    INFORMATION = "information"


class Form(Struct, frozen=True):
    """What is filled in. ``decision`` is None for one that nobody asked."""

    decision: DecisionId | None
    cell: CellId
    kind: Kind = Kind.OPTION
    option: OptionId | None = None
    by: FunctionId | None = None
    authority: FunctionId | None = None
    fact_at: PlayMs | None = None


class Subject(Struct, frozen=True):
    """A decision that can be written down; an empty ``decision`` is a spontaneous one."""

    decision: DecisionId
    name: str


def subjects(seen: Seen) -> list[Subject]:
    """What can be written down: what is open, what may be anticipated, and what nobody asked."""
    opened = [
        decision
        for decision, one in seen.view.decisions.items()
        if one.opened is not None and open_cells(seen, decision)
    ]
    say = seen.speaker.say
    named = [Subject(one, say("conduct.subject_asked", decision=_named(seen, one))) for one in opened]
    coming = [one for one in to_come(seen) if one not in opened]
    named += [Subject(one, say("conduct.subject_to_come", decision=_named(seen, one))) for one in coming]
    return [*named, Subject("", say("conduct.subject_spontaneous"))]


def is_revision(seen: Seen, decision: DecisionId | None) -> bool:
    """Whether writing it down again replaces what was decided."""
    if decision is None:
        return False
    one = seen.decision(decision)
    return bool(one.standing) and not open_cells(seen, decision)


def cells(seen: Seen, decision: DecisionId | None) -> tuple[CellId, ...]:
    """The cells whose decision it may be."""
    if decision is None:
        return tuple(seen.index.cells)
    left = open_cells(seen, decision)
    answered = {given.cell for given in seen.decision(decision).answers}
    return tuple(cell for cell in left if cell not in answered) or seen.index.decisions[decision].cells


def functions(seen: Seen, cell: CellId | None) -> list[FunctionId]:
    """Who may have decided: those that are there, those of the cell, then all others."""
    own = seen.index.cells[cell].functions if cell is not None else ()
    there = [one for one in own if one in seen.view.presence]
    first = [*there, *(one for one in own if one not in there)]
    return [*first, *(one for one in seen.index.functions if one not in first)]


def usual_authority(seen: Seen, decision: DecisionId | None, cell: CellId | None) -> FunctionId | None:
    """On whose authority it is decided, unless somebody says otherwise."""
    if decision is not None and seen.index.decisions[decision].authority is not None:
        return seen.index.decisions[decision].authority
    return None if cell is None else seen.view.authority.get(cell)


def command(seen: Seen, form: Form, words: Words | None) -> c.Command | None:
    """The command that a form makes; None where something is missing."""
    if form.decision is None:
        if words is None:
            return None
        return c.DecideSpontaneously(form.cell, words, form.by, form.authority, form.fact_at)
    if form.kind is Kind.INFORMATION:
        return None if words is None else _information(form, form.decision, words)
    if is_revision(seen, form.decision):
        return _revision(seen, form, form.decision, words)
    option = form.option if form.kind is Kind.OPTION else None
    if option is None and (words is None or form.kind is Kind.OPTION):
        return None
    return c.Answer(
        form.decision,
        form.cell,
        option,
        words,
        by=form.by,
        authority=form.authority,
        fact_at=form.fact_at,
    )


def follows(seen: Seen, decision: DecisionId | None, option: OptionId | None) -> str:
    """What an option brings about, for the animator: injects, services."""
    if decision is None or option is None:
        return ""
    parts = [part for effect in seen.index.options[decision, option].effects if (part := _told(seen, effect))]
    return seen.speaker.say("conduct.follows", what=" ; ".join(parts)) if parts else ""


def _information(form: Form, decision: DecisionId, words: Words) -> c.Command:
    return c.AskInformation(decision, form.cell, words, form.by, form.fact_at)


def _revision(seen: Seen, form: Form, decision: DecisionId, words: Words | None) -> c.Command | None:
    if form.option is None:
        return None
    each = any(settled.cell == form.cell for settled in seen.decision(decision).standing)
    return c.Revise(
        decision,
        form.option,
        form.cell if each else None,
        words,
        form.by,
        form.authority,
        form.fact_at,
    )


def _named(seen: Seen, decision: DecisionId) -> str:
    question = seen.speaker.text(seen.index.decisions[decision].question)
    return f"{decision_code(seen, decision)} · {question}"


def _told(seen: Seen, effect: Effect) -> str:
    say = seen.speaker.say
    match effect:
        case Send(inject, after):
            return _after(seen, inject_code(seen, inject), after)
        case Impair(service, level, _, after):
            key = "conduct.service_down" if level is ServiceLevel.DOWN else "conduct.service_degraded"
            return _after(seen, say(key, service=service_named(seen, service)), after)
        case Restore(service, after):
            return _after(seen, say("conduct.service_back", service=service_named(seen, service)), after)
        case _:
            return ""


def _after(seen: Seen, what: str, after: Span | None) -> str:
    if after is None or after.ms == 0:
        return what
    return seen.speaker.say("conduct.in_a_while", what=what, time=seen.speaker.duration(after.ms))
