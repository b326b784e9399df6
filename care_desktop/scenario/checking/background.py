"""What is told as true or as right says where that comes from."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.background import Judgement
from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.findings import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """Facts without a source, judgements of nobody, duties of which nothing says when."""
    for milestone in subject.scenario.milestones:
        if not milestone.sources:
            yield at(("milestones", milestone.id), "finding.fact_without_source", {"name": milestone.id})
    for decision in subject.scenario.decisions:
        for option in decision.options:
            if option.judged is not None:
                path = ("decisions", decision.id, "options", option.id, "judged")
                yield from _judgement(option.id, option.judged, path)
    for duty in subject.scenario.duties:
        if duty.deadline is None and not duty.delay.fr.strip():
            yield at(("duties", duty.id), "finding.duty_without_delay", {"name": duty.id})


def _judgement(option: str, judged: Judgement, path: tuple[str, ...]) -> Iterator[Finding]:
    if judged.basis is None:
        yield at(path, "finding.judgement_without_basis", {"name": option})
    if not judged.according_to.fr.strip():
        yield at((*path, "according_to"), "finding.judgement_without_author", {"name": option})
