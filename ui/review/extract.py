"""What the journal holds around a moment: an hour and a line for each thing that counts there. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from care_desktop.exercise import events as e
from care_desktop.scenario.time import MINUTE
from ui.review.telling import name_of, typed

if TYPE_CHECKING:
    from care_desktop.exercise.words import Words
    from ui.review.past import Past
    from ui.voice import Voice

_BEFORE, _AFTER = 2 * MINUTE, MINUTE


class Row(NamedTuple):
    """A line of the extract: the time of the fact in play, and what it was."""

    play: int
    text: str


def extract(voice: Voice, past: Past, begun: int, ended: int, about: str | None = None) -> tuple[Row, ...]:
    """What happened from a little before ``begun`` to a little after ``ended``.

    What concerns the decision ``about`` is always there; what concerns another is not.
    """
    rows = []
    for event in past.events:
        fact: Any = event.fact
        tell = _TELLERS.get(type(fact))
        if tell is None:
            continue
        typed_at = getattr(fact, "fact_at", None)
        play = event.at.play if typed_at is None else typed_at
        decision = getattr(fact, "decision", None)
        own = about is not None and decision == about
        if own or (decision is None and begun - _BEFORE <= play <= ended + _AFTER):
            rows.append(Row(play, tell(voice, past, fact)))
    return tuple(sorted(rows, key=lambda row: row.play))


def _quoted(voice: Voice, head: str, words: Words | None) -> str:
    said = typed(voice, words)
    return voice.say("review.quoted", head=head, text=said) if said else head


def _answered(voice: Voice, past: Past, fact: e.AnswerGiven) -> str:
    by = name_of(voice, past.index, "functions", fact.by) or name_of(voice, past.index, "cells", fact.cell)
    option = None if fact.option is None else past.index.options.get((fact.decision, fact.option))
    what = voice.say("review.other_decision") if option is None else voice.text(option.label)
    return _quoted(voice, voice.say("review.decided_by", what=what, who=by), fact.text)


def _revised(voice: Voice, past: Past, fact: e.DecisionRevised) -> str:
    option = past.index.options.get((fact.decision, fact.option))
    what = fact.option if option is None else voice.text(option.label)
    return _quoted(voice, voice.say("review.told_revised", what=what), fact.text)


def _launched(voice: Voice, past: Past, fact: e.InjectDelivered) -> str:
    cell = name_of(voice, past.index, "cells", fact.recipient)
    written, key = past.index.injects.get(fact.inject), _stimulus(voice, past, fact.inject)
    named = key if written is None else f"{key} {voice.text(written.title)}"
    return voice.say("review.told_delivered", key=named, cell=cell)


def _stimulus(voice: Voice, past: Past, inject: str) -> str:
    return past.inject_key(inject) or voice.say("review.improvised")


def _asked(voice: Voice, past: Past, fact: e.InformationAsked) -> str:
    cell = name_of(voice, past.index, "cells", fact.cell)
    return voice.say("review.told_cell_asked", cell=cell, text=typed(voice, fact.text))


def _entry(voice: Voice, past: Past, fact: e.EntryWritten) -> str:
    cell = name_of(voice, past.index, "cells", fact.cell)
    text = typed(voice, fact.text)
    return voice.say("review.told_wrote", cell=cell, text=text) if cell else text


def _called(voice: Voice, past: Past, fact: e.CorrespondentCalled) -> str:
    name = name_of(voice, past.index, "correspondents", fact.correspondent)
    return _quoted(voice, voice.say("review.told_called", name=name), fact.text)


def _met(voice: Voice, past: Past, fact: e.DutyMet) -> str:
    return voice.say("review.told_met", name=name_of(voice, past.index, "duties", fact.duty))


def _named(key: str, sort: str, of: str) -> Callable[[Voice, Past, Any], str]:
    def tell(voice: Voice, past: Past, fact: e.Fact) -> str:
        return voice.say(key, name=name_of(voice, past.index, sort, getattr(fact, of)))

    return tell


_TELLERS: dict[type[e.Fact], Callable[[Voice, Past, Any], str]] = {
    e.InjectDelivered: _launched,
    e.DeliveryFailed: lambda v, p, f: v.say(
        "review.told_not_reached",
        key=_stimulus(v, p, f.inject),
        cell=name_of(v, p.index, "cells", f.recipient),
    ),
    e.ShownInRoom: lambda v, p, f: v.say("review.told_shown", key=_stimulus(v, p, f.inject)),
    e.InformationAsked: _asked,
    e.AnswerGiven: _answered,
    e.DecisionRevised: _revised,
    e.LimitReached: lambda v, p, f: v.say("review.told_limit", key=p.decision_key(f.decision)),
    e.DefaultApplied: lambda v, p, f: v.say("review.told_default", key=p.decision_key(f.decision)),
    e.SpontaneousDecisionTaken: lambda v, p, f: v.say(
        "review.told_spontaneous",
        cell=name_of(v, p.index, "cells", f.cell),
        text=typed(v, f.text),
    ),
    e.CorrespondentCalled: _called,
    e.EntryWritten: _entry,
    e.DutyMet: _met,
    e.StepBegun: _named("review.told_step_begun", "steps", "step"),
    e.StepFinished: _named("review.told_step_finished", "steps", "step"),
    e.HoldEnded: _named("review.told_hold_ended", "services", "service"),
    e.CareValidated: _named("review.told_validated", "services", "service"),
    e.Suspended: lambda v, _p, _f: v.say("review.told_suspended"),
    e.Resumed: lambda v, _p, _f: v.say("review.told_resumed"),
}
