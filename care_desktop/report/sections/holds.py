"""What may be said of a degraded procedure whose announced time was over before its service was back.

That time is arithmetic: it was over. Whether care was without a fallback, only those who were there know.
"""

from __future__ import annotations

from care_desktop.debrief.services import GaveOut, ServiceCourse
from care_desktop.report.author import Author


def own_hold(author: Author, course: ServiceCourse) -> bool:
    """Whether the facility itself gave the time; a default of the scenario says nothing of its procedures."""
    service = author.service(course.service)
    return course.hold is not None and service is not None and "hold" not in service.defaults


def to_verify(author: Author) -> tuple[tuple[ServiceCourse, tuple[GaveOut, ...]], ...]:
    """The facility's own times that were over while people played: whether it was renewed is to be asked."""
    found = []
    for course in author.debrief.services.courses:
        lived = tuple(one for one in course.gave_out if not one.jumped)
        if lived and own_hold(author, course):
            found.append((course, lived))
    return tuple(found)
