"""When somebody is asked: who is there in the story, and whether what they take can be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.effects import Ask
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.ids import DecisionId
from care_desktop.scenario.script import Decision, Inject


def check(subject: Subject) -> Iterator[Finding]:
    """What is wrong with the moment at which something is asked."""
    for inject in subject.scenario.injects:
        phase = subject.plan.phase_of(inject)
        meant = [one for one in inject.functions if ("function", one) in subject.parts]
        if phase is not None and phase.functions and meant and set(meant).isdisjoint(phase.functions):
            params = {"name": meant[0], "phase": phase.id}
            yield at(("injects", inject.id, "functions"), "finding.function_absent", params)
    asking = _asking(subject)
    for decision in subject.scenario.decisions:
        for inject in asking.get(decision.id, []):
            yield from _asked(subject, decision, inject)


def _asking(subject: Subject) -> dict[DecisionId, list[Inject]]:
    """The injects that ask each decision."""
    asking: dict[DecisionId, list[Inject]] = defaultdict(list)
    for inject in subject.scenario.injects:
        asked = [inject.asks, *(one.decision for one in inject.effects if isinstance(one, Ask))]
        for decision in dict.fromkeys(one for one in asked if one is not None):
            asking[decision].append(inject)
    return asking


def _asked(subject: Subject, decision: Decision, inject: Inject) -> Iterator[Finding]:
    path = ("decisions", decision.id)
    phase = subject.plan.phase_of(inject)
    if phase is None:
        return
    if phase.functions and decision.authority is not None and decision.authority not in phase.functions:
        params = {"name": decision.authority, "phase": phase.id}
        yield at((*path, "authority"), "finding.function_absent", params)
    if decision.milestone is not None and phase.num != phase.den:
        params = {"name": decision.id, "phase": phase.id}
        yield at((*path, "milestone"), "finding.compared_at_pace", params)
