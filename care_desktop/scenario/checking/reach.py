"""What play can never come to: parts that nothing leads to, conditions that cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.conditions import All, Any, Condition, IndicatorReaches, Not
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.script import Indicator
from care_desktop.scenario.shapes import OneOf


def check(subject: Subject) -> Iterator[Finding]:
    """What is written in vain."""
    yield from _injects(subject)
    yield from _unled(subject)
    yield from _never(subject)


def _injects(subject: Subject) -> Iterator[Finding]:
    sent = {one.to for one in subject.references if one.seen.field.key == "send"}
    expected = {function for cell in subject.scenario.cells for function in cell.functions}
    for inject in subject.scenario.injects:
        path = ("injects", inject.id)
        waits = inject.at is None and inject.when is None and not inject.optional
        if waits and ("inject", inject.id) not in sent:
            yield at(path, "finding.in_reserve", {"name": inject.id})
        for function in inject.functions:
            if function not in expected and ("function", function) in subject.parts:
                yield at((*path, "functions"), "finding.function_in_no_cell", {"name": function})
        if not inject.recipients and not inject.functions:
            yield at(path, "finding.inject_to_nobody", {"name": inject.id})


def _unled(subject: Subject) -> Iterator[Finding]:
    """Decisions that nothing asks, duties that nothing starts, steps that serve nothing."""
    asked = {one.to for one in subject.references if one.seen.field.key in ("ask", "asks")}
    started = {one.to for one in subject.references if one.seen.field.key == "start_duty"}
    scenario = subject.scenario
    for decision in scenario.decisions:
        if ("decision", decision.id) not in asked:
            yield at(("decisions", decision.id), "finding.decision_unasked", {"name": decision.id})
    for duty in scenario.duties:
        if duty.starts is None and ("duty", duty.id) not in started:
            yield at(("duties", duty.id), "finding.duty_unstarted", {"name": duty.id})
    for step in scenario.steps:
        if not step.effects and not step.island and ("step", step.id) not in subject.pointed_at:
            yield at(("steps", step.id), "finding.step_without_use", {"name": step.id})


def _never(subject: Subject) -> Iterator[Finding]:
    indicators = {one.id: one for one in subject.scenario.indicators}
    for one in subject.seen:
        # Conditions only: an effect that is one of several has no shape of its own
        if isinstance(one.field.shape, OneOf) and one.field.key in ("when", "starts", "requires"):
            condition: Condition = one.value  # type: ignore[assignment]
            if never(condition, indicators):
                yield at(one.path, "finding.never_holds", {"key": one.field.key})


def never(condition: Condition, indicators: dict[str, Indicator]) -> bool:
    """Whether the condition can be seen not to hold at any time, whatever is played."""
    match condition:
        case All(of):
            return any(never(part, indicators) for part in of)
        case Any(of):
            return all(never(part, indicators) for part in of)
        case Not(of):
            return always(of)
        case IndicatorReaches(name, at_least, at_most) if name in indicators:
            high, low = indicators[name].high, indicators[name].low
            above = at_least is not None and high is not None and at_least > high
            return above or (at_most is not None and low is not None and at_most < low)
        case _:
            return False


def always(condition: Condition) -> bool:
    """Whether the condition holds whatever is played."""
    match condition:
        case All(of):
            return all(always(part) for part in of)
        case Any(of):
            return any(always(part) for part in of)
        case _:
            return False
