"""How services stood at an instant, as the replay finds them. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from care_desktop.exercise.state import Work
from care_desktop.scenario.conditions import ServiceLevel

if TYPE_CHECKING:
    from care_desktop.exercise.index import ScriptIndex
    from care_desktop.exercise.view import View
    from ui.voice import Voice


class Condition(StrEnum):
    """The states of a service that the look knows, in the order of a legend."""

    NOMINAL = "nominal"
    DEGRADED = "degraded"
    GIVEN_OUT = "given_out"
    DOWN = "down"


class Service(NamedTuple):
    """A service and its state."""

    name: str
    condition: Condition


class Standing(NamedTuple):
    """All services at an instant, how many are in each state, and the recovery work under way."""

    services: tuple[Service, ...]
    counts: tuple[tuple[Condition, int], ...]
    under_way: tuple[str, ...]


def standing(voice: Voice, index: ScriptIndex, view: View) -> Standing:
    """What a view says of services, in the order of the script."""
    services = tuple(Service(voice.text(one.name), _condition(view, one.id)) for one in index.script.services)
    found = [one.condition for one in services]
    counts = tuple((condition, found.count(condition)) for condition in Condition if condition in found)
    steps = [name for name, step in view.steps.items() if step.work is Work.UNDER_WAY]
    return Standing(services, counts, tuple(voice.text(index.steps[name].name) for name in steps))


def _condition(view: View, service: str) -> Condition:
    level = view.levels.get(service, ServiceLevel.NOMINAL)
    if level is ServiceLevel.DOWN:
        return Condition.DOWN
    if level is ServiceLevel.DEGRADED:
        hold = view.holds.get(service)
        return Condition.GIVEN_OUT if hold is not None and hold.ended is not None else Condition.DEGRADED
    return Condition.NOMINAL
