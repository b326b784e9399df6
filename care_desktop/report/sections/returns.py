"""The table of services in the order in which they came back."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.debrief.services import ServiceCourse
from care_desktop.report.author import CELL, Author, cell, name_cell
from care_desktop.report.model import Cell, Column, Note, State, Table
from care_desktop.scenario.conditions import ServiceLevel

LEVELS = {
    ServiceLevel.NOMINAL: "report.level_nominal",
    ServiceLevel.DEGRADED: "report.level_degraded",
    ServiceLevel.DOWN: "report.level_down",
}


def returns(author: Author) -> Table:
    """Each service against its DMIA."""
    say = author.say
    weights = {one.id: one.weight for one in author.script.services}
    courses = sorted(author.debrief.services.courses, key=lambda one: -weights.get(one.service, 1))
    courses.sort(key=_return)
    validated = any(one.validated is not None for one in courses)
    return author.table(
        "returns",
        say("report.returns_title"),
        (
            Column(say("report.column_service"), 110 if validated else 130),
            Column(say("report.column_dmia"), 36, numbers=True),
            Column(say("report.column_interruption"), 76 if validated else 88, numbers=True),
            Column(say("report.level_down_head"), 54, numbers=True),
            Column(say("report.level_degraded_head"), 44, numbers=True),
            Column(say("report.level_nominal_head"), 44, numbers=True),
            *((Column(say("report.column_validated"), 40),) if validated else ()),
            Column(say("report.column_at_end"), 78 if validated else 86),
        ),
        [_row(author, one, validated=validated) for one in courses],
        subtitle=say("report.fictive_hours", hour=author.story(author.script.starts)),
        notes=tuple(_notes(author)),
    )


def written(author: Author) -> Table:
    """What the script writes of each service, for the annex: what it needs, how care goes on without it."""
    say = author.say
    rows: list[tuple[Cell, ...]] = []
    for one in author.script.services:
        needs = [author.name("service", each.service) for each in one.needs]
        degraded = author.cut(author.voice.text(one.degraded), CELL)
        if degraded and "degraded" in one.defaults:
            degraded = say("report.procedure_by_default", text=degraded)
        rows.append(
            (
                name_cell(author.name("service", one.id)),
                cell(author.voice.listed(needs) or "–"),
                cell(degraded or "–"),
            )
        )
    return author.table(
        "services",
        say("report.services_title"),
        (
            Column(say("report.column_service"), 122),
            Column(say("report.column_needs"), 150),
            Column(say("report.column_degraded"), 210),
        ),
        rows,
        subtitle=say("report.services_sub"),
    )


def _notes(author: Author) -> Iterator[Note]:
    say = author.say
    yield author.note(say("report.reading"), say("report.returns_reading"))
    told = say("report.returns_more", table=author.number("services"))
    if author.debrief.recovery.order:
        told += " " + say("report.works_pointed", table=author.number("works"))
    yield author.note(say("report.in_annex"), told)


def _return(course: ServiceCourse) -> tuple[int, int, int]:
    """Never away first, then as they came back, then those that had not."""
    if course.back_at is not None:
        return (1, course.back_at.story, 0)
    if course.impaired_at is None:
        return (0, 0, 0)
    return (2, int(course.level_at_end), course.spells[-1].start.story if course.spells else 0)


def _row(author: Author, course: ServiceCourse, *, validated: bool) -> tuple[Cell, ...]:
    say = author.say
    service = author.service(course.service)
    target = "–"
    if course.target is not None:
        target = author.voice.duration(course.target)
        if service is not None and "target" in service.defaults:
            target = say("report.by_default_short", value=target)
    last = course.level_at_end
    first = {
        level: next((one.start.story for one in course.spells if one.level is level), None)
        for level in (ServiceLevel.DOWN, ServiceLevel.DEGRADED)
    }
    back = None if course.back_at is None else course.back_at.story
    moments = [first[ServiceLevel.DOWN], first[ServiceLevel.DEGRADED], back]
    return (
        name_cell(author.name("service", course.service)),
        cell(target),
        _interruption(author, course),
        *(cell("–" if at is None else author.since(at)) for at in moments),
        *((_validated(author, course),) if validated else ()),
        (State(last, say(LEVELS[last])),),
    )


def _validated(author: Author, course: ServiceCourse) -> Cell:
    """When care staff said that it can be used again; of what is not back there is nothing to say."""
    if course.validated is not None:
        return cell(author.real(course.validated.at))
    return cell(author.say("report.no") if course.back_at is not None else "–")


def _interruption(author: Author, course: ServiceCourse) -> Cell:
    if not course.interrupted_ms:
        return cell("–")
    said = author.voice.duration(course.interrupted_ms)
    if course.target_met is not None:
        key = "report.target_kept" if course.target_met else "report.target_passed"
        said = author.say(key, lasted=said)
    outages = sum(one.level is ServiceLevel.DOWN for one in course.spells)
    if outages < 2:
        return cell(said)
    total = author.voice.duration(course.down_ms)
    return cell(said, author.say("report.outages", n=outages, total=total))
