"""How the services of care do, as people name them, and IT in one line."""

from __future__ import annotations

from collections.abc import Collection

from care_desktop.exercise.events import CauseVoided, ServiceImpaired
from care_desktop.exercise.services import effective
from care_desktop.exercise.state import Work
from care_desktop.scenario.background import Kind
from care_desktop.scenario.conditions import ServiceLevel
from care_desktop.scenario.effects import Restore
from care_desktop.scenario.ids import ServiceId
from care_desktop.scenario.script import Service
from ui.room.outlook import Outlook
from ui.room.scene import Recovery, Standing, Tile

_WORDS = {
    Standing.NOMINAL: "room.nominal",
    Standing.HELD: "room.degraded",
    Standing.DEGRADED: "room.degraded",
    Standing.DOWN: "room.down",
    Standing.RECOVERING: "room.recovering",
    Standing.TO_VALIDATE: "room.to_validate",
    Standing.VALIDATED: "room.validated",
}


def recovery(outlook: Outlook) -> Recovery:
    """The services of care now, the weightiest first; of a script that has none, all services."""
    services = sorted(outlook.index.script.services, key=lambda one: -one.weight)
    care = [one for one in services if one.kind is Kind.CARE] or services
    rest = [one for one in services if one not in care]
    hit = _hit(outlook)
    worked_on = _worked_on(outlook)
    tiles = tuple(_tile(outlook, one, one.id in hit, worked_on) for one in care)
    return Recovery(
        outlook.strip(), outlook.voice.say("room.care_now"), tiles, _in_one_line(outlook, rest, hit)
    )


def _tile(outlook: Outlook, service: Service, hit: bool, worked_on: Collection[ServiceId]) -> Tile:
    standing = _standing(outlook, service, hit=hit, worked_on=worked_on)
    held = standing in (Standing.HELD, Standing.DOWN) and _holds(outlook, service)
    detail = outlook.voice.say("room.procedure") if held else ""
    return Tile(outlook.voice.text(service.name), standing, outlook.voice.say(_WORDS[standing]), detail)


def _standing(outlook: Outlook, service: Service, *, hit: bool, worked_on: Collection[ServiceId]) -> Standing:
    view = outlook.view
    level = view.levels.get(service.id, ServiceLevel.NOMINAL)
    if level is ServiceLevel.NOMINAL:
        if service.id in view.validated:
            return Standing.VALIDATED
        return Standing.TO_VALIDATE if hit else Standing.NOMINAL
    if service.id in worked_on:
        return Standing.RECOVERING
    if level is ServiceLevel.DOWN:
        return Standing.DOWN
    return Standing.HELD if _holds(outlook, service) else Standing.DEGRADED


def _holds(outlook: Outlook, service: Service) -> bool:
    """Whether the facility has a way to go on without it, which has not given out yet."""
    hold = outlook.view.holds.get(service.id)
    return bool(service.degraded.fr) and hold is not None and hold.ended is None


def _hit(outlook: Outlook) -> Collection[ServiceId]:
    """The services that were not nominal at some time, their dependencies counted in."""
    events = outlook.followed.events
    void = {seq for event in events if isinstance(event.fact, CauseVoided) for seq in event.fact.voided}
    own: dict[ServiceId, ServiceLevel] = {}
    for event in events:
        if isinstance(event.fact, ServiceImpaired) and event.seq not in void:
            fact = event.fact
            own[fact.service] = max(fact.level, own.get(fact.service, ServiceLevel.NOMINAL))
    return effective(outlook.index, own)


def _worked_on(outlook: Outlook) -> Collection[ServiceId]:
    """What the steps that are under way bring back."""
    return {
        effect.service
        for step, state in outlook.view.steps.items()
        if state.work is Work.UNDER_WAY
        for effect in outlook.index.steps[step].effects
        if isinstance(effect, Restore)
    }


def _in_one_line(outlook: Outlook, services: list[Service], hit: Collection[ServiceId]) -> str:
    touched = [one.id for one in services if one.id in hit]
    if not touched:
        return outlook.voice.say("room.it_untouched") if services else ""
    back = [one for one in touched if not outlook.view.levels.get(one)]
    return outlook.voice.say("room.it_back", n=len(back), of=len(touched))
