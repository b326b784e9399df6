"""What services and recovery steps wait for, along all that they need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

from care_desktop.scenario.ids import ServiceId, StepId
from care_desktop.scenario.script import Service, Step
from care_desktop.scenario.time import StoryMs


def hard_needs(services: Iterable[Service]) -> dict[ServiceId, list[ServiceId]]:
    """What each service cannot do without, as it is written."""
    return {one.id: [need.service for need in one.needs if need.hard] for one in services}


def with_all_needed(
    services: Iterable[ServiceId], hard: Mapping[ServiceId, list[ServiceId]]
) -> list[ServiceId]:
    """These services and all that they cannot do without, the nearer first, each once."""
    waiting = list(services)
    met = set(waiting)
    for name in waiting:
        more = [one for one in hard.get(name, ()) if one not in met]
        waiting.extend(more)
        met.update(more)
    return waiting


def earliest_ends(steps: Iterable[Step]) -> dict[StepId, StoryMs]:
    """When each step is done at the earliest, counted from the beginning, as if hands were never short.

    Raises ``graphlib.CycleError`` where steps need each other in a circle.
    """
    written = {one.id: one for one in steps}
    ends: dict[StepId, StoryMs] = {}
    for name in TopologicalSorter({one.id: one.needs for one in written.values()}).static_order():
        if (step := written.get(name)) is not None:
            ends[name] = StoryMs(step.effort + max((ends.get(need, 0) for need in step.needs), default=0))
    return ends
