"""All checks of a scenario, and with a facility those of the two together."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.checking import (
    accepting,
    amounts,
    asked,
    background,
    channels,
    choices,
    links,
    order,
    pacing,
    reach,
    recovery,
    rhythm,
    targets,
    teaching,
    together,
    voice,
    words,
)
from care_desktop.scenario.checking.subject import Subject
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.scenario import Facility, Scenario

_CHECKS = (
    links.check,
    order.check,
    amounts.check,
    reach.check,
    choices.check,
    background.check,
    pacing.check,
    rhythm.check,
    asked.check,
    channels.check,
    recovery.check,
    targets.check,
    teaching.check,
    words.check,
    voice.check,
)


def check(scenario: Scenario, facility: Facility | None = None) -> tuple[Finding, ...]:
    """Everything that can be said without playing it and is not accepted, in the order of the checks.

    The findings name paths of keys; ``reading.located`` adds the lines of a file.
    """
    found = _found(Subject(scenario), facility)
    return tuple(accepting.remaining(scenario, found, with_facility=facility is not None))


def _found(subject: Subject, facility: Facility | None) -> Iterator[Finding]:
    for one in _CHECKS:
        yield from one(subject)
    if facility is not None:
        yield from together.check(subject.scenario, facility)
