"""The recovery: what falls can be put back, and the stages of remediation come in their order."""

from __future__ import annotations

from collections.abc import Iterator

from care_desktop.scenario.background import Stage
from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.effects import Effect, Impair, Restore
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.shapes import OneOf, Several


def check(subject: Subject) -> Iterator[Finding]:
    """Services that stay down for ever, steps that wait for a later stage."""
    effects = list(_effects(subject))
    restored = {effect.service for effect in effects if isinstance(effect, Restore)}
    for service in dict.fromkeys(one.service for one in effects if isinstance(one, Impair) and not one.lasts):
        if service not in restored and ("service", service) in subject.parts:
            yield at(("services", service), "finding.nobody_restores", {"name": service})
    order = list(Stage)
    steps = {step.id: step for step in subject.scenario.steps}
    for step in steps.values():
        for need in step.needs:
            if need in steps and order.index(steps[need].stage) > order.index(step.stage):
                path = ("steps", step.id, "needs")
                yield at(path, "finding.stage_order", {"name": step.id, "before": need})


def _effects(subject: Subject) -> Iterator[Effect]:
    for one in subject.seen:
        shape = one.field.shape
        if isinstance(shape, Several) and isinstance(shape.of, OneOf) and "restore" in shape.of.kinds:
            yield from one.value  # type: ignore[misc]
