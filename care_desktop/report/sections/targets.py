"""Which DMIA were passed: those of the facility apart from defaults of the scenario, care first."""

from __future__ import annotations

from care_desktop.debrief.services import ServiceCourse
from care_desktop.report.author import Author
from care_desktop.scenario.background import Kind


def own_target(author: Author, course: ServiceCourse) -> bool:
    """Whether the facility itself set the DMIA."""
    service = author.service(course.service)
    return course.target is not None and service is not None and "target" not in service.defaults


def passed(author: Author, *, own: bool) -> list[ServiceCourse]:
    """The services that were down for longer than that, care before what it rests on."""
    found = [one for one in _with_target(author, own=own) if one.target_met is False]
    return sorted(found, key=lambda one: _kind(author, one) is not Kind.CARE)


def count(author: Author, *, own: bool) -> int:
    """How many services have such a DMIA."""
    return len(_with_target(author, own=own))


def names(author: Author, courses: list[ServiceCourse]) -> str:
    """All of them: a service that is only counted may be the one that is looked for."""
    return author.voice.listed([author.name("service", one.service) for one in courses])


def told(author: Author) -> str:
    """How many were passed of how many, and which; nothing where none was."""
    parts = []
    of = count(author, own=True)
    mine, others = passed(author, own=True), passed(author, own=False)
    if mine:
        counted = author.voice.spelled(len(mine), feminine=True, capital=True)
        parts.append(_part(author, "report.targets_own", mine, counted, of))
    elif others and of:
        parts.append(author.say("report.targets_own_none", n=of))
    if others:
        counted = author.voice.spelled(len(others), feminine=True, capital=not parts)
        key = "report.targets_default_also" if mine else "report.targets_default"
        parts.append(_part(author, key, others, counted, count(author, own=False)))
    return f"{author.voice.joined(parts)}." if parts else ""


def _part(author: Author, key: str, courses: list[ServiceCourse], counted: str, of: int) -> str:
    spelled = author.voice.spelled(of, feminine=True)
    return author.say(key, n=len(courses), count=counted, of=spelled, names=names(author, courses))


def _with_target(author: Author, *, own: bool) -> list[ServiceCourse]:
    courses = author.debrief.services.courses
    return [one for one in courses if one.target is not None and own_target(author, one) is own]


def _kind(author: Author, course: ServiceCourse) -> Kind | None:
    service = author.service(course.service)
    return None if service is None else service.kind
