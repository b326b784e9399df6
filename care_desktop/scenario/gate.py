"""The gate of the recovery: what must be done before anything is put back, else what is falls again."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from care_desktop.scenario.conditions import ServiceLevel, StepDone, parts_of
from care_desktop.scenario.effects import Impair, Restore
from care_desktop.scenario.ids import StepId
from care_desktop.scenario.scenario import Gate, Scenario
from care_desktop.scenario.script import Risk, Step
from care_desktop.scenario.time import Span

GATE = "gate"
"""The identifier of the risk that the gate is to each step."""


def guarded(scenario: Scenario) -> tuple[Step, ...]:
    """The steps, those that restore something with the gate as a risk of theirs.

    What leads to the gate stands before it: the steps that it names, and what they need. An island alone
    stands beside it. A step with a risk called ``gate`` says itself what comes of working too soon.
    """
    gate = scenario.gate
    if gate is None:
        return scenario.steps
    before = set(_leading_to(scenario, gate))
    return tuple(step if step.id in before else _guarded(step, gate) for step in scenario.steps)


def _guarded(step: Step, gate: Gate) -> Step:
    after = Span(story=gate.strikes)
    again = tuple(
        Impair(effect.service, ServiceLevel.DOWN, gate.lasts, after)
        for effect in step.effects
        if isinstance(effect, Restore)
    )
    if not again or any(risk.id == GATE for risk in step.risks):
        return step
    risk = Risk(GATE, gate.name, gate.unless, gate.effects, again)
    return replace(step, risks=(*step.risks, risk))


def _leading_to(scenario: Scenario, gate: Gate) -> Iterator[StepId]:
    needs = {step.id: step.needs for step in scenario.steps}
    waiting = [part.step for part in parts_of(gate.unless) if isinstance(part, StepDone)]
    seen: set[StepId] = set()
    for step in waiting:
        if step not in seen:
            seen.add(step)
            waiting.extend(needs.get(step, ()))
            yield step
