"""The recovery as bars along the story: how long each service has been out, and what is expected."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.scenario.background import Kind
from care_desktop.scenario.ids import ServiceId
from care_desktop.scenario.time import DAY, HOUR
from ui.conduct.names import dated
from ui.conduct.seen import Seen
from ui.conduct.service_rows import WELL, Health, detail, expected_back, health, paper_until


class Side(StrEnum):
    """Which services: those of care, or what they rest on."""

    CARE = "care"
    IT = "it"


_KINDS = {
    Side.CARE: (Kind.CARE, Kind.SUPPORT),
    Side.IT: (Kind.INFRASTRUCTURE, Kind.SOFTWARE),
}


class Bar(Struct, frozen=True):
    """A service along the story, in its milliseconds; None for what is not known or not so."""

    service: ServiceId
    name: str
    detail: str
    health: Health
    since: int | None = None
    target: int | None = None
    back: int | None = None
    paper: int | None = None
    late: str = ""


class Scale(Struct, frozen=True):
    """The stretch of the story that is shown, and its hours: where, and in words."""

    begins: int
    ends: int
    now: int
    ticks: tuple[tuple[int, str], ...]

    def place(self, at: int, width: int) -> int:
        """Where a time stands on a line so wide."""
        return round((at - self.begins) * width / max(1, self.ends - self.begins))


def bars(seen: Seen, side: Side) -> list[Bar]:
    """A bar for each service of a side: the weightiest first, then in the order of the script."""
    shown = [one for one in seen.index.script.services if one.kind in _KINDS[side]]
    return [_bar(seen, one.id) for one in sorted(shown, key=lambda one: -one.weight)]


def sides(seen: Seen) -> list[Side]:
    """The sides that have services."""
    return [side for side in Side if any(one.kind in _KINDS[side] for one in seen.index.script.services)]


def scale(seen: Seen, shown: list[Bar]) -> Scale:
    """From where it began to what comes last, a little beyond; some six hours are named."""
    begins = min([seen.now.story, *(bar.since for bar in shown if bar.since is not None)])
    known = [at for bar in shown for at in (bar.target, bar.back, bar.paper) if at is not None]
    lasts = max([seen.now.story + 2 * HOUR, *known]) - begins
    step = next((one for one in _STEPS if lasts <= _MOST_TICKS * one), _STEPS[-1])
    first = begins // step * step
    ends = begins + lasts + lasts // 12
    ticks = tuple(
        (at, dated(seen, at) if at // DAY != begins // DAY else seen.speaker.hour(at))
        for at in range(first, ends, step)
        if at >= begins
    )
    return Scale(begins, ends, seen.now.story, ticks)


def _bar(seen: Seen, service: ServiceId) -> Bar:
    described = seen.index.services[service]
    hold = seen.view.holds.get(service)
    state = health(seen, service)
    name = seen.speaker.text(described.name)
    if hold is None or state in WELL:
        return Bar(service, name, detail(seen, service), state)
    since = hold.since.story
    target = None if described.target is None else since + described.target
    back = expected_back(seen, service)
    late = ""
    expected = back if back is not None else seen.now.story
    if target is not None and expected > target:
        late = seen.speaker.say("conduct.beyond_target", time=seen.speaker.duration(expected - target))
    return Bar(
        service, name, detail(seen, service), state, since, target, back, paper_until(seen, service), late
    )


_MOST_TICKS = 6
_STEPS = tuple(n * HOUR for n in (1, 2, 3, 6, 12, 24, 48, 96, 168, 336))
