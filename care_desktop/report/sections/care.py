"""Section 4: per service, was the degraded procedure found, known, applied, and how long does it hold."""

from __future__ import annotations

from care_desktop.debrief.services import ServiceCourse
from care_desktop.report.author import Author, cell, name_cell, second
from care_desktop.report.dossier import CareFinding, Finding
from care_desktop.report.model import (
    Answer,
    Block,
    Cell,
    Column,
    Line,
    Mark,
    Note,
    Paragraph,
    Piece,
    Role,
    Section,
    Table,
    Tenure,
    phrase,
)
from care_desktop.scenario.background import Kind
from care_desktop.scenario.script import Service
from care_desktop.scenario.time import HOUR

ANSWERS = {
    Finding.YES: (Answer.YES, "report.seen_yes"),
    Finding.PARTLY: (Answer.PARTLY, "report.seen_partly"),
    Finding.NO: (Answer.NO, "report.seen_no"),
    Finding.UNSEEN: (Answer.UNSEEN, "report.seen_not_observed"),
}


def care(author: Author) -> Section:
    """What became of care without the systems."""
    say = author.say
    services = _asked_about(author)
    blocks: list[Block] = [Paragraph(phrase(say("report.care_opening")))]
    if services:
        blocks.append(_table(author, services))
    else:
        blocks.append(Paragraph(phrase(say("report.care_none"))))
    return Section("4", say("report.section_care"), tuple(blocks))


def _asked_about(author: Author) -> list[Service]:
    """Care services and those that observers spoke of; else those with a degraded procedure."""
    spoken = {one.service for one in author.texts.care}
    services = author.script.services
    asked = [one for one in services if one.kind is Kind.CARE or one.id in spoken]
    return asked or [one for one in services if one.degraded.fr or one.hold is not None]


def _table(author: Author, services: list[Service]) -> Table:
    say = author.say
    findings = {one.service: one for one in author.texts.care}
    applied = sum(findings[one.id].applied is Finding.YES for one in services if one.id in findings)
    title = say("report.care_title")
    if findings and len(findings) == len(services):
        title = say(
            "report.care_applied",
            n=applied,
            count=author.voice.spelled(applied, capital=True),
            services=author.voice.spelled(len(services)),
        )
    courses = {one.service: one for one in author.debrief.services.courses}
    return author.table(
        "care",
        title,
        (
            Column(say("report.column_service"), 130),
            Column(say("report.column_found"), 38),
            Column(say("report.column_known"), 38),
            Column(say("report.column_applied"), 44),
            Column(say("report.column_tenure"), 62),
            Column("", 92),
            Column(say("report.column_train"), 78),
        ),
        [_row(author, one, findings.get(one.id), courses.get(one.id)) for one in services],
        subtitle=say("report.care_sub"),
        legend=tuple(Mark(answer, say(key)) for answer, key in ANSWERS.values()),
        notes=_notes(author, services),
    )


def _row(
    author: Author, service: Service, finding: CareFinding | None, course: ServiceCourse | None
) -> tuple[Cell, ...]:
    found = finding or CareFinding(service.id)
    procedure = found.procedure or author.voice.text(service.degraded)
    source = f" · {author.cut(found.source, 40)}" if found.source else ""
    name = name_cell(author.name("service", service.id), author.cut(procedure, 180) + source)
    marks = [_mark(author, each) for each in (found.found, found.known, found.applied)]
    train = author.cut(found.train, 120)
    return (
        name,
        *marks,
        _tenure(author, service),
        _held(author, service, course),
        cell(train) if train else second("–"),
    )


def _mark(author: Author, finding: Finding) -> Cell:
    answer, key = ANSWERS[finding]
    return (Mark(answer, author.say(key), alone=True),)


def _tenure(author: Author, service: Service) -> Cell:
    if service.hold is None:
        return second(author.say("report.hold_unknown"))
    hours = service.hold / HOUR
    target = None if service.target is None else service.target / HOUR
    word = author.say(
        "report.hold_word", hold=author.voice.duration(service.hold), target=_target(author, service)
    )
    return (Tenure(hours, target, word),)


def _target(author: Author, service: Service) -> str:
    if service.target is None:
        return "–"
    said = author.voice.duration(service.target)
    return author.say("report.by_default_short", value=said) if "target" in service.defaults else said


def _held(author: Author, service: Service, course: ServiceCourse | None) -> Cell:
    say = author.say
    pieces: list[Piece] = []
    if service.hold is not None:
        said = author.voice.duration(service.hold)
        said = say("report.by_default_short", value=said) if "hold" in service.defaults else said
        pieces.append(Line(phrase(said)))
    told = []
    if service.target is not None:
        told.append(say("report.dmia_value", value=_target(author, service)))
    if course is not None and course.hold_ended is not None:
        told.append(say("report.hold_ended", since=author.since(course.hold_ended.story)))
    if told:
        pieces.append(Line(phrase(" · ".join(told)), Role.SECOND))
    return tuple(pieces) or second("–")


def _notes(author: Author, services: list[Service]) -> tuple[Note, ...]:
    say = author.say
    notes = []
    for one in services:
        if one.hold is not None and one.target is not None:
            reading = say(
                "report.care_reading",
                service=author.name("service", one.id),
                hold=author.voice.duration(one.hold),
                target=author.voice.duration(one.target),
            )
            notes.append(author.note(say("report.reading"), reading))
            break
    if any({"hold", "target"} & set(one.defaults) for one in services):
        notes.append(author.note(say("report.asterisk"), say("report.asterisk_text")))
    source = "report.care_source" if author.texts.care else "report.care_source_none"
    notes.append(author.note(say("report.source"), say(source)))
    return tuple(notes)
