"""What is trained: each objective can be seen, each expected reaction serves one."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Objectives that nothing in play gives evidence of, reactions that are expected for nothing."""
    scenario = subject.scenario
    reactions = [(inject.id, one) for inject in scenario.injects for one in inject.reactions]
    seen = {one.objective for one in scenario.criteria} | {one.objective for _, one in reactions}
    for objective in scenario.objectives:
        if objective.id not in seen:
            path = ("objectives", objective.id)
            yield at(path, "finding.objective_without_evidence", {"name": objective.id})
    for inject, one in reactions:
        if one.objective is None and scenario.objectives:
            where = ("injects", inject, "reactions", one.id)
            yield at(where, "finding.reaction_without_objective", {"name": one.id})
