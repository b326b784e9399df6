"""The recovery steps: where each stands, what it waits for, and what can be done with it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from care_desktop.exercise.state import Work
from care_desktop.scenario.background import Stage, Track
from care_desktop.scenario.effects import Restore
from care_desktop.scenario.ids import ServiceId, StepId
from care_desktop.scenario.script import Step
from ui.conduct.names import moment
from ui.conduct.seen import Seen


class Place(StrEnum):
    """Where a step stands, as its chip says it."""

    READY = "ready"
    WAITING = "waiting"
    UNDER_WAY = "under_way"
    PAUSED = "paused"
    DONE = "done"
    ABANDONED = "abandoned"


class Row(Struct, frozen=True):
    """A recovery step. ``done`` counts in thousandths; ``validates`` are services that care must confirm.

    ``track`` is named where it is not that of the systems.
    """

    step: StepId
    stage: Stage
    name: str
    team: str
    effort: str
    place: Place
    detail: str
    done: int
    brings_back: tuple[ServiceId, ...] = ()
    validates: tuple[ServiceId, ...] = ()
    track: str = ""


def rows(seen: Seen) -> list[Row]:
    """Every step, in the order of the script."""
    return [_row(seen, step) for step in seen.index.script.steps]


def stage_reached(seen: Seen) -> Stage | None:
    """The stage of the work that is furthest on."""
    begun = [step.stage for step in seen.index.script.steps if step.id in seen.view.steps]
    return max(begun, key=list(Stage).index, default=None)


def missing(seen: Seen, step: Step) -> list[StepId]:
    """The steps that must be done before it."""
    return [need for need in step.needs if not _is_done(seen, need)]


def _row(seen: Seen, step: Step) -> Row:
    restored = (effect.service for effect in step.effects if isinstance(effect, Restore))
    brings = tuple(dict.fromkeys((*restored, *step.island)))
    place = _place(seen, step)
    to_validate = place is Place.DONE and step.validated_by is not None
    return Row(
        step.id,
        step.stage,
        seen.speaker.text(step.name),
        seen.speaker.text(seen.index.teams[step.team].name),
        seen.speaker.duration(step.effort),
        place,
        _detail(seen, step, place),
        _done(seen, step),
        brings,
        tuple(one for one in brings if to_validate and one not in seen.view.validated),
        seen.speaker.say("conduct.track_continuity") if step.track is Track.CONTINUITY else "",
    )


def _place(seen: Seen, step: Step) -> Place:
    one = seen.view.steps.get(step.id)
    if one is None or one.work is Work.ABANDONED:
        if one is not None:
            return Place.ABANDONED
        return Place.WAITING if missing(seen, step) else Place.READY
    return {Work.UNDER_WAY: Place.UNDER_WAY, Work.PAUSED: Place.PAUSED, Work.DONE: Place.DONE}[one.work]


def _detail(seen: Seen, step: Step, place: Place) -> str:
    say = seen.speaker.say
    one = seen.view.steps.get(step.id)
    if place is Place.UNDER_WAY and one is not None:
        return say("conduct.step_ends", hour=moment(seen, one.since + one.left))
    if place is Place.PAUSED and one is not None:
        return say("conduct.step_left", time=seen.speaker.duration(one.left))
    needs = missing(seen, step)
    if needs and place is not Place.DONE:
        names = ", ".join(seen.speaker.text(seen.index.steps[need].name) for need in needs)
        return say("conduct.step_waits", steps=names)
    return ""


def _done(seen: Seen, step: Step) -> int:
    one = seen.view.steps.get(step.id)
    if one is None or one.work is Work.ABANDONED or step.effort == 0:
        return 0
    gone = seen.now.story - one.since if one.work is Work.UNDER_WAY else 0
    left = max(0, one.left - gone)
    return 1000 if one.work is Work.DONE else (step.effort - left) * 1000 // step.effort


def _is_done(seen: Seen, step: StepId) -> bool:
    one = seen.view.steps.get(step)
    return one is not None and one.work is Work.DONE
