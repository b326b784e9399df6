"""What brings what: the script read backwards, from an effect to whatever causes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from care_desktop.exercise.index import ScriptIndex
from care_desktop.scenario.conditions import Condition
from care_desktop.scenario.effects import Ask, Effect, Restore, Send, StartDuty
from care_desktop.scenario.ids import DecisionId, DutyId, InjectId, ServiceId


class Cause(NamedTuple):
    """Where an effect is written: a kind and an id, with a second id for an option or a risk."""

    kind: str
    of: str
    part: str = ""


class Causes:
    """All effects of a script with their causes."""

    def __init__(self, index: ScriptIndex) -> None:
        self.effects = tuple(_effects(index))
        self._index = index

    def asking(self, decision: DecisionId) -> tuple[Cause, ...]:
        """What asks a decision."""
        injects = (Cause("inject", one.id) for one in self._index.injects.values() if one.asks == decision)
        effects = (cause for cause, one in self.effects if isinstance(one, Ask) and one.decision == decision)
        return (*injects, *effects)

    def sending(self, inject: InjectId) -> tuple[Cause, ...]:
        """What calls up an inject."""
        return tuple(c for c, one in self.effects if isinstance(one, Send) and one.inject == inject)

    def starting(self, duty: DutyId) -> tuple[Cause, ...]:
        """What sets the T0 of a duty."""
        return tuple(c for c, one in self.effects if isinstance(one, StartDuty) and one.duty == duty)

    def restoring(self, service: ServiceId) -> tuple[Cause, ...]:
        """What restores a service."""
        return tuple(c for c, one in self.effects if isinstance(one, Restore) and one.service == service)


def _effects(index: ScriptIndex) -> Iterator[tuple[Cause, Effect]]:
    for inject in index.injects.values():
        yield from ((Cause("inject", inject.id), one) for one in inject.effects)
    for decision in index.decisions.values():
        for option in decision.options:
            yield from ((Cause("option", decision.id, option.id), one) for one in option.effects)
        yield from ((Cause("limit", decision.id), one) for one in decision.at_limit)
    for step in index.steps.values():
        yield from ((Cause("step", step.id), one) for one in step.effects)
        for risk in step.risks:
            yield from ((Cause("risk", step.id, risk.id), one) for one in (*risk.effects, *risk.when_done))
    for service in index.services.values():
        yield from ((Cause("hold", service.id), one) for one in service.at_hold)
    for trigger in index.triggers.values():
        yield from ((Cause("trigger", trigger.id), one) for one in trigger.effects)


def conditions(index: ScriptIndex) -> Iterator[tuple[str, Condition]]:
    """Every condition of a script under the name of what it is for, such as ``trigger.spread``."""
    for trigger in index.triggers.values():
        yield f"trigger.{trigger.id}", trigger.when
    for duty in index.duties.values():
        if duty.starts is not None:
            yield f"duty.{duty.id}", duty.starts
    for inject in index.injects.values():
        if inject.when is not None:
            yield f"inject.{inject.id}", inject.when
        if inject.requires is not None:
            yield f"requires.{inject.id}", inject.requires
    for step in index.steps.values():
        for risk in step.risks:
            yield f"risk.{step.id}.{risk.id}", risk.unless
