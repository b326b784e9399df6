"""What is told as true or as right says where that comes from."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.background import Judgement
from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.law_book import law_book
from care_desktop.scenario.script import Duty
from care_desktop.scenario.text import NO_TEXT
from care_desktop.scenario.usual import usual_services


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
        yield from _duty(duty)
    yield from _usual(subject)


def _usual(subject: Subject) -> Iterator[Finding]:
    kinds = subject.scenario.facilities or tuple(FacilityKind)
    known = dict.fromkeys(one.id for kind in kinds for one in usual_services(kind))
    for service in subject.scenario.services:
        if service.like and service.like not in known:
            params = {"name": service.id, "like": service.like, "known": ", ".join(known)}
            yield at(("services", service.id, "like"), "finding.unknown_usual", params)


def _duty(duty: Duty) -> Iterator[Finding]:
    path = ("duties", duty.id)
    if duty.law:
        yield from _law(duty.law, (*path, "law"))
    elif not duty.name.fr.strip():
        yield at(path, "finding.duty_without_name", {"name": duty.id})
    elif duty.deadline is None and not duty.delay.fr.strip():
        yield at(path, "finding.duty_without_delay", {"name": duty.id})


def _law(law: str, path: tuple[str, ...]) -> Iterator[Finding]:
    laws = {one.id: one for one in law_book().duties}
    if law not in laws:
        known = ", ".join(one.id for one in laws.values() if one.off == NO_TEXT)
        yield at(path, "finding.unknown_law", {"name": law, "known": known})
    elif laws[law].off != NO_TEXT:
        yield at(path, "finding.law_off", {"name": law})


def _judgement(option: str, judged: Judgement, path: tuple[str, ...]) -> Iterator[Finding]:
    if judged.basis is None:
        yield at(path, "finding.judgement_without_basis", {"name": option})
    if not judged.according_to.fr.strip():
        yield at((*path, "according_to"), "finding.judgement_without_author", {"name": option})
