"""Numbers that do not go together: crews that no team has, paces that stand still, bounds, weights."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """What no play could count with."""
    scenario = subject.scenario
    teams = {team.id: team for team in scenario.teams}
    for step in scenario.steps:
        team = teams.get(step.team)
        if step.crew < 1 or (team is not None and step.crew > team.capacity):
            yield at(("steps", step.id), "finding.crew", {"name": step.id, "crew": step.crew})
    for phase in scenario.phases:
        if phase.num < 1 or phase.den < 1:
            yield at(("phases", phase.id), "finding.pace", {"name": phase.id})
    for indicator in scenario.indicators:
        low, high = indicator.low, indicator.high
        if low is not None and high is not None and low > high:
            yield at(("indicators", indicator.id), "finding.bounds", {"name": indicator.id})
    for service in scenario.services:
        if service.weight < 1:
            yield at(("services", service.id, "weight"), "finding.weight", {"name": service.id})
        if service.backlog is not None and service.backlog.per_hour < 1:
            yield at(("services", service.id, "backlog"), "finding.backlog", {"name": service.id})
