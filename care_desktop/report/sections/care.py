"""Section 4: per service, was the degraded procedure found, known, applied, and how long does it hold."""

from __future__ import annotations

from care_desktop.debrief.services import ServiceCourse
from care_desktop.report.author import Author, bold, cell, name_cell, second
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
    services = _concerned(author)
    blocks: list[Block] = [Paragraph(phrase(say("report.care_opening")))]
    if services:
        blocks += [_held(author, services), _table(author, services)]
    else:
        blocks.append(Paragraph(phrase(say("report.care_none"))))
    return Section("4", say("report.section_care"), tuple(blocks))


def _concerned(author: Author) -> list[Service]:
    """Services with a degraded procedure, those that were not nominal, and those that observers spoke of."""
    spoken = {one.service for one in author.texts.care}
    out = {one.service for one in author.debrief.services.courses if one.impaired_at is not None}
    return [
        one
        for one in author.script.services
        if one.degraded.fr or one.hold is not None or one.id in spoken or one.id in out
    ]


def _held(author: Author, services: list[Service]) -> Table:
    """What was played: until when each procedure held, and how long its service was left without."""
    say = author.say
    courses = {one.service: one for one in author.debrief.services.courses}
    ended = sum(bool(courses[one.id].gave_out) for one in services if one.id in courses)
    title = say("report.held_all")
    if ended:
        title = say(
            "report.held_not",
            n=ended,
            count=author.voice.spelled(ended, feminine=True, capital=True),
            services=author.voice.spelled(len(services)),
        )
    return author.table(
        "held",
        title,
        (
            Column(say("report.column_service"), 118),
            Column(say("report.column_announced"), 62),
            Column("", 78),
            Column(say("report.column_held"), 82),
            Column(say("report.column_return"), 70),
            Column(say("report.column_without"), 72),
        ),
        [_played(author, one, courses.get(one.id)) for one in services],
        subtitle=say("report.held_sub"),
        notes=_notes(author, services),
    )


def _played(author: Author, service: Service, course: ServiceCourse | None) -> tuple[Cell, ...]:
    return (
        name_cell(author.name("service", service.id)),
        _tenure(author, service),
        _announced(author, service),
        *_outcome(author, service, course),
    )


def _outcome(author: Author, service: Service, course: ServiceCourse | None) -> tuple[Cell, ...]:
    say = author.say
    if course is None or course.impaired_at is None:
        return (second(say("report.not_needed")), second("–"), second("–"))
    returned = (
        cell(author.since(course.back_at.story))
        if course.back_at is not None
        else second(say("report.not_back"))
    )
    if not course.gave_out:
        if service.hold is None:
            return (second(say("report.hold_unknown")), returned, second("–"))
        return (
            cell(say("report.held_whole" if course.back_at is not None else "report.held_still")),
            returned,
            second("–"),
        )
    hours = [author.since(one.at.story) for one in course.gave_out]
    numbers = author.journal(course.gave_out[0].seq)
    without = author.voice.duration(sum(one.without_ms for one in course.gave_out))
    still = course.gave_out[-1].back is None
    return (
        (bold(author.voice.listed(hours)), Line(phrase(numbers), Role.SECOND)),
        returned,
        cell(without, say("report.still_at_end") if still else ""),
    )


def _table(author: Author, services: list[Service]) -> Table:
    """What observers saw of each procedure; where they wrote nothing, all are there to be filled in."""
    say = author.say
    findings = {one.service: one for one in author.texts.care}
    if findings:
        services = [one for one in services if one.kind is Kind.CARE or one.id in findings]
    applied = sum(findings[one.id].applied is Finding.YES for one in services if one.id in findings)
    title = say("report.care_title")
    if findings and len(findings) == len(services):
        title = say(
            "report.care_applied",
            n=applied,
            count=author.voice.spelled(applied, capital=True),
            services=author.voice.spelled(len(services)),
        )
    source = "report.care_source" if author.texts.care else "report.care_source_none"
    if author.dossier.simulated:
        source = "report.care_source_simulated"
    return author.table(
        "care",
        title,
        (
            Column(say("report.column_service"), 246),
            Column(say("report.column_found"), 42),
            Column(say("report.column_known"), 42),
            Column(say("report.column_applied"), 48),
            Column(say("report.column_train"), 104),
        ),
        [_row(author, one, findings.get(one.id)) for one in services],
        subtitle=say("report.care_sub"),
        legend=tuple(Mark(answer, say(key)) for answer, key in ANSWERS.values()),
        notes=(author.note(say("report.source"), say(source)),),
    )


def _row(author: Author, service: Service, finding: CareFinding | None) -> tuple[Cell, ...]:
    found = finding or CareFinding(service.id)
    procedure = found.procedure or author.voice.text(service.degraded)
    source = f" · {author.cut(found.source, 40)}" if found.source else ""
    name = name_cell(author.name("service", service.id), author.cut(procedure, 180) + source)
    marks = [_mark(author, each) for each in (found.found, found.known, found.applied)]
    train = author.cut(found.train, 120)
    return (name, *marks, cell(train) if train else second("–"))


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


def _announced(author: Author, service: Service) -> Cell:
    say = author.say
    pieces: list[Piece] = []
    if service.hold is not None:
        said = author.voice.duration(service.hold)
        said = say("report.by_default_short", value=said) if "hold" in service.defaults else said
        pieces.append(Line(phrase(said)))
    if service.target is not None:
        told = say("report.dmia_value", value=_target(author, service))
        pieces.append(Line(phrase(told), Role.SECOND))
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
    notes.append(author.note(say("report.source"), say("report.held_source")))
    return tuple(notes)
