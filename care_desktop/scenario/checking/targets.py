"""Whether services can be back within their targets, at best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from care_desktop.scenario.checking.subject import Subject, at
from care_desktop.scenario.effects import Restore
from care_desktop.scenario.findings import Finding
from care_desktop.scenario.ids import ServiceId
from care_desktop.scenario.needs import earliest_ends, hard_needs
from care_desktop.scenario.scenario import Scenario
from care_desktop.scenario.written_time import write_duration


def check(subject: Subject) -> Iterator[Finding]:
    """Targets shorter than the work that leads there, or than those of what they cannot do without."""
    scenario = subject.scenario
    services = {one.id: one for one in scenario.services}
    alone = {name for step in scenario.steps for name in step.island}
    hard = {
        name: [] if name in alone else [need for need in needs if need in services]
        for name, needs in hard_needs(scenario.services).items()
    }
    # What goes round in a circle is told as such
    try:
        back = _back(scenario, hard)
    except CycleError:
        return
    for service in services.values():
        target, path = service.target, ("services", service.id, "target")
        if target is None:
            continue
        if back.get(service.id, 0) > target:
            params = {
                "name": service.id,
                "target": write_duration(target),
                "work": write_duration(back[service.id]),
            }
            yield at(path, "finding.target_impossible", params)
        for need in hard[service.id]:
            of_need = services[need].target
            if of_need is not None and of_need > target:
                params = {
                    "name": service.id,
                    "target": write_duration(target),
                    "need": need,
                    "later": write_duration(of_need),
                }
                yield at(path, "finding.target_before_need", params)


def _back(scenario: Scenario, hard: Mapping[ServiceId, list[ServiceId]]) -> dict[ServiceId, int]:
    """How long after the beginning each service is back at the earliest, where steps alone bring it back."""
    done = earliest_ends(scenario.steps)
    own: dict[ServiceId, int] = {}
    for step in {one.id: one for one in scenario.steps}.values():
        for effect in step.effects:
            if isinstance(effect, Restore):
                own[effect.service] = min(done[step.id], own.get(effect.service, done[step.id]))
    back: dict[ServiceId, int] = {}
    for service in TopologicalSorter(hard).static_order():
        back[service] = max([own.get(service, 0), *(back.get(need, 0) for need in hard.get(service, []))])
    return back
