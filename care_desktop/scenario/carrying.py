"""By which channels nothing can reach the players while a service is down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from care_desktop.scenario.conditions import (
    All,
    Any,
    Condition,
    Not,
    NotDoneBy,
    ServiceAtLeast,
    ServiceLevel,
)
from care_desktop.scenario.ids import ServiceId
from care_desktop.scenario.script import Inject, Service


def carried(inject: Inject, services: Iterable[Service]) -> Condition | None:
    """What the inject requires, what carries its channel included, unless it speaks of that itself."""
    spoken_of = set() if inject.requires is None else set(_services_in(inject.requires))
    needed = [
        Not(ServiceAtLeast(service.id, ServiceLevel.DOWN))
        for service in services
        if inject.channel in service.carries and service.id not in spoken_of
    ]
    parts = tuple(needed) if inject.requires is None else (inject.requires, *needed)
    if not needed:
        return inject.requires
    return parts[0] if len(parts) == 1 else All(parts)


def _services_in(condition: Condition) -> Iterator[ServiceId]:
    match condition:
        case All(of) | Any(of):
            for part in of:
                yield from _services_in(part)
        case Not(of) | NotDoneBy(of):
            yield from _services_in(of)
        case ServiceAtLeast(service):
            yield service
        case _:
            return
