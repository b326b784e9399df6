"""How services do: their own impairments, carried along dependencies. Derived, never journaled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from care_desktop.exercise.clock import Instant
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.state import Hold, Impairment, Pile, State
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


def effective(
    index: ScriptIndex, own: Mapping[ServiceId, ServiceLevel], islands: Collection[ServiceId] = ()
) -> Levels:
    """The level of every service that is not nominal, its dependencies counted in.

    A hard dependency passes its level on; a soft one degrades its dependents when it is down. Levels only
    get worse on the way, so a cycle of dependencies comes to rest too. Services on ``islands`` are at worst
    degraded by what they need.
    """
    levels: Levels = {service: level for service, level in own.items() if level}
    waiting = list(levels)
    for service in waiting:
        level = levels[service]
        for dependent, hard in index.dependents.get(service, ()):
            passed = level if hard else _SOFTLY[level]
            if dependent in islands:
                passed = min(passed, ServiceLevel.DEGRADED)
            if passed > levels.get(dependent, ServiceLevel.NOMINAL):
                levels[dependent] = passed
                waiting.append(dependent)
    return levels


def current(index: ScriptIndex, state: State) -> Levels:
    """The levels that the impairments of a state amount to."""
    own = {service: own_level(each.values()) for service, each in state.impairments.items()}
    return effective(index, own, state.islands)


def holds_after(
    index: ScriptIndex, holds: Mapping[ServiceId, Hold], levels: Levels, at: Instant, cause: Seq
) -> dict[ServiceId, Hold]:
    """Which services are not nominal since when, now that ``cause`` has brought these levels."""
    return {service: holds.get(service) or Hold(at, cause) for service in levels if service in index.services}


def backlogs_after(
    index: ScriptIndex, backlogs: Mapping[ServiceId, tuple[Pile, ...]], levels: Levels, at: Instant
) -> dict[ServiceId, tuple[Pile, ...]]:
    """The stretches in which each backlog grew, now that the levels are these."""
    found = dict(backlogs)
    for service in index.piling:
        own = found.get(service, ())
        grows = bool(own) and own[-1].until is None
        if service in levels and not grows:
            found[service] = (*own, Pile(at))
        elif service not in levels and grows:
            found[service] = (*own[:-1], Pile(own[-1].since, at))
    return found


def replayed(index: ScriptIndex, state: State) -> Iterator[tuple[Seq, Instant, Levels]]:
    """The levels after each change of the impairments and islands, in order: for when a cause was voided."""
    moments = {island.seq: island.since for island in state.islands.values()}
    for own in state.impairments.values():
        for one in own.values():
            moments[one.seq] = one.since
            if one.ended is not None and one.ended_at is not None:
                moments[one.ended] = one.ended_at
    for seq in sorted(moments):
        then = {
            service: own_level(_as_of(one, seq) for one in own.values() if one.seq <= seq)
            for service, own in state.impairments.items()
        }
        islands = {service for service, island in state.islands.items() if island.seq <= seq}
        yield seq, moments[seq], effective(index, then, islands)


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
