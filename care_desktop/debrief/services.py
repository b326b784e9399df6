"""Services over time: nominal, degraded, down; how long, and whether their target was kept."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from care_desktop.debrief.played import Played
from care_desktop.debrief.times import jumps
from care_desktop.exercise.clock import Instant
from care_desktop.exercise.events import CareValidated, Event, HoldEnded
from care_desktop.exercise.services import effective
from care_desktop.exercise.state import Impairment
from care_desktop.journal.records import Seq
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.ids import FunctionId, ServiceId
from care_desktop.scenario.time import PlayMs, StoryMs


class Spell(Struct, frozen=True):
    """A service at one level from an instant to the next; the spells of a service cover the exercise."""

    level: ServiceLevel
    start: Instant
    end: Instant


class Validated(Struct, frozen=True):
    """The care staff confirmed that a service can be used again: technically back is not yet in use."""

    seq: Seq
    at: PlayMs
    by: FunctionId | None = None


class GaveOut(Struct, frozen=True):
    """A degraded procedure that no longer held while its service was still out; None: it was so at the end.

    ``without_ms`` is story time from then until the service was nominal again, or until the end.
    ``jumped``: that fell into a jump of the story, where nobody could have renewed the procedure.
    """

    seq: Seq
    at: Instant
    back: Instant | None
    without_ms: int
    jumped: bool = False


class ServiceCourse(Struct, frozen=True):
    """One service, its dependencies counted in; all values of the story are made up by the scenario.

    ``impaired_at`` is when it first left nominal, ``back_at`` when it came back for good (None if it never
    left, or was not back at the end). ``interrupted_ms`` is the longest unbroken time at *down* in the
    story, which is what a DMIA (*durée maximale d'interruption admissible*) limits: a service in degraded
    mode is not interrupted. ``target_met`` compares it with ``target``: None where there is no target, where
    it was never down, or where it was still down at the end with the target not yet passed (censored).
    ``hold`` is how long the degraded procedure was said to hold, ``hold_ended`` when it no longer did,
    ``gave_out`` each time that it did not hold until the service was back.
    ``degraded_ms`` and ``down_ms`` are sums in story time.
    """

    service: ServiceId
    spells: tuple[Spell, ...]
    impaired_at: Instant | None = None
    back_at: Instant | None = None
    degraded_ms: int = 0
    down_ms: int = 0
    interrupted_ms: int = 0
    target: StoryMs | None = None
    target_met: bool | None = None
    hold: StoryMs | None = None
    hold_ended: Instant | None = None
    validated: Validated | None = None
    gave_out: tuple[GaveOut, ...] = ()

    @property
    def level_at_end(self) -> ServiceLevel:
        """The level at which the exercise left it."""
        return self.spells[-1].level if self.spells else ServiceLevel.NOMINAL


class Count(Struct, frozen=True):
    """How many services were in each state from an instant on: a step of the recovery curve."""

    at: Instant
    nominal: int
    degraded: int
    down: int


class Services(Struct, frozen=True):
    """All services in the order of the script, and their numbers by state; the last step is at the end."""

    courses: tuple[ServiceCourse, ...]
    counts: tuple[Count, ...]


Level = tuple[Instant, ServiceLevel]


def services(played: Played) -> Services:
    """Every service over time."""
    changes: dict[ServiceId, list[Level]] = {
        service: [(played.start, ServiceLevel.NOMINAL)] for service in played.index.services
    }
    counts: list[Count] = []
    for at, levels in _levels(played):
        for service, own in changes.items():
            level = levels.get(service, ServiceLevel.NOMINAL)
            if level != own[-1][1]:
                if own[-1][0] == at:
                    own.pop()
                if not own or own[-1][1] != level:
                    own.append((at, level))
        if counts and counts[-1].at == at:
            counts.pop()
        counts.append(_count(at, list(levels.values()), len(changes)))
    ended, validated = _holds_ended(played), _validations(played)
    courses = tuple(
        _course(played, service, own, ended.get(service, []), validated.get(service))
        for service, own in changes.items()
    )
    return Services(courses, tuple(counts))


def _levels(played: Played) -> Iterator[tuple[Instant, dict[ServiceId, ServiceLevel]]]:
    """The levels at DEBEX, after each change, and at the end: what was taken back is not among them."""
    islands = played.state.islands
    moments: list[tuple[Seq, Instant, ServiceId, Impairment | None, bool]] = [
        (island.seq, island.since, service, None, True) for service, island in islands.items()
    ]
    for service, own in played.state.impairments.items():
        for one in own.values():
            moments.append((one.seq, one.since, service, one, True))
            if one.ended is not None and one.ended_at is not None:
                moments.append((one.ended, one.ended_at, service, one, False))
    moments.sort(key=lambda moment: (moment[0], 0 if moment[3] is None else moment[3].seq))
    lasting: dict[ServiceId, dict[Seq, ServiceLevel]] = {}
    levels: dict[ServiceId, ServiceLevel] = {}
    yield played.start, levels
    for seq, at, service, impairment, begins in moments:
        if impairment is None:
            pass
        elif begins:
            lasting.setdefault(service, {})[impairment.seq] = impairment.level
        else:
            del lasting[service][impairment.seq]
        levels = effective(
            played.index,
            {name: max(own.values(), default=ServiceLevel.NOMINAL) for name, own in lasting.items()},
            {name for name, island in islands.items() if island.seq <= seq},
        )
        yield at, levels
    yield played.end, levels


def _count(at: Instant, levels: list[ServiceLevel], of: int) -> Count:
    degraded, down = levels.count(ServiceLevel.DEGRADED), levels.count(ServiceLevel.DOWN)
    return Count(at, of - degraded - down, degraded, down)


def _course(
    played: Played,
    service: ServiceId,
    changes: list[Level],
    ended: list[Event],
    validated: Validated | None,
) -> ServiceCourse:
    described = played.index.services[service]
    ends = [at for at, _ in changes[1:]] + [played.end]
    spells = tuple(Spell(level, at, end) for (at, level), end in zip(changes, ends, strict=True))
    impaired = next((spell for spell in spells if spell.level), None)
    down = [_story_ms(spell) for spell in spells if spell.level is ServiceLevel.DOWN]
    back = impaired is not None and spells[-1].level is ServiceLevel.NOMINAL
    return ServiceCourse(
        service,
        spells,
        impaired_at=None if impaired is None else impaired.start,
        back_at=spells[-1].start if back else None,
        degraded_ms=sum(_story_ms(spell) for spell in spells if spell.level is ServiceLevel.DEGRADED),
        down_ms=sum(down),
        interrupted_ms=max(down, default=0),
        target=described.target,
        target_met=_target_met(described.target, down, still=spells[-1].level is ServiceLevel.DOWN),
        hold=described.hold,
        hold_ended=ended[0].at if ended else None,
        validated=validated,
        gave_out=tuple(_gave_out(played, event, spells) for event in ended),
    )


def _target_met(target: StoryMs | None, down: list[int], *, still: bool) -> bool | None:
    if target is None or not down:
        return None
    if max(down) > target:
        return False
    return None if still else True


def _story_ms(spell: Spell) -> int:
    return spell.end.story - spell.start.story


def _holds_ended(played: Played) -> dict[ServiceId, list[Event]]:
    ended: dict[ServiceId, list[Event]] = {}
    for event, fact in played.facts(HoldEnded):
        ended.setdefault(fact.service, []).append(event)
    return ended


def _gave_out(played: Played, event: Event, spells: tuple[Spell, ...]) -> GaveOut:
    back = next((one.start for one in spells if not one.level and one.start >= event.at), None)
    until = spells[-1].end if back is None else back
    jumped = any(one.covers(event.at) for one in jumps(played))
    return GaveOut(event.seq, event.at, back, until.story - event.at.story, jumped)


def _validations(played: Played) -> dict[ServiceId, Validated]:
    """The confirmation that stands: a service impaired anew must be confirmed anew."""
    return {
        fact.service: Validated(event.seq, played.when(event, fact.fact_at).play, fact.by)
        for event, fact in played.facts(CareValidated)
        if played.state.validated.get(fact.service) == event.seq
    }
