"""What is told as true or as right says where that comes from."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Facts without a source, judgements of nobody."""
    for milestone in subject.scenario.milestones:
        if not milestone.sources:
            yield at(("milestones", milestone.id), "finding.fact_without_source", {"name": milestone.id})
    for decision in subject.scenario.decisions:
        for option in decision.options:
            if option.judged is not None and not option.judged.according_to.fr.strip():
                path = ("decisions", decision.id, "options", option.id, "judged", "according_to")
                yield at(path, "finding.judgement_without_author", {"name": option.id})
