"""Section 4: per service, was the degraded procedure found, known, applied, and how long does it hold."""

from __future__ import annotations

from collections.abc import Mapping

from care_desktop.debrief.services import GaveOut, ServiceCourse
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
    Section,
    Table,
    Tenure,
    phrase,
    strong,
)
from care_desktop.report.sections.harm import harmed
from care_desktop.scenario.background import Kind
from care_desktop.scenario.ids import ServiceId
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
    blocks: list[Block] = [Paragraph(phrase(_opening(author))), *harmed(author)]
    blocks.append(_table(author, services) if services else Paragraph(phrase(say("report.care_none"))))
    return Section("4", say("report.section_care"), tuple(blocks))


def _opening(author: Author) -> str:
    """The two questions, and how many of those looked at applied their procedure."""
    say, findings = author.say, author.texts.care
    looked = [one for one in findings if one.applied is not Finding.UNSEEN]
    if not looked:
        return say("report.care_opening")
    applied = sum(one.applied is Finding.YES for one in looked)
    counted = say(
        "report.care_applied",
        n=applied,
        count=author.voice.spelled(applied, capital=True),
        services=author.voice.spelled(len(looked)),
    )
    return f"{say('report.care_opening')} {counted}"


def _concerned(author: Author) -> list[Service]:
    """Services with a degraded procedure, those that were not normal, and those that observers spoke of.

    The infrastructure under them, where no time is announced for it, has its procedure in the annex.
    """
    spoken = {one.service for one in author.texts.care}
    out = {one.service for one in author.debrief.services.courses if one.impaired_at is not None}
    return [
        one
        for one in author.script.services
        if one.hold is not None
        or one.id in spoken
        or (one.kind is not Kind.INFRASTRUCTURE and (one.degraded.fr or one.id in out))
    ]


def _table(author: Author, services: list[Service]) -> Table:
    """What observers saw of each procedure, how long it was said to hold, and how long it held in play."""
    say = author.say
    findings = {one.service: one for one in author.texts.care}
    courses = {one.service: one for one in author.debrief.services.courses}
    trained = bool(findings) or not author.dossier.simulated
    return author.table(
        "held",
        _title(author, services, courses),
        (
            Column(say("report.column_service"), 108 if trained else 116),
            Column(say("report.column_found"), 36),
            Column(say("report.column_known"), 36),
            Column(say("report.column_applied"), 43),
            Column(say("report.column_announced"), 52 if trained else 56),
            Column("", 26 if trained else 28),
            Column(say("report.column_held"), 84 if trained else 104),
            Column(say("report.column_without"), 62 if trained else 63),
            *((Column(say("report.column_train"), 35),) if trained else ()),
        ),
        [
            (
                *_row(author, one, findings.get(one.id), courses.get(one.id)),
                *((_train(author, findings.get(one.id)),) if trained else ()),
            )
            for one in services
        ],
        subtitle=say("report.held_sub"),
        legend=tuple(Mark(answer, say(key)) for answer, key in ANSWERS.values()),
        notes=_notes(author, services),
    )


def _title(author: Author, services: list[Service], courses: Mapping[ServiceId, ServiceCourse]) -> str:
    say, voice = author.say, author.voice
    announced = [courses[one.id] for one in services if one.hold is not None and one.id in courses]
    over = [one for one in announced if one.gave_out]
    if not over:
        return say("report.held_all")
    unplayed = sum(all(each.jumped for each in one.gave_out) for one in over)
    told = say(
        "report.held_not",
        n=len(over),
        count=voice.spelled(len(over), feminine=True, capital=True),
        of=voice.spelled(len(announced), feminine=True),
    )
    if not unplayed:
        return told
    many = voice.spelled(unplayed, feminine=True)
    return say("report.held_not_unplayed", n=unplayed, told=told, count=many)


def _row(
    author: Author, service: Service, finding: CareFinding | None, course: ServiceCourse | None
) -> tuple[Cell, ...]:
    found = finding or CareFinding(service.id)
    observed = " · ".join(filter(None, (author.cut(found.procedure, 90), author.cut(found.source, 40))))
    return (
        name_cell(author.name("service", service.id), observed),
        *(_mark(author, each) for each in (found.found, found.known, found.applied)),
        *_announced(author, service),
        *_outcome(author, service, course),
    )


def _train(author: Author, finding: CareFinding | None) -> Cell:
    return cell(author.cut(finding.train, 120) if finding else "")


def _outcome(author: Author, service: Service, course: ServiceCourse | None) -> tuple[Cell, Cell]:
    """When the announced time was over, in play or in a jump, and how long its service was out after it."""
    say = author.say
    if course is None or course.impaired_at is None:
        return (second(say("report.not_needed")), second("–"))
    if not course.gave_out:
        if service.hold is None:
            return (second("–"), second("–"))
        return (
            cell(say("report.held_whole" if course.back_at is not None else "report.held_still")),
            second("–"),
        )
    hours = [_over(author, one) for one in course.gave_out]
    without = author.voice.duration(sum(one.without_ms for one in course.gave_out))
    still = course.gave_out[-1].back is None
    return (tuple(hours), cell(without, say("report.still_at_end") if still else ""))


def _over(author: Author, one: GaveOut) -> Line:
    where = author.say("report.held_jump" if one.jumped else "report.held_played")
    return Line(phrase(strong(author.since(one.at.story)), f" ({one.seq:04d}) {where}"))


def _mark(author: Author, finding: Finding) -> Cell:
    answer, key = ANSWERS[finding]
    return (Mark(answer, author.say(key), alone=True),)


def _target(author: Author, service: Service) -> str:
    if service.target is None:
        return "–"
    said = author.voice.duration(service.target)
    return author.say("report.by_default_short", value=said) if "target" in service.defaults else said


def _announced(author: Author, service: Service) -> tuple[Cell, Cell]:
    """How long it is said to hold: drawn beside the DMIA, which the table of section 6 gives, and written."""
    say = author.say
    if service.hold is None:
        return (second("–"), second("–"))
    said = author.voice.duration(service.hold)
    word = say("report.hold_word", hold=said, target=_target(author, service))
    hours = None if service.target is None else service.target / HOUR
    if "hold" in service.defaults:
        said = say("report.by_default_short", value=said)
    return ((Tenure(service.hold / HOUR, hours, word),), cell(said))


def _notes(author: Author, services: list[Service]) -> tuple[Note, ...]:
    say = author.say
    told = []
    for one in services:
        if one.hold is not None and one.target is not None:
            reading = say(
                "report.care_reading",
                service=author.name("service", one.id),
                hold=author.voice.duration(one.hold),
                target=author.voice.duration(one.target),
            )
            told.append(reading)
            break
    told.append(say("report.held_signs"))
    source = "report.care_source" if author.texts.care else "report.care_source_none"
    if author.dossier.simulated:
        source = "report.care_source_simulated"
    cited = say(source) + " " + say("report.held_source", table=author.number("services"))
    return (author.note(say("report.reading"), " ".join(told)), author.note(say("report.source"), cited))
