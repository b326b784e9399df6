"""The services pane: how each does, why, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise import events as e
from care_desktop.exercise.state import Work
from care_desktop.journal.records import Seq
from care_desktop.scenario.background import Kind
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Restore
from care_desktop.scenario.ids import ServiceId
from care_desktop.scenario.script import Step
from ui.conduct.names import decision_code, inject_title, moment, service_named
from ui.conduct.seen import Seen


class Health(StrEnum):
    """How a service does, as its chip says it."""

    NOMINAL = "nominal"
    ON_PAPER = "on_paper"
    DEGRADED = "degraded"
    DOWN = "down"
    CUT = "cut"
    RECOVERING = "recovering"
    TO_VALIDATE = "to_validate"
    VALIDATED = "validated"


WELL = frozenset({Health.NOMINAL, Health.TO_VALIDATE, Health.VALIDATED})


class Row(Struct, frozen=True):
    """A service in the pane."""

    service: ServiceId
    kind: Kind
    name: str
    detail: str
    health: Health


def rows(seen: Seen) -> list[Row]:
    """Every service: what is not well first, then what is to be validated, in the order of the script."""
    every = [
        Row(one.id, one.kind, service_named(seen, one.id), detail(seen, one.id), health(seen, one.id))
        for one in seen.index.script.services
    ]
    return sorted(every, key=lambda row: _PLACES[row.health])


def nominal(shown: list[Row]) -> int:
    """How many of them are well."""
    return sum(row.health in WELL for row in shown)


def health(seen: Seen, service: ServiceId) -> Health:
    """How a service does."""
    level = seen.level(service)
    if level is ServiceLevel.NOMINAL:
        return _when_well(seen, service)
    if any(_under_way(seen, step) for step in restoring(seen, service)):
        return Health.RECOVERING
    if level is ServiceLevel.DOWN:
        return Health.CUT if cut_by(seen, service) is not None else Health.DOWN
    return Health.ON_PAPER if paper_until(seen, service) is not None else Health.DEGRADED


def detail(seen: Seen, service: ServiceId) -> str:
    """What there is to know of it in a line: what it waits for, how long paper holds, by what it came."""
    say = seen.speaker.say
    hold = seen.view.holds.get(service)
    if hold is None:
        return ""
    back = expected_back(seen, service)
    if back is not None:
        return say("conduct.back_at", hour=moment(seen, back))
    needs = waits_for(seen, service)
    if needs:
        return say("conduct.waits_for", services=", ".join(service_named(seen, one) for one in needs))
    cut = cut_by(seen, service)
    if cut is not None:
        hour = moment(seen, seen.event(hold.cause).at.story)
        return say("conduct.by_decision", decision=decision_code(seen, cut), hour=hour)
    until = paper_until(seen, service)
    if until is not None:
        return say("conduct.paper_until", hour=moment(seen, until))
    if hold.ended is not None:
        return say("conduct.paper_ended")
    return _cause(seen, hold.cause)


def waits_for(seen: Seen, service: ServiceId) -> list[ServiceId]:
    """The services without which it cannot do better."""
    level = seen.level(service)
    return [
        need.service
        for need in seen.index.services[service].needs
        if need.hard and level is not ServiceLevel.NOMINAL and seen.level(need.service) >= level
    ]


def paper_until(seen: Seen, service: ServiceId) -> int | None:
    """Until when its degraded procedure holds; None where it has none, or no longer."""
    hold, described = seen.view.holds.get(service), seen.index.services[service]
    if hold is None or hold.ended is not None or described.hold is None:
        return None
    return hold.since.story + described.hold


def expected_back(seen: Seen, service: ServiceId) -> int | None:
    """When the work under way brings it back, in story time."""
    ends = [
        one.since + one.left
        for step in restoring(seen, service)
        if (one := seen.view.steps.get(step.id)) is not None and one.work is Work.UNDER_WAY
    ]
    return max(ends, default=None)


def restoring(seen: Seen, service: ServiceId) -> Iterator[Step]:
    """The recovery steps that bring it back."""
    for step in seen.index.script.steps:
        if any(isinstance(effect, Restore) and effect.service == service for effect in step.effects):
            yield step


def cut_by(seen: Seen, service: ServiceId) -> str | None:
    """The decision that took it down, if one did."""
    hold = seen.view.holds.get(service)
    fact = None if hold is None else _root(seen, hold.cause)
    return fact.decision if isinstance(fact, _SETTLED) else None


def _when_well(seen: Seen, service: ServiceId) -> Health:
    if service in seen.view.validated:
        return Health.VALIDATED
    for step in restoring(seen, service):
        one = seen.view.steps.get(step.id)
        if step.validated_by is not None and one is not None and one.work is Work.DONE:
            return Health.TO_VALIDATE
    return Health.NOMINAL


def _under_way(seen: Seen, step: Step) -> bool:
    one = seen.view.steps.get(step.id)
    return one is not None and one.work is Work.UNDER_WAY


def _root(seen: Seen, seq: Seq) -> e.Fact:
    """What brought an event about: the inject or the decision that it follows from."""
    event = seen.event(seq)
    while event.cause is not None and not isinstance(event.fact, _ROOTS):
        event = seen.event(event.cause)
    return event.fact


def _cause(seen: Seen, seq: Seq) -> str:
    fact = _root(seen, seq)
    if isinstance(fact, e.InjectLaunched):
        return seen.speaker.say("conduct.cause", what=inject_title(seen, fact.inject))
    if isinstance(fact, e.RiskStruck):
        risk = seen.index.risks[fact.step, fact.risk]
        return seen.speaker.say("conduct.cause", what=seen.speaker.text(risk.name))
    return ""


_SETTLED = (e.DecisionSettled, e.DecisionRevised, e.DefaultApplied)
_ROOTS = (e.InjectLaunched, e.RiskStruck, *_SETTLED)
_PLACES = {
    Health.DOWN: 0,
    Health.CUT: 0,
    Health.ON_PAPER: 0,
    Health.DEGRADED: 0,
    Health.RECOVERING: 0,
    Health.TO_VALIDATE: 1,
    Health.VALIDATED: 2,
    Health.NOMINAL: 2,
}
