"""Who was alerted: every correspondent of the scenario, with the call to it, and the level of the plan."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from care_desktop.debrief.duties import Done
from care_desktop.journal.records import Seq
from care_desktop.report.author import Author, cell, name_cell, second
from care_desktop.report.model import Answer, Cell, Column, Line, Mark, Note, Role, Table, phrase, strong
from care_desktop.scenario.ids import CorrespondentId, PointId
from care_desktop.scenario.script import Correspondent
from care_desktop.scenario.time import PlayMs

SAID = 130


def alerts(author: Author) -> Table:
    """The first call to each, or that none is recorded."""
    say = author.say
    signed = any(call.by or call.cell for call in author.debrief.log.calls)
    return author.table(
        "alerts",
        say("report.alerts_title"),
        (
            Column(say("report.column_alerted"), 172 if signed else 212),
            Column(say("report.column_first_call"), 116 if signed else 180),
            Column(say("report.axis_story"), 70 if signed else 90),
            *((Column(say("report.column_caller"), 124),) if signed else ()),
        ),
        [_row(author, one)[: 4 if signed else 3] for one in author.script.correspondents],
        subtitle=_subtitle(author),
        notes=_notes(author, signed=signed),
    )


def _subtitle(author: Author) -> str:
    if author.dossier.simulated:
        return author.say("report.alerts_simulated")
    return "" if author.unaided else author.say("report.alerts_sub")


def _notes(author: Author, *, signed: bool) -> tuple[Note, ...]:
    say = author.say
    reading = unrecorded(author) or say("report.alerts_reading")
    reading = " ".join(filter(None, (reading, _unsigned(author, signed=signed))))
    plan = _plan(author)
    notes = (author.note(say("report.plan_level"), plan),) if plan else ()
    return (*notes, author.note(say("report.reading"), reading))


def unrecorded(author: Author) -> str:
    """That nobody was there to tick what was done, so that nothing follows from what is not written."""
    return author.say("report.unaided_unrecorded") if author.unaided else ""


def raised(author: Author, to: CorrespondentId | None, said: Iterable[PointId]) -> str:
    """The points ticked as said, and no other."""
    points = {point.id: point for one in author.script.correspondents if one.id == to for point in one.points}
    told = [
        author.voice.text(points[one].text) if one in points else one
        for one in said
        if not (author.dossier.simulated and one in points and points[one].if_any)
    ]
    return author.cut(author.voice.joined(told), SAID)


def _unsigned(author: Author, *, signed: bool) -> str:
    """That no call has its author, once, rather than in every row."""
    return "" if signed or not author.debrief.log.calls else author.say("report.alerts_unsigned")


def _row(author: Author, one: Correspondent) -> tuple[Cell, ...]:
    say = author.say
    calls = [call for call in author.debrief.log.calls if call.correspondent == one.id]
    name = name_cell(author.name("correspondent", one.id))
    if calls:
        call = min(calls, key=attrgetter("fact"))
        who = author.name("function", call.by) or author.name("cell", call.cell)
        return (
            name,
            _hour(author, call.fact, call.seq),
            second(author.story(author.debrief.times.story_at(call.fact))),
            cell(who) if who else second(say("report.alert_unsaid")),
        )
    return (name, *_uncalled(author, one))


def _hour(author: Author, play: PlayMs, seq: Seq | None) -> Cell:
    number = "" if seq is None else f" ({seq:04d})"
    return (Line(phrase(strong(author.real(play)), number)),)


def _uncalled(author: Author, one: Correspondent) -> tuple[Cell, Cell, Cell]:
    """Told in another way, as on a portal, or not at all."""
    claimed = {claim.duty for claim in one.claims}
    for course in author.debrief.duties:
        if course.duty in claimed and course.done is Done.DONE and course.at is not None:
            hour = _hour(author, course.at, course.met)
            return (
                (*hour, Line(phrase(author.say("report.alert_without_call")), Role.SECOND)),
                second(author.story(author.debrief.times.story_at(course.at))),
                cell(author.name("function", course.by)) if course.by else second("–"),
            )
    if author.unaided:
        return (second(author.say("report.unrecorded")), second("–"), second("–"))
    return ((Mark(Answer.NO, author.say("report.alert_none")),), second("–"), second("–"))


def _plan(author: Author) -> str:
    """The first call in which it was given, with what was typed of that call."""
    given = [one for one in author.debrief.log.calls if one.plan_level]
    if not given:
        return "" if author.unaided else author.say("report.plan_level_unrecorded")
    first = min(given, key=attrgetter("fact"))
    told = author.say(
        "report.plan_level_given",
        name=author.name("correspondent", first.correspondent),
        hour=author.real(first.fact),
        journal=author.journal(first.seq),
    )
    return " ".join(filter(None, (told, author.quoted(first.text))))
