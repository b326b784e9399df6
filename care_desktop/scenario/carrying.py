"""By which channels nothing can reach the players while a service is down."""

from __future__ import annotations

from collections.abc import Iterable

from care_desktop.scenario.conditions import All, Condition, Not, ServiceAtLeast, ServiceLevel, parts_of
from care_desktop.scenario.script import Inject, Service


def carried(inject: Inject, services: Iterable[Service]) -> Condition | None:
    """What the inject requires, what carries its channel included, unless it speaks of that itself."""
    required = () if inject.requires is None else parts_of(inject.requires)
    spoken_of = {part.service for part in required if isinstance(part, ServiceAtLeast)}
    needed = [
        Not(ServiceAtLeast(service.id, ServiceLevel.DOWN))
        for service in services
        if inject.channel in service.carries and service.id not in spoken_of
    ]
    parts = tuple(needed) if inject.requires is None else (inject.requires, *needed)
    if not needed:
        return inject.requires
    return parts[0] if len(parts) == 1 else All(parts)
