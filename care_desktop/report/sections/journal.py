"""The excerpt of the journal: number, real and story time, what it is about, what happened, what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from care_desktop.exercise import events as e
from care_desktop.report.author import Author, bold, cell, second
from care_desktop.report.model import Cell, Column, Table
from care_desktop.report.sections.alerts import raised
from care_desktop.report.sections.decided import option_of
from care_desktop.report.sections.exercised import why_stopped

_TEXT = 140

Told = tuple[str, str, str]
"""What it is about, what happened, what was said."""

_MARKS = {
    e.Mark.SEEN: "report.mark_seen",
    e.Mark.PARTLY: "report.mark_partly",
    e.Mark.NOT_SEEN: "report.mark_not_seen",
    e.Mark.NOTED: "report.mark_noted",
}


def journal(author: Author) -> Table:
    """The table; the whole journal is attached where the file has it."""
    say = author.say
    whole = "report.journal_attached" if author.attached else "report.journal_elsewhere"
    return author.table(
        "journal",
        say("report.journal_title"),
        (
            Column(say("report.column_number"), 32),
            Column(say("report.axis_real" if author.room.known else "report.axis_play"), 52),
            Column(say("report.axis_story"), 56),
            Column(say("report.column_object"), 94),
            Column(say("report.column_happened"), 58),
            Column(say("report.column_written"), 190),
        ),
        [_row(author, event) for event in author.dossier.excerpt],
        subtitle=say("report.journal_sub"),
        notes=(author.note(say("report.rest"), say(whole, n=author.dossier.events)),),
    )


def _row(author: Author, event: e.Event) -> tuple[Cell, ...]:
    about, happened, said = _told(author, event)
    fact_at = getattr(event.fact, "fact_at", None)
    entered = author.room.of(event.seq, event.at.play)
    fact = entered if fact_at is None else author.room.at(fact_at)
    if abs(entered - fact) > 60_000:
        said = " ".join(
            filter(None, (said, author.say("report.entered_at", hour=author.voice.clock(entered))))
        )
    return (
        second(f"{event.seq:04d}"),
        (bold(author.voice.clock_to_second(fact)),),
        cell(author.story(event.at.story)),
        cell(about),
        cell(happened),
        cell(said),
    )


def _told(author: Author, event: e.Event) -> Told:
    fact: Any = event.fact
    teller = _TELLERS.get(type(fact))
    return ("", author.say("report.happened_other"), "") if teller is None else teller(author, fact)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _option(author: Author, decision: str, option: str | None) -> str:
    found = option_of(author, decision, option)
    return author.cut(author.voice.text(found.label), 120) if found else option or ""


def _answered(author: Author, fact: e.AnswerGiven | e.DecisionRevised) -> Told:
    key = "report.happened_revised" if isinstance(fact, e.DecisionRevised) else "report.happened_decided"
    who = author.name("function", fact.by) or author.name("cell", fact.cell)
    option = _option(author, fact.decision, fact.option)
    return (
        author.key_of_decision(fact.decision),
        author.say(key),
        _joined(who, option, author.quoted(fact.text, _TEXT)),
    )


def _called(author: Author, fact: e.CorrespondentCalled) -> Told:
    said = raised(author, fact.correspondent, fact.said)
    name = author.name("correspondent", fact.correspondent)
    return (name, author.say("report.happened_called"), _joined(said, author.quoted(fact.text, _TEXT)))


def _observed(author: Author, fact: e.ObservationMarked) -> Told:
    about, mark = author.say("report.object_observation"), author.say(_MARKS[fact.mark])
    return (
        about,
        mark,
        _joined(author.name("criterion", fact.criterion, _TEXT), author.quoted(fact.text, _TEXT)),
    )


def _inject_name(author: Author, inject: str) -> str:
    return author.say("report.object_inject", key=author.inject_key(inject))


def _stopped(author: Author, fact: e.Suspended | e.Interrupted) -> Told:
    text = fact.text if isinstance(fact, e.Suspended) else None
    return (
        author.say("report.object_time"),
        author.say("report.happened_stopped"),
        _joined(why_stopped(author, fact.why), author.quoted(text, _TEXT)),
    )


def _impaired(author: Author, fact: e.ServiceImpaired) -> Told:
    level = "report.level_down" if fact.level == 2 else "report.level_degraded"
    return (author.name("service", fact.service), author.say("report.happened_changed"), author.say(level))


_TELLERS: dict[type[e.Fact], Callable[[Author, Any], Told]] = {
    e.Begun: lambda a, _: ("", "DEBEX", a.say("report.happened_begun")),
    e.Ended: lambda a, _: ("", "FINEX", a.say("report.happened_ended")),
    e.Suspended: _stopped,
    e.Interrupted: _stopped,
    e.Resumed: lambda a, _: (a.say("report.object_time"), a.say("report.happened_resumed"), ""),
    e.StoryJumped: lambda a, f: (
        a.say("report.object_time"),
        a.say("report.happened_jumped"),
        a.say("report.jumped_to", story=a.story(f.to)),
    ),
    e.PhaseEntered: lambda a, f: (
        a.say("report.phase"),
        a.say("report.happened_entered"),
        a.name("phase", f.phase),
    ),
    e.AnswerGiven: _answered,
    e.DecisionRevised: _answered,
    e.SpontaneousDecisionTaken: lambda a, f: (
        a.say("report.object_spontaneous"),
        a.say("report.happened_decided"),
        _joined(a.name("function", f.by) or a.name("cell", f.cell), a.quoted(f.text, _TEXT)),
    ),
    e.DefaultApplied: lambda a, f: (
        a.key_of_decision(f.decision),
        a.say("report.happened_default"),
        _option(a, f.decision, f.option),
    ),
    e.LimitReached: lambda a, f: (a.key_of_decision(f.decision), a.say("report.happened_limit"), ""),
    e.DecisionOpened: lambda a, f: (a.key_of_decision(f.decision), a.say("report.happened_opened"), ""),
    e.InformationAsked: lambda a, f: (
        a.key_of_decision(f.decision),
        a.say("report.happened_asked"),
        a.quoted(f.text, _TEXT),
    ),
    e.DutyStarted: lambda a, f: (a.name("duty", f.duty), a.say("report.happened_duty_started"), ""),
    e.DutyMet: lambda a, f: (a.name("duty", f.duty), a.say("report.happened_done"), a.quoted(f.text, _TEXT)),
    e.CorrespondentCalled: _called,
    e.FunctionArrived: lambda a, f: (
        a.name("function", f.function),
        a.say("report.happened_arrived"),
        a.name("cell", f.cell),
    ),
    e.FunctionLeft: lambda a, f: (
        a.name("function", f.function),
        a.say("report.happened_left"),
        a.quoted(f.text, _TEXT),
    ),
    e.AuthorityHandedOver: lambda a, f: (
        a.name("cell", f.cell),
        a.say("report.happened_handed_over"),
        a.name("function", f.to),
    ),
    e.RiskStruck: lambda a, f: (a.name("step", f.step), a.say("report.happened_struck"), ""),
    e.StepBegun: lambda a, f: (a.name("step", f.step), a.say("report.happened_entered"), ""),
    e.StepFinished: lambda a, f: (a.name("step", f.step), a.say("report.happened_finished"), ""),
    e.CareValidated: lambda a, f: (
        a.name("service", f.service),
        a.say("report.happened_validated"),
        a.name("function", f.by),
    ),
    e.ServiceImpaired: _impaired,
    e.HoldEnded: lambda a, f: (a.name("service", f.service), a.say("report.happened_hold_ended"), ""),
    e.ObservationMarked: _observed,
    e.EntryWritten: lambda a, f: (
        a.say("report.object_log"),
        a.say("report.happened_written"),
        _joined(a.name("cell", f.cell), a.quoted(f.text, _TEXT)),
    ),
    e.RecordAmended: lambda a, f: (f"{f.of:04d}", a.say("report.happened_amended"), a.quoted(f.text, _TEXT)),
    e.InjectLaunched: lambda a, f: (_inject_name(a, f.inject), a.say("report.happened_launched"), ""),
    e.InjectDelivered: lambda a, f: (
        _inject_name(a, f.inject),
        a.say("report.happened_delivered"),
        a.name("cell", f.recipient),
    ),
    e.DeliveryFailed: lambda a, f: (
        _inject_name(a, f.inject),
        a.say("report.happened_not_reached"),
        _joined(a.name("cell", f.recipient), a.quoted(f.text, _TEXT)),
    ),
}
