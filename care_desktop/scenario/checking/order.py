"""What must come before what: no circles, phases one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.gate import guarded
from care_desktop.scenario.written_time import write_story_moment


def check(subject: Subject) -> Iterator[Finding]:
    """Services and steps that need each other in a circle, phases out of order."""
    scenario = subject.scenario
    yield from _circle(
        "services", {one.id: [need.service for need in one.needs] for one in scenario.services}
    )
    yield from _circle("steps", {one.id: list(one.needs) for one in scenario.steps})
    yield from _phases(subject)
    yield from _islands(subject)
    if scenario.gate is not None and guarded(scenario) == scenario.steps:
        yield at(("gate",), "finding.gate_before_nothing")


def _circle(collection: str, needs: Mapping[str, list[str]]) -> Iterator[Finding]:
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][::-1]
        path = (collection, circle[0], "needs")
        yield at(path, "finding.needed_in_a_circle", {"circle": " → ".join(circle)})


def _islands(subject: Subject) -> Iterator[Finding]:
    """Services that a step frees from what they need, and that need nothing."""
    alone = {service.id for service in subject.scenario.services if not service.needs}
    for step in subject.scenario.steps:
        for name in step.island:
            if name in alone:
                yield at(("steps", step.id, "island"), "finding.island_of_nothing", {"name": name})


def _phases(subject: Subject) -> Iterator[Finding]:
    phases = subject.scenario.phases
    if phases and phases[0].starts > subject.scenario.starts:
        params = {"start": write_story_moment(subject.scenario.starts)}
        yield at(("phases", phases[0].id, "starts"), "finding.phase_too_late", params)
    for before, after in pairwise(phases):
        if after.starts <= before.starts:
            path = ("phases", after.id, "starts")
            yield at(path, "finding.phase_order", {"name": after.id, "before": before.id})
