"""A script made ready for play: everything by its id, with its place in the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol, TypeVar

from care_desktop.exercise.agenda import Rank
from care_desktop.scenario.conditions import (
    Condition,
    DecisionTaken,
    DutyDone,
    IndicatorReaches,
    InjectSent,
    NotDoneBy,
    ServiceAtLeast,
    StepDone,
    parts_of,
)
from care_desktop.scenario.ids import IndicatorId, ServiceId
from care_desktop.scenario.script import Duty, Inject, Script, Trigger


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Part = TypeVar("Part", bound=_Named)

Subject = tuple[str, str]
"""What a condition is about: a kind and an id, such as ``("step", "directory")``."""


class Watch(NamedTuple):
    """A condition that the engine keeps an eye on, and what happens when it begins to hold."""

    condition: Condition
    about: Trigger | Duty | Inject
    rank: Rank


def subject(part: Condition) -> Subject | None:
    """What events can change a part of a condition; None where only time or its own parts can."""
    match part:
        case DecisionTaken(decision):
            return ("decision", decision)
        case InjectSent(inject):
            return ("inject", inject)
        case NotDoneBy(after=inject) if inject is not None:
            return ("inject", inject)
        case ServiceAtLeast():
            return ("service", "")
        case StepDone(step):
            return ("step", step)
        case DutyDone(duty):
            return ("duty", duty)
        case IndicatorReaches(indicator):
            return ("indicator", indicator)
        case _:
            return None


class ScriptIndex:
    """A script with its parts by id. Built once; shared by every engine and fold of the exercise."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.cells = by_id(script.cells)
        self.functions = by_id(script.functions)
        self.phases = by_id(script.phases)
        self.injects = by_id(script.injects)
        self.decisions = by_id(script.decisions)
        self.services = by_id(script.services)
        self.teams = by_id(script.teams)
        self.steps = by_id(script.steps)
        self.duties = by_id(script.duties)
        self.indicators = by_id(script.indicators)
        self.triggers = by_id(script.triggers)
        self.correspondents = by_id(script.correspondents)
        self.criteria = by_id(script.criteria)
        self.place: dict[tuple[str, str], int] = {
            (kind, part.id): index
            for kind in ("phases", "injects", "decisions", "services", "steps", "duties")
            for index, part in enumerate(getattr(script, kind))
        }
        self.options = {(d.id, o.id): o for d in script.decisions for o in d.options}
        self.risks = {(s.id, r.id): r for s in script.steps for r in s.risks}
        self.dependents: dict[ServiceId, list[tuple[ServiceId, bool]]] = {}
        for service in script.services:
            for need in service.needs:
                self.dependents.setdefault(need.service, []).append((service.id, need.hard))
        self.backlogs: dict[IndicatorId, list[tuple[ServiceId, int]]] = {}
        for service in script.services:
            if (backlog := service.backlog) is not None:
                self.backlogs.setdefault(backlog.indicator, []).append((service.id, backlog.per_hour))
        self.piling = [service.id for service in script.services if service.backlog is not None]
        self.watches = tuple(_watches(script))
        self.watched: dict[Subject, list[int]] = {}
        for number, watch in enumerate(self.watches):
            for about in {subject(part) for part in parts_of(watch.condition)}:
                if about is not None:
                    self.watched.setdefault(about, []).append(number)


def by_id(parts: Iterable[Part]) -> dict[str, Part]:
    """Parts by their id, in document order."""
    return {part.id: part for part in parts}


def _watches(script: Script) -> Iterator[Watch]:
    for trigger in script.triggers:
        yield Watch(trigger.when, trigger, _rank(trigger.when))
    for duty in script.duties:
        if duty.starts is not None:
            yield Watch(duty.starts, duty, _rank(duty.starts))
    for inject in script.injects:
        if inject.when is not None:
            yield Watch(inject.when, inject, _rank(inject.when))


def _rank(condition: Condition) -> Rank:
    undone = any(isinstance(part, NotDoneBy) for part in parts_of(condition))
    return Rank.UNDONE if undone else Rank.CROSSING
