"""How services do: their own impairments, carried along dependencies. Derived, never journaled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Hold, Impairment, State
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import ServiceId

Levels = dict[ServiceId, ServiceLevel]

_SOFTLY = (ServiceLevel.NOMINAL, ServiceLevel.NOMINAL, ServiceLevel.DEGRADED)
"""What a soft dependency passes on, by the level of what is needed."""


class Transition(Struct, frozen=True):
    """A service changed its level at an instant, because of event ``seq``."""

    at: Instant
    seq: Seq
    service: ServiceId
    level: ServiceLevel


def own_level(impairments: Iterable[Impairment]) -> ServiceLevel:
    """The worst of the impairments that last."""
    worst = ServiceLevel.NOMINAL
    for one in impairments:
        if one.ended is None and one.level > worst:
            worst = one.level
    return worst


def effective(index: ScriptIndex, own: Mapping[ServiceId, ServiceLevel]) -> Levels:
    """The level of every service that is not nominal, its dependencies counted in.

    A hard dependency passes its level on; a soft one degrades its dependents when it is down. Levels only
    get worse on the way, so a cycle of dependencies comes to rest too.
    """
    levels: Levels = {service: level for service, level in own.items() if level}
    waiting = list(levels)
    for service in waiting:
        level = levels[service]
        for dependent, hard in index.dependents.get(service, ()):
            passed = level if hard else _SOFTLY[level]
            if passed > levels.get(dependent, ServiceLevel.NOMINAL):
                levels[dependent] = passed
                waiting.append(dependent)
    return levels


def current(index: ScriptIndex, impairments: Mapping[ServiceId, Mapping[Seq, Impairment]]) -> Levels:
    """The levels that these impairments amount to."""
    return effective(index, {service: own_level(own.values()) for service, own in impairments.items()})


def holds_after(
    index: ScriptIndex, holds: Mapping[ServiceId, Hold], levels: Levels, at: Instant, cause: Seq
) -> dict[ServiceId, Hold]:
    """Which services are not nominal since when, now that ``cause`` has brought these levels."""
    return {service: holds.get(service) or Hold(at, cause) for service in levels if service in index.services}


def replayed(
    index: ScriptIndex, impairments: Mapping[ServiceId, Mapping[Seq, Impairment]]
) -> Iterator[tuple[Seq, Instant, Levels]]:
    """The levels after each change of these impairments, in order: for when a cause was voided."""
    moments: dict[Seq, Instant] = {}
    for own in impairments.values():
        for one in own.values():
            moments[one.seq] = one.since
            if one.ended is not None and one.ended_at is not None:
                moments[one.ended] = one.ended_at
    for seq in sorted(moments):
        then = {
            service: own_level(_as_of(one, seq) for one in own.values() if one.seq <= seq)
            for service, own in impairments.items()
        }
        yield seq, moments[seq], effective(index, then)


def _as_of(one: Impairment, seq: Seq) -> Impairment:
    if one.ended is not None and one.ended > seq:
        return Impairment(one.seq, one.level, one.since)
    return one


def changes(before: Levels, state: State) -> Iterator[Transition]:
    """What an event changed, given the levels before it; services in document order of their change."""
    for service in sorted(before.keys() | state.levels.keys()):
        level = state.level(service)
        if level != before.get(service, ServiceLevel.NOMINAL):
            yield Transition(state.now, state.seq, service, level)
